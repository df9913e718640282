// The only file that knows the program's exports and its memory. Numbers, byte ranges and UTF-8 text cross here.

/**
 * @typedef {Object} Program
 * @property {(name: string, returns: string | null, types: string[], values: any[]) => any} ccall
 * @property {Uint8Array} HEAPU8
 * @property {(bytes: number) => number} _malloc
 * @property {(address: number) => void} _free
 */

export class Bridge {
  /** @param {Program} program */
  constructor(program) {
    this.program = program;
    this.handle = program.ccall('atlas_new', 'number', [], []);
  }

  /** @param {string} name @param {'number' | 'string' | null} returns @param {(number | string)[]} values */
  call(name, returns, ...values) {
    const types = values.map((value) => (typeof value === 'string' ? 'string' : 'number'));
    return this.program.ccall(name, returns, ['number', ...types], [this.handle, ...values]);
  }

  /** @param {string} name @param {(number | string)[]} values */
  json(name, ...values) {
    return JSON.parse(this.call(name, 'string', ...values));
  }

  /**
   * Calls with a block of bytes in the program's memory, free again afterwards.
   * @param {string} name @param {Uint8Array} bytes @param {number[]} values
   * @returns {string}
   */
  withBytes(name, bytes, ...values) {
    const address = this.program._malloc(bytes.length);
    this.program.HEAPU8.set(bytes, address);
    try {
      return this.call(name, 'string', address, bytes.length, ...values);
    } finally {
      this.program._free(address);
    }
  }

  /**
   * Calls with arrays of numbers in the program's memory, each as its address and length; free again afterwards.
   * @param {string} name @param {(Float32Array | Int32Array)[]} arrays @param {number[]} values
   */
  jsonWithNumbers(name, arrays, ...values) {
    const addresses = arrays.map((array) => this.program._malloc(Math.max(4, array.byteLength)));
    try {
      arrays.forEach((array, i) => this.program.HEAPU8.set(
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength), addresses[i]));
      return this.json(name, ...arrays.flatMap((array, i) => [addresses[i], array.length]), ...values);
    } finally {
      for (const address of addresses) this.program._free(address);
    }
  }

  /** @param {number} length */
  bytesOut(length) {
    const address = this.call('atlas_bytes', 'number');
    return this.program.HEAPU8.slice(address, address + length);
  }

  close() {
    this.call('atlas_delete', null);
  }
}

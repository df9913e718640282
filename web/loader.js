// Files with real percentages: sizes come from build.json, written by the build, so a compressed transfer counts right.

/**
 * @param {Response} response
 * @param {number} size_bytes   uncompressed
 * @param {(bytes: number) => void} on_bytes   called with the growth
 * @returns {Promise<Uint8Array>}
 */
async function readAll(response, size_bytes, on_bytes) {
  if (!response.body) {
    const all = new Uint8Array(await response.arrayBuffer());
    on_bytes(all.length);
    return all;
  }
  let bytes = new Uint8Array(size_bytes);
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > bytes.length) {
      const larger = new Uint8Array((length + value.length) * 2);
      larger.set(bytes.subarray(0, length));
      bytes = larger;
    }
    bytes.set(value, length);
    length += value.length;
    on_bytes(value.length);
  }
  return bytes.subarray(0, length);
}

/**
 * The files beside this module, over the network.
 * @param {string} base   folder's address, with a slash
 * @param {(share: number, phase: string) => void} on_progress
 * @returns {Promise<import('./types.js').AtlasFiles>}
 */
export async function networkFiles(base, on_progress) {
  const manifest = await fetchOk(`${base}build.json`).then((response) => response.json());
  const total = manifest.wasm.bytes + manifest.pack.bytes; // texts that come first are beyond it: the bar waits at its end
  let loaded = 0;
  /** @param {{file: string, bytes: number}} entry @param {string} phase @param {boolean} counts */
  const get = async (entry, phase, counts) => {
    const response = await fetchOk(base + entry.file);
    return readAll(response, entry.bytes, (bytes) => {
      if (!counts) return;
      loaded += bytes;
      on_progress(Math.min(1, loaded / total), phase);
    });
  };
  return {
    wasm: () => get(manifest.wasm, 'program', true),
    pack: () => get(manifest.pack, 'data', true),
    texts: manifest.texts ? () => get(manifest.texts, 'texts', false) : null,
    fine: manifest.fine ? () => get(manifest.fine, 'relief', false) : null,
    at_hand: false,
  };
}

/** @param {string} url */
async function fetchOk(url) {
  let response;
  try {
    response = await fetch(url);
  } catch {
    throw new LoadError(url, 'could not be reached');
  }
  if (!response.ok) throw new LoadError(url, `the server answered ${response.status}`);
  return response;
}

export class LoadError extends Error {
  /** @param {string} url @param {string} why */
  constructor(url, why) {
    super(`${url.split('/').pop()}: ${why}`);
    this.name = 'LoadError';
  }
}

/**
 * Files inside the page itself (the one-file edition): base64 of gzip in data blocks.
 * @returns {import('./types.js').AtlasFiles}
 */
export function inlineFiles() {
  /** @param {string} id */
  const get = async (id) => {
    const block = document.getElementById(id);
    if (!block) throw new LoadError(id, 'is missing in this file');
    const text = atob(block.textContent ?? '');
    const packed = Uint8Array.from(text, (c) => c.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };
  return {
    wasm: () => get('atlas-wasm'),
    pack: () => get('atlas-pack'),
    texts: document.getElementById('atlas-texts') ? () => get('atlas-texts') : null,
    fine: document.getElementById('atlas-fine') ? () => get('atlas-fine') : null,
    at_hand: true,
  };
}

// The program's glue, written by the compiler; tools/lib/make_page.mjs says where it lies.
declare module 'arctic-atlas-program' {
  export default function createProgram(options: object): Promise<import('./bridge.js').Program>;
}

// Makes dist/ from web/, the program (wasm and its glue) and the packs:
//   index.html embed.html atlas.css page.js embed.js atlas.js   arctic-atlas.wasm build.json
//   atlas.pack atlas-texts.pack atlas-fine.pack
//   arctic-atlas.html: everything in one file that opens from disk, with a policy of its own.
// Usage: make_page.mjs --program build/web --pack build/native/pack --out dist
import { createHash } from 'node:crypto';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const options = Object.fromEntries(
  process.argv.slice(2).flatMap((word, i, all) => (word.startsWith('--') ? [[word.slice(2), all[i + 1]]] : [])));
for (const name of ['program', 'pack', 'out'])
  if (!options[name]) throw new Error(`make_page: --${name} is missing`);
const web = path.join(root, 'web');
const out = path.resolve(options.out);

const sha = (bytes, length = 10) => createHash('sha256').update(bytes).digest('hex').slice(0, length);

/** Bundles one entry; the program's glue is found beside the build, wherever that is. */
async function bundle(entry, format) {
  const result = await build({
    entryPoints: [path.join(web, entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ['chrome100', 'firefox100', 'safari16'],
    legalComments: 'none',
    logOverride: { 'empty-import-meta': 'silent', 'direct-eval': 'error' },
    external: ['fs', 'path', 'module'],
    // A classic script has no address of its own; the glue only asks for one to find files that are handed to it.
    define: format === 'iife' ? { 'import.meta.url': 'document.baseURI' } : {},
    plugins: [{
      name: 'program',
      setup(b) {
        b.onResolve({ filter: /^arctic-atlas-program$/ },
          () => ({ path: path.resolve(options.program, 'arctic-atlas-core.js') }));
      },
    }],
  });
  return result.outputFiles[0].text;
}

/** Writes a file and, where a server can use it, its brotli twin. */
async function put(name, bytes) {
  await writeFile(path.join(out, name), bytes);
  const raw = Buffer.from(bytes);
  if (raw.length < 1024) return;
  const packed = brotliCompressSync(raw, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length },
  });
  if (packed.length < raw.length * 0.97) await writeFile(path.join(out, `${name}.br`), packed);
}

const wasm = await readFile(path.join(options.program, 'arctic-atlas-core.wasm'));
const pack = await readFile(path.join(options.pack, 'atlas.pack'));
const texts = await readFile(path.join(options.pack, 'atlas-texts.pack'));
const fine = await readFile(path.join(options.pack, 'atlas-fine.pack'));
const css = await readFile(path.join(web, 'atlas.css'), 'utf8');
const index = await readFile(path.join(web, 'index.html'), 'utf8');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await put('arctic-atlas.wasm', wasm);
await put('atlas.pack', pack);
await put('atlas-texts.pack', texts);
await put('atlas-fine.pack', fine);
await put('atlas.css', css);
await put('index.html', index);
// The same shell in somebody else's page: another entry, and the wheel is the host's.
await put('embed.html', index.replace('src="page.js"', 'src="embed.js"').replace('<html lang="en">',
  '<html lang="en" class="cooperative">'));
for (const entry of ['page.js', 'embed.js', 'atlas.js', 'element.js']) await put(entry, await bundle(entry, 'esm'));
const entry = (file, bytes) => ({ file, bytes: bytes.length, sha256: sha(bytes, 64) });
const manifest = {
  wasm: entry('arctic-atlas.wasm', wasm),
  pack: entry('atlas.pack', pack),
  texts: entry('atlas-texts.pack', texts),
  fine: entry('atlas-fine.pack', fine),
};

// One file: inline script and style are named by their hashes, the rest is forbidden.
const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
// A closing tag inside the script would end it early; in strings and templates this form means the same.
const script = (await bundle('single.js', 'iife')).replaceAll('</script', '<\\/script');
const block = (id, bytes) =>
  `<script type="application/octet-stream" id="${id}">${gzipSync(bytes, { level: 9 }).toString('base64')}</script>`;
const policy = `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(css)}; ` +
  "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'";
const single = index
  .replace('<meta charset="utf-8">',
    () => `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`)
  .replace('<link rel="stylesheet" href="atlas.css">', () => `<style>${css}</style>`)
  .replace('<script type="module" src="page.js"></script>', () =>
    [block('atlas-wasm', wasm), block('atlas-pack', pack), block('atlas-texts', texts), block('atlas-fine', fine),
      `<script>${script}</script>`].join('\n'));
if (single.includes('src="page.js"')) throw new Error('make_page: index.html has another script line than expected');
await put('arctic-atlas.html', single);
await cp(path.join(root, 'LICENSE'), path.join(out, 'LICENSE')).catch(() => {});
await writeFile(path.join(out, 'build.json'), `${JSON.stringify(manifest, null, 1)}\n`);

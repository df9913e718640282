// Serves a folder on 127.0.0.1 under the strict policy that the page is made for, so that what works here works
// elsewhere. `node tools/serve.mjs [--port N] [--dir DIR]`, or serve() from a test.
import { createServer } from 'node:http';
import { createReadStream, promises as fs } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8', '.wasm': 'application/wasm',
  '.csv': 'text/csv; charset=utf-8', '.geojson': 'application/geo+json; charset=utf-8', '.svg': 'image/svg+xml',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.ico': 'image/x-icon', '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8', '.pack': 'application/octet-stream', '.bin': 'application/octet-stream',
  '.glb': 'model/gltf-binary', '.woff2': 'font/woff2', '.webmanifest': 'application/manifest+json',
};

export const POLICY = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'",
  "img-src 'self' data: blob:", "frame-src 'self'", "base-uri 'none'", "form-action 'none'",
].join('; ');

/** The single file brings a policy of its own (with hashes of its inline parts), which this one would forbid. */
const OWN_POLICY = new Set(['arctic-atlas.html']);

/** The file that a request's path names inside root, or null: nothing outside is ever reached, by dots or by links. */
async function fileFor(root, urlPath) {
  let name;
  try {
    name = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  if (name.endsWith('/')) name += 'index.html';
  const wanted = path.join(root, path.posix.normalize('/' + name));
  try {
    const real = await fs.realpath(wanted);
    if (real !== root && !real.startsWith(root + path.sep)) return null;
    const stat = await fs.stat(real);
    return stat.isFile() ? { file: real, stat } : null;
  } catch {
    return null;
  }
}

/** The packed neighbour of a file, if the client takes Brotli and the neighbour is not older. */
async function packed(found, accepted) {
  if (!/(^|[\s,])br\s*(;|,|$)/.test(accepted ?? '') || /(^|[\s,])br\s*;\s*q=0(\.0*)?\s*(,|$)/.test(accepted)) return null;
  try {
    const stat = await fs.stat(found.file + '.br');
    return stat.isFile() && stat.mtimeMs >= found.stat.mtimeMs ? { file: found.file + '.br', stat } : null;
  } catch {
    return null;
  }
}

async function answer(root, request, response) {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cache-Control', 'no-cache');
  const fail = (code, text) => {
    response.statusCode = code;
    response.setHeader('Content-Type', 'text/plain; charset=utf-8');
    response.setHeader('Content-Security-Policy', POLICY);
    response.end(request.method === 'HEAD' ? undefined : text + '\n');
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return fail(405, 'only GET and HEAD');
  }
  const urlPath = request.url.split(/[?#]/, 1)[0];
  const found = await fileFor(root, urlPath);
  if (!found) return fail(404, 'nothing here by that name');
  response.setHeader('Content-Type', TYPES[path.extname(found.file)] ?? 'application/octet-stream');
  if (!OWN_POLICY.has(path.relative(root, found.file))) response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('Vary', 'Accept-Encoding');
  const small = await packed(found, request.headers['accept-encoding']);
  const sent = small ?? found;
  if (small) response.setHeader('Content-Encoding', 'br');
  const tag = `"${sent.stat.size.toString(36)}-${Math.round(sent.stat.mtimeMs * 1000).toString(36)}${small ? '-br' : ''}"`;
  response.setHeader('ETag', tag);
  if ((request.headers['if-none-match'] ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) {
    response.statusCode = 304;
    return response.end();
  }
  response.setHeader('Content-Length', sent.stat.size);
  if (request.method === 'HEAD') return response.end();
  createReadStream(sent.file).on('error', () => response.destroy()).pipe(response);
}

/**
 * Starts serving; port 0 takes a free one.
 * @param {{dir: string, port?: number}} options
 * @returns {Promise<{url: string, close: () => Promise<void>}>}
 */
export async function serve({ dir, port = 0 }) {
  const root = await fs.realpath(dir);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}

async function main(args) {
  let port = 8080;
  let dir = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'dist');
  for (let i = 0; i < args.length; i += 2) {
    if (args[i] === '--port' && /^\d+$/.test(args[i + 1] ?? '')) port = Number(args[i + 1]);
    else if (args[i] === '--dir' && args[i + 1]) dir = args[i + 1];
    else {
      console.log('Usage: node tools/serve.mjs [--port N] [--dir DIR]\nServes DIR (dist/ unless told) on 127.0.0.1.');
      process.exitCode = args[i] === '--help' || args[i] === '-h' ? 0 : 2;
      return;
    }
  }
  try {
    const { url } = await serve({ dir, port });
    console.log(`\n  Arctic Reserves Atlas: ${url}\n  (stop with Ctrl-C)`);
  } catch (error) {
    const taken = `port ${port} is taken: stop what listens there, or choose another, e.g. tools/run --port ${port + 1}`;
    const missing = `no such folder: ${dir} (tools/run builds it)`;
    console.error(error.code === 'EADDRINUSE' ? taken : error.code === 'ENOENT' ? missing : String(error.message));
    process.exitCode = 1;
  }
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) await main(process.argv.slice(2));

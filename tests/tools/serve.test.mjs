// What the page's server promises: types, policy, packed files, no way out of its folder.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { serve } from '../../tools/serve.mjs';

const WASM = Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
let folder;
let server;

/** A request whose path is sent as it stands (fetch would tidy the dots away). */
function get(urlPath, headers = {}) {
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.url);
    http.get({ host: '127.0.0.1', port, path: urlPath, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }));
    }).on('error', reject);
  });
}

before(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'atlas-serve-'));
  const dist = path.join(folder, 'dist');
  fs.mkdirSync(dist);
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret');
  fs.writeFileSync(path.join(dist, 'index.html'), '<!doctype html>');
  fs.writeFileSync(path.join(dist, 'arctic-atlas.html'), '<!doctype html>');
  fs.writeFileSync(path.join(dist, 'atlas.wasm'), WASM);
  fs.writeFileSync(path.join(dist, 'atlas.wasm.br'), brotliCompressSync(WASM));
  fs.symlinkSync(path.join(folder, 'secret.txt'), path.join(dist, 'link.txt'));
  server = await serve({ dir: dist });
});

after(async () => {
  await server.close();
  fs.rmSync(folder, { recursive: true });
});

test('the folder itself gives index.html, under the strict policy, to any origin', async () => {
  const { status, headers } = await get('/');
  assert.equal(status, 200);
  assert.match(headers['content-type'], /^text\/html/);
  assert.equal(headers['access-control-allow-origin'], '*');
  assert.match(headers['content-security-policy'], /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
});

test('the one-file page keeps its own policy', async () => {
  assert.equal((await get('/arctic-atlas.html')).headers['content-security-policy'], undefined);
});

test('a packed neighbour is sent only to who takes it', async () => {
  const plain = await get('/atlas.wasm');
  assert.equal(plain.headers['content-type'], 'application/wasm');
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.deepEqual(plain.body, WASM);
  const packed = await get('/atlas.wasm', { 'accept-encoding': 'gzip, br' });
  assert.equal(packed.headers['content-encoding'], 'br');
  assert.equal(packed.headers['content-type'], 'application/wasm');
  assert.deepEqual(brotliDecompressSync(packed.body), WASM);
  assert.equal((await get('/atlas.wasm', { 'accept-encoding': 'br;q=0' })).headers['content-encoding'], undefined);
});

test('what the browser has already is not sent again', async () => {
  const { headers } = await get('/atlas.wasm');
  const again = await get('/atlas.wasm', { 'if-none-match': headers.etag });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test('nothing outside the folder can be reached', async () => {
  for (const way of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/x/../../secret.txt', '/link.txt',
    '/..%5csecret.txt', '//secret.txt', '/%00', '/%ff', '/nothing']) {
    const { status, body } = await get(way);
    assert.equal(status, 404, way);
    assert.doesNotMatch(body.toString(), /secret/, way);
  }
});

test('a port that is taken is an error that names itself', async () => {
  const port = Number(new URL(server.url).port);
  await assert.rejects(serve({ dir: folder, port }), { code: 'EADDRINUSE' });
});

// The atlas in other hands: in a sandboxed frame of somebody else's page, as one file from disk, on broken deliveries,
// without WebGL 2.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { DIST, PATIENCE_MS, distFile, idle, keysOf, openHouse, openPage, ready, shot, state } from './support.mjs';

const options = { timeout: PATIENCE_MS };
let house;

before(async () => { house = await openHouse(); }, options);
after(() => house?.close());

/** Somebody else's page on an origin of its own; everything that the frame says is kept in `heard`. */
async function hostPage(frame_url) {
  const html = `<!doctype html><title>Host</title><link rel="icon" href="data:,">
<script>
  window.heard = [];
  addEventListener('message', (event) => heard.push({ ...event.data, origin: event.origin }));
  const ask = (message) => document.querySelector('iframe').contentWindow.postMessage(message, '*');
</script>
<iframe sandbox="allow-scripts" src="${frame_url}" width="600" height="380" style="border:0"></iframe>`;
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(html);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

test('embed: a sandboxed frame on another origin answers its host', options, async () => {
  const host = await hostPage(`${house.url}embed.html#v=1&t=2014-09-12`);
  const { page, context, complaints } = await openPage(house, { width: 640, height: 420, offline_ok: [host.url] });
  try {
    await page.goto(host.url);
    const next = async (what) => {
      await page.waitForFunction((w) => window.heard.some((m) => m.type === w.type && (w.id === undefined || m.id === w.id)), what);
      return page.evaluate((w) => window.heard.find((m) => m.type === w.type && (w.id === undefined || m.id === w.id)), what);
    };
    /** @param {object} message */
    const ask = (message) => page.evaluate((m) => window.ask?.(m) ?? document.querySelector('iframe').contentWindow.postMessage(m, '*'), message);
    const first = await next({ type: 'ready' });
    assert.equal(first.app, 'arctic-atlas');
    assert.equal(first.origin, 'null', 'the sandbox holds');
    assert.equal(keysOf(first.state).t, '2014-09-12');

    await ask({ app: 'arctic-atlas', v: 1, type: 'ping', id: 'p' });
    assert.equal(keysOf((await next({ type: 'ready', id: 'p' })).state).ui, 'embed');

    await ask({ app: 'arctic-atlas', v: 1, type: 'set-state', id: 's', state: '#v=1&t=2022-02-24&h=tall&ui=embed' });
    const set = await next({ type: 'state', id: 's' });
    assert.equal(keysOf(set.state).t, '2022-02-24');
    assert.deepEqual(set.refused.map((refusal) => refusal.where), ['h']);

    await ask({ app: 'arctic-atlas', v: 1, type: 'get-state', id: 'g' });
    assert.equal((await next({ type: 'state', id: 'g' })).state, set.state);

    await ask({ app: 'arctic-atlas', v: 1, type: 'get-table', id: 't' });
    assert.equal((await next({ type: 'table', id: 't' })).report.totals.layers.province.count, 25);

    await ask({ app: 'arctic-atlas', v: 1, type: 'dance', id: 'd' });
    assert.equal((await next({ type: 'error', id: 'd' })).code, 'unknown-type');
    await ask({ app: 'arctic-atlas', v: 1, type: 'set-state', id: 'b', state: 7 });
    assert.equal((await next({ type: 'error', id: 'b' })).code, 'bad-message');
    const count = await page.evaluate(() => window.heard.length);
    await ask({ app: 'something-else', type: 'ping', id: 'x' });
    await ask({ app: 'arctic-atlas', v: 1, type: 'get-state', id: 'after' });
    await next({ type: 'state', id: 'after' });
    assert.deepEqual(await page.evaluate((n) => window.heard.slice(n).filter((m) => m.id === 'x'), count), []);
    await shot(page, 'embed');

    // The host's page keeps its wheel: without Ctrl the frame zooms nothing.
    const frame = page.frames()[1];
    await idle(frame);
    const before_wheel = await state(frame);
    await page.mouse.move(300, 160);
    await page.mouse.wheel(0, -200);
    await frame.waitForFunction(() => !document.getElementById('toast').hidden);
    await idle(frame);
    assert.equal(keysOf(await state(frame)).c, keysOf(before_wheel).c);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
    await host.close();
  }
});

test('one file: opens from disk, asks nobody', options, async () => {
  const file = pathToFileURL(path.join(DIST, 'arctic-atlas.html')).href;
  const { page, context, complaints, requests } = await openPage(house, { offline_ok: ['file://'] });
  try {
    await page.goto(`${file}#v=1&t=2014-09-12`);
    await ready(page);
    assert.equal(keysOf(await state(page)).t, '2014-09-12');
    const count = await page.evaluate(() => window.atlas.assets().filter((asset) => asset.layer === 'province').length);
    assert.equal(count, 25);
    await shot(page, 'single-file');
    assert.deepEqual(requests, [`${file}#v=1&t=2014-09-12`].map((url) => url.replace(/#.*/, '')));
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});

test('link: an address with wrong values opens, names them and applies the rest', options, async () => {
  const { page, context, complaints } = await openPage(house);
  try {
    await page.goto(`${house.url}?t=2022-02-24&h=tall&c=%E0%A4%A`);
    await page.waitForFunction(() => !document.getElementById('toast').hidden);
    const said = await page.textContent('#toast');
    for (const word of ['h:', 'tall', 'c:']) assert.ok(said.includes(word), `${word} is missing: ${said}`);
    await ready(page);
    assert.equal(keysOf(await state(page)).t, '2022-02-24');
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});

/** Opens the page, expects the failure page and gives its words. */
async function failure(prepare) {
  const { page, context, complaints } = await openPage(house);
  try {
    await prepare(page);
    await page.goto(house.url);
    await page.waitForFunction(() => (document.documentElement.dataset.atlas ?? '') !== '');
    assert.equal(await page.getAttribute('html', 'data-atlas'), 'failed');
    assert.equal(await page.isVisible('#failure'), true);
    assert.equal(await page.isHidden('#progress'), true);
    assert.equal(await page.locator('canvas').count(), 0, 'no dead canvas stays');
    return { what: await page.textContent('#failure-what'), todo: await page.textContent('#failure-do'), complaints };
  } finally {
    await context.close();
  }
}

test('damaged pack: a plain message', options, async () => {
  const bytes = Buffer.from(distFile('atlas.pack'));
  bytes[Math.floor(bytes.length / 2)] ^= 1;
  const told = await failure((page) => page.route('**/atlas.pack', (route) => route.fulfill({ body: bytes })));
  assert.match(told.what, /pack/);
  assert.match(told.todo, /damaged/);
  assert.deepEqual(told.complaints, []);
});

test('missing pack: a plain message', options, async () => {
  const told = await failure((page) => page.route('**/atlas.pack', (route) => route.fulfill({ status: 404, body: 'no' })));
  assert.match(told.what, /atlas\.pack.*404/);
  assert.match(told.todo, /reload/i);
  assert.deepEqual(told.complaints.filter((text) => !/status of 404/.test(text)), []);
});

test('damaged program: a plain message', options, async () => {
  const told = await failure((page) => page.route('**/arctic-atlas.wasm',
    (route) => route.fulfill({ body: distFile('arctic-atlas.wasm').subarray(0, 2000) })));
  assert.match(told.what, /arctic-atlas\.wasm|program/);
  assert.ok(told.todo.length > 10);
});

test('no WebGL 2: a plain message', options, async () => {
  const told = await failure((page) => page.addInitScript(() => {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return kind === 'webgl2' ? null : real.call(this, kind, ...rest);
    };
  }));
  assert.match(told.what, /WebGL 2/);
  assert.match(told.todo, /hardware acceleration/);
  assert.deepEqual(told.complaints, []);
});

test('the page carries no address of anybody else', () => {
  for (const name of fs.readdirSync(DIST).filter((file) => /\.(html|js|css)$/.test(file) && file !== 'arctic-atlas.html')) {
    const text = fs.readFileSync(path.join(DIST, name), 'utf8');
    assert.deepEqual(text.match(/(src|href)="https?:[^"]*"|@import[^;]*|url\(\s*["']?https?:[^)]*/g), null, name);
  }
});

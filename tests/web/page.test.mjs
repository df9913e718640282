// The page as a visitor uses it: real pointer, wheel and keys on one page at 1280 x 800.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import {
  PATIENCE_MS, cameraOf, click, drag, idle, keysOf, openHouse, openPage, press, ready, setState, shot, state,
} from './support.mjs';

const options = { timeout: PATIENCE_MS };
const WIDTH = 1280, HEIGHT = 800;
/** Middle of the part of the globe that no panel covers. */
const MIDDLE = { x: 488, y: 312 };
/** Only provinces, the East Barents Basin straight below. */
const BARENTS = '#v=1&c=74,42,3500,0,0&l=province';

const STORY_BUTTON = { x: 884, y: 23 }, TABS = { claims: { x: 131, y: 81 }, series: { x: 200, y: 81 }, in_force: { x: 268, y: 81 } };
/** The first story's, in the list of stories. */
const START_BUTTON = { x: 60, y: 212 };
/** Where the folded story's button stands, at the upper left of the globe. */
const WAY_BACK = { x: 120, y: 74 };

/** The top bar's button and the panel's second row (at this width the layers open on demand). */
const LAYERS_BUTTON = { x: 941, y: 23 }, FIELDS_BOX = { x: 34, y: 101 }, SUN_BOX = { x: 34, y: 210 };

let house, tab, page;

before(async () => {
  house = await openHouse();
  tab = await openPage(house, { width: WIDTH, height: HEIGHT });
  page = tab.page;
  await page.addInitScript(() => {
    window.progress_seen = [];
    new MutationObserver(() => {
      const text = document.getElementById('progress-text')?.textContent;
      if (text && text !== window.progress_seen.at(-1)) window.progress_seen.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(house.url, { timeout: PATIENCE_MS });
  await ready(page);
}, options);
after(() => house?.close());

/** Where a day stands on the timeline: 1990 to 2012 takes its first 15 %, 2012 to 2028 the rest. */
function xOf(day) {
  const at = Date.parse(day), from = Date.parse('2012-01-01'), to = Date.parse('2028-01-01');
  return 227 + 1020 * (0.15 + (0.85 * (at - from)) / (to - from));
}
/** Mean of red, green and blue over a part of a picture, 0 to 255. */
function meanLight(picture, { x, y, width, height }) {
  let sum = 0;
  for (let row = y; row < y + height; ++row)
    for (let column = x; column < x + width; ++column)
      for (let channel = 0; channel < 3; ++channel) sum += picture.data[4 * (row * picture.width + column) + channel];
  return sum / (3 * width * height);
}
const DEALS_DISC_Y = 593, SANCTIONS_DISC_Y = 777;

test('load: the whole stands, with real percentages on the way', options, async () => {
  await shot(page, '1280x800@1');
  assert.equal(await page.getAttribute('html', 'data-atlas'), 'ready');
  assert.match(await page.title(), /Arctic Reserves Atlas/);
  assert.equal(await page.isHidden('#progress'), true);
  assert.equal(await page.isHidden('#failure'), true);
  const seen = await page.evaluate(() => window.progress_seen);
  const shares = seen.map((text) => Number(text.match(/(\d+) %$/)?.[1] ?? -1)).filter((share) => share >= 0);
  assert.ok(shares.length >= 3, `few steps: ${seen.join(' | ')}`);
  assert.deepEqual(shares, [...shares].sort((a, b) => a - b), 'progress runs back');
  assert.equal(shares.at(-1), 100);
});

test('keyboard only: the canvas is the first stop and obeys', options, async () => {
  await setState(page, '#v=1&t=2014-09-12');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'atlas-canvas');
  await press(page, 'ArrowRight');
  assert.equal(keysOf(await state(page)).t, '2014-09-13');
  await press(page, 'Shift+ArrowLeft');
  assert.equal(keysOf(await state(page)).t, '2014-08-13');
  await press(page, 'h');
  assert.equal(keysOf(await state(page)).h, 'total');
  await press(page, 't');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'close');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('#text-view.open').count(), 0);
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement.className), 'atlas-canvas', 'Tab leads out again');
  await page.focus('.atlas-canvas');
  await press(page, 'h');
  assert.equal(keysOf(await state(page)).h, undefined, 'Tab leads into no text field of the globe: H is a key again');
});

test('totals and lists: the official sums and every row with its source', options, async () => {
  const { totals, assets, sums } = await page.evaluate(() => ({
    totals: window.atlas.totals(), assets: window.atlas.assets(), sums: window.atlas.report().totals,
  }));
  const { count, oil_mmbo, gas_bcf, ngl_mmbbl, boe_mmboe } = totals.layers.province;
  assert.equal(count, 25);
  assert.deepEqual([oil_mmbo, gas_bcf, ngl_mmbbl, boe_mmboe].map((amount) => Math.round(amount.best)),
    [89983, 1668658, 44064, 412157]);
  assert.deepEqual(sums, totals);
  assert.equal(assets.filter((asset) => asset.layer === 'province').length, 25);
  assert.equal(assets.filter((asset) => asset.layer === 'field').length, 90);
  assert.ok(assets.filter((asset) => asset.layer === 'deposit').length >= 95);
  assert.deepEqual(assets.filter((asset) => !asset.id || !asset.name || !asset.source_id).map((asset) => asset.id), []);
});

test('at rest no frame is drawn, in 180 of the screen\'s', options, async () => {
  await idle(page);
  const frames = await page.evaluate(async () => {
    const counts = [window.atlas.stats().frames];
    for (let i = 0; i < 180; ++i) {
      await new Promise(requestAnimationFrame);
      counts.push(window.atlas.stats().frames);
    }
    return counts;
  });
  assert.ok(frames[0] > 0);
  assert.deepEqual(new Set(frames), new Set([frames[0]]));
});

test('cost: a step of the date uploads 8 KB at most, the whole start view is 40 draws at most', options, async () => {
  await setState(page, '#v=1&t=2014-01-01');
  const bytes = await page.evaluate(async () => {
    const seen = [];
    const stop = window.atlas.on('change', () => seen.push(window.atlas.stats().uploaded_bytes_last_frame));
    for (const day of ['2014-09-12', '2016-12-20', '2022-02-24', '2022-03-08', '2022-03-16', '2023-11-02', '2025-01-10']) {
      window.atlas.setDate(day);
      await window.atlas.idle();
    }
    stop();
    return seen;
  });
  assert.equal(bytes.length, 7);
  assert.ok(Math.max(...bytes) > 0 && Math.max(...bytes) <= 8192, `uploaded: ${bytes}`);
  await setState(page, '#v=1');
  assert.ok(await page.evaluate(() => window.atlas.stats().draw_calls) <= 40);
});

test('cost: a frame in which the camera turns asks GL for nothing and makes 130 calls at most', options, async () => {
  await setState(page, '#v=1');
  const calls = await page.evaluate(async () => {
    const gl = WebGL2RenderingContext.prototype, made = [], own = Object.getOwnPropertyDescriptors(gl);
    for (const [name, { value }] of Object.entries(own))
      if (typeof value === 'function') gl[name] = function (...args) { made.push(name); return value.apply(this, args); };
    const counts = [];
    for (let i = 1; i <= 3; ++i) { // the first frames may find panels that are not settled
      made.length = 0;
      window.atlas.setView({ lat_deg: 80 + i, lon_deg: 22, distance_km: 8150, bearing_deg: 0, tilt_deg: 33 });
      await new Promise(requestAnimationFrame);
      counts.push([...made]);
    }
    for (const [name, descriptor] of Object.entries(own)) Object.defineProperty(gl, name, descriptor);
    await window.atlas.idle();
    return counts;
  });
  const last = calls.at(-1);
  assert.ok(last.includes('drawElements'), 'no frame was drawn');
  assert.deepEqual(last.filter((name) => /^(get|is|check|read|finish|clientWait)/.test(name)), []);
  assert.ok(last.length <= 130, `${last.length} calls`);
});

test('turn: a drag turns the globe under the pointer', options, async () => {
  await setState(page, '#v=1&c=80,0,7000,0,0');
  await drag(page, MIDDLE, { x: MIDDLE.x, y: MIDDLE.y + 60 });
  const camera = cameraOf(await state(page));
  assert.ok(camera.lat_deg > 80.5, `pulled down, the north comes nearer: ${camera.lat_deg}`);
  assert.equal(camera.distance_km, 7000);
});

test('wheel: zooms towards the pointer', options, async () => {
  await setState(page, BARENTS);
  const at = { x: MIDDLE.x + 90, y: MIDDLE.y - 20 };
  await page.mouse.move(at.x, at.y);
  await page.mouse.wheel(0, -300);
  await idle(page);
  const camera = cameraOf(await state(page));
  assert.ok(camera.distance_km < 3500 * 0.7, `distance ${camera.distance_km}`);
  assert.ok(camera.lon_deg > 42.5, `right of the middle lies the east: ${camera.lon_deg}`);
  await page.mouse.wheel(0, 300);
  await idle(page);
  const back = cameraOf(await state(page));
  assert.ok(Math.abs(back.distance_km - 3500) < 40 && Math.abs(back.lon_deg - 42) < 1, JSON.stringify(back));
});

test('N: north up again after a turning drag', options, async () => {
  await setState(page, '#v=1&c=74,42,3500,0,0');
  await drag(page, MIDDLE, { x: MIDDLE.x + 120, y: MIDDLE.y }, { button: 'right' });
  const turned = cameraOf(await state(page));
  assert.ok(Math.abs(turned.bearing_deg) > 5, JSON.stringify(turned));
  await press(page, 'n');
  assert.ok(Math.abs(cameraOf(await state(page)).bearing_deg) < 0.01, await state(page));
});

test('select: a click on the globe, and one beside the globe', options, async () => {
  await setState(page, BARENTS);
  await click(page, MIDDLE);
  assert.equal(keysOf(await state(page)).sel, 'east-barents-basin');
  const card = await page.evaluate(() => window.atlas.report().card);
  assert.match(card.title, /East Barents Basin/);
  await setState(page, '#v=1&c=90,0,30000,0,0&sel=east-barents-basin');
  await click(page, { x: 60, y: 540 });
  assert.equal(keysOf(await state(page)).sel, undefined);
});

test('dates: the sanctions handle takes the deals handle along', options, async () => {
  await setState(page, '#v=1');
  await drag(page, { x: xOf('2026-10-10'), y: SANCTIONS_DISC_Y }, { x: xOf('2014-09-12'), y: SANCTIONS_DISC_Y });
  const keys = keysOf(await state(page));
  assert.ok(Math.abs(Date.parse(keys.t) - Date.parse('2014-09-12')) <= 20 * 86400e3, JSON.stringify(keys));
});

test('dates: apart, the deals handle moves alone', options, async () => {
  await setState(page, '#v=1&td=2020-01-01&ts=2022-02-24');
  const before_totals = await page.evaluate(() => JSON.stringify(window.atlas.totals()));
  await drag(page, { x: xOf('2020-01-01'), y: DEALS_DISC_Y }, { x: xOf('2012-06-01'), y: DEALS_DISC_Y });
  const keys = keysOf(await state(page));
  assert.equal(keys.ts, '2022-02-24');
  assert.ok(Math.abs(Date.parse(keys.td) - Date.parse('2012-06-01')) <= 20 * 86400e3, JSON.stringify(keys));
  const after_totals = await page.evaluate(() => JSON.stringify(window.atlas.totals()));
  assert.notEqual(after_totals, before_totals);
});

test('play: Space starts and stops the clocks', options, async () => {
  await setState(page, '#v=1&c=90,0,20000,0,0&t=2014-01-01');
  await page.keyboard.press('Space');
  await page.waitForFunction(() => !window.atlas.state().includes('t=2014-01-01'));
  const first = await state(page);
  await page.waitForFunction((text) => window.atlas.state() !== text, first);
  await page.keyboard.press('Space');
  await idle(page);
  const stopped = keysOf(await state(page)).t;
  assert.ok(stopped > '2014-01-01', stopped);
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  assert.equal(keysOf(await state(page)).t, stopped);
});

test('layers: a check box of the panel hides a layer', options, async () => {
  await setState(page, '#v=1');
  await click(page, LAYERS_BUTTON);
  await shot(page, '1280x800@1-layers');
  await click(page, FIELDS_BOX);
  const layers = keysOf(await state(page)).l?.split(',') ?? [];
  assert.ok(layers.includes('province') && !layers.includes('field'), await state(page));
  await click(page, FIELDS_BOX);
  assert.equal(keysOf(await state(page)).l, undefined);
  await click(page, LAYERS_BUTTON);
});

test('polar night: its box lights the globe by the day, and the date moves it', options, async () => {
  await setState(page, '#v=1&t=2014-06-21&ui=full');
  await click(page, LAYERS_BUTTON);
  await click(page, SUN_BOX);
  await idle(page);
  assert.ok(keysOf(await state(page)).l?.split(',').includes('sun'), await state(page));
  const june = await shot(page, '1280x800@1-midnight-sun');
  await page.evaluate(() => window.atlas.setDate('2014-12-21'));
  await idle(page);
  const december = await shot(page, '1280x800@1-polar-night');
  // Greenland's ice at 78 N: the sun of June against no sun at all.
  const light = (png) => meanLight(PNG.sync.read(png), { x: 375, y: 310, width: 16, height: 10 });
  assert.ok(light(december) < 0.7 * light(june), `${light(december)} is not darker than ${light(june)}`);
  await click(page, SUN_BOX);
  assert.equal(keysOf(await state(page)).l, undefined);
  await click(page, LAYERS_BUTTON);
});

test('link: a change stands in the address; a new address is applied', options, async () => {
  await setState(page, '#v=1&t=2014-09-12&sel=yamal-lng');
  await page.waitForFunction(() => location.hash.includes('t=2014-09-12'));
  await page.evaluate(() => { location.hash = '#v=1&t=2022-02-24&h=total'; });
  await page.waitForFunction(() => window.atlas.state().includes('t=2022-02-24'));
  await idle(page);
  assert.deepEqual(keysOf(await state(page)), { v: '1', t: '2022-02-24', h: 'total' });
});

test('link: what is wrong in an address is named, the rest applies', options, async () => {
  await page.evaluate(() => { location.hash = '#v=1&t=2022-13-45&h=total&sel=nowhere&c=%E0%A4%A'; });
  await page.waitForFunction(() => !document.getElementById('toast').hidden);
  const said = await page.textContent('#toast');
  for (const word of ['t:', '2022-13-45', 'sel:', 'nowhere', 'c:']) assert.ok(said.includes(word), `${word} is missing: ${said}`);
  await idle(page);
  assert.deepEqual(keysOf(await state(page)), { v: '1', h: 'total' });
});

test('page API: dates, view, selection and their refusals', options, async () => {
  await setState(page, '#v=1');
  const answers = await page.evaluate(() => [
    window.atlas.setDate('2014-09-12'), window.atlas.setDate('2020-05-05', 'deals'), window.atlas.setDate('soon'),
    window.atlas.setDate('2020-01-01', 'moon'), window.atlas.select('yamal-lng-nowhere'),
  ]);
  assert.deepEqual(answers.map((answer) => [answer.applied, answer.refused.map((r) => r.where)]),
    [[true, []], [true, []], [false, ['date']], [false, ['lane']], [false, ['sel']]]);
  await page.evaluate(() => window.atlas.setView({ lat_deg: 70, lon_deg: 60, distance_km: 3000, bearing_deg: 10, tilt_deg: 20 }));
  await idle(page);
  const text = await state(page);
  assert.deepEqual(cameraOf(text), { lat_deg: 70, lon_deg: 60, distance_km: 3000, bearing_deg: 10, tilt_deg: 20 });
  assert.deepEqual([keysOf(text).td, keysOf(text).ts], ['2020-05-05', '2014-09-12']);
});

test('text view: T opens it, its switches count, its button closes it', options, async () => {
  await setState(page, '#v=1&t=2022-02-24');
  await page.focus('.atlas-canvas');
  await press(page, 't');
  await page.waitForSelector('#text-view.open');
  assert.match(await page.textContent('#text-view'), /held back/i);
  const box = page.locator('#text-view ul li input[type=checkbox]').first();
  assert.equal(await box.isChecked(), true);
  await box.click();
  await idle(page);
  assert.match(keysOf(await state(page)).off ?? '', /^[a-z0-9-]+$/);
  await shot(page, '1280x800@1-text');
  await page.click('#text-view .close');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'atlas-canvas');
});

test('story: start, next, explore, back to the story, close, by real clicks', options, async () => {
  await setState(page, '#v=1');
  await click(page, STORY_BUTTON);
  await shot(page, '1280x800@1-stories');
  const first = await page.evaluate(() => window.atlas.readings().stories[0]);
  await click(page, START_BUTTON);
  assert.equal(keysOf(await state(page)).story, first.first);
  const step = await page.evaluate(() => window.atlas.report().story);
  assert.equal(step.at_step, true);
  await shot(page, '1280x800@1-story');
  await press(page, ']');
  assert.equal(keysOf(await state(page)).story, step.next);
  await press(page, 'ArrowLeft');
  assert.equal(await page.evaluate(() => window.atlas.report().story.at_step), false);
  await click(page, STORY_BUTTON); // folded away: one button leads back
  await shot(page, '1280x800@1-explore');
  await click(page, WAY_BACK);
  const back = await page.evaluate(() => window.atlas.report().story);
  assert.deepEqual([back.place, back.at_step], [step.next, true]);
  await press(page, '[');
  assert.equal(keysOf(await state(page)).story, first.first);
  await page.evaluate(() => window.atlas.setStory(null));
  await idle(page);
  assert.equal(keysOf(await state(page)).story, undefined);
});

test('reader: a claim opens its check and flies to its object; the series have their tab', options, async () => {
  await setState(page, '#v=1');
  await click(page, STORY_BUTTON);
  await click(page, TABS.claims);
  await shot(page, '1280x800@1-ledger');
  await click(page, { x: 165, y: 300 });
  await shot(page, '1280x800@1-claims');
  const camera = cameraOf(await state(page));
  assert.ok(keysOf(await state(page)).sel && camera, await state(page));
  await click(page, TABS.series);
  await shot(page, '1280x800@1-series');
  await click(page, TABS.in_force);
  await shot(page, '1280x800@1-in-force');
  await click(page, { x: 35, y: 132 }); // the newest measure's switch
  assert.ok(keysOf(await state(page)).off, await state(page));
  await click(page, STORY_BUTTON);
});

test('language: Russian without a reload, in every word of the report', options, async () => {
  await setState(page, '#v=1&story=ten-years/three-rules');
  await page.evaluate(() => { window.same_page = true; });
  await page.focus('.atlas-canvas');
  await press(page, 'l');
  const report = await page.evaluate(() => window.atlas.report());
  assert.equal(report.lang, 'ru');
  assert.match(report.story.text, /[а-яё]{4}/i);
  assert.match(report.card.title, /[а-яё]{4}/i);
  assert.equal(await page.evaluate(() => window.same_page), true);
  await shot(page, '1280x800@1-russian');
  await press(page, 'l');
});

test('exportPng: a picture of the asked size; the page stays as it was', options, async () => {
  await setState(page, '#v=1');
  const before_shot = PNG.sync.read(await page.screenshot());
  const bytes = Buffer.from(await page.evaluate(async () => {
    const blob = await window.atlas.exportPng({ width_px: 600, height_px: 400 });
    return [blob.type, ...new Uint8Array(await blob.arrayBuffer())].slice(1);
  }));
  const picture = PNG.sync.read(bytes);
  assert.deepEqual([picture.width, picture.height], [600, 400]);
  assert.ok(new Set(Array.from({ length: 600 }, (_, x) => picture.data.readUInt32BE((120 * 600 + x) * 4))).size > 50, 'empty');
  await idle(page);
  assertSame(before_shot, PNG.sync.read(await page.screenshot()));
});

test('context loss: after each of ten in a row the same picture stands, in as much memory', options, async () => {
  await setState(page, '#v=1&t=2022-02-24&sel=east-barents-basin');
  await page.mouse.move(MIDDLE.x, 20);
  await idle(page);
  const before_shot = PNG.sync.read(await page.screenshot());
  const gpu_bytes = await page.evaluate(() => window.atlas.stats().gpu_bytes);
  for (let loss = 1; loss <= 10; ++loss) {
    await page.evaluate(async () => {
      const canvas = document.querySelector('.atlas-canvas');
      const extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      const told = (name) => new Promise((done) => canvas.addEventListener(name, done, { once: true }));
      const lost = told('webglcontextlost');
      extension.loseContext();
      await lost;
      await new Promise((done) => requestAnimationFrame(done));
      const restored = told('webglcontextrestored');
      extension.restoreContext();
      await restored;
    });
    await idle(page);
    const after_shot = PNG.sync.read(await shot(page, '1280x800@1-restored'));
    assert.deepEqual([after_shot.width, after_shot.height], [before_shot.width, before_shot.height]);
    assert.ok(before_shot.data.equals(after_shot.data), `after loss ${loss} a pixel differs`);
    assert.equal(await page.evaluate(() => window.atlas.stats().gpu_bytes), gpu_bytes, `after loss ${loss}`);
  }
});

test('nothing went wrong on the way, nobody else was asked', () => {
  assert.deepEqual(tab.complaints, []);
  assert.ok(tab.requests.length >= 5 && tab.requests.every((url) => url.startsWith(house.url)));
});

/** The same picture, to the pixel. */
function assertSame(a, b) {
  assert.deepEqual([b.width, b.height], [a.width, a.height]);
  const wrong = pixelmatch(a.data, b.data, undefined, a.width, a.height, { threshold: 0.1 });
  assert.equal(wrong, 0, 'pixels that differ');
}

// The same page on other screens: sharp at pixel ratio 2, wide, and in a hand.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { PNG } from 'pngjs';
import { PATIENCE_MS, cameraOf, idle, keysOf, openHouse, openPage, ready, setState, shot, state } from './support.mjs';

const options = { timeout: PATIENCE_MS };
let house;
before(async () => { house = await openHouse(); }, options);
after(() => house?.close());

/** Opens the page at a size, checks that its canvas has as many pixels as the screen, and lets `use` go on. */
async function screen(name, size, use = async () => {}) {
  const { page, context, complaints } = await openPage(house, size);
  try {
    await page.goto(house.url);
    await ready(page);
    const picture = PNG.sync.read(await shot(page, name));
    const wanted = [size.width * size.pixel_ratio, size.height * size.pixel_ratio];
    assert.deepEqual([picture.width, picture.height], wanted);
    assert.deepEqual(await page.evaluate(() => {
      const canvas = document.querySelector('.atlas-canvas');
      return [canvas.width, canvas.height];
    }), wanted);
    assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]),
      [size.width, size.height], 'the page scrolls');
    await use(page, context);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

test('1280 x 800 at 2', options, () => screen('1280x800@2', { width: 1280, height: 800, pixel_ratio: 2 }));

test('1920 x 1080 at 1, then smaller: it follows', options, () =>
  screen('1920x1080@1', { width: 1920, height: 1080, pixel_ratio: 1 }, async (page) => {
    await page.setViewportSize({ width: 700, height: 500 });
    await page.waitForFunction(() => document.querySelector('.atlas-canvas').width === 700);
    await idle(page);
    await shot(page, '700x500@1');
  }));

test('390 x 844 at 2: one finger turns, two zoom', options, () =>
  screen('390x844@2', { width: 390, height: 844, pixel_ratio: 2, touch: true }, async (page, context) => {
    const client = await context.newCDPSession(page);
    const touch = (type, points) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    await setState(page, '#v=1&c=80,0,8000,0,0');
    await touch('touchStart', [[195, 250]]);
    for (const y of [265, 280, 295, 310]) await touch('touchMove', [[195, y]]);
    await touch('touchEnd', []);
    await idle(page);
    const turned = cameraOf(await state(page));
    assert.ok(turned.lat_deg > 80.5 && turned.distance_km === 8000, JSON.stringify(turned));

    await setState(page, '#v=1&c=80,0,8000,0,0');
    await touch('touchStart', [[175, 250], [215, 250]]);
    for (const d of [30, 45, 60, 80]) await touch('touchMove', [[195 - d, 250], [195 + d, 250]]);
    await touch('touchEnd', []);
    await idle(page);
    const near = cameraOf(await state(page));
    assert.ok(near.distance_km < 8000 * 0.5, `spread fingers come nearer: ${JSON.stringify(near)}`);
    assert.equal(keysOf(await state(page)).sel, undefined, 'a pinch selects nothing');

    await touch('touchStart', [[115, 250], [275, 250]]);
    for (const d of [60, 45, 30, 20]) await touch('touchMove', [[195 - d, 250], [195 + d, 250]]);
    await touch('touchEnd', []);
    await idle(page);
    const far = cameraOf(await state(page));
    assert.ok(Math.abs(far.distance_km / 8000 - 1) < 0.1, `and back: ${JSON.stringify(far)}`);
  }));

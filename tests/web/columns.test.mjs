// A host's own columns through the page's own face: what a scrub costs, what is refused, what the pointer finds.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { click, idle, openHouse, openPage, PATIENCE_MS, ready, setState } from './support.mjs';

const options = { timeout: 2 * PATIENCE_MS };
/** @type {Awaited<ReturnType<typeof openHouse>>} */
let house;
/** @type {import('playwright-core').Page} */
let page;
/** @type {string[]} */
let complaints;

before(async () => {
  house = await openHouse();
  ({ page, complaints } = await openPage(house, { width: 320, height: 240 }));
  await page.goto(`${house.url}/index.html#v=1&ui=min&l=labels`);
  await ready(page);
}, options);
after(async () => {
  assert.deepEqual(complaints, []);
  await house.close();
});

/** Columns spread over the north, 40 times each; the answer, and what steps of the date cost in counts. */
const load = (count) => page.evaluate(async (n) => {
  const times = 40;
  const lon_deg = new Float32Array(n), lat_deg = new Float32Array(n), values = new Float32Array(n * times);
  for (let i = 0; i < n; i++) {
    lat_deg[i] = (Math.asin(1 - (i + 0.5) / (2 * n)) * 180) / Math.PI;
    lon_deg[i] = ((i * 137.50776405) % 360) - 180;
    for (let t = 0; t < times; t++) values[i * times + t] = 50 + 50 * Math.sin(i + t);
  }
  const times_day = Array.from({ length: times }, (_, t) => 15000 + 120 * t);
  const answer = await window.atlas.loadColumns({ lon_deg, lat_deg, values, times_day });
  const steps = [];
  for (const day of ['2014-09-12', '2016-12-20', '2022-02-24']) {
    window.atlas.setDate(day);
    await window.atlas.idle();
    const { uploaded_bytes_last_frame, draw_calls } = window.atlas.stats();
    steps.push({ uploaded_bytes_last_frame, draw_calls });
  }
  return { answer, steps, gpu_bytes: window.atlas.stats().gpu_bytes };
}, count);

const picture = () => page.evaluate(async () => {
  const bytes = new Uint8Array(await (await window.atlas.exportPng({ width_px: 200, height_px: 150 })).arrayBuffer());
  return Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))).join();
});

test('a step of the date uploads and draws as much with 100,000 columns as with 1,000', options, async () => {
  const few = await load(1000), many = await load(100_000);
  assert.deepEqual([few.answer, many.answer], [{ applied: true, refused: [] }, { applied: true, refused: [] }]);
  assert.deepEqual(many.steps, few.steps);
  assert.ok(Math.max(...many.steps.map((step) => step.uploaded_bytes_last_frame)) <= 8192, JSON.stringify(many.steps));
  // 16 bits a value and 12 bytes a place, in whole rows of 2,048, on the device.
  assert.ok(many.gpu_bytes - few.gpu_bytes < 100_000 * (40 * 2 + 12) * 1.05, `${many.gpu_bytes - few.gpu_bytes}`);
});

test('the date moves the columns, and what is refused leaves the last ones', options, async () => {
  await page.evaluate(() => window.atlas.loadColumns({ lon_deg: [0], lat_deg: [88], values: [1, 9], times_day: [16000, 17000] }));
  await setState(page, '#v=1&ui=min&l=labels&t=2013-01-01');
  const low = await picture();
  await setState(page, '#v=1&ui=min&l=labels&t=2020-01-01');
  const high = await picture();
  assert.notEqual(low, high);
  const refused = await page.evaluate(async () => [
    await window.atlas.loadColumns({ lon_deg: [0], lat_deg: [99], values: [1], times_day: [0] }),
    await window.atlas.loadColumns({ lon_deg: [0, 1], lat_deg: [80, 80], values: [1, 2, 3], times_day: [0, 1] }),
    await window.atlas.loadColumns({ lon_deg: [0], lat_deg: [80], values: [NaN], times_day: [0] }),
    await window.atlas.loadColumns({ lon_deg: [0], lat_deg: [80], values: Array(300).fill(1), times_day: Array.from(Array(300).keys()).map((i) => (i < 299 ? i : 0)) }),
    await window.atlas.loadColumns({ lon_deg: [0], lat_deg: [80], values: [], times_day: [] }),
  ]);
  assert.deepEqual(refused.map((one) => [one.applied, one.refused[0]?.where]),
    [[false, 'lat_deg'], [false, 'values'], [false, 'values'], [false, 'times_day'], [false, 'times_day']]);
  assert.equal(await picture(), high);
  assert.deepEqual(await page.evaluate(() => window.atlas.loadColumns({ lon_deg: [], lat_deg: [], values: [], times_day: [0] })),
    { applied: true, refused: [] });
  assert.notEqual(await picture(), high);
});

test('a device tells how many times it can draw', options, async () => {
  const answer = await page.evaluate(() => {
    const times = 100_000;
    return window.atlas.loadColumns({ lon_deg: [0], lat_deg: [80], values: new Float32Array(times), times_day: Array.from(Array(times).keys()) });
  });
  assert.equal(answer.applied, false);
  assert.match(answer.refused[0].what, /^this device draws at most \d+ times \(100000\)$/);
});

test('a click on a column gives its index to the host, and none to the atlas', options, async () => {
  await page.evaluate(() => window.atlas.loadColumns({ lon_deg: [0, 40, 80], lat_deg: [60, 75, 60], values: [1, 1, 1], times_day: [0] }));
  await setState(page, '#v=1&ui=min&l=labels&c=75,40,800,0,0');
  await page.evaluate(() => {
    window.columns = [];
    window.atlas.on('column', (column) => window.columns.push(column));
  });
  await click(page, { x: 160, y: 120 });
  assert.deepEqual(await page.evaluate(() => window.columns), [{ index: 1 }]);
  assert.doesNotMatch(await page.evaluate(() => window.atlas.state()), /sel=/);
  await idle(page);
});

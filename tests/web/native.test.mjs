// The page and the display-less program draw the same picture: golden cases in Chromium (ANGLE, SwiftShader) beside
// what build/native/arctic-atlas (Mesa) makes of them now. Two drivers round edges differently; nothing else may differ.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import test, { after, before } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { PATIENCE_MS, ROOT, SHOTS, openHouse, openPage, ready, setState, shot } from './support.mjs';

const options = { timeout: PATIENCE_MS };
const THRESHOLD = 0.1; // of tools/golden
// The contract is 0.5 %. Edges come to 0.05 %; contours near the ground, which two software drivers filter differently in
// the last bit, to 0.18 %.
const MAX_DIFFERING = 0.0025;
const CASES = ['start-view', 'paper-in-russian', 'west-siberia-from-the-side', 'columns-verified-and-not', 'embed',
  'eurasia-basin-over-the-pole'];
/** Where a visitor was before: names that stood there must not keep their places in a view that one leaps to. */
const ELSEWHERE = '#v=1&c=70,100,9000,40,20&l=province,labels';

let house;
before(async () => { house = await openHouse(); }, options);
after(() => house?.close());

const file = JSON.parse(fs.readFileSync(path.join(ROOT, 'tests/golden/cases.json'), 'utf8'));

function nativePicture(one) {
  const out = path.join(SHOTS, `${one.name}.native.png`);
  fs.mkdirSync(SHOTS, { recursive: true });
  execFileSync(path.join(ROOT, 'build/native/arctic-atlas'), ['render', '-o', out, '--size', one.size_px.join('x'),
    '--pixel-ratio', String(one.pixel_ratio), '--state', one.state ?? '#v=1']);
  return PNG.sync.read(fs.readFileSync(out));
}

/** Opens the page at the case, or elsewhere first, and holds it against the program's picture. */
async function same(name, { from } = {}) {
  const one = { ...file.defaults, ...file.cases.find((each) => each.name === name) };
  const state = one.state ?? '#v=1';
  const expected = nativePicture(one);
  const [width, height] = one.size_px;
  const { page, context, complaints } = await openPage(house, { width, height, pixel_ratio: one.pixel_ratio });
  try {
    await page.goto(`${house.url}${/[&#]ui=embed/.test(state) ? 'embed.html' : ''}${from ?? state}`);
    await ready(page);
    if (from) await setState(page, state);
    const actual = PNG.sync.read(await shot(page, `${name}.page`));
    assert.deepEqual([actual.width, actual.height], [expected.width, expected.height]);
    const diff = new PNG({ width, height });
    const count = pixelmatch(expected.data, actual.data, diff.data, width, height, { threshold: THRESHOLD });
    fs.writeFileSync(path.join(SHOTS, `${name}.page-diff.png`), PNG.sync.write(diff));
    const share = count / (width * height);
    assert.ok(share <= MAX_DIFFERING, `${count} pixels differ, ${(share * 100).toFixed(3)} %: build/web-shots/${name}.page-diff.png`);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

for (const name of CASES) test(`page and program: ${name}`, options, () => same(name));
for (const name of ['west-siberia-from-the-side', 'eurasia-basin-over-the-pole'])
  test(`page and program: ${name}, reached from elsewhere`, options, () => same(name, { from: ELSEWHERE }));

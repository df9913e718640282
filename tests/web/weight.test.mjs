// The weight of the page, as a server that knows Brotli sends it. A size is a count: it may fall, never grow unseen.
// docs/PERFORMANCE.md says where the bytes go and what the budget is.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { DIST } from './support.mjs';

const MOST_BYTES = {
  first_picture: 584 * 1024, // the budget is 600
  sharp_relief: 300 * 1024,
  texts: 175 * 1024,
};
const FIRST = ['index.html', 'atlas.css', 'page.js', 'build.json', 'arctic-atlas.wasm', 'atlas.pack'];

/** @param {string} name  in dist; small files have no twin */
function sent(name) {
  const twin = path.join(DIST, `${name}.br`);
  return fs.statSync(fs.existsSync(twin) ? twin : path.join(DIST, name)).size;
}

test('weight: everything for the first full picture, the texts, the sharp relief', () => {
  const first_picture = FIRST.reduce((sum, name) => sum + sent(name), 0);
  const found = { first_picture, sharp_relief: sent('atlas-fine.pack'), texts: sent('atlas-texts.pack') };
  for (const [what, most] of Object.entries(MOST_BYTES))
    assert.ok(found[what] <= most, `${what}: ${found[what]} bytes, at most ${most}`);
});

// The texts (notes, sources, claims, series, stories) come in a pack of their own after the first picture: what a page
// does until they are there, when they come, and when they never come.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { PATIENCE_MS, distFile, idle, keysOf, openHouse, openPage, ready, state } from './support.mjs';

const options = { timeout: PATIENCE_MS };
let house;

before(async () => { house = await openHouse(); }, options);
after(() => house?.close());

/** A page whose texts wait until `release` is called; `asked` says whether they were asked for. */
async function pageWithoutTexts(fragment = '') {
  const { page, context, complaints } = await openPage(house);
  let release = () => {};
  const gate = new Promise((done) => { release = () => done(undefined); });
  let asked = false;
  await page.route('**/atlas-texts.pack', async (route) => {
    asked = true;
    await gate;
    await route.fulfill({ body: distFile('atlas-texts.pack') });
  });
  await page.goto(house.url + fragment);
  return { page, context, complaints, release, asked: () => asked };
}

const isReady = (page) => page.waitForFunction(() => document.documentElement.dataset.atlas === 'ready');

test('texts: the first picture stands without them, and nothing of it changes when they come', options, async () => {
  const { page, context, complaints, release } = await pageWithoutTexts('#v=1&t=2014-09-12&sel=prirazlomnoye');
  try {
    await isReady(page);
    const told = () => page.evaluate(() => {
      const report = window.atlas.report();
      return { totals: window.atlas.totals(), summary: report.summary, card: report.card.title,
        sources: report.card.sources.length, stories: window.atlas.readings().stories.length };
    });
    const early = await told();
    assert.equal(early.sources, 0);
    assert.equal(early.stories, 0);
    assert.match(early.card, /Prirazlomnoye/);
    assert.match(early.totals.dataset.sha256, /^[0-9a-f]{64}$/);
    release();
    await idle(page);
    const late = await told();
    assert.ok(late.sources > 0 && late.stories > 0, JSON.stringify(late));
    assert.deepEqual({ ...late, sources: 0, stories: 0 }, { ...early, sources: 0, stories: 0 });
    await page.waitForFunction(() => document.querySelectorAll('#text-view a[href^="http"]').length > 0);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});

test('texts: names in Russian come with the first picture', options, async () => {
  const { page, context, release } = await pageWithoutTexts('#v=1&lang=ru&sel=prirazlomnoye');
  try {
    await page.waitForFunction(() => document.getElementById('progress-text')?.textContent !== '');
    release();
    await isReady(page);
    assert.match(await page.evaluate(() => window.atlas.report().card.title), /Приразломное/);
  } finally {
    await context.close();
  }
});

test('texts: a link into a story waits for them', options, async () => {
  const { page, context, release, asked } = await pageWithoutTexts('#v=1&story=article/alaska');
  try {
    await page.waitForFunction(() => document.getElementById('progress-text')?.textContent !== '');
    release();
    await isReady(page);
    assert.ok(asked());
    assert.equal(keysOf(await state(page)).story, 'article/alaska');
    assert.ok(await page.evaluate(() => window.atlas.report().story.title.length > 0));
  } finally {
    await context.close();
  }
});

test('texts: a story asked for before them opens when they come, unless the reader has moved on', options, async () => {
  for (const moved_on of [false, true]) {
    const { page, context, release } = await pageWithoutTexts();
    try {
      await isReady(page);
      await page.evaluate(() => window.atlas.setState('#v=1&story=article/alaska'));
      if (moved_on) await page.evaluate(() => window.atlas.setDate('2014-09-12'));
      release();
      await idle(page);
      assert.equal(keysOf(await state(page)).story, moved_on ? undefined : 'article/alaska');
    } finally {
      await context.close();
    }
  }
});

test('texts: damaged ones are said, and the picture stays', options, async () => {
  const { page, context } = await openPage(house);
  try {
    const bytes = Buffer.from(distFile('atlas-texts.pack'));
    bytes[Math.floor(bytes.length / 2)] ^= 1;
    await page.route('**/atlas-texts.pack', (route) => route.fulfill({ body: bytes }));
    await page.goto(house.url);
    await ready(page);
    await page.waitForFunction(() => /texts|pack/.test(document.getElementById('toast')?.textContent ?? ''));
    assert.ok(await page.evaluate(() => window.atlas.report().active_sanctions.length > 0));
  } finally {
    await context.close();
  }
});

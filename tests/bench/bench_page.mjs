// What a frame costs the page's main thread, in a real Chromium: the camera turns over a fixed path, then the date moves
// over fixed days. Figures for tools/bench, never a test. Every call of GL is made, but with next to nothing to draw:
// software GL would take the processor from the thread that is measured, and make it wait.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { serve } from '../../tools/serve.mjs';
import { DIST, PATIENCE_MS, ROOT, openBrowser, ready } from '../web/support.mjs';

const HELP = `Usage: node tests/bench/bench_page.mjs [--dist DIR]... [--rounds N] [--profile turn|scrub] [--json]

--dist DIR   a built page (dist/ when left out); several are measured by turns, for a before and after, and with them
             the least page that draws blocks on a globe (bare_page.html), for what the machine gives
--rounds N   how often each is measured (3): the figures are of all rounds together
--profile X  also where the time goes, by function: needs a build with --profiling-funcs to name any`;

/** The yardstick: what the same machine takes for the least that draws blocks on a globe. */
const BARE = path.join(ROOT, 'tests', 'bench', 'bare_page.html');
const STEPS = 300, WARM_UP = 30;
const WIDTH_PX = 1280, HEIGHT_PX = 800;

/** All calls are made, each with next to nothing to draw: targets, viewports, copies and draws of a few pixels and corners. */
function drawLittle() {
  const gl = WebGL2RenderingContext.prototype, few = 4;
  const { viewport, blitFramebuffer, renderbufferStorageMultisample, texImage2D, drawElements, drawElementsInstanced, drawArraysInstanced } = gl;
  gl.viewport = function (x, y, w, h) { viewport.call(this, x, y, Math.min(w, few), Math.min(h, few)); };
  gl.blitFramebuffer = function (...args) { blitFramebuffer.call(this, 0, 0, few, few, 0, 0, few, few, args[8], args[9]); };
  gl.renderbufferStorageMultisample = function (target, samples, format) { renderbufferStorageMultisample.call(this, target, samples, format, few, few); };
  gl.texImage2D = function (...args) {
    if (args.length === 9 && args[8] === null && args[6] === this.RGBA && args[2] !== this.RGBA32F && args[2] !== this.RGBA8) args[3] = args[4] = few;
    texImage2D.apply(this, args);
  };
  gl.drawElements = function (mode, count, type, offset) { drawElements.call(this, mode, Math.min(count, 6), type, offset); };
  gl.drawElementsInstanced = function (mode, count, type, offset) { drawElementsInstanced.call(this, mode, Math.min(count, 6), type, offset, 1); };
  gl.drawArraysInstanced = function (mode, first, count) { drawArraysInstanced.call(this, mode, first, Math.min(count, 6), 1); };
}

/** Runs in the page: what the thread was busy with for each of the steps, ms. @param {{what: string, from: number, count: number}} asked */
async function measure({ what, from, count }) {
  const next = () => new Promise((done) => requestAnimationFrame(done));
  const day = (/** @type {number} */ i) => new Date(Date.UTC(2012, 0, 1) + i * 18 * 86_400_000).toISOString().slice(0, 10);
  const times_ms = [];
  for (let i = from; i < from + count; ++i) {
    await next();
    const start_ms = performance.now();
    if (what === 'scrub') window.atlas.setDate(day(i));
    else window.atlas.setView({ lat_deg: 78 + 6 * Math.sin(i / 40), lon_deg: 22 + i / 2, distance_km: 8150, bearing_deg: 0, tilt_deg: 33 });
    const asked_ms = performance.now() - start_ms;
    await next(); // the atlas asked for its frame first: it stands when we are called
    // A step of the date is counted again when it is asked for, a turn in its frame.
    times_ms.push(window.atlas.stats().cpu_last_frame_ms + asked_ms);
  }
  await window.atlas.idle();
  return times_ms;
}

/** Value below which this share lies. @param {number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Self time by function, ms a step. @param {any} profile @param {number} steps */
function byFunction(profile, steps) {
  const names = new Map(profile.nodes.map((/** @type {any} */ node) => [node.id, node.callFrame.functionName || '(anonymous)']));
  const sums = new Map();
  profile.samples.forEach((/** @type {number} */ id, /** @type {number} */ i) => {
    const name = names.get(id);
    sums.set(name, (sums.get(name) ?? 0) + profile.timeDeltas[i] / 1000);
  });
  return [...sums].map(([name, ms]) => ({ name, ms: ms / steps })).sort((a, b) => b.ms - a.ms);
}

/** A page of its own, ready, still. @param {import('playwright-core').Browser} browser @param {string} url @param {boolean} bare */
async function openAtlas(browser, url, bare) {
  const context = await browser.newContext({ viewport: { width: WIDTH_PX, height: HEIGHT_PX }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.addInitScript(drawLittle);
  // Isolated pages have a clock of 5 instead of 100 microseconds.
  await page.route('**', async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers(), 'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp', 'cross-origin-resource-policy': 'same-origin' };
    if (bare) delete headers['content-security-policy']; // its script stands in the page
    await route.fulfill({ response, headers });
  });
  await page.goto(url, { timeout: PATIENCE_MS });
  await ready(page);
  await page.evaluate(() => window.atlas.later); // texts and sharp relief
  await page.evaluate(() => window.atlas.idle());
  return { context, page };
}

/**
 * @param {{dists?: string[], rounds?: number, profile?: string}} [options]
 * @returns {Promise<{dist: string, what: string, bare: boolean, p10_ms: number, median_ms: number, p90_ms: number, functions?: {name: string, ms: number}[]}[]>}
 */
export async function benchPage({ dists = [DIST], rounds = 3, profile } = {}) {
  const browser = await openBrowser();
  const pages = [BARE, ...dists];
  const rows = pages.flatMap((dist) => ['turn', 'scrub'].map((what) => ({ dist, what, times_ms: /** @type {number[]} */ ([]),
    functions: /** @type {{name: string, ms: number}[] | undefined} */ (undefined) })));
  for (let round = 0; round < rounds; ++round) {
    for (const dist of pages) {
      const bare = dist === BARE;
      const server = await serve({ dir: bare ? path.dirname(dist) : path.resolve(dist), port: 0 });
      const { context, page } = await openAtlas(browser, bare ? `${server.url}${path.basename(dist)}` : server.url, bare);
      for (const row of rows.filter((one) => one.dist === dist)) {
        const asked = { what: row.what, from: 0, count: STEPS };
        await page.evaluate(measure, { ...asked, count: WARM_UP });
        row.times_ms.push(...await page.evaluate(measure, asked));
        if (profile !== row.what || round + 1 < rounds) continue;
        const tools = await context.newCDPSession(page);
        await tools.send('Profiler.enable');
        await tools.send('Profiler.setSamplingInterval', { interval: 50 });
        await tools.send('Profiler.start');
        await page.evaluate(measure, asked);
        row.functions = byFunction((await tools.send('Profiler.stop')).profile, STEPS);
      }
      await context.close();
      await server.close();
    }
  }
  await browser.close();
  return rows.map(({ times_ms, ...row }) => ({ ...row, bare: row.dist === BARE, p10_ms: quantile(times_ms, 0.1), median_ms: quantile(times_ms, 0.5), p90_ms: quantile(times_ms, 0.9) }));
}

async function main() {
  const { values } = parseArgs({ options: { dist: { type: 'string', multiple: true }, rounds: { type: 'string' }, profile: { type: 'string' },
    json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } });
  if (values.help) return console.log(HELP);
  const rows = await benchPage({ dists: values.dist, rounds: Number(values.rounds ?? 3), profile: values.profile });
  if (values.json) return console.log(JSON.stringify(rows, null, 2));
  console.log('| page | step | 10th percentile | median | 90th |\n|---|---|---:|---:|---:|');
  for (const row of rows) console.log(`| ${path.relative('.', row.dist) || row.dist} | ${row.what} | ${[row.p10_ms, row.median_ms, row.p90_ms].map((ms) => `${ms.toFixed(2)} ms`).join(' | ')} |`);
  for (const row of rows) for (const { name, ms } of (row.functions ?? []).slice(0, 60)) console.log(`${ms.toFixed(4)} ms  ${name}`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await main();

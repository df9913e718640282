// Figures, not tests: what the built program and page cost on this machine, beside the budget of each.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { benchPage } from '../../tests/bench/bench_page.mjs';

const HELP = `Usage: tools/bench [--json]

Measures what is built (tools/build native, tools/build web): size of the page, time to the first display-less picture.
Then builds and runs tests/bench/bench_core, natively and as WebAssembly under node: evaluate and curve of the shipped
data, and how both grow with assets and events; tests/bench/bench_scene: what the pointer costs; tests/bench/bench_frame:
where a frame's time goes natively; tests/bench/bench_page.mjs: what a frame costs the page's main thread in Chromium (by
itself it compares two builds: see its --help). Prints tables, or JSON with --json.
Times are medians and hold for this machine only; those of bench_core are processor time.`;

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = path.join(ROOT, 'build/native/arctic-atlas');
const DIST = path.join(ROOT, 'dist');
const RUNS = 5;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @typedef {{name: string, value: number, unit: string, budget?: number}} Figure */

/** Of 1,024 bytes. @param {number} bytes */
const kb = (bytes) => Math.round(bytes / 102.4) / 10;

/** The page's files as a server sends them, the packs entry by entry; the one-file page apart from the rest.
 *  @returns {Figure[]} */
function sizes() {
  if (!fs.existsSync(DIST)) return [];
  const brotli = (file) => brotliCompressSync(fs.readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const files = fs.readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !/\.(br|gz|map)$/.test(one.name))
    .map((one) => path.join(one.parentPath ?? one.path, one.name));
  const single = files.filter((file) => path.basename(file) === 'arctic-atlas.html');
  const weight = (names) => names.reduce((sum, name) => sum + brotli(path.join(DIST, name)), 0);
  const first = weight(['index.html', 'atlas.css', 'page.js', 'build.json', 'arctic-atlas.wasm', 'atlas.pack']);
  const fine = weight(['atlas-fine.pack']), texts = weight(['atlas-texts.pack']);
  return [
    { name: 'page, for the first full picture, brotli', value: kb(first), unit: 'KB', budget: 600 },
    { name: 'page, with the sharp relief', value: kb(first + fine), unit: 'KB', budget: 1000 },
    { name: 'page, with texts and sharp relief', value: kb(first + fine + texts), unit: 'KB' },
    ...files.filter((file) => !single.includes(file)).map((file) => ({ file, bytes: brotli(file) })).filter((one) => one.bytes > 20_000)
      .map((one) => ({ name: `  ${path.relative(DIST, one.file)}`, value: kb(one.bytes), unit: 'KB' })),
    ...packs(),
    ...single.map((file) => ({ name: 'one-file page, as it stands', value: kb(fs.statSync(file).size), unit: 'KB' })),
  ];
}

/** What is in the packs, weighed one by one: what takes 2 KB or more. @returns {Figure[]} */
function packs() {
  return ['atlas.pack', 'atlas-texts.pack', 'atlas-fine.pack'].flatMap((name) => {
    const pack = fs.readFileSync(path.join(DIST, name));
    const rows = [];
    for (let at = 16, left = pack.readUInt32LE(8); left > 0; --left) { // src/data/pack.h
      const length = pack.readUInt16LE(at), entry = pack.toString('utf8', at + 2, at + 2 + length);
      const offset = pack.readUInt32LE(at + 2 + length), size = pack.readUInt32LE(at + 6 + length);
      const bytes = brotliCompressSync(pack.subarray(offset, offset + size), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
      rows.push({ name: `    ${name}: ${entry}`, value: kb(bytes), unit: 'KB' });
      at += 14 + length;
    }
    return rows.filter((row) => row.value >= 2).sort((a, b) => b.value - a.value);
  });
}

/** @returns {Figure[]} */
function native() {
  if (!fs.existsSync(PROGRAM)) return [];
  const out = path.join(os.tmpdir(), `atlas-bench-${process.pid}.png`);
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    execFileSync(PROGRAM, ['render', '-o', out, '--size', '640x480'], { cwd: ROOT, stdio: 'ignore' });
    return performance.now() - start;
  });
  fs.rmSync(out, { force: true });
  return [{ name: 'start to first picture, 640x480, with drawing', value: Math.round(median(times)), unit: 'ms' }];
}

/** @typedef {{assets: number, events: number, slots: number, touches: number, reach_ms: number, first_ms: number,
 *             evaluate_ms: number, curve_ms: number, hash: string}} Times */

/** Builds and runs the benchmark of the model. @param {'native' | 'core-wasm'} preset @param {string[]} args
 *  @returns {{shipped: Times, made: Times[]} | null} */
function core(preset, args = []) {
  const built = spawnSync(path.join(ROOT, 'tools/build'), [preset, '--no-setup', '--target', 'bench_core'], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) return null;
  const program = path.join(ROOT, 'build', preset, 'bench_core');
  const [command, before] = preset === 'native' ? [program, []] : [process.execPath, [`${program}.js`]];
  return JSON.parse(execFileSync(command, [...before, ...args], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}

/** The pointer on the shipped data and on loaded columns, natively. @returns {Figure[]} */
function pointer() {
  const built = spawnSync(path.join(ROOT, 'tools/build'), ['native', '--no-setup', '--target', 'bench_scene'], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) return [];
  const told = JSON.parse(execFileSync(path.join(ROOT, 'build/native/bench_scene'), { cwd: ROOT, encoding: 'utf8' }));
  const count = (/** @type {number} */ n) => n.toLocaleString('en');
  return [
    { name: 'what lies under the pointer, shipped data: mean', value: rounded(told.pick_ms), unit: 'ms', budget: 0.2 },
    { name: '  at the dearest point', value: rounded(told.pick_most_ms), unit: 'ms', budget: 0.2 },
    ...told.loaded.flatMap((/** @type {any} */ row) => [
      { name: `${count(row.columns)} loaded columns x 40 times: taken in`, value: rounded(row.load_ms), unit: 'ms' },
      { name: '  under the pointer: mean', value: rounded(row.pick_ms), unit: 'ms', budget: 0.2 },
      { name: '  what can be seen of them, a frame', value: rounded(row.ranges_ms), unit: 'ms' },
    ]),
  ];
}

/** A frame and the question before it, natively. @returns {Figure[]} */
function frame() {
  const built = spawnSync(path.join(ROOT, 'tools/build'), ['native', '--no-setup', '--target', 'bench_frame'], { stdio: ['ignore', 2, 2] });
  if (built.status !== 0) return [];
  const told = JSON.parse(execFileSync(path.join(ROOT, 'build/native/bench_frame'), { cwd: ROOT, encoding: 'utf8' }));
  const names = { turn: 'a frame while the camera turns', scrub: 'a step of the date' };
  return Object.entries(told).flatMap(([what, stages]) => Object.entries(stages).map(([stage, ms]) =>
    ({ name: `${names[what]}, native: ${stage}`, value: rounded(ms), unit: 'ms' })));
}

/** What a frame costs the page's main thread: the quiet tenth of the frames, as other programs share the processor.
 *  @returns {Promise<Figure[]>} */
async function page() {
  if (!fs.existsSync(DIST)) return [];
  const names = { turn: 'main thread of the page, a frame while the camera turns', scrub: 'main thread of the page, a step of the date' };
  return (await benchPage()).flatMap(({ what, bare, p10_ms, median_ms, p90_ms }) => [
    { name: `${bare ? 'the least page, for comparison: ' : ''}${names[what]}: 10th percentile`, value: rounded(p10_ms), unit: 'ms',
      budget: bare ? undefined : 0.6 },
    { name: '  median', value: rounded(median_ms), unit: 'ms' },
    { name: '  90th percentile', value: rounded(p90_ms), unit: 'ms' },
  ]);
}

const rounded = (ms) => Number(ms.toPrecision(3));

/** @param {string} where @param {Times} times @returns {Figure[]} */
const shippedFigures = (where, { evaluate_ms, curve_ms }) => [
  { name: `evaluate, shipped data, ${where}`, value: rounded(evaluate_ms), unit: 'ms', budget: where === 'wasm' ? 1 : undefined },
  { name: `curve, shipped data, ${where}`, value: rounded(curve_ms), unit: 'ms', budget: where === 'wasm' ? 20 : undefined },
];

/** Rows of one size after the other, each time beside its ratio to the row before. @param {Times[]} rows */
function growth(rows) {
  const head = ['assets', 'events', 'slots', 'touched', 'reach ms', 'evaluate ms, first', 'again', 'x', 'curve ms', 'x'];
  const ratio = (now, before) => (before ? (now / before).toFixed(1) : '');
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|${'---:|'.repeat(head.length)}`, ...rows.map((row, i) => line([
    row.assets, row.events, row.slots, row.touches, rounded(row.reach_ms), rounded(row.first_ms), rounded(row.evaluate_ms),
    ratio(row.evaluate_ms, rows[i - 1]?.evaluate_ms), rounded(row.curve_ms), ratio(row.curve_ms, rows[i - 1]?.curve_ms)]))].join('\n');
}

async function main(args) {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  if (args.some((arg) => arg !== '--json')) {
    console.error(HELP);
    process.exitCode = 2;
    return;
  }
  const figures = [...sizes(), ...native()];
  if (figures.length === 0) {
    console.error('bench: nothing is built yet: tools/build native, tools/build web');
    process.exitCode = 1;
    return;
  }
  figures.push(...pointer(), ...frame(), ...await page());
  const here = core('native'), wasm = core('core-wasm', ['--shipped']);
  if (here) figures.push(...shippedFigures('native', here.shipped));
  if (wasm) figures.push(...shippedFigures('wasm', wasm.shipped));
  const made = here?.made ?? [];
  const large = made.find((row) => row.assets === 100_000 && row.events === 1000);
  if (large) figures.push({ name: 'evaluate, 100,000 assets x 1,000 events, native', value: rounded(large.evaluate_ms), unit: 'ms', budget: 50 });
  const same = here && wasm ? here.shipped.hash === wasm.shipped.hash : null;
  if (args.includes('--json')) {
    console.log(JSON.stringify({ machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model }, figures, made, same_snapshot_in_wasm: same }, null, 2));
    return;
  }
  console.log('| figure | value | budget |\n|---|---:|---:|');
  for (const { name, value, unit, budget } of figures) console.log(`| ${name} | ${value} ${unit} | ${budget ? `${budget} ${unit}` : ''} |`);
  if (same !== null) console.log(`\nThe snapshot of the shipped data is ${same ? 'the same' : 'NOT the same'} natively and in wasm.`);
  if (made.length > 0) {
    console.log(`\nGrowth with the number of assets\n\n${growth(made.filter((row) => row.events === 1000))}`);
    console.log(`\nGrowth with the number of events\n\n${growth(made.filter((row) => row.assets === 100_000))}`);
  }
}

await main(process.argv.slice(2));

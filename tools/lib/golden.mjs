// Golden pictures: renders the cases of tests/golden/cases.json without a display and compares them with the pictures
// beside that file. A case is data; what it would catch stands in its "why".
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { writeTorture } from '../../tests/golden/torture.mjs';
import { writeColumns } from '../../tests/golden/columns.mjs';

const HELP = `Usage: tools/golden [--filter X] [--update] [--check]

Renders each case of tests/golden/cases.json with build/native/arctic-atlas and compares it with tests/golden/NAME.png.
Writes build/golden/index.html: expected, actual, difference and counts of each case, failing ones first.
--filter X   only cases whose name contains X (* stands for anything)
--update     takes over the pictures of failing cases: look at the sheet first
--check      the default: compare, exit 1 if a case fails`;

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const CASES = path.join(ROOT, 'tests/golden');
const OUT = path.join(ROOT, 'build/golden');
const PROGRAM = path.join(ROOT, 'build/native/arctic-atlas');
const AT_ONCE = 2;

/** A glob or a part of a name. */
function matches(name, filter) {
  if (!filter) return true;
  const pattern = filter.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(filter.includes('*') ? `^${pattern}$` : pattern).test(name);
}

/** What is wrong with the file of cases, before anything is drawn. */
function faultsOf(cases) {
  const known = new Set(['name', 'why', 'state', 'size_px', 'pixel_ratio', 'data', 'max_differing', 'threshold', 'picture',
    'must', 'draw_calls', 'args']);
  const seen = new Set();
  return cases.flatMap((one) => {
    const faults = Object.keys(one).filter((key) => !known.has(key)).map((key) => `${one.name}: unknown key ${key}`);
    if (!/^[a-z0-9-]+$/.test(one.name ?? '')) faults.push(`a name is missing or not of a-z, 0-9 and -: ${one.name}`);
    if (seen.has(one.name)) faults.push(`${one.name} stands twice`);
    if (!one.why && !one.must) faults.push(`${one.name}: "why" is missing`);
    if (one.must && !(one.must === 'differ' && one.picture)) faults.push(`${one.name}: "must" is "differ", with a "picture"`);
    if (!Array.isArray(one.size_px) || one.size_px.length !== 2) faults.push(`${one.name}: "size_px" is [width, height]`);
    seen.add(one.name);
    return faults;
  });
}

function render(one, file) {
  const args = ['render', '-o', file, '--size', one.size_px.join('x'), '--pixel-ratio', String(one.pixel_ratio ?? 1),
    '--state', one.state ?? '#v=1', ...(one.draw_calls === undefined ? [] : ['--json']), ...(one.data ? ['--data', one.data] : []), ...(one.args ?? [])];
  return new Promise((resolve) => {
    execFile(PROGRAM, args, { cwd: ROOT, timeout: 120_000 }, (error, stdout, stderr) => {
      resolve({ failed: error ? (stderr.trim() || error.message).split('\n').slice(-3).join(' ') : null, stdout });
    });
  });
}

function read(file) {
  return PNG.sync.read(fs.readFileSync(file));
}

/** @returns {Promise<{ok: boolean, note: string, differing?: number, expected?: string, actual?: string, diff?: string}>} */
async function run(one) {
  const actual = path.join(OUT, `${one.name}.actual.png`);
  const diff = path.join(OUT, `${one.name}.diff.png`);
  const expected = path.join(CASES, `${one.picture ?? one.name}.png`);
  for (const old of [actual, diff]) fs.rmSync(old, { force: true });
  const { failed, stdout } = await render(one, actual);
  if (failed) return { ok: false, note: `render failed: ${failed}` };
  if (!fs.existsSync(actual)) return { ok: false, note: 'render wrote no picture' };
  if (!fs.existsSync(expected)) {
    return { ok: false, actual, missing: true, note: `no expected picture: look at it, then tools/golden --update --filter ${one.name}` };
  }
  const a = read(expected);
  const b = read(actual);
  if (a.width !== b.width || a.height !== b.height) {
    const ok = one.must === 'differ';
    return { ok, expected, actual, note: `expected ${a.width}x${a.height}, got ${b.width}x${b.height}` };
  }
  const picture = new PNG({ width: a.width, height: a.height });
  const count = pixelmatch(a.data, b.data, picture.data, a.width, a.height, { threshold: one.threshold ?? 0.1 });
  fs.writeFileSync(diff, PNG.sync.write(picture));
  const differing = count / (a.width * a.height);
  const allowed = one.max_differing ?? 0;
  const percent = (share) => `${(share * 100).toFixed(3)} %`;
  const same = differing <= allowed;
  let ok = one.must === 'differ' ? !same : same;
  let note = `${count} pixels differ (${percent(differing)}, allowed ${percent(allowed)})${one.must ? ', and must' : ''}`;
  if (one.draw_calls !== undefined) {
    const drawn = /"draw_calls":\s*(\d+)/.exec(stdout)?.[1];
    if (Number(drawn) !== one.draw_calls) {
      ok = false;
      note += `; ${drawn ?? 'no count of'} draw calls, expected ${one.draw_calls}`;
    }
  }
  return { ok, differing, expected, actual, diff, note };
}

function sheet(results) {
  const text = (value) => String(value).replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);
  const image = (file, label) => file && fs.existsSync(file)
    ? `<figure><a href="${text(path.relative(OUT, file))}"><img src="${text(path.relative(OUT, file))}" loading="lazy"></a><figcaption>${label}</figcaption></figure>` : '';
  const rows = [...results].sort((a, b) => Number(a.ok) - Number(b.ok)).map(({ one, ok, note, expected, actual, diff }) => `
<section class="${ok ? 'ok' : 'bad'}"><h2>${text(one.name)} <small>${ok ? 'passed' : 'FAILED'}: ${text(note)}</small></h2>
<p>${text(one.why ?? '')} <code>${text(one.state ?? '')}</code></p>
<div>${image(expected, 'expected')}${image(actual, 'actual')}${image(diff, 'difference')}</div></section>`);
  fs.writeFileSync(path.join(OUT, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Golden pictures</title>
<style>body{font:14px/1.5 sans-serif;margin:2em;background:#15181d;color:#dde}section{margin:0 0 2em;padding-left:1em;border-left:4px solid #3a6}
.bad{border-color:#d55}div{display:grid;grid-template-columns:repeat(3,1fr);gap:1em}figure{margin:0}img{max-width:100%;background:#000}
small{font-weight:normal;opacity:.7}code{opacity:.6}a{color:inherit}</style>${rows.join('')}\n`);
}

async function main(args) {
  let filter = '';
  let update = false;
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--filter' && args[i + 1]) filter = args[++i];
    else if (args[i] === '--update') update = true;
    else if (args[i] === '--help' || args[i] === '-h') return console.log(HELP);
    else if (args[i] !== '--check') {
      console.error(HELP);
      process.exitCode = 2;
      return;
    }
  }
  const fail = (text) => {
    console.error(`golden: ${text}`);
    process.exitCode = 1;
  };
  if (!fs.existsSync(PROGRAM)) return fail('build/native/arctic-atlas is missing: tools/build native');
  const file = JSON.parse(fs.readFileSync(path.join(CASES, 'cases.json'), 'utf8'));
  const cases = file.cases.map((one) => ({ ...file.defaults, ...one }));
  const faults = faultsOf(cases);
  if (faults.length > 0) return fail(`tests/golden/cases.json:\n  ${faults.join('\n  ')}`);
  const stray = fs.readdirSync(CASES).filter((name) => name.endsWith('.png')
    && !cases.some((one) => `${one.picture ?? one.name}.png` === name));
  if (stray.length > 0) return fail(`pictures without a case: ${stray.join(', ')}`);

  fs.mkdirSync(OUT, { recursive: true });
  writeTorture(path.join(ROOT, 'tests/data/small'), path.join(OUT, 'torture'));
  writeColumns(path.join(OUT, 'columns.csv'), 100_000, 45);
  const queue = cases.filter((one) => matches(one.name, filter));
  const results = [];
  const worker = async () => {
    for (let one = queue.shift(); one; one = queue.shift()) {
      const start = Date.now();
      const result = { one, ...await run(one) };
      if (update && !result.ok && result.actual && !one.must) {
        fs.copyFileSync(result.actual, path.join(CASES, `${one.picture ?? one.name}.png`));
        Object.assign(result, { ok: true, note: `taken over (${result.note})` });
      }
      results.push(result);
      const seconds = ((Date.now() - start) / 1000).toFixed(1);
      console.log(`  ${result.ok ? 'ok  ' : 'FAIL'} ${one.name.padEnd(32)} ${seconds.padStart(6)} s  ${result.note}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  sheet(results);
  const failed = results.filter((one) => !one.ok).length;
  console.log(`  sheet: build/golden/index.html\n${results.length - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

await main(process.argv.slice(2));

// Figures, not tests: what the built program and page cost on this machine, beside the budget of each.
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const HELP = `Usage: tools/bench [--json]

Measures what is built (tools/build native, tools/build web): size of the page, time to the first display-less picture,
and what the program's own "bench" command measures (evaluate, curve). Prints a table, or JSON with --json.
Times are the median of 5 runs and hold for this machine only.`;

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
const PROGRAM = path.join(ROOT, 'build/native/arctic-atlas');
const DIST = path.join(ROOT, 'dist');
const RUNS = 5;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** @typedef {{name: string, value: number, unit: string, budget?: number}} Figure */

/** The page's files as a server sends them; the one-file page apart from the rest. @returns {Figure[]} */
function sizes() {
  if (!fs.existsSync(DIST)) return [];
  const brotli = (file) => brotliCompressSync(fs.readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
  const kb = (bytes) => Math.round(bytes / 100) / 10;
  const files = fs.readdirSync(DIST, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile() && !/\.(br|gz|map)$/.test(one.name))
    .map((one) => path.join(one.parentPath ?? one.path, one.name));
  const single = files.filter((file) => path.basename(file) === 'arctic-atlas.html');
  const page = files.filter((file) => !single.includes(file)).map((file) => ({ file, bytes: brotli(file) }));
  return [
    { name: 'page, all files, brotli', value: kb(page.reduce((sum, one) => sum + one.bytes, 0)), unit: 'KB', budget: 1000 },
    ...page.filter((one) => one.bytes > 20_000)
      .map((one) => ({ name: `  ${path.relative(DIST, one.file)}`, value: kb(one.bytes), unit: 'KB' })),
    ...single.map((file) => ({ name: 'one-file page, as it stands', value: kb(fs.statSync(file).size), unit: 'KB' })),
  ];
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
  const figures = [{ name: 'start to first picture, 640x480, with drawing', value: Math.round(median(times)), unit: 'ms' }];
  const own = spawnSync(PROGRAM, ['bench', '--json'], { cwd: ROOT, encoding: 'utf8' });
  // a JSON object of name_ms: number; the name's last part is its unit
  if (own.status === 0) {
    for (const [name, value] of Object.entries(JSON.parse(own.stdout))) {
      if (typeof value !== 'number') continue;
      const [, label, unit] = /^(.*)_(ms|us|bytes|mb|kb)$/.exec(name) ?? [null, name, ''];
      figures.push({ name: label.replaceAll('_', ' '), value, unit });
    }
  }
  return figures;
}

function main(args) {
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
  } else if (args.includes('--json')) {
    console.log(JSON.stringify({ machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model }, figures }, null, 2));
  } else {
    console.log(`| figure | value | budget |\n|---|---:|---:|`);
    for (const { name, value, unit, budget } of figures) console.log(`| ${name} | ${value} ${unit} | ${budget ? `${budget} ${unit}` : ''} |`);
  }
}

main(process.argv.slice(2));

// The atlas and two peers, side by side: the same provinces, the same heights, the same cameras.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { provinces } from './provinces.mjs';

const HELP = `Usage: tools/peers [--view NAME]

Draws the 25 provinces in globe.gl and in MapLibre GL JS (globe), from the cameras below, in headless Chromium with
software GL, and the same views by build/native/arctic-atlas. Writes docs/peers/NAME.jpg; what is seen there stands in
docs/peers/README.md. The peers are installed into build/peers, pinned by tools/lib/peers/package-lock.json.
--view NAME   only start, pole or side`;

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.join(HERE, '..', '..', '..');
const OUT = path.join(ROOT, 'build/peers');
const DOCS = path.join(ROOT, 'docs/peers');
const SIZE = { width: 1280, height: 1120 };
const SHOWN_PX = 640;
const ORIGIN = 'http://peers.localhost/';
const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
const FLAGS = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox', '--disable-gpu-watchdog',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
const PATIENCE_MS = 240_000;

const VIEWS = {
  start: { lat_deg: 84.3, lon_deg: 22, distance_km: 8150, bearing_deg: 0, tilt_deg: 33 },
  pole: { lat_deg: 90, lon_deg: 0, distance_km: 5200, bearing_deg: 0, tilt_deg: 0 },
  side: { lat_deg: 78, lon_deg: 40, distance_km: 3600, bearing_deg: 20, tilt_deg: 66 },
};
const PEERS = [{ file: 'globe_gl', part: 'globe.gl', title: 'globe.gl' }, { file: 'maplibre', part: 'maplibre-gl', title: 'MapLibre GL JS, globe' }];

/** Installs the peers if they are not there as pinned, and packs one script a peer. */
async function prepare() {
  fs.mkdirSync(path.join(OUT, 'site'), { recursive: true });
  const same = ['package.json', 'package-lock.json'].every((name) => fs.existsSync(path.join(OUT, name))
    && fs.readFileSync(path.join(OUT, name), 'utf8') === fs.readFileSync(path.join(HERE, name), 'utf8'));
  if (!same || !fs.existsSync(path.join(OUT, 'node_modules'))) {
    for (const name of ['package.json', 'package-lock.json']) fs.copyFileSync(path.join(HERE, name), path.join(OUT, name));
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'], { cwd: OUT, stdio: 'inherit' });
  }
  const dist = path.join(OUT, 'node_modules/maplibre-gl/dist');
  for (const name of fs.readdirSync(dist).filter((file) => /^maplibre-gl(-shared|-worker)?\.mjs$/.test(file)))
    fs.copyFileSync(path.join(dist, name), path.join(OUT, 'site', name));
  await build({
    entryPoints: PEERS.map(({ file }) => path.join(HERE, `${file}.js`)), outdir: path.join(OUT, 'site'),
    bundle: true, format: 'esm', nodePaths: [path.join(OUT, 'node_modules')], logLevel: 'error',
    plugins: [{ name: 'beside', setup: (b) => b.onResolve({ filter: /^maplibre-gl$/ }, () => ({ path: './maplibre-gl.mjs', external: true })) }],
  });
}

/** One page of ours that asks nobody outside. */
async function open(browser, size, html) {
  const page = await browser.newPage({ viewport: size });
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('console', (message) => { if (message.type() === 'error') console.error(`  ${message.text()}`); });
  page.on('pageerror', (error) => console.error(`  ${error.message}`));
  await page.route('**/*', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (`${origin}/` !== ORIGIN) return route.abort();
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    return route.fulfill({ path: path.join(OUT, 'site', path.basename(pathname)), contentType: 'text/javascript' });
  });
  await page.goto(ORIGIN);
  return page;
}

async function drawPeer(browser, { file }, data) {
  const page = await open(browser, SIZE, `<!doctype html><title>${file}</title><style>html,body{margin:0;height:100%;overflow:hidden;background:#0b1017}</style>
<script type="module" src="${file}.js"></script>`);
  await page.waitForFunction(() => 'draw' in window);
  await page.evaluate((d) => window.draw(d), data);
  const picture = await page.screenshot({ timeout: PATIENCE_MS });
  await page.close();
  return picture;
}

function drawAtlas(name, view) {
  const file = path.join(OUT, `${name}.atlas.png`);
  const c = [view.lat_deg, view.lon_deg, view.distance_km, view.bearing_deg, view.tilt_deg].join(',');
  execFileSync(path.join(ROOT, 'build/native/arctic-atlas'), ['render', '-o', file, '--size', `${SIZE.width}x${SIZE.height}`,
    '--state', `#v=1&c=${c}&l=province&ui=min`]);
  return fs.readFileSync(file);
}

const versionOf = (name) => JSON.parse(fs.readFileSync(path.join(OUT, 'node_modules', name, 'package.json'), 'utf8')).version;

async function sheet(browser, pictures) {
  const height = Math.round((SHOWN_PX * SIZE.height) / SIZE.width);
  const page = await open(browser, { width: SHOWN_PX * pictures.length + 8 * (pictures.length - 1), height: height + 44 }, `<!doctype html><style>
body{margin:0;background:#0b1017;color:#dfe6ee;font:22px/44px Inter,sans-serif;display:flex;gap:8px}figure{margin:0;width:${SHOWN_PX}px;text-align:center}img{display:block;width:100%}</style>
${pictures.map(({ title, png }) => `<figure><img src="data:image/png;base64,${png.toString('base64')}">${title}</figure>`).join('')}`);
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 88 });
  await page.close();
  return jpeg;
}

async function main(args) {
  const only = args[0] === '--view' ? args[1] : undefined;
  if (args[0] === '--help' || args[0] === '-h') return console.log(HELP);
  if (args.length > 0 && !(only && only in VIEWS && args.length === 2)) {
    console.error(HELP);
    process.exitCode = 2;
    return;
  }
  if (!fs.existsSync(path.join(ROOT, 'build/native/arctic-atlas'))) {
    console.error('peers: build/native/arctic-atlas is missing: tools/build native');
    process.exitCode = 1;
    return;
  }
  await prepare();
  const data = { provinces: provinces(ROOT), land: JSON.parse(fs.readFileSync(path.join(ROOT, 'node_modules/world-atlas/land-110m.json'), 'utf8')) };
  fs.mkdirSync(DOCS, { recursive: true });
  const browser = await chromium.launch({ executablePath: BROWSER, headless: true, args: FLAGS, timeout: PATIENCE_MS });
  try {
    for (const [name, view] of Object.entries(VIEWS).filter(([one]) => !only || one === only)) {
      const pictures = [{ title: 'Arctic Reserves Atlas', png: drawAtlas(name, view) }];
      for (const peer of PEERS) {
        const png = await drawPeer(browser, peer, { ...data, view });
        fs.writeFileSync(path.join(OUT, `${name}.${peer.file}.png`), png);
        pictures.push({ title: `${peer.title} ${versionOf(peer.part)}`, png });
      }
      const jpeg = await sheet(browser, pictures);
      fs.writeFileSync(path.join(DOCS, `${name}.jpg`), jpeg);
      console.log(`docs/peers/${name}.jpg  ${Math.round(jpeg.length / 1000)} KB`);
    }
  } finally {
    await browser.close();
  }
}

await main(process.argv.slice(2));

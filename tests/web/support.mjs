// What the browser tests share: the built page on a server of its own, one Chromium per file with software GL, and
// pages that remember everything a visitor's browser would complain about.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { serve } from '../../tools/serve.mjs';

export const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const DIST = path.join(ROOT, 'dist');
export const SHOTS = path.join(ROOT, 'build', 'web-shots');
/** A frame in software GL takes seconds on a busy machine: only a hang should meet this. */
export const PATIENCE_MS = 240_000;

const BROWSER = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
const FLAGS = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--no-sandbox',
  '--disable-gpu-watchdog', // software drawing on a busy machine may take seconds; that is no hang
  '--disable-background-networking', '--disable-component-update', '--disable-default-apps', '--disable-sync', '--no-first-run'];

export const openBrowser = () => chromium.launch({ executablePath: BROWSER, headless: true, args: FLAGS, timeout: PATIENCE_MS });

/** Server and browser of one test file. */
export async function openHouse() {
  const server = await serve({ dir: DIST, port: 0 });
  const browser = await openBrowser();
  return {
    url: server.url,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/**
 * A page in a context of its own, and what went wrong on it so far.
 * @param {{url: string, browser: import('playwright-core').Browser}} house
 * @param {{width?: number, height?: number, pixel_ratio?: number, touch?: boolean, motion?: boolean, offline_ok?: string[]}} [options]
 */
export async function openPage(house, options = {}) {
  const context = await house.browser.newContext({
    viewport: { width: options.width ?? 640, height: options.height ?? 400 },
    deviceScaleFactor: options.pixel_ratio ?? 1,
    hasTouch: options.touch ?? false,
    reducedMotion: options.motion ? 'no-preference' : 'reduce', // flights and fades are many frames, seconds each here
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  /** @type {string[]} */
  const complaints = [];
  /** @type {string[]} */
  const requests = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (/^(data|blob):/.test(url)) return;
    requests.push(url);
    const here = [house.url, ...(options.offline_ok ?? [])];
    if (!here.some((base) => url.startsWith(base))) complaints.push(`asks another origin: ${url}`);
  });
  return { page, context, complaints, requests };
}

/** @param {import('playwright-core').Page} page */
export async function ready(page) {
  await page.waitForFunction(() => ['ready', 'failed'].includes(document.documentElement.dataset.atlas ?? ''), undefined,
    { timeout: PATIENCE_MS });
  const told = await page.evaluate(() => [document.documentElement.dataset.atlas, document.getElementById('failure')?.textContent]);
  assert.deepEqual(told[0], 'ready', told[1] ?? '');
  await idle(page);
}

/** @param {import('playwright-core').Page} page */
export const idle = (page) => page.evaluate(() => window.atlas.idle());
/** @param {import('playwright-core').Page} page */
export const state = (page) => page.evaluate(() => window.atlas.state());

/** Sets a whole state and waits until it stands on the picture. */
export async function setState(page, text) {
  const answer = await page.evaluate((t) => window.atlas.setState(t), text);
  await idle(page);
  return answer;
}

/** The keys of a state string: {c: '...', sel: '...'}. */
export const keysOf = (text) =>
  Object.fromEntries(text.replace(/^#/, '').split('&').map((part) => [part.split('=')[0], part.split('=').slice(1).join('=')]));

/** The camera of a state string, or null where it stands at the start view. */
export function cameraOf(text) {
  const c = keysOf(text).c;
  if (!c) return null;
  const [lat_deg, lon_deg, distance_km, bearing_deg, tilt_deg] = c.split(',').map(Number);
  return { lat_deg, lon_deg, distance_km, bearing_deg, tilt_deg };
}

/** A press, a way, a release with the real mouse; `button` 'left' or 'right'. */
export async function drag(page, from, to, { steps = 2, button = 'left' } = {}) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down({ button });
  await page.mouse.move(to.x, to.y, { steps });
  await page.mouse.up({ button });
  await idle(page);
}

export async function click(page, at) {
  await page.mouse.move(at.x, at.y);
  await idle(page);
  await page.mouse.down();
  await page.mouse.up();
  await idle(page);
}

export async function press(page, key) {
  await page.keyboard.press(key);
  await idle(page);
}

/** A picture under build/web-shots, and its bytes. */
export async function shot(page, name) {
  fs.mkdirSync(SHOTS, { recursive: true });
  return page.screenshot({ path: path.join(SHOTS, `${name}.png`), timeout: PATIENCE_MS });
}

/** A file of dist, sent by a route instead of the server. */
export const distFile = (name) => fs.readFileSync(path.join(DIST, name));

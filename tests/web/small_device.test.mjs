// A device with no more than WebGL 2 guarantees: the picture is simpler, never black, and one message says so.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { PATIENCE_MS, openHouse, openPage, press, ready, setState, shot } from './support.mjs';

const options = { timeout: PATIENCE_MS };
const SIDE_PX = 2048;
/** Glass without the sum of ways is tinted block by block: where blocks overlap it looks lighter or darker. */
const MAX_DIFFERING = 0.01;

let house;
before(async () => { house = await openHouse(); }, options);
after(() => house?.close());

/** Runs in the page before its scripts: takes away what WebGL 2 does not promise, and refuses as such a device does. */
function makeSmall(side_px) {
  const gl = WebGL2RenderingContext.prototype;
  const least = {
    MAX_TEXTURE_SIZE: side_px, MAX_CUBE_MAP_TEXTURE_SIZE: side_px, MAX_RENDERBUFFER_SIZE: side_px, MAX_3D_TEXTURE_SIZE: 256,
    MAX_ARRAY_TEXTURE_LAYERS: 256, MAX_SAMPLES: 4, MAX_UNIFORM_BLOCK_SIZE: 16384, MAX_VERTEX_UNIFORM_VECTORS: 256,
    MAX_FRAGMENT_UNIFORM_VECTORS: 224, MAX_VERTEX_ATTRIBS: 16, MAX_COLOR_ATTACHMENTS: 4, MAX_DRAW_BUFFERS: 4,
    MAX_TEXTURE_IMAGE_UNITS: 16, MAX_VERTEX_TEXTURE_IMAGE_UNITS: 16, MAX_COMBINED_TEXTURE_IMAGE_UNITS: 32, MAX_VARYING_VECTORS: 15,
  };
  const limits = new Map(Object.entries(least).map(([name, value]) => [gl[name], value]));
  const { getParameter } = gl;
  gl.getParameter = function (name) {
    return limits.get(name) ?? getParameter.call(this, name);
  };
  const kept = (name) => /lose_context/i.test(name);
  const { getExtension, getSupportedExtensions } = gl;
  gl.getExtension = function (name) { return kept(name) ? getExtension.call(this, name) : null; };
  gl.getSupportedExtensions = function () { return (getSupportedExtensions.call(this) ?? []).filter(kept); };
  // Sizes stand at these places of the arguments; -1 is refused by any device in the same way.
  window.refused = [];
  for (const [name, at] of [['texImage2D', [3, 4]], ['texStorage2D', [3, 4]], ['renderbufferStorage', [2, 3]], ['renderbufferStorageMultisample', [3, 4]]]) {
    const real = gl[name];
    gl[name] = function (...values) {
      const large = values.length > 6 || name !== 'texImage2D' ? at.some((i) => values[i] > side_px) : false;
      if (large) window.refused.push([name, ...at.map((i) => values[i])].join(' '));
      return real.apply(this, large ? values.map((value, i) => (at.includes(i) ? -1 : value)) : values);
    };
  }
}

const pictureOf = async (page, name) => PNG.sync.read(await shot(page, name));

/** Share of the picture that is black: night itself is lighter. */
function dark(picture) {
  let count = 0;
  for (let i = 0; i < picture.data.length; i += 4) if (Math.max(picture.data[i], picture.data[i + 1], picture.data[i + 2]) < 4) ++count;
  return count / (picture.width * picture.height);
}

async function open(size, side_px) {
  const opened = await openPage(house, size);
  if (side_px) await opened.page.addInitScript(makeSmall, side_px);
  await opened.page.goto(house.url);
  await ready(opened.page);
  return opened;
}

test('least device: a simpler picture of the same, one message', options, async () => {
  const size = { width: 1280, height: 800 };
  const full = await open(size);
  const wanted = await pictureOf(full.page, 'full-device');
  await full.context.close();
  const { page, context, complaints } = await open(size, SIDE_PX);
  try {
    const with_message = await pictureOf(page, 'least-device-message');
    await page.focus('.atlas-canvas');
    await press(page, 'Escape');
    const picture = await pictureOf(page, 'least-device');
    assert.ok(!picture.data.equals(with_message.data), 'a message stood there, and Escape took it away');
    const changed = pixelmatch(with_message.data, picture.data, undefined, size.width, size.height, { threshold: 0.1 });
    assert.ok(changed < 0.03 * size.width * size.height, `one message, not many: ${changed}`);
    await page.evaluate(async () => {
      const canvas = document.querySelector('.atlas-canvas');
      const extension = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
      const told = (name) => new Promise((done) => canvas.addEventListener(name, done, { once: true }));
      for (const [ask, answer] of [['loseContext', 'webglcontextlost'], ['restoreContext', 'webglcontextrestored']]) {
        const heard = told(answer);
        extension[ask]();
        await heard;
        await new Promise((done) => requestAnimationFrame(done));
      }
      await window.atlas.idle();
    });
    assert.ok((await pictureOf(page, 'least-device-again')).data.equals(picture.data), 'it is said once, also after a lost context');

    const differing = pixelmatch(wanted.data, picture.data, undefined, size.width, size.height, { threshold: 0.1 }) / (size.width * size.height);
    assert.ok(differing > 0 && differing < MAX_DIFFERING, `${differing}`);
    assert.ok(dark(picture) < 0.01, 'black');
    assert.deepEqual(await page.evaluate(() => window.refused), []);
    const { MAX_TEXTURE_SIZE, extensions, error } = await page.evaluate(() => {
      const gl = document.querySelector('.atlas-canvas').getContext('webgl2');
      return { MAX_TEXTURE_SIZE: gl.getParameter(gl.MAX_TEXTURE_SIZE), extensions: gl.getSupportedExtensions(), error: gl.getError() };
    });
    assert.deepEqual([MAX_TEXTURE_SIZE, extensions.length, error], [SIDE_PX, 1, 0]);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});

test('least device: a screen with more pixels than it draws', options, async () => {
  const { page, context, complaints } = await open({ width: 1100, height: 700, pixel_ratio: 2.5 }, SIDE_PX);
  try {
    const size = await page.evaluate(() => {
      const canvas = document.querySelector('.atlas-canvas');
      return [canvas.width, canvas.height];
    });
    assert.equal(Math.max(...size), SIDE_PX);
    assert.ok(Math.abs(size[0] / size[1] - 1100 / 700) < 0.01, `${size}`);
    assert.deepEqual(await page.evaluate(() => window.refused), []);
    assert.ok(dark(await pictureOf(page, 'least-device-dense')) < 0.01, 'black');
    await setState(page, '#v=1&c=74,42,3500,0,0&l=province&ui=min');
    await page.mouse.click(550, 350);
    await page.evaluate(() => window.atlas.idle());
    assert.match(await page.evaluate(() => window.atlas.state()), /sel=east-barents-basin/, 'the pointer is where the picture is');
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});

test('less than the least: rasters of half the size', options, async () => {
  const size = { width: 900, height: 600 };
  const full = await open(size);
  const wanted = await pictureOf(full.page, 'full-device-900');
  await full.context.close();
  const { page, context, complaints } = await open(size, 1024);
  try {
    await page.focus('.atlas-canvas');
    await press(page, 'Escape');
    const picture = await pictureOf(page, 'small-rasters');
    assert.ok(dark(picture) < 0.01, 'black');
    const differing = pixelmatch(wanted.data, picture.data, undefined, size.width, size.height, { threshold: 0.1 }) / (size.width * size.height);
    assert.ok(differing > 0 && differing < MAX_DIFFERING, `${differing}`);
    assert.deepEqual(await page.evaluate(() => window.refused), []);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
});

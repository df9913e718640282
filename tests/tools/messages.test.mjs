// Whatever a host page posts, the embedded atlas answers by its rules or stays silent, and never throws. The window, its
// host and the face are stand-ins; the messages are random, or right ones with something wrong in them, from a seed.
import assert from 'node:assert/strict';
import test from 'node:test';
import { answerMessages } from '../../web/messages.js';

const TYPES = ['ping', 'get-state', 'set-state', 'get-table'];
const ROUNDS = 5000;

/** Numbers from 0 to 1, the same for the same seed. @param {number} seed */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => { // Mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Any value that structured cloning lets through. */
function anything(random, depth = 0) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const kind = Math.floor(random() * (depth > 3 ? 8 : 14));
  switch (kind) {
    case 0: return null;
    case 1: return undefined;
    case 2: return random() < 0.5;
    case 3: return pick([0, -0, 1, 1.5, NaN, Infinity, 2 ** 53, 1e308]);
    case 4: return pick(['', '1', 'arctic-atlas', '__proto__', '\0', '\ud800', '#v=1', '<img src=x onerror=alert(1)>', 'x'.repeat(9999)]);
    case 5: return pick(TYPES);
    case 6: return 10n ** 30n;
    case 7: return new Date(NaN);
    case 8: return Array.from({ length: Math.floor(random() * 4) }, () => anything(random, depth + 1));
    case 9: return new Map([[anything(random, depth + 1), 1]]);
    case 10: return { toString: anything(random, depth + 1), valueOf: 1 };
    case 11: return Object.create(null);
    case 12: return new Uint8Array(3);
    default: return Object.fromEntries(Array.from({ length: Math.floor(random() * 4) },
      () => [pick(['app', 'v', 'type', 'id', 'state', '__proto__', 'constructor', 'x']), anything(random, depth + 1)]));
  }
}

/** A right message with something changed, or anything at all. */
function message(random) {
  if (random() < 0.2) return anything(random);
  const right = { app: 'arctic-atlas', v: 1, type: TYPES[Math.floor(random() * TYPES.length)], id: 7, state: '#v=1&t=2014-09-12' };
  const keys = Object.keys(right);
  for (let n = Math.floor(random() * 3); n > 0; --n) {
    const key = keys[Math.floor(random() * keys.length)];
    if (random() < 0.3) delete right[key];
    else right[key] = anything(random);
  }
  return right;
}

/** A page with one host, and what was said to that host and asked of the atlas. */
function stage() {
  const said = [];
  const asked = [];
  let hear = () => {};
  const host = { postMessage: (body, origin) => said.push({ body, origin }) };
  const stranger = { postMessage: () => assert.fail('a stranger was answered') };
  globalThis.window = /** @type {any} */ ({
    parent: host,
    opener: null,
    addEventListener: (_, listener) => { hear = listener; },
    removeEventListener: () => { hear = () => {}; },
  });
  const atlas = {
    state: () => '#v=1',
    report: () => ({ title: 'report' }),
    whole: () => ({ then: (/** @type {() => void} */ fn) => fn() }), // the texts are there
    on: () => () => {},
    setState: (text) => {
      assert.equal(typeof text, 'string');
      asked.push(text);
      return { applied: true, refused: [] };
    },
  };
  const stop = answerMessages(atlas, (text) => text);
  said.length = 0; // the greeting
  return { said, asked, host, stranger, stop, post: (data, source, origin = 'https://host.example') => hear({ data, source, origin }) };
}

const isOurs = (data) => typeof data === 'object' && data !== null && data.app === 'arctic-atlas' && data.v === 1;

test('any message is answered by the rules or met with silence', () => {
  const random = randomFrom(4);
  const { said, asked, host, post } = stage();
  let [answered, silent, refused] = [0, 0, 0];
  for (let round = 0; round < ROUNDS; ++round) {
    const data = structuredClone(message(random));
    said.length = asked.length = 0;
    post(data, host);
    if (!isOurs(data)) {
      ++silent;
      assert.deepEqual([said, asked], [[], []], `round ${round}`);
      continue;
    }
    ++answered;
    assert.equal(said.length, 1, `round ${round}`);
    const { body, origin } = said[0];
    assert.equal(origin, 'https://host.example');
    assert.equal(body.app, 'arctic-atlas');
    assert.equal(body.v, 1);
    if (typeof data.id === 'string' || typeof data.id === 'number') assert.equal(Object.is(body.id, data.id), true);
    else assert.equal('id' in body, false);
    const wanted = { ping: 'ready', 'get-state': 'state', 'get-table': 'table', 'set-state': typeof data.state === 'string' ? 'state' : 'error' };
    const known = typeof data.type === 'string' && Object.hasOwn(wanted, data.type);
    assert.equal(body.type, known ? wanted[data.type] : 'error', `round ${round}`);
    if (body.type === 'error') {
      ++refused;
      assert.match(body.code, /^(bad-message|unknown-type)$/);
      assert.ok(body.message.length < 200, 'an error is a sentence, whatever was sent');
    }
    assert.deepEqual(asked, data.type === 'set-state' && typeof data.state === 'string' ? [data.state] : []);
    structuredClone(body); // can be posted
  }
  assert.ok(answered > ROUNDS / 4 && silent > ROUNDS / 10 && refused > ROUNDS / 20, `${answered} ${silent} ${refused}`);
});

test('only parent and opener are heard, whatever they say', () => {
  const random = randomFrom(9);
  const { said, asked, stranger, post } = stage();
  for (let round = 0; round < 500; ++round) post(structuredClone(message(random)), round % 2 === 0 ? stranger : null);
  assert.deepEqual([said, asked], [[], []]);
});

test('after stopping nothing is heard', () => {
  const { said, host, stop, post } = stage();
  stop();
  post({ app: 'arctic-atlas', v: 1, type: 'ping' }, host);
  assert.deepEqual(said, []);
});

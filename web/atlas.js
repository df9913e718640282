// The public face: createAtlas(). Everything else here is an inner matter.
import createProgram from 'arctic-atlas-program';
import { Bridge } from './bridge.js';
import { Surface, pixelRatioOf } from './canvas.js';
import { networkFiles } from './loader.js';

/** @typedef {import('./types.js').AtlasOptions} AtlasOptions */
/** @typedef {import('./types.js').Answer} Answer */
/** @typedef {import('./types.js').View} View */

export class AtlasError extends Error {
  /** @param {'graphics' | 'data' | 'load'} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = 'AtlasError';
    this.code = code;
  }
}

/**
 * Puts an atlas into the container and resolves when its first full picture stands.
 * @param {HTMLElement} container   positioned; the atlas fills it
 * @param {AtlasOptions} [options]
 */
export async function createAtlas(container, options = {}) {
  const probe = document.createElement('canvas').getContext('webgl2');
  if (!probe) throw new AtlasError('graphics', 'This browser or device offers no WebGL 2.');
  const most_px = Math.min(probe.getParameter(probe.MAX_TEXTURE_SIZE), probe.getParameter(probe.MAX_RENDERBUFFER_SIZE));
  probe.getExtension('WEBGL_lose_context')?.loseContext();

  const on_progress = options.on_progress ?? (() => {});
  const files = options.files ?? (await networkFiles(new URL('./', import.meta.url).href, on_progress));
  const texts_first = files.texts && (files.at_hand || needsTexts(options.state ?? ''));
  const [wasm, pack, texts] = await Promise.all([files.wasm(), files.pack(), texts_first ? files.texts?.() : undefined]);
  on_progress(1, 'start');

  const canvas = document.createElement('canvas');
  canvas.className = 'atlas-canvas';
  canvas.tabIndex = 0;
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-roledescription', 'globe');
  const entry = document.createElement('input');
  entry.className = 'atlas-entry';
  entry.setAttribute('aria-hidden', 'true');
  entry.tabIndex = -1;
  entry.autocomplete = 'off';
  container.append(canvas, entry);

  const atlas = new AtlasFace(container, canvas, entry, options);
  try {
    await atlas.open(await startProgram(canvas, wasm), pack, most_px);
    if (texts) atlas.takeTexts(texts);
  } catch (error) {
    canvas.remove();
    entry.remove();
    throw error;
  }
  if (options.state) {
    const answer = atlas.setState(options.state);
    options.on_answer?.(answer);
  }
  await atlas.surface?.idle();
  atlas.takeLater(texts ? null : files.texts, files.fine);
  return atlas;
}

/** A story, or names in the second language, are wanted with the first picture; all other texts come after it.
 *  @param {string} text  a state */
const needsTexts = (text) => /[#&](story=|lang=ru)/.test(text);

/** @param {HTMLCanvasElement} canvas @param {Uint8Array} wasm */
async function startProgram(canvas, wasm) {
  try {
    return await createProgram({ canvas, wasmBinary: wasm, printErr: () => {}, print: () => {} });
  } catch (error) {
    throw new AtlasError('data', `The program (arctic-atlas.wasm) is damaged: ${error instanceof Error ? error.message : error}`);
  }
}

/** Values that cross into the program at once: 4 MB. */
const PIECE_NUMBERS = 1 << 20;

class AtlasFace {
  /** @param {HTMLElement} container @param {HTMLCanvasElement} canvas @param {HTMLInputElement} entry
   *  @param {AtlasOptions} options */
  constructor(container, canvas, entry, options) {
    this.container = container;
    this.canvas = canvas;
    this.entry = entry;
    this.options = options;
    /** @type {Map<string, Set<(value: any) => void>>} */
    this.listeners = new Map();
    this.state_version = -1;
    this.said_version = -1;
    this.state_text = '';
    this.selected = '';
    this.texts = Promise.resolve();
    this.later = Promise.resolve();
  }

  /** @param {import('./bridge.js').Program} program @param {Uint8Array} pack @param {number} most_px  of a side */
  async open(program, pack, most_px) {
    this.bridge = new Bridge(program);
    const ratio = pixelRatioOf(this.canvas, most_px);
    const width_px = Math.max(1, Math.round(this.canvas.clientWidth * ratio));
    const height_px = Math.max(1, Math.round(this.canvas.clientHeight * ratio));
    const wrong = this.bridge.withBytes('atlas_open', pack, width_px, height_px, ratio);
    if (wrong) {
      const [code, ...lines] = wrong.split('\n');
      throw new AtlasError(code === 'graphics' ? 'graphics' : 'data', lines.join('\n'));
    }
    const reduced = window.matchMedia('(prefers-reduced-motion: reduce)');
    const follow = () => this.bridge?.call('atlas_reduced_motion', null, reduced.matches ? 1 : 0);
    follow();
    reduced.addEventListener('change', follow);
    this.surface = new Surface(this.canvas, this.entry, this.bridge, {
      cooperative: this.options.cooperative ?? false,
      keys: this.options.keys ?? true,
      most_px,
      on_frame: () => this.afterFrame(),
      on_hint: () => this.emit('hint', undefined),
    });
  }

  /** What the first picture does without, one after the other: it may be right without any of it.
   *  @param {(() => Promise<Uint8Array>) | null} texts @param {(() => Promise<Uint8Array>) | null} fine */
  takeLater(texts, fine) {
    this.texts = this.takeWhenThere(texts, (bytes) => this.takeTexts(bytes));
    this.later = this.texts.then(() =>
      this.takeWhenThere(fine, (bytes) => this.tell(this.bridge?.withBytes('atlas_take_fine', bytes))));
  }

  /** @param {(() => Promise<Uint8Array>) | null} get @param {(bytes: Uint8Array) => void} take */
  async takeWhenThere(get, take) {
    if (!get) return;
    try {
      const bytes = await get();
      if (!this.bridge) return;
      take(bytes);
      this.surface?.schedule();
    } catch (error) {
      this.emit('error', { code: 'load', message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** @param {Uint8Array} bytes */
  takeTexts(bytes) {
    this.tell(this.bridge?.withBytes('atlas_take_texts', bytes));
    this.emit('texts', undefined);
  }

  /** @param {string | undefined} wrong */
  tell(wrong) {
    if (wrong) this.emit('error', { code: 'data', message: wrong });
  }

  afterFrame() {
    if (!this.bridge) return;
    if (this.bridge.call('atlas_host_request_count', 'number') > 0) this.answerRequests();
    const version = this.bridge.call('atlas_state_version', 'number');
    if (version === this.state_version) return;
    this.state_version = version;
    this.emit('change', undefined);
    const said = this.bridge.call('atlas_said_version', 'number');
    if (said === this.said_version) return;
    this.said_version = said;
    this.emit('said', undefined);
  }

  answerRequests() {
    for (const request of this.open_bridge().json('atlas_host_requests')) {
      if (request.kind === 'loaded_column') this.emit('column', { index: Number(request.text) });
      else this.emit('request', request);
    }
  }

  /** @param {string} name @param {any} value */
  emit(name, value) {
    for (const fn of this.listeners.get(name) ?? []) fn(value);
  }

  /** Events: change (state moved on), said (the report did: more than the camera moved), texts (notes, sources and
   *  stories are there), request (copy, open, text view), column ({index} of a loaded one that was clicked), error, hint.
   *  Returns the way to stop.
   *  @param {string} name @param {(value: any) => void} fn */
  on(name, fn) {
    if (!this.listeners.has(name)) this.listeners.set(name, new Set());
    this.listeners.get(name)?.add(fn);
    return () => this.listeners.get(name)?.delete(fn);
  }

  /** @param {string} name @param {(number | string)[]} values */
  ask(name, ...values) {
    const answer = this.open_bridge().json(name, ...values);
    this.surface?.schedule();
    return answer;
  }

  open_bridge() {
    if (!this.bridge) throw new AtlasError('load', 'This atlas was destroyed.');
    return this.bridge;
  }

  /** @param {string} text  "#v=1&..." @returns {Answer} */
  setState(text) {
    return this.ask('atlas_set_link', text);
  }

  /** @returns {string} */
  state() {
    return this.open_bridge().call('atlas_link', 'string');
  }

  /** @param {string} day  YYYY-MM-DD @param {'deals' | 'sanctions'} [lane]  both when left out @returns {Answer} */
  setDate(day, lane) {
    return this.ask('atlas_set_date', day, lane ?? '');
  }

  /** @param {View} view @param {{duration_ms?: number}} [options] */
  setView(view, options = {}) {
    this.open_bridge().call('atlas_set_view', null, view.lat_deg, view.lon_deg, view.distance_km, view.bearing_deg ?? 0,
      view.tilt_deg ?? 0, options.duration_ms ?? 0);
    this.surface?.schedule();
  }

  /** @param {string | null} id  of an asset, deal or sanction @returns {Answer} */
  select(id) {
    return this.ask('atlas_select', id ?? '');
  }

  /** @param {string} id @param {'as_recorded' | 'on' | 'off'} to @returns {Answer} */
  setEvent(id, to) {
    return this.ask('atlas_set_event', id, to);
  }

  /** @param {string | null} place  a step as NAME/STEP; null closes the story @returns {Answer} */
  setStory(place) {
    return this.ask('atlas_set_story', place ?? '');
  }

  /** Stories, claims and series, in the language shown. */
  readings() {
    return this.open_bridge().json('atlas_json', 'readings');
  }

  report() {
    return this.open_bridge().json('atlas_json', 'report');
  }

  totals() {
    return this.open_bridge().json('atlas_json', 'totals');
  }

  assets() {
    return this.open_bridge().json('atlas_json', 'assets');
  }

  /** @returns {import('./types.js').Stats} */
  stats() {
    return { ...this.open_bridge().json('atlas_stats'), cpu_last_frame_ms: this.surface?.cpu_last_frame_ms ?? 0 };
  }

  /**
   * Columns of the host's own, each with a value per time, instead of those before; none takes them away. Values are
   * column by column: values[i * times + t]. Nothing is kept of the arrays, and what is refused leaves the last columns.
   * A click on one is a `column` event with its index.
   * @param {import('./types.js').Columns} columns @returns {Promise<Answer>}
   */
  async loadColumns({ lon_deg, lat_deg, values, times_day }) {
    const bridge = this.open_bridge();
    const floats = (/** @type {ArrayLike<number>} */ from) => (from instanceof Float32Array ? from : Float32Array.from(from));
    const days = Int32Array.from(times_day);
    const begun = bridge.jsonWithNumbers('atlas_columns_begin', [floats(lon_deg), floats(lat_deg), days]);
    if (!begun.applied) return begun;
    const piece = Math.max(1, Math.floor(PIECE_NUMBERS / days.length)) * days.length;
    for (const take of [0, 1]) {
      for (let at = 0; at < values.length; at += piece) {
        const part = values instanceof Float32Array ? values.subarray(at, at + piece)
          : Float32Array.from({ length: Math.min(piece, values.length - at) }, (_, i) => values[at + i]);
        const answer = bridge.jsonWithNumbers('atlas_columns_piece', [part], take);
        if (!answer.applied) return answer;
      }
    }
    const answer = bridge.json('atlas_columns_finish');
    this.surface?.schedule();
    await this.surface?.idle();
    return answer;
  }

  /** Resolves when report and readings have their texts: notes, sources, claims, series, stories. */
  whole() {
    return this.texts;
  }

  /** Resolves when nothing is left to load or draw. */
  async idle() {
    await this.later;
    await this.surface?.idle();
  }

  /** @param {{width_px?: number, height_px?: number, pixel_ratio?: number}} [size] @returns {Promise<Blob>} */
  async exportPng(size = {}) {
    const bridge = this.open_bridge();
    const ratio = size.pixel_ratio ?? 1;
    const length = bridge.call('atlas_export_png', 'number', size.width_px ?? 1920, size.height_px ?? 1080, ratio);
    if (length === 0) throw new AtlasError('graphics', 'No picture of this size, or the graphics context is lost.');
    const bytes = bridge.bytesOut(length);
    this.surface?.resize();
    return new Blob([bytes], { type: 'image/png' });
  }

  destroy() {
    this.surface?.close();
    this.bridge?.close();
    this.bridge = undefined;
    this.canvas.remove();
    this.entry.remove();
    this.listeners.clear();
  }
}

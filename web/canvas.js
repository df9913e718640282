// The canvas as a surface for the atlas: its size in device pixels, pointers, wheel, keys, text entry, the loop that
// draws only when a frame is due.

/** @typedef {import('./bridge.js').Bridge} Bridge */

const PHASE = { move: 0, down: 1, up: 2, cancel: 3, leave: 4 };
const MAX_FRAME_S = 0.1;

/** @param {MouseEvent | KeyboardEvent} event */
const modifiers = (event) =>
  (event.ctrlKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0) | (event.metaKey ? 8 : 0);

/** Device pixels a CSS pixel: fewer than the screen has where the canvas would be larger than the device draws.
 *  @param {HTMLCanvasElement} canvas @param {number} most_px */
export const pixelRatioOf = (canvas, most_px) =>
  Math.min(window.devicePixelRatio || 1, most_px / Math.max(1, canvas.clientWidth, canvas.clientHeight));

export class Surface {
  /**
   * @param {HTMLCanvasElement} canvas
   * @param {HTMLInputElement} entry   takes text (soft keyboards, input methods) while a panel wants it
   * @param {Bridge} bridge
   * @param {{cooperative: boolean, keys: boolean, most_px: number, on_frame: () => void, on_hint: () => void}} options
   */
  constructor(canvas, entry, bridge, options) {
    this.canvas = canvas;
    this.entry = entry;
    this.bridge = bridge;
    this.options = options;
    this.abort = new AbortController();
    this.request = 0;
    this.last_ms = 0;
    this.cpu_last_frame_ms = 0;
    /** @type {(() => void)[]} */
    this.waiting = [];
    this.fingers = new Map();
    this.lost = false;
    this.resize();
    this.listen();
  }

  pixelRatio() {
    return pixelRatioOf(this.canvas, this.options.most_px);
  }

  resize() {
    const ratio = this.pixelRatio();
    const width_px = Math.max(1, Math.round(this.canvas.clientWidth * ratio));
    const height_px = Math.max(1, Math.round(this.canvas.clientHeight * ratio));
    if (this.canvas.width !== width_px) this.canvas.width = width_px;
    if (this.canvas.height !== height_px) this.canvas.height = height_px;
    this.bridge.call('atlas_resize', null, width_px, height_px, ratio);
    this.schedule();
  }

  schedule() {
    // Without a context there is no picture, but keys, links and the text view go on.
    if (this.lost) this.options.on_frame();
    else if (this.request === 0) this.request = requestAnimationFrame((now_ms) => this.frame(now_ms));
  }

  /** @param {number} now_ms */
  frame(now_ms) {
    this.request = 0;
    const dt_s = this.last_ms > 0 ? Math.min(MAX_FRAME_S, Math.max(0, (now_ms - this.last_ms) / 1000)) : 1 / 60;
    const start_ms = performance.now();
    this.bridge.call('atlas_frame', null, dt_s);
    this.cpu_last_frame_ms = performance.now() - start_ms;
    this.options.on_frame();
    this.canvas.style.cursor = this.bridge.call('atlas_cursor', 'string');
    if (this.bridge.call('atlas_frame_due', 'number')) {
      this.last_ms = now_ms;
      this.schedule();
    } else {
      this.last_ms = 0;
      for (const done of this.waiting.splice(0)) done();
    }
  }

  /** Resolves when nothing is left to draw. */
  idle() {
    return new Promise((/** @type {(value?: any) => void} */ done) => {
      if (this.request === 0 && !this.bridge.call('atlas_frame_due', 'number')) done();
      else {
        this.waiting.push(done);
        this.schedule();
      }
    });
  }

  listen() {
    const { canvas, entry } = this;
    const signal = this.abort.signal;
    const observer = new ResizeObserver(() => this.resize());
    observer.observe(canvas);
    signal.addEventListener('abort', () => observer.disconnect());
    window.addEventListener('resize', () => this.resize(), { signal }); // also fires when the pixel ratio changes

    /** @param {PointerEvent} event @param {number} phase */
    const pointer = (event, phase) => {
      const box = canvas.getBoundingClientRect();
      const ratio = this.pixelRatio();
      this.bridge.call('atlas_pointer', 'number', phase, event.pointerType === 'touch' ? 1 : 0, this.finger(event, phase),
        Math.max(0, event.button === 1 ? 2 : event.button === 2 ? 1 : event.button),
        (event.clientX - box.left) * ratio, (event.clientY - box.top) * ratio, modifiers(event));
      this.schedule();
    };
    canvas.addEventListener('pointerdown', (event) => {
      canvas.focus({ preventScroll: true });
      canvas.setPointerCapture(event.pointerId);
      pointer(event, PHASE.down);
    }, { signal });
    canvas.addEventListener('pointermove', (event) => pointer(event, PHASE.move), { signal });
    canvas.addEventListener('pointerup', (event) => {
      pointer(event, PHASE.up);
      requestAnimationFrame(() => this.followTextEntry());
    }, { signal });
    canvas.addEventListener('pointercancel', (event) => pointer(event, PHASE.cancel), { signal });
    canvas.addEventListener('pointerleave', (event) => {
      if (event.pointerType !== 'touch') pointer(event, PHASE.leave);
    }, { signal });
    canvas.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });

    canvas.addEventListener('wheel', (event) => {
      const box = canvas.getBoundingClientRect();
      const ratio = this.pixelRatio();
      const x_px = (event.clientX - box.left) * ratio;
      const y_px = (event.clientY - box.top) * ratio;
      const over_panel = this.bridge.call('atlas_over_panel', 'number', x_px, y_px) !== 0;
      if (this.options.cooperative && !event.ctrlKey && !event.metaKey && !document.fullscreenElement && !over_panel) {
        this.options.on_hint();
        return; // the host's page scrolls
      }
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 1 / 3 : event.deltaMode === 2 ? 1 : event.ctrlKey ? 1 / 25 : 1 / 100;
      const clamp = (/** @type {number} */ v) => Math.max(-3, Math.min(3, v));
      this.bridge.call('atlas_wheel', 'number', x_px, y_px, clamp(event.deltaY * unit), clamp(event.deltaX * unit),
        modifiers(event));
      this.schedule();
    }, { signal, passive: false });

    for (const element of [canvas, entry]) {
      element.addEventListener('keydown', (event) => this.key(/** @type {KeyboardEvent} */ (event), 1), { signal });
      element.addEventListener('keyup', (event) => this.key(/** @type {KeyboardEvent} */ (event), 0), { signal });
    }
    entry.addEventListener('input', () => {
      if (entry.value) this.bridge.call('atlas_text', 'number', entry.value);
      entry.value = '';
      this.schedule();
    }, { signal });

    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      this.lost = true;
      this.bridge.call('atlas_context_lost', null);
    }, { signal });
    canvas.addEventListener('webglcontextrestored', () => {
      this.lost = false;
      // A context comes back without its extensions: half-float targets would be missing.
      const gl = canvas.getContext('webgl2');
      for (const name of gl?.getSupportedExtensions() ?? []) if (!/lose_context|debug/.test(name)) gl?.getExtension(name);
      this.bridge.call('atlas_context_restored', null);
      this.schedule();
    }, { signal });
  }

  // Fingers get small numbers, the first 0: that one is also the panels' pointer.
  /** @param {PointerEvent} event @param {number} phase */
  finger(event, phase) {
    if (event.pointerType !== 'touch') return 0;
    if (phase === PHASE.down) {
      let number = 0;
      while ([...this.fingers.values()].includes(number)) ++number;
      this.fingers.set(event.pointerId, number);
    }
    const number = this.fingers.get(event.pointerId) ?? 0;
    if (phase === PHASE.up || phase === PHASE.cancel) this.fingers.delete(event.pointerId);
    return number;
  }

  /** @param {KeyboardEvent} event @param {number} down */
  key(event, down) {
    if (!this.options.keys || event.isComposing) return;
    const typing = this.bridge.call('atlas_wants_text', 'number') !== 0;
    const used = this.bridge.call('atlas_key', 'number', event.code, down, modifiers(event)) !== 0;
    if (typing && event.target === this.canvas && down && event.key.length === 1 && !event.ctrlKey && !event.metaKey)
      this.bridge.call('atlas_text', 'number', event.key);
    const printable = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (used && event.key !== 'Tab' && !(event.target === this.entry && printable)) event.preventDefault();
    if (event.key === 'Escape' && down) this.canvas.focus({ preventScroll: true });
    this.schedule();
  }

  /** A text field of a panel got the focus or lost it: the hidden entry follows, so that soft keyboards appear. */
  followTextEntry() {
    if (this.bridge.call('atlas_wants_text', 'number')) this.entry.focus({ preventScroll: true });
    else if (document.activeElement === this.entry) this.canvas.focus({ preventScroll: true });
  }

  close() {
    this.abort.abort();
    if (this.request !== 0) cancelAnimationFrame(this.request);
    this.request = 0;
  }
}

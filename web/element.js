// <arctic-atlas state lang theme ui alt>: an embed.html in a frame of its own, so that neither side's styles,
// keys or scripts leak into the other. Attributes become the frame's state; `atlas-state` events come back.

const BASE = new URL('./', import.meta.url).href;

class ArcticAtlas extends HTMLElement {
  static observedAttributes = ['state', 'lang', 'theme', 'ui'];

  connectedCallback() {
    if (this.frame) return;
    const frame = document.createElement('iframe');
    frame.src = `${BASE}embed.html${this.wanted()}`;
    frame.title = this.getAttribute('alt') ?? 'Arctic Reserves Atlas';
    frame.loading = 'lazy';
    frame.allowFullscreen = true;
    frame.allow = 'fullscreen; clipboard-write';
    frame.style.cssText = 'display:block;width:100%;height:100%;border:0';
    this.frame = frame;
    this.hear = (/** @type {MessageEvent} */ event) => {
      if (event.source !== frame.contentWindow || event.data?.app !== 'arctic-atlas') return;
      if (event.data.type === 'ready') this.dispatchEvent(new CustomEvent('atlas-ready'));
      if (event.data.type === 'state')
        this.dispatchEvent(new CustomEvent('atlas-state', { detail: { state: event.data.state } }));
      if (event.data.type === 'error') this.dispatchEvent(new CustomEvent('atlas-error', { detail: event.data }));
    };
    window.addEventListener('message', this.hear);
    this.replaceChildren(frame);
  }

  disconnectedCallback() {
    if (this.hear) window.removeEventListener('message', this.hear);
    this.frame = undefined;
  }

  attributeChangedCallback() {
    this.frame?.contentWindow?.postMessage({ app: 'arctic-atlas', v: 1, type: 'set-state', state: this.wanted() }, '*');
  }

  wanted() {
    const own = ['lang', 'theme', 'ui'].filter((name) => this.getAttribute(name))
      .map((name) => `&${name}=${this.getAttribute(name)}`);
    return (this.getAttribute('state') || '#v=1') + own.join('');
  }
}

customElements.define('arctic-atlas', ArcticAtlas);

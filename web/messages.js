// Messages between a host page and the embedded atlas: {app: 'arctic-atlas', v: 1, type, id?, ...}. Only parent and
// opener are heard; whatever isn't ours is ignored in silence; a wrong request is answered with an error.

const APP = 'arctic-atlas';

/** What stands in a type's place, as an answer may show it: whatever comes, a short text. @param {unknown} type */
const shown = (type) => (typeof type === 'string' ? type.slice(0, 40) : `(${typeof type})`);

/** @typedef {import('./types.js').Answer} Answer */

/**
 * @param {any} atlas   a face as createAtlas gives it
 * @param {(text: string) => string} framed   completes a state that comes from outside
 * @returns {() => void} stops listening
 */
export function answerMessages(atlas, framed) {
  const hosts = [window.parent, window.opener].filter((host) => host && host !== window);
  /** @param {any} target @param {string} origin @param {object} body */
  const send = (target, origin, body) =>
    target.postMessage({ app: APP, v: 1, ...body }, origin === 'null' || origin === '' ? '*' : origin);

  /** @param {MessageEvent} event */
  const hear = (event) => {
    const message = event.data;
    if (!hosts.includes(/** @type {any} */ (event.source))) return;
    if (typeof message !== 'object' || message === null || message.app !== APP || message.v !== 1) return;
    const id = typeof message.id === 'string' || typeof message.id === 'number' ? { id: message.id } : {};
    /** @param {object} body */
    const reply = (body) => send(event.source, event.origin, { ...id, ...body });
    switch (message.type) {
      case 'ping':
        return reply({ type: 'ready', state: atlas.state() });
      case 'get-state':
        return reply({ type: 'state', state: atlas.state() });
      case 'set-state': {
        if (typeof message.state !== 'string')
          return reply({ type: 'error', code: 'bad-message', message: 'set-state needs a text in `state`' });
        const answer = atlas.setState(framed(message.state));
        return reply({ type: 'state', state: atlas.state(), refused: answer.refused });
      }
      case 'get-table':
        return void atlas.whole().then(() => reply({ type: 'table', report: atlas.report() }));
      default:
        return reply({ type: 'error', code: 'unknown-type', message: `no message type ${shown(message.type)}` });
    }
  };
  window.addEventListener('message', hear);
  let told = '';
  const off = atlas.on('change', () => {
    const state = atlas.state();
    if (state === told) return;
    told = state;
    for (const host of hosts) send(host, '*', { type: 'state', state });
  });
  for (const host of hosts) send(host, '*', { type: 'ready', state: atlas.state() });
  return () => {
    window.removeEventListener('message', hear);
    off();
  };
}

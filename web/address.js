// Link <-> address bar. Written when the view rests and only when it differs; read on load, back and forward.

const WRITE_PAUSE_MS = 500;

/**
 * @param {{state: () => string, setState: (text: string) => any, on: (name: string, fn: (value: any) => void) => any}} atlas
 * @param {(text: string) => string} framed   completes a state that comes from outside
 * @param {(answer: import('./types.js').Answer) => void} on_answer
 */
export function followAddress(atlas, framed, on_answer) {
  let written = decoded(location.hash);
  let timer = 0;
  const write = () => {
    const text = atlas.state();
    if (text === written) return;
    written = text;
    try {
      history.replaceState(null, '', text);
    } catch {
      location.hash = text; // about:srcdoc frames refuse replaceState
    }
  };
  atlas.on('change', () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(write, WRITE_PAUSE_MS);
  });
  const read = () => {
    const asked = decoded(location.hash);
    if (asked === written) return;
    written = asked;
    on_answer(atlas.setState(written));
  };
  window.addEventListener('popstate', read);
  window.addEventListener('hashchange', read);
}

/** @param {string} text  of an address; as it stands when its escapes are broken, so that the parser can refuse it */
function decoded(text) {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** The state that an address asks for: the fragment, else the same keys after `?`. */
export function stateOfAddress() {
  if (location.hash.length > 1) return decoded(location.hash);
  return location.search.length > 1 ? `#${decoded(location.search.slice(1))}` : '';
}

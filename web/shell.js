// What both shells share: progress, the failure page, host requests (copy, open), the title and the live summary.
import { createAtlas, needsTexts } from './atlas.js';
import { followAddress, stateOfAddress } from './address.js';
import { answerMessages } from './messages.js';
import { TextView } from './text_view.js';

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page lacks #${id}`);
  return element;
}

const WHAT_TO_DO = {
  graphics: 'Turn on hardware acceleration or try a current Firefox, Chrome, Edge or Safari. The figures stand below as text once another browser opens this page.',
  data: 'The data file is damaged or from another version. Reload the page; if it stays so, tell whoever serves it.',
  load: 'Check the connection and reload the page.',
};

/** @type {Record<string, string>} */
const PHASES = { program: 'Loading the program', data: 'Loading the data', start: 'Drawing the globe' };

/** @param {unknown} error */
export function showFailure(error) {
  const failure = /** @type {{code?: string, name?: string, message?: string}} */ (error);
  const code = failure.code === 'graphics' || failure.code === 'data' ? failure.code : 'load';
  byId('progress').hidden = true;
  byId('failure').hidden = false;
  byId('failure-what').textContent = failure.message ?? String(error);
  byId('failure-do').textContent = WHAT_TO_DO[code];
  document.documentElement.dataset.atlas = 'failed';
}

/** @param {string} text */
function toast(text) {
  const box = byId('toast');
  box.textContent = text;
  box.hidden = false;
  window.clearTimeout(Number(box.dataset.timer));
  box.dataset.timer = String(window.setTimeout(() => (box.hidden = true), 4000));
}

/**
 * @param {{embed: boolean, files?: import('./types.js').AtlasFiles}} options
 */
export async function openShell(options) {
  const stage = byId('stage');
  const bar = /** @type {HTMLProgressElement} */ (byId('progress-bar'));
  try {
    const asked = stateOfAddress();
    // A frame stays an embed unless somebody names another ui.
    /** @param {string} text */
    const framed = (text) => (options.embed && !/[#&]ui=/.test(text) ? `${text || '#v=1'}&ui=embed` : text);
    const with_ui = framed(asked);
    const atlas = await createAtlas(stage, {
      cooperative: options.embed,
      files: options.files,
      texts_first: needsTexts(with_ui),
      on_progress: (share, phase) => {
        bar.value = share;
        byId('progress-text').textContent =
          `${PHASES[phase] ?? phase}: ${Math.round(share * 100)} %`;
      },
    });
    /** @param {import('./types.js').Answer} answer */
    const say = (answer) => {
      if (answer.refused.length > 0)
        toast(answer.refused.map((r) => `${r.where}: ${r.what}`).join('; '));
    };
    if (with_ui) say(atlas.setState(with_ui));
    await atlas.surface?.idle();

    const text_view = new TextView(byId('text-view'), atlas);
    atlas.on('request', (/** @type {import('./types.js').HostRequest} */ request) => {
      if (request.kind === 'copy_text') {
        const link = request.text.startsWith('#') ? location.href.replace(/#.*$/, '') + request.text : request.text;
        navigator.clipboard?.writeText(link).then(() => toast('Link copied'), () => toast(link));
      } else if (request.kind === 'open_url' && /^https?:/.test(request.text)) {
        window.open(request.text, '_blank', 'noopener');
      } else if (request.kind === 'toggle_text_view') {
        text_view.toggle();
      } else if (request.kind === 'save_picture') {
        save(atlas);
      }
    });
    atlas.on('error', (error) => toast(error.message));
    atlas.on('hint', () => toast('Use Ctrl and the wheel to zoom the globe'));
    followAddress(atlas, framed, say);
    if (window.parent !== window || window.opener) answerMessages(atlas, framed);
    Object.assign(window, { atlas });
    byId('progress').hidden = true;
    document.documentElement.dataset.atlas = 'ready';
  } catch (error) {
    showFailure(error);
  }
}

/** @param {any} atlas */
async function save(atlas) {
  const blob = await atlas.exportPng({ width_px: 1920, height_px: 1080 });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'arctic-reserves-atlas.png';
  link.click();
  URL.revokeObjectURL(link.href);
}

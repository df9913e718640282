// The report as HTML: for screen readers, copying, find-in-page and phones. Words and numbers come ready; a change goes
// out as a call on the atlas. Rows keep their identity between updates, so focus survives.

/** @typedef {any} Report */

const UPDATE_PAUSE_MS = 300;

/**
 * One child per item, kept by key between calls.
 * @template T
 * @param {HTMLElement} parent @param {string} tag @param {T[]} items @param {(item: T) => string} key_of
 * @param {(row: HTMLElement, item: T, fresh: boolean) => void} fill
 */
function keyed(parent, tag, items, key_of, fill) {
  const old = new Map([...parent.children].map((row) => [/** @type {HTMLElement} */ (row).dataset.key, row]));
  items.forEach((item, index) => {
    const key = key_of(item);
    let row = /** @type {HTMLElement | undefined} */ (old.get(key));
    const fresh = !row;
    if (!row) {
      row = document.createElement(tag);
      row.dataset.key = key;
    }
    old.delete(key);
    if (parent.children[index] !== row) parent.insertBefore(row, parent.children[index] ?? null);
    fill(row, item, fresh);
  });
  for (const row of old.values()) row.remove();
}

/** @param {{value: string, unit: string, range: string} | null} amount */
const amountText = (amount) =>
  amount ? `${amount.value} ${amount.unit}${amount.range ? ` (${amount.range})` : ''}` : '';

/** @param {HTMLElement} parent @param {string} tag @param {string} [text] @param {string} [name] */
function add(parent, tag, text, name) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (name) element.className = name;
  parent.append(element);
  return element;
}

export class TextView {
  /** @param {HTMLElement} root @param {any} atlas */
  constructor(root, atlas) {
    this.root = root;
    this.atlas = atlas;
    this.close = add(root, 'button', '', 'close');
    this.close.addEventListener('click', () => this.toggle());
    /** @type {Record<string, HTMLElement>} */
    this.parts = {};
    for (const [name, tag] of Object.entries({
      title: 'h2', summary: 'p', totals: 'table', story_title: 'h2', story_text: 'div', story_ways: 'p', story_claims: 'ul', card_title: 'h2', card_text: 'p', card: 'table', card_events: 'ul',
      sanctions_title: 'h2', sanctions: 'ul', deals_title: 'h2', deals: 'ul', assets_title: 'h2', assets: 'table',
      stories_title: 'h2', stories: 'ul', claims_title: 'h2', claims: 'ul', series_title: 'h2', series: 'ul',
      sources_title: 'h2', sources: 'ul',
    })) this.parts[name] = add(root, tag);
    this.read_lang = '';
    this.timer = 0;
    // Unseen, it waits until the date rests: its hundreds of rows would make the globe stutter.
    atlas.on('said', () => {
      if (this.timer !== 0 && root.classList.contains('open')) return;
      window.clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.update(), UPDATE_PAUSE_MS);
    });
    atlas.on('texts', () => (this.read_lang = ''));
    this.update();
  }

  toggle() {
    const open = this.root.classList.toggle('open');
    this.update();
    if (open) this.close.focus();
    else this.atlas.canvas.focus();
  }

  update() {
    this.timer = 0;
    const report = this.atlas.report();
    const parts = this.parts;
    document.documentElement.lang = report.lang;
    document.title = report.title ? `${report.title} · Arctic Reserves Atlas` : 'Arctic Reserves Atlas';
    this.atlas.canvas.setAttribute('aria-label', report.summary || report.title);
    this.close.textContent = report.words['ui.close'];
    parts.title.textContent = report.totals_text.heading;
    parts.summary.textContent = `${report.summary} ${report.totals_text.range_note}`;
    const totals = report.totals_text;
    this.table(parts.totals, [
      ['held', `${amountText(totals.held_back)} ${totals.of_all}`, ''],
      ...totals.by_state.map((/** @type {any} */ row) => [`state-${row.name}`, row.name, amountText(row.amount)]),
      ...totals.largest.map((/** @type {any} */ row) => [`largest-${row.id}`, row.name, amountText(row.amount)]),
    ]);
    this.story(report.story, report.words);
    this.card(report.card);
    this.events(parts.sanctions_title, parts.sanctions, report.active_sanctions, report.words['lane.sanctions']);
    this.events(parts.deals_title, parts.deals, report.active_deals, report.words['lane.deals']);
    if (this.root.classList.contains('open')) {
      parts.assets_title.textContent = report.words['ui.objects'];
      this.table(parts.assets, report.assets.map((/** @type {any} */ a) =>
        [a.id, a.name, a.hold && a.hold !== 'none' ? a.hold : '']));
    }
    if (this.root.classList.contains('open') && this.read_lang !== report.lang) {
      this.read_lang = report.lang;
      this.readings(report.words);
    }
    parts.sources_title.textContent = report.words['ui.sources'];
    keyed(parts.sources, 'li', report.sources, (/** @type {any} */ s) => s.id, (row, s, fresh) => {
      if (fresh) this.source(row, s);
    });
  }

  /** The open step of a story. @param {any} story @param {Record<string, string>} words */
  story(story, words) {
    const { story_title: title, story_text: text, story_ways: ways, story_claims: claims } = this.parts;
    title.textContent = story ? `${story.story_title}. ${story.title}` : '';
    keyed(text, 'p', story ? story.text.split('\n\n') : [], (paragraph) => paragraph,
      (row, paragraph) => { row.textContent = paragraph; });
    /** @type {[string, string | null][]} */
    const places = story ? [[words['story.back'], story.back], [words['story.next'], story.next], [words['story.close'], '']] : [];
    keyed(ways, 'button', places.filter((place) => place[1] !== null), (place) => place[0], (button, place) => {
      button.textContent = place[0];
      button.onclick = () => this.atlas.setStory(place[1] || null);
    });
    this.claims(claims, story ? story.claims : []);
  }

  /** @param {HTMLElement} list @param {any[]} claims */
  claims(list, claims) {
    keyed(list, 'li', claims, (claim) => claim.id + claim.said, (row, claim, fresh) => {
      if (!fresh) return;
      add(row, 'p', `${claim.said} (${claim.speaker})`);
      add(row, 'p', `${claim.verdict}. ${claim.reasoning}`);
      this.source(add(row, 'p'), claim.source);
    });
  }

  /** What no day changes: written once in each language. @param {Record<string, string>} words */
  readings(words) {
    const readings = this.atlas.readings(), parts = this.parts;
    parts.stories_title.textContent = words['reader.stories'];
    keyed(parts.stories, 'li', readings.stories, (/** @type {any} */ story) => story.title, (row, story, fresh) => {
      if (!fresh) return;
      const start = add(row, 'button', story.title);
      start.addEventListener('click', () => this.atlas.setStory(story.first));
      add(row, 'span', ` ${story.summary} ${story.steps}`);
    });
    parts.claims_title.textContent = words['reader.claims'];
    this.claims(parts.claims, readings.claims);
    parts.series_title.textContent = words['reader.series'];
    keyed(parts.series, 'li', readings.series, (/** @type {any} */ series) => series.name, (row, series, fresh) => {
      if (!fresh) return;
      add(row, 'p', `${series.name}: ${series.values.join('; ')}`);
      for (const source of series.sources) this.source(add(row, 'p'), source);
    });
  }

  /** @param {HTMLElement} row @param {{text: string, url: string}} source */
  source(row, source) {
    if (/^https?:/.test(source.url)) {
      const link = /** @type {HTMLAnchorElement} */ (add(row, 'a', source.text));
      link.href = source.url;
      link.rel = 'noopener';
      link.target = '_blank';
    } else {
      add(row, 'span', source.text);
    }
  }

  /** @param {HTMLElement} table @param {string[][]} rows */
  table(table, rows) {
    keyed(table, 'tr', rows, (row) => row[0], (line, row, fresh) => {
      if (fresh) {
        add(line, 'td');
        add(line, 'td', '', 'number');
      }
      line.children[0].textContent = row[1];
      line.children[1].textContent = row[2];
    });
  }

  /** @param {any} card */
  card(card) {
    const { card_title, card_text, card: table, card_events } = this.parts;
    card_title.textContent = card ? card.title : '';
    card_text.textContent = card ? [card.subtitle, card.lead_note, card.text, ...card.notes].filter(Boolean).join(' ') : '';
    this.table(table, card ? [
      ...card.figures.map((/** @type {any} */ f, /** @type {number} */ i) =>
        [`figure-${i}`, `${f.name}: ${f.basis}; ${f.source.text}${f.verified ? '' : ' (unverified)'}`, amountText(f.amount)]),
      ...card.facts.map((/** @type {any} */ f) => [`fact-${f.name}`, f.name, f.value]),
    ] : []);
    this.events(null, card_events, card ? [...card.sanctions, ...card.deals] : [], '');
  }

  /** @param {HTMLElement | null} title @param {HTMLElement} list @param {any[]} events @param {string} name */
  events(title, list, events, name) {
    if (title) title.textContent = `${name}: ${events.length}`;
    keyed(list, 'li', events, (event) => event.id, (row, event, fresh) => {
      if (fresh) {
        const label = add(row, 'label');
        const box = /** @type {HTMLInputElement} */ (document.createElement('input'));
        box.type = 'checkbox';
        box.addEventListener('change', () => this.atlas.setEvent(event.id, box.checked ? 'as_recorded' : 'off'));
        label.append(box, document.createElement('span'));
      }
      const label = /** @type {HTMLElement} */ (row.firstElementChild);
      /** @type {HTMLInputElement} */ (label.firstElementChild).checked = event.counted;
      /** @type {HTMLElement} */ (label.lastElementChild).textContent = `${event.title}, ${event.date}, ${event.word}`;
    });
  }
}

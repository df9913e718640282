// What the row readers of src/data ask of each column, read from their source: the other side of datapackage.json.
// It follows the readers' own calls (row.word("status", {...}, faults) and the like) and no further.
import fs from 'node:fs';

const DATA = new URL('../../src/data/', import.meta.url);
const source = (name) => fs.readFileSync(new URL(name, DATA), 'utf8');

const quoted = (text) => [...text.matchAll(/"([^"]*)"/g)].map((found) => found[1]);
const inBraces = (text) => /\{([^{}]*)\}/.exec(text)?.[1] ?? '';

/** What stands behind a pattern in a source; an error where it isn't there any more. */
function found(text, pattern, what) {
  const match = pattern.exec(text);
  if (!match) throw new Error(`${what}: not written as tests/tools/row_readers.mjs expects`);
  return match[1];
}

/** The numbers of a range, "0, 1e9"; names of constants stand in rows.h. */
function numbers(text) {
  return text.split(',').map((word) => Number(/^ *k/.test(word)
    ? found(source('rows.h'), new RegExp(`\\b${word.trim()} = (\\d+);`), `${word.trim()} in src/data/rows.h`) : word));
}

/** Words of a constant list: kName{"a", "b"}. */
export function constantWords(file, name) {
  return quoted(found(source(file), new RegExp(`${name}\\s*\\{([^;]*)\\};`), `${name} in src/data/${file}`));
}

/** First words of a constant list of structs: kName{Struct{"a", ...}, ...}. */
export function constantNames(file, name) {
  const list = found(source(file), new RegExp(`${name}\\s*\\{([\\s\\S]*?)\\n\\};`), `${name} in src/data/${file}`);
  return [...list.matchAll(/\w+\{"([^"]*)", "([^"]*)"/g)].map((one) => [one[1], one[2]]);
}

/** The keys that a selector may have. */
export function selectorKeys() {
  return [...new Set([...source('selector.cpp').matchAll(/key == "([a-z]+)"/g)].map((one) => one[1]))];
}

/** Kinds of a line in lines.geojson, and types of geometry of both GeoJSON files. */
export function geojsonWords() {
  const text = source('geojson.cpp');
  const outlines = text.indexOf('read_outlines(');
  const lines = text.indexOf('read_lines(');
  const types = (part) => [...part.matchAll(/type == "(\w+)"/g)].map((one) => one[1]);
  return {
    kinds: quoted(found(text, /for \(const char\* kind : (\{[^}]*\})\)/, 'the kinds of lines')),
    outlines: types(text.slice(outlines, lines)),
    lines: types(text.slice(lines)),
  };
}

const ID = '^[a-z0-9-]+$';
const IDS = '^[a-z0-9-]+( *; *[a-z0-9-]+)*$';
const COUNTRY = '^[A-Z]{3}$';
const COUNTRIES = '^[A-Z]{3}( *; *[A-Z]{3})*$';

/** Ranges and words that Row itself puts on years, positions, precisions and yes or no. */
function rowRules() {
  const text = source('rows.cpp');
  const range = (pattern, what) => numbers(found(text, pattern, what));
  const day = (name) => range(new RegExp(`Date ${name} = Date::from_ymd\\(([^)]*)\\)`), name)
    .map((part) => String(part).padStart(2, '0')).join('-');
  return {
    days: [day('kEarliest'), day('kLatest')],
    year: range(/Row::year_or_zero[^}]*?integer_or_unknown\(column, \{([^}]*)\}/, 'the range of years'),
    lon: range(/Row::lon_lat\([\s\S]*?number\(lon_column, \{([^}]*)\}/, 'the range of longitudes'),
    lat: range(/Row::lon_lat\([\s\S]*?number\(lat_column, \{([^}]*)\}/, 'the range of latitudes'),
    precision: quoted(found(text, /Row::precision\([\s\S]*?one_of\(column, \{([^}]*)\}/, 'the words of a precision')),
    yes: quoted(found(text, /Row::yes\([\s\S]*?one_of\(column, \{([^}]*)\}/, 'yes and no')),
  };
}

const METHODS = 'id|id_or_empty|ids|countries|country|number|number_or_unknown|year_or_zero|date|date_or_unknown|'
  + 'precision|yes|lon_lat|lon_lat_or_unknown|one_of|word|text_given';

/**
 * What one body asks of its columns.
 * @param {string} body  of a reader
 * @param {string} file  its text, for constants
 * @returns {[string, object][]} column and {type, required, and constraints}
 */
function asked(body, file, rules) {
  const between = ([minimum, maximum]) => ({ minimum, maximum });
  const words = (args) => {
    const constant = /\{(k\w+)\.begin\(\)/.exec(args);
    const named = () => found(file, new RegExp(`${constant[1]}\\s*\\{([^;]*)\\};`), constant[1]);
    const list = quoted(constant ? named() : inBraces(args));
    return { type: 'string', required: !list.includes(''), enum: list.filter((word) => word !== '') };
  };
  const range = (args) => {
    const constant = /, (k\w+),/.exec(args);
    const named = () => found(file, new RegExp(`NumberRange ${constant[1]}\\{([^}]*)\\}`), constant[1]);
    return { type: 'number', ...between(numbers(constant ? named() : inBraces(args))) };
  };
  // what each of METHODS asks; with _or_ and a word behind it the cell may be empty
  const rule = {
    id: () => ({ type: 'string', pattern: ID }),
    ids: () => ({ type: 'string', pattern: IDS, required: false }),
    country: () => ({ type: 'string', pattern: COUNTRY }),
    countries: () => ({ type: 'string', pattern: COUNTRIES, required: false }),
    text_given: () => ({ type: 'string' }),
    number: range,
    year: () => ({ type: 'year', ...between(rules.year) }),
    date: () => ({ type: 'date', ...between(rules.days) }),
    precision: () => ({ type: 'string', enum: rules.precision }),
    yes: () => ({ type: 'boolean', words: rules.yes }),
    one_of: words,
    word: words,
  };
  const list = [];
  for (const [, method, args] of body.matchAll(new RegExp(`row\\.(${METHODS})\\(([^;]*?)faults\\)`, 'g'))) {
    const [column, second] = quoted(args);
    const [, name, optional] = /^(\w+?)(_or_\w+)?$/.exec(method);
    const required = optional === undefined;
    if (name === 'lon_lat') {
      list.push([column, { type: 'number', required, ...between(rules.lon) }]);
      list.push([second, { type: 'number', required, ...between(rules.lat) }]);
    } else {
      list.push([column, { required, ...rule[name](args) }]);
    }
  }
  // "EU" or "beyond" in place of a country
  for (const [, word, column] of body.matchAll(/if \([\w.]+ != "(\w+)"\) row\.country\("(\w+)"/g)) {
    list.push([column, { type: 'string', required: true, pattern: `^([A-Z]{3}|${word})$` }]);
  }
  return list;
}

/**
 * @returns {Map<string, {columns: string[], asks: Map<string, object>}>} by file: the columns that must be there, and what
 * the reader of its rows asks of them
 */
export function rowReaders() {
  const rules = rowRules();
  const bodies = new Map();
  for (const name of ['tables.cpp', 'tables_assets.cpp', 'tables_events.cpp']) {
    const text = source(name);
    for (const [, reader, body] of text.matchAll(/^\w[\w:]* (read_\w+)\(const Row& row[^{]*\{([\s\S]*?)^\}/gm)) {
      bodies.set(reader, { body, text });
    }
  }
  const asks = (reader, columns) => {
    const { body, text } = bodies.get(reader);
    const map = new Map();
    const take = (list) => { for (const [column, rule] of list) map.set(column, rule); };
    const head = /read_head\(row, "(\w+)", faults\)/.exec(body);
    if (head) {
      take([head[1], 'source_id'].map((column) => [column, { type: 'string', required: true, pattern: ID }]));
      if (columns.includes('verified')) take([['verified', { type: 'boolean', required: true, words: rules.yes }]]);
    }
    const mayBeEmpty = /read_setting\(row, (true|false), faults\)/.exec(body)?.[1];
    if (mayBeEmpty) {
      const [[column, rule]] = asked(bodies.get('read_setting').body, text, rules);
      take([[column, { ...rule, required: mayBeEmpty === 'false' }]]);
    }
    if (body.includes('read_depth(row')) take(asked(bodies.get('read_depth').body, text, rules));
    take(asked(body, text, rules));
    // a text that may not be empty is asked for before its number is read
    for (const [, column] of body.matchAll(/row\.text_given\("(\w+)"/g)) {
      map.set(column, { ...map.get(column), required: true });
    }
    return map;
  };
  const calls = /read_rows<\w+>\(\s*files,\s*"(\w+\.csv)",\s*\{([^}]*)\},\s*(read_\w+),/g;
  return new Map([...source('tables.cpp').matchAll(calls)].map(([, file, list, reader]) => {
    const columns = quoted(list);
    return [file, { columns, asks: asks(reader, columns) }];
  }));
}

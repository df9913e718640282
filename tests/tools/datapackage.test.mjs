// The shipped data are what assets/data/datapackage.json says; the descriptor says what src/data asks; and each rule of
// it is seen to refuse a damaged copy.
import assert from 'node:assert/strict';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  checkDescriptor, checkGeojson, checkPackage, checkTable, readCell, readCsv, readFolder,
} from '../../tools/lib/datapackage.mjs';
import { constantNames, constantWords, geojsonWords, rowReaders, selectorKeys } from './row_readers.mjs';

const { descriptor, files } = readFolder(fileURLToPath(new URL('../../assets/data', import.meta.url)));
const resource = (name) => descriptor.resources.find((one) => one.name === name);
const tables = descriptor.resources.filter((one) => one.type === 'table');
const fieldOf = (table, column) => resource(table).schema.fields.find((field) => field.name === column);
const copy = (value) => structuredClone(value);
const inQuotes = (cell) => `"${cell.replaceAll('"', '""')}"`;
const write = (rows) => rows.map((cells) => `${cells.map(inQuotes).join(',')}\n`).join('');

const records = new Map(tables.map(({ path }) => [path, readCsv(path, files.get(path)).rows]));
/** Cells of a table, header first, to be changed at will. */
const cellsOf = ({ path }) => records.get(path).map((row) => [...row.cells]);

/** The table's text with one cell of its first row changed; `length` is how many records are kept, the header among them. */
function withCell(table, column, value, length = 4) {
  const rows = cellsOf(table).slice(0, length);
  rows[1][rows[0].indexOf(column)] = value;
  return write(rows);
}

/** All files, some of them replaced. */
const folderWith = (changed) => new Map([...files, ...Object.entries(changed)]);

test('the shipped data are as described', () => assert.deepEqual(checkPackage(descriptor, files), []));

test('every file of the folder is a resource, and every resource a file', () => {
  assert.deepEqual(descriptor.resources.map((one) => one.path).sort(), [...files.keys()].sort());
  const [first] = checkPackage(descriptor, folderWith({ 'more.csv': 'id\n' }));
  assert.equal(first, 'more.csv:1: is not among the resources');
  const fewer = folderWith({});
  fewer.delete('deals.csv');
  assert(checkPackage(descriptor, fewer).includes('deals.csv:1: the file is missing'));
});

test('the version is that of the data', () => {
  assert.equal(cellsOf(resource('meta')).find(([key]) => key === 'version')[1], descriptor.version);
});

test('every field and resource has a title and a description', () => {
  for (const one of descriptor.resources) {
    for (const { name, title, description } of [one, ...(one.schema ?? one.featureSchema).fields]) {
      assert(title && /[.]$/.test(description), `${one.name} ${name}`);
    }
  }
});

// ---- What the code asks --------------------------------------------------------------------------------------------

test('every table has a row reader, whose columns it has', () => {
  const readers = rowReaders();
  assert.deepEqual([...readers.keys()].sort(), tables.map((one) => one.path).sort());
  for (const table of tables) {
    const names = table.schema.fields.map((field) => field.name);
    for (const column of readers.get(table.path).columns) assert(names.includes(column), `${table.path} ${column}`);
  }
});

test('type, words, range and need of every column are those of its row reader', () => {
  let seen = 0;
  for (const [file, { asks }] of rowReaders()) {
    assert(asks.size > 0, file);
    const table = tables.find((one) => one.path === file);
    for (const [column, rule] of asks) {
      const field = table.schema.fields.find((one) => one.name === column);
      const { type, trueValues = [], falseValues = [], constraints = {} } = field;
      const where = `${file} ${column}`;
      // a parent's list of countries may not be empty: src/data/check_assets.cpp
      const required = rule.required || where === 'provinces.csv countries';
      assert.equal(constraints.required ?? false, required, `${where}: required`);
      assert.deepEqual([...(constraints.enum ?? [])].sort(), [...(rule.enum ?? [])].sort(), `${where}: enum`);
      assert.deepEqual([constraints.minimum, constraints.maximum], [rule.minimum, rule.maximum], `${where}: range`);
      assert.deepEqual([...falseValues, ...trueValues], rule.words ?? [], `${where}: yes or no`);
      // a priority is read as a number and used as a whole one
      assert.equal(type, where === 'places.csv priority' ? 'integer' : rule.type, `${where}: type`);
      // a part's id begins with that of its asset and two hyphens: src/data/check_assets.cpp
      const pattern = where === 'parts.csv id' ? '^[a-z0-9-]+--[a-z0-9-]+$' : rule.pattern;
      if (pattern) assert.equal(constraints.pattern, pattern, `${where}: pattern`);
      seen += 1;
    }
  }
  assert(seen > 130, `${seen} columns`);
});

test('no other column has a list of words, but for the units of reserves', () => {
  const readers = rowReaders();
  const own = tables.flatMap((table) => table.schema.fields
    .filter((field) => field.constraints?.enum && !readers.get(table.path).asks.get(field.name)?.enum)
    .map((field) => `${table.name} ${field.name}`));
  assert.deepEqual(own, ['fields reserves_unit']);
  assert.deepEqual(fieldOf('fields', 'reserves_unit').constraints.enum, constantWords('amount.cpp', 'kReservesUnits'));
});

test('an amount of minerals has one of the units that the code can convert', () => {
  const unit = (value) => readCell(fieldOf('deposits', 'amount_unit'), value).wrong.length === 0;
  const scales = ['t', ...constantNames('amount.cpp', 'kConversions').filter(([, to]) => to === 't').map(([from]) => from)];
  const substances = constantNames('amount.cpp', 'kSubstances').map(([name]) => name);
  assert(scales.length > 5 && substances.length > 20);
  for (const scale of scales) {
    for (const substance of substances) {
      for (const yearly of ['', '/y']) {
        const known = substance !== '' || scale.endsWith('t');
        const text = `${scale} ${substance}`.trim() + yearly;
        assert.equal(unit(text), known, text);
      }
    }
  }
  for (const good of ['Mct', 'Mct diamonds', 'Mct/y']) assert(unit(good), good);
  for (const bad of ['lb Au', 'Mt gravel', 'kt  ', 'Moz', 'Mct Au', 'kt TREO/month']) assert(!unit(bad), bad);
});

test('a selector has the keys that the code knows', () => {
  const selector = (value) => readCell(fieldOf('effects', 'selector'), value).wrong.length === 0;
  const keys = selectorKeys().filter((key) => key !== 'share');
  assert(keys.length > 9);
  for (const key of keys) assert(selector(`${key}=a|b & share>=0.5`), key);
  for (const bad of ['colour=red', 'asset', 'asset=', 'asset>1', 'share=0.5', '& asset=a']) assert(!selector(bad), bad);
});

test('kinds of lines and types of geometry are those that the code reads', () => {
  const { kinds, lines, outlines } = geojsonWords();
  assert.deepEqual(resource('lines').featureSchema.fields.find((field) => field.name === 'kind').constraints.enum, kinds);
  assert.deepEqual(resource('lines').geometryTypes, lines);
  assert.deepEqual(resource('province-outlines').geometryTypes, outlines);
});

// ---- Each rule refuses ---------------------------------------------------------------------------------------------

/** For each constraint a cell that breaks it; a value of the next row for unique. */
const BREAKING = {
  required: () => '',
  enum: () => 'no such word',
  minimum: (limit) => (typeof limit === 'string' ? '1492-10-12' : String(limit - 1)),
  maximum: (limit) => (typeof limit === 'string' ? '9999-12-31' : String(limit + 1)),
  pattern: () => '?',
  unique: (limit, table, column) => cellsOf(table)[2][cellsOf(table)[0].indexOf(column)],
};

for (const [constraint, breaking] of Object.entries(BREAKING)) {
  test(`${constraint}: each column that has it refuses a cell that breaks it`, () => {
    let seen = 0;
    for (const table of tables) {
      for (const { name, constraints = {} } of table.schema.fields) {
        if (!constraints[constraint]) continue;
        const { faults } = checkTable(table, withCell(table, name, breaking(constraints[constraint], table, name)));
        // of a pair that is the same the second is named, with all columns of a key
        const named = faults.every((one) => /^[a-z_]+\.csv:[23]: /.test(one) && one.includes(`: ${name}: `));
        assert(faults.length > 0 && named, `${table.name} ${name}: ${faults}`);
        seen += 1;
      }
    }
    assert(seen > 0);
  });
}

test('each type refuses a cell that is not of it, and names the place', () => {
  const wrong = (name, column, value, type) => {
    const { faults } = checkTable(resource(name), withCell(resource(name), column, value));
    assert.deepEqual(faults, [`${name}.csv:2: ${column}: is not of type ${type} "${value}"`]);
  };
  for (const value of ['1,5', 'about 3', '1 000', '0x10']) wrong('fields', 'boe_mmboe', value, 'number');
  for (const value of ['2.5', 'two']) wrong('places', 'priority', value, 'integer');
  for (const value of ['20', '2020.5', "'14"]) wrong('fields', 'discovered_year', value, 'year');
  for (const value of ['2014-02-30', '2014-9-12', '12.09.2014', '2014']) wrong('deals', 'end_date', value, 'date');
  for (const value of ['true', 'Yes', '1']) wrong('fields', 'counted', value, 'boolean');
});

test('types read what the standard lets them', () => {
  const value = (type, cell) => readCell({ name: 'x', type }, cell).value;
  assert.deepEqual(['-1.5', '+.5', '2.', '1e3'].map((cell) => value('number', cell)), [-1.5, 0.5, 2, 1000]);
  assert.equal(value('boolean', 'TRUE'), true);
  assert.equal(value('year', '2014'), 2014);
  assert.equal(value('date', '2024-02-29'), '2024-02-29');
  assert.equal(value('number', ''), null);
});

test('a primary key has no empty part and stands once', () => {
  const series = resource('series');
  const { faults } = checkTable(series, withCell(series, 'year', ''));
  assert(faults.includes('series.csv:2: year: is part of the key and empty'), faults.join());
  const [header, first] = cellsOf(series);
  const key = `${first[0]}, ${first[header.indexOf('year')]}`;
  assert.deepEqual(checkTable(series, write([header, first, first])).faults,
    [`series.csv:3: series_id, year: is the same as in line 2 "${key}"`]);
});

test('each foreign key refuses a name that is not there', () => {
  let seen = 0;
  for (const table of tables) {
    for (const { fields: [column], reference } of table.schema.foreignKeys ?? []) {
      const faults = checkPackage(descriptor, folderWith({ [table.path]: withCell(table, column, 'nobody', Infinity) }));
      assert.deepEqual(faults, [`${table.path}:2: ${column}: names no id of ${reference.resource} "nobody"`]);
      seen += 1;
    }
  }
  assert(seen > 15);
});

test('a header has the fields in their order', () => {
  const meta = resource('meta');
  const faults = (text) => checkTable(meta, text).faults;
  assert.deepEqual(faults('value,key\n'),
    ['meta.csv:1: value: column 1 should be key, is value', 'meta.csv:1: key: column 2 should be value, is key']);
  assert.deepEqual(faults('key,value,more\n'), ['meta.csv:1: more: column 3 should be none, is more']);
  assert.deepEqual(faults('key\n'), ['meta.csv:1: value: column 2 should be value, is none']);
  assert.deepEqual(faults(''), ['meta.csv:1: there is no header row']);
});

test('rows have a cell for each column, and quotes are in pairs', () => {
  const meta = resource('meta');
  const faults = (rows) => checkTable(meta, `key,value\n${rows}`).faults;
  assert.deepEqual(faults('version\n'), ['meta.csv:2: the row has 1 cells, the header 2']);
  assert.deepEqual(faults('\nversion,1\n'), ['meta.csv:2: the row has 1 cells, the header 2']);
  assert.deepEqual(faults('a,"1\n2"\nb,2"\n'), ['meta.csv:4: a quote stands inside a cell "2""']);
  assert.deepEqual(faults('a,"1"2\n'), ['meta.csv:2: a quote stands inside a cell "2"']);
  assert.deepEqual(faults('a,"1\n'), ['meta.csv:2: a quote is never closed']);
  assert.deepEqual(readCsv('x', 'a,b\n"1,""2""\n3",\n').rows,
    [{ line: 1, cells: ['a', 'b'] }, { line: 2, cells: ['1,"2"\n3', ''] }]);
});

test('features have the geometry and the properties that are described', () => {
  const lines = resource('lines');
  const damaged = (change) => {
    const { features } = JSON.parse(files.get(lines.path));
    change(features[1]);
    const text = `{"type":"FeatureCollection","features":[\n${features.map((one) => JSON.stringify(one)).join(',\n')}\n]}\n`;
    return checkGeojson(lines, text).faults;
  };
  assert.deepEqual(damaged(() => {}), []);
  assert.deepEqual(damaged((one) => { one.geometry.type = 'Point'; }),
    ['lines.geojson:3: geometry: is none of: LineString, MultiLineString "Point"']);
  assert.deepEqual(damaged((one) => { one.properties.colour = 'red'; }),
    ['lines.geojson:3: colour: is a property that the descriptor does not have']);
  assert.match(damaged((one) => { one.properties.kind = 'road'; })[0], /^lines\.geojson:3: kind: is none of: pipeline/);
  assert.deepEqual(damaged((one) => { delete one.properties.source_id; }), ['lines.geojson:3: source_id: is empty ""']);
  assert.match(checkGeojson(lines, '{').faults[0], /^lines\.geojson:1: is not JSON/);
  assert.deepEqual(checkGeojson(lines, '{}').faults, ['lines.geojson:1: is not a FeatureCollection']);
  const strange = files.get('provinces.geojson').replaceAll('"zyryanka-basin"', '"nowhere"');
  assert.match(checkPackage(descriptor, folderWith({ 'provinces.geojson': strange }))[0],
    /^provinces\.geojson:\d+: id: names no id of provinces "nowhere"$/);
});

test('a descriptor that asks for what nobody checks is refused', () => {
  const refused = (change, pattern) => {
    const { resources } = copy(descriptor);
    change(resources[0], resources[0].schema, resources);
    assert.match(checkDescriptor({ resources }).join('\n'), pattern);
  };
  refused(() => {}, /^$/);
  refused((one, schema) => { schema.fields[0].type = 'geopoint'; }, /unknown type "geopoint"/);
  refused((one, schema) => { schema.fields[0].constraints.minLength = 1; }, /unknown constraint "minLength"/);
  refused((one, schema) => { schema.fields.push(schema.fields[0]); }, /two fields have one name/);
  refused((one, schema) => { schema.primaryKey = ['nothing']; }, /names no field of the table "nothing"/);
  refused((one, schema) => { schema.foreignKeys = [{ fields: ['id'], reference: { resource: 'deals', fields: ['no'] } }]; },
    /names no field of a resource "deals\.no"/);
  refused((one) => { one.path = '../stories/first.json'; }, /may not leave the folder/);
  refused((one) => { one.name = 'deals'; }, /two resources have one name/);
  refused((one) => { delete one.schema; }, /has no schema/);
});

test('the program reads exactly the files that are described, and so not the descriptor', () => {
  assert.deepEqual(constantWords('load.cpp', 'kNames'), descriptor.resources.map((one) => one.path).sort());
});

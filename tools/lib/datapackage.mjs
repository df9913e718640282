// Data against their descriptor (datapackage.json, Frictionless Data Package 2.0): headers, types, constraints, keys.
// Faults read FILE:LINE: COLUMN: what "value". Of the standard it knows what our descriptor uses, and says so where a
// descriptor asks for more.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HELP = `Usage: node tools/lib/datapackage.mjs [DIR]

Checks the files of DIR (assets/data) against DIR/datapackage.json. Prints FILE:LINE: COLUMN: what is wrong, and exits 1
if anything is.`;

export const DESCRIPTOR = 'datapackage.json';

/**
 * @typedef {{name: string, type: string, trueValues?: string[], falseValues?: string[], constraints?: object}} Field
 * @typedef {{fields: Field[], missingValues?: string[], primaryKey?: string[], foreignKeys?: object[]}} Schema
 * @typedef {{line: number, cells: string[]}} Row
 */

function fault(file, line, column, what, value) {
  return `${file}:${line}: ${column === '' ? '' : `${column}: `}${what}${value === undefined ? '' : ` "${value}"`}`;
}

// ---- CSV -----------------------------------------------------------------------------------------------------------

/**
 * Records of a text as RFC 4180 has them, with the line on which each begins.
 * @returns {{rows: Row[], faults: string[]}}
 */
export function readCsv(file, text, { delimiter = ',', quoteChar = '"' } = {}) {
  const rows = [];
  const faults = [];
  let at = 0;
  let line = 1;

  const quotedCell = () => {
    const from = line;
    let cell = '';
    for (at += 1; at < text.length; at += 1) {
      if (text[at] === quoteChar) {
        if (text[at + 1] !== quoteChar) {
          at += 1;
          return cell;
        }
        at += 1;
      }
      if (text[at] === '\n') line += 1;
      cell += text[at];
    }
    faults.push(fault(file, from, '', 'a quote is never closed'));
    return cell;
  };
  const bareText = () => {
    const from = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
    return text.slice(from, at);
  };
  const cell = () => {
    const quoted = text[at] === quoteChar;
    const value = quoted ? quotedCell() : '';
    const rest = bareText();
    if (quoted ? rest !== '' : rest.includes(quoteChar)) {
      faults.push(fault(file, line, '', 'a quote stands inside a cell', rest));
    }
    return value + rest;
  };

  while (at < text.length) {
    const row = { line, cells: [cell()] };
    while (text[at] === delimiter) {
      at += 1;
      row.cells.push(cell());
    }
    at += 1;
    line += 1;
    rows.push(row);
  }
  return { rows, faults };
}

/** What is wrong between a header and the fields that should stand there, in this order. */
function headerFaults(file, header, fields) {
  return Array.from({ length: Math.max(header.length, fields.length) }, (_, i) => {
    if (header[i] === fields[i]?.name) return null;
    const what = `column ${i + 1} should be ${fields[i]?.name ?? 'none'}, is ${header[i] ?? 'none'}`;
    return fault(file, 1, header[i] ?? fields[i].name, what);
  }).filter(Boolean);
}

// ---- Types and constraints -----------------------------------------------------------------------------------------

function numberOf(cell) {
  return /^[+-]?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?$/i.test(cell) ? Number(cell) : undefined;
}

function dateOf(cell) {
  if (!/^\d{4}-\d\d-\d\d$/.test(cell)) return undefined;
  const time = new Date(`${cell}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(cell) ? cell : undefined;
}

function booleanOf(cell, { trueValues = ['true', 'True', 'TRUE', '1'], falseValues = ['false', 'False', 'FALSE', '0'] }) {
  if (trueValues.includes(cell)) return true;
  return falseValues.includes(cell) ? false : undefined;
}

/** How each type reads a cell; undefined is what it can't read. */
const TYPES = {
  string: (cell) => cell,
  number: numberOf,
  integer: (cell) => (/^[+-]?\d+$/.test(cell) ? Number(cell) : undefined),
  year: (cell) => (/^-?\d{4}$/.test(cell) ? Number(cell) : undefined),
  date: dateOf,
  boolean: booleanOf,
};

/** What each constraint says of a value that breaks it; required and unique are not about one value. */
const CONSTRAINTS = {
  enum: (words, value) => (words.includes(value) ? null : `is none of: ${words.join(', ')}`),
  minimum: (least, value) => (value >= least ? null : `is less than ${least}`),
  maximum: (most, value) => (value <= most ? null : `is more than ${most}`),
  pattern: (pattern, value) => (new RegExp(`^(?:${pattern})$`, 'u').test(value) ? null : `does not match ${pattern}`),
};

/** Value of a cell, null where it is missing, and what is wrong with it. */
export function readCell(field, cell, missingValues = ['']) {
  const { required, unique, ...others } = field.constraints ?? {};
  if (missingValues.includes(cell)) return { value: null, wrong: required ? ['is empty'] : [] };
  const value = TYPES[field.type](cell, field);
  if (value === undefined) return { value: null, wrong: [`is not of type ${field.type}`] };
  const wrong = Object.entries(others).map(([name, limit]) => CONSTRAINTS[name](limit, value)).filter(Boolean);
  return { value, wrong };
}

// ---- Keys ----------------------------------------------------------------------------------------------------------

const shown = (values, columns) => columns.map((column) => values[column]).join(', ');

/** One text for the values of some columns, or null where all of them are missing. */
function keyOf(values, columns) {
  const parts = columns.map((column) => values[column]);
  return parts.every((part) => part === null) ? null : JSON.stringify(parts);
}

/** Rows whose values in these columns stood in a row before. */
function repeated(file, rows, columns) {
  const lines = new Map();
  return rows.flatMap(({ line, values }) => {
    const key = keyOf(values, columns);
    if (key === null) return [];
    if (lines.has(key)) {
      return [fault(file, line, columns.join(', '), `is the same as in line ${lines.get(key)}`, shown(values, columns))];
    }
    lines.set(key, line);
    return [];
  });
}

function primaryKeyFaults(file, rows, columns) {
  const empty = rows.flatMap(({ line, values }) => columns.filter((column) => values[column] === null)
    .map((column) => fault(file, line, column, 'is part of the key and empty')));
  return [...empty, ...repeated(file, rows, columns)];
}

function foreignKeyFaults(file, rows, { fields, reference }, rowsOf) {
  const known = new Set((rowsOf.get(reference.resource) ?? []).map(({ values }) => keyOf(values, reference.fields)));
  return rows.flatMap(({ line, values }) => {
    const key = keyOf(values, fields);
    if (key === null || known.has(key)) return [];
    const what = `names no ${reference.fields.join(', ')} of ${reference.resource}`;
    return [fault(file, line, fields.join(', '), what, shown(values, fields))];
  });
}

// ---- Resources -----------------------------------------------------------------------------------------------------

/** Reads rows by their schema: values by column, and faults of cells, unique columns and the primary key. */
function checkRows(file, rows, { fields, missingValues, primaryKey = [] }) {
  const faults = [];
  const read = rows.map(({ line, cells }) => ({
    line,
    values: Object.fromEntries(fields.map((field, i) => {
      const { value, wrong } = readCell(field, cells[i], missingValues);
      for (const what of wrong) faults.push(fault(file, line, field.name, what, cells[i]));
      return [field.name, value];
    })),
  }));
  // a key of one column would say the same twice
  const unique = fields.filter((field) => field.constraints?.unique && primaryKey.join() !== field.name);
  for (const { name } of unique) faults.push(...repeated(file, read, [name]));
  if (primaryKey.length > 0) faults.push(...primaryKeyFaults(file, read, primaryKey));
  return { rows: read, faults };
}

/** A table: its header is the fields in their order, and each row has a cell for each. */
export function checkTable({ path: file, schema, dialect }, text) {
  const { rows: [header, ...rows], faults } = readCsv(file, text, dialect);
  if (!header) return { rows: [], faults: [fault(file, 1, '', 'there is no header row')] };
  faults.push(...headerFaults(file, header.cells, schema.fields));
  if (faults.length > 0) return { rows: [], faults };
  const ragged = rows.filter(({ cells }) => cells.length !== header.cells.length);
  for (const { line, cells } of ragged) {
    faults.push(fault(file, line, '', `the row has ${cells.length} cells, the header ${header.cells.length}`));
  }
  const checked = checkRows(file, rows.filter((row) => !ragged.includes(row)), schema);
  return { rows: checked.rows, faults: [...faults, ...checked.faults] };
}

/** A FeatureCollection: its geometries are of the types named, and its features' properties are rows of featureSchema. */
export function checkGeojson({ path: file, geometryTypes, featureSchema }, text) {
  let features;
  try {
    ({ features } = JSON.parse(text));
  } catch (error) {
    return { rows: [], faults: [fault(file, 1, '', `is not JSON: ${error.message}`)] };
  }
  if (!Array.isArray(features)) return { rows: [], faults: [fault(file, 1, '', 'is not a FeatureCollection')] };
  const lines = [...text.matchAll(/"type"\s*:\s*"Feature"/g)]
    .map((found) => text.slice(0, found.index).split('\n').length);
  const faults = [];
  const names = featureSchema.fields.map((field) => field.name);
  const rows = features.map(({ properties, geometry }, i) => {
    if (!geometryTypes.includes(geometry?.type)) {
      faults.push(fault(file, lines[i], 'geometry', `is none of: ${geometryTypes.join(', ')}`, geometry?.type));
    }
    for (const name of Object.keys(properties)) {
      if (!names.includes(name)) faults.push(fault(file, lines[i], name, 'is a property that the descriptor does not have'));
    }
    return { line: lines[i], cells: names.map((name) => String(properties[name] ?? '')) };
  });
  const checked = checkRows(file, rows, featureSchema);
  return { rows: checked.rows, faults: [...faults, ...checked.faults] };
}

const schemaOf = (resource) => resource.schema ?? resource.featureSchema;

/** What is wrong with the fields and keys of one resource; fieldsOf gives the names of another's fields. */
function schemaFaults({ fields, primaryKey = [], foreignKeys = [] }, fieldsOf) {
  const faults = [];
  const names = fields.map((field) => field.name);
  if (new Set(names).size !== names.length) faults.push(['two fields have one name']);
  for (const { type, constraints = {} } of fields) {
    if (!TYPES[type]) faults.push(['unknown type', type]);
    const unknown = Object.keys(constraints).filter((name) => !CONSTRAINTS[name] && !['required', 'unique'].includes(name));
    faults.push(...unknown.map((name) => ['unknown constraint', name]));
  }
  const own = [...primaryKey, ...foreignKeys.flatMap((key) => key.fields)].filter((name) => !names.includes(name));
  faults.push(...own.map((name) => ['a key names no field of the table', name]));
  for (const { reference: { resource, fields: there } } of foreignKeys) {
    const absent = there.filter((name) => !fieldsOf(resource).includes(name));
    faults.push(...absent.map((name) => ['a key names no field of a resource', `${resource}.${name}`]));
  }
  return faults;
}

/** What is wrong with the descriptor itself, so that nothing in it is passed over in silence. */
export function checkDescriptor({ resources }) {
  const fieldsOf = (name) => {
    const there = resources.find((resource) => resource.name === name);
    return (there && schemaOf(there)?.fields.map((field) => field.name)) ?? [];
  };
  const faults = [];
  const names = new Set(resources.map((resource) => resource.name));
  if (names.size !== resources.length) faults.push(['resources', 'two resources have one name']);
  for (const resource of resources) {
    const { name, path: file } = resource;
    if (!/^[a-z0-9._-]+$/.test(name)) faults.push([name, 'is no name of a resource']);
    if (/^[./~]|\.\.|\\|:/.test(file)) faults.push([name, 'a path may not leave the folder', file]);
    if (!schemaOf(resource)) faults.push([name, 'has no schema']);
    else faults.push(...schemaFaults(schemaOf(resource), fieldsOf).map((wrong) => [name, ...wrong]));
  }
  return faults.map((wrong) => fault(DESCRIPTOR, 1, ...wrong));
}

/**
 * @param {object} descriptor
 * @param {Map<string, string>} files  all data files of the folder: name and text
 * @returns {string[]} faults
 */
export function checkPackage(descriptor, files) {
  const faults = checkDescriptor(descriptor);
  if (faults.length > 0) return faults;
  const described = new Set(descriptor.resources.map((resource) => resource.path));
  for (const file of files.keys()) if (!described.has(file)) faults.push(fault(file, 1, '', 'is not among the resources'));
  const rowsOf = new Map();
  const present = descriptor.resources.filter((resource) => files.has(resource.path));
  for (const resource of descriptor.resources) {
    if (!present.includes(resource)) faults.push(fault(resource.path, 1, '', 'the file is missing'));
  }
  for (const resource of present) {
    const checked = (resource.type === 'table' ? checkTable : checkGeojson)(resource, files.get(resource.path));
    rowsOf.set(resource.name, checked.rows);
    faults.push(...checked.faults);
  }
  for (const resource of present) {
    for (const key of schemaOf(resource).foreignKeys ?? []) {
      faults.push(...foreignKeyFaults(resource.path, rowsOf.get(resource.name), key, rowsOf));
    }
  }
  return faults;
}

/** The descriptor of a folder, and all other files in it. */
export function readFolder(folder) {
  const names = fs.readdirSync(folder).filter((name) => name !== DESCRIPTOR).sort();
  return {
    descriptor: JSON.parse(fs.readFileSync(path.join(folder, DESCRIPTOR), 'utf8')),
    files: new Map(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')])),
  };
}

function main(args) {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  const folder = args[0] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'assets', 'data');
  const { descriptor, files } = readFolder(folder);
  const faults = checkPackage(descriptor, files);
  for (const one of faults) console.error(one);
  console.log(`  datapackage: ${files.size} files, ${faults.length} faults`);
  if (faults.length > 0) process.exitCode = 1;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) main(process.argv.slice(2));

// The rooms of src/ as code: who may include whom, and where OpenGL, Dear ImGui and the browser's #if may be named.
// src/rooms.txt is the only statement of the table; CMake links by it, this checks every #include against it.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HELP = `Usage: tools/check-rooms [--graph]

Checks each #include in src/ and tools/bake/ against src/rooms.txt, and where these may be named:
OpenGL in src/render only (and src/platform/headless, for the framebuffer that a window would bring),
Dear ImGui in src/ui, src/app and src/platform only, __EMSCRIPTEN__ in src/platform and src/render/gl.h only.
Prints FILE:LINE: what is wrong, and exits 1 if anything is. --graph prints the rooms as a Mermaid graph.`;

/** A context without a display has to bring the framebuffer that a window has by itself. */
const GL_FOLDERS = ['src/render/', 'src/platform/headless/'];

/** What the build-time programs in tools/bake may include; third parties are not limited there. */
const BAKE_ROOMS = ['base', 'geo', 'data'];

/**
 * @typedef {{name: string, rooms: string[], anywhere: string[], cppOnly: string[]}} Room
 * @param {string} text of src/rooms.txt
 * @returns {{rooms: Map<string, Room>, faults: string[]}}
 */
export function readRooms(text) {
  const rooms = new Map();
  const faults = [];
  text.split('\n').forEach((line, i) => {
    if (line.trim() === '' || line.startsWith('#')) return;
    const parts = /^([a-z]+):([^;]*);(.*)$/.exec(line);
    if (!parts) return faults.push(`src/rooms.txt:${i + 1}: not of the form "room: rooms ; third parties"`);
    const words = (part) => part.split(/\s+/).filter(Boolean);
    const [anywhere, cppOnly = ''] = parts[3].split('cpp:');
    const below = words(parts[2]);
    for (const lower of below) {
      if (!rooms.has(lower)) faults.push(`src/rooms.txt:${i + 1}: ${parts[1]} names ${lower}, which is not above its line`);
    }
    rooms.set(parts[1], { name: parts[1], rooms: below, anywhere: words(anywhere), cppOnly: words(cppOnly) });
  });
  return { rooms, faults };
}

/** The name that src/rooms.txt has for a header that is not ours, or null for one of the standard library. */
export function thirdParty(header) {
  const [first] = header.split('/');
  if (/(^|\/)imgui_impl_/.test(header) || first === 'backends') return 'backends';
  if (/^(imgui|imstb_)/.test(header) || /^misc\/cpp\/imgui/.test(header)) return 'imgui';
  if (/^stb_/.test(header)) return 'stb';
  if (!header.includes('/')) return header.endsWith('.h') || header.endsWith('.hpp') ? first.replace(/\.hp*$/, '') : null;
  return first;
}

/** Headers of the C library that are written with .h and have no C++ name worth using. */
const C_HEADERS = new Set(['unistd.h', 'dlfcn.h', 'signal.h', 'sys/stat.h', 'sys/types.h', 'fcntl.h']);

/** Source text with comments and the contents of strings blanked, line breaks kept. */
export function bare(source) {
  return source.replace(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"([^\s()\\]{0,16})\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g,
    (found) => found.replace(/[^\n]/g, ' '));
}

/**
 * @param {Map<string, Room>} rooms
 * @param {string} file  path from the root, with /
 * @param {string} source
 * @param {Set<string>} generated  headers that the build writes
 * @returns {string[]} faults, each FILE:LINE: text
 */
export function checkFile(rooms, file, source, generated) {
  const faults = [];
  const fault = (line, text) => faults.push(`${file}:${line}: ${text}`);
  const bake = file.startsWith('tools/bake/');
  const own = bake ? 'bake' : file.split('/')[1];
  const room = bake ? { name: own, rooms: BAKE_ROOMS, anywhere: [], cppOnly: [] } : rooms.get(own);
  if (!room) return [`${file}:1: src/rooms.txt has no room ${own}`];

  const include = (line, header, quoted) => {
    const [first] = header.split('/');
    if (header.startsWith('.')) return fault(line, `include "${header}" from src/, not by dots`);
    if (rooms.has(first) && header.includes('/')) {
      if (first !== own && !room.rooms.includes(first)) fault(line, `${own} may not include ${first} ("${header}")`);
      else if (!quoted) fault(line, `our own header <${header}> is written with quotes`);
      return;
    }
    if (quoted && (generated.has(header) || (bake && !header.includes('/')))) return;
    const name = thirdParty(header);
    if (name === null || bake || (own === 'platform' && C_HEADERS.has(header))) return;
    if (room.anywhere.includes(name)) return;
    if (!room.cppOnly.includes(name)) fault(line, `${own} may not include ${name} (<${header}>)`);
    else if (!file.endsWith('.cpp')) fault(line, `${own} may include ${name} in .cpp files only (<${header}>)`);
  };

  const original = source.split('\n');
  bare(source).split('\n').forEach((code, i) => {
    // the header's name was blanked where it stood in quotes: take it from the line as written
    const found = /^\s*#\s*include/.test(code) && /^\s*#\s*include\s*([<"])([^>"]+)[>"]/.exec(original[i]);
    if (found) return include(i + 1, found[2], found[1] === '"');
    if (!GL_FOLDERS.some((folder) => file.startsWith(folder)) && /\bgl[A-Z]\w*\s*\(/.test(code)) {
      fault(i + 1, `OpenGL is called in ${GL_FOLDERS.join(' and ')} only`);
    }
    if (!['ui', 'app', 'platform'].includes(own) && /\bImGui::/.test(code)) {
      fault(i + 1, 'Dear ImGui is used in src/ui, src/app and src/platform only');
    }
    if (own !== 'platform' && file !== 'src/render/gl.h' && /\b__EMSCRIPTEN__\b/.test(code)) {
      fault(i + 1, '__EMSCRIPTEN__ stands in src/platform and src/render/gl.h only');
    }
  });
  return faults;
}

/** The table as a Mermaid graph; an arrow that follows from others is left out. */
export function graph(rooms) {
  const lines = ['graph TD'];
  for (const room of rooms.values()) {
    const implied = new Set(room.rooms.flatMap((lower) => rooms.get(lower)?.rooms ?? []));
    for (const lower of room.rooms) if (!implied.has(lower)) lines.push(`  ${room.name} --> ${lower}`);
  }
  return lines.join('\n');
}

function sources(root, folder) {
  const start = path.join(root, folder);
  if (!fs.existsSync(start)) return [];
  return fs.readdirSync(start, { recursive: true })
    .map((name) => `${folder}/${String(name).split(path.sep).join('/')}`)
    .filter((name) => /\.(cpp|h)$/.test(name)).sort();
}

function main(args) {
  const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  if (args.some((arg) => arg !== '--graph')) {
    console.error(HELP);
    process.exitCode = 2;
    return;
  }
  const { rooms, faults } = readRooms(fs.readFileSync(path.join(root, 'src/rooms.txt'), 'utf8'));
  if (args.includes('--graph')) return console.log(graph(rooms));

  const start = Date.now();
  const cmake = ['CMakeLists.txt', ...fs.readdirSync(path.join(root, 'cmake')).map((name) => `cmake/${name}`)]
    .map((name) => fs.readFileSync(path.join(root, name), 'utf8')).join('\n');
  const generated = new Set([...cmake.matchAll(/atlas_embed\(\s*\S+\s+\S+\s+(\S+\.h)/g)].map((found) => found[1]));
  const files = [...sources(root, 'src').filter((name) => name.split('/').length > 2), ...sources(root, 'tools/bake')];
  for (const file of files) faults.push(...checkFile(rooms, file, fs.readFileSync(path.join(root, file), 'utf8'), generated));
  for (const one of faults) console.error(one);
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`  check-rooms: ${files.length} files, ${faults.length} faults (${seconds} s)`);
  if (faults.length > 0) process.exitCode = 1;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) main(process.argv.slice(2));

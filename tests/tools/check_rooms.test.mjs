// Each rule of tools/check-rooms is seen to fail once, and the table itself is seen to be refused.
import assert from 'node:assert/strict';
import test from 'node:test';
import { bare, checkFile, graph, readRooms } from '../../tools/lib/check_rooms.mjs';

const TABLE = `# comment
base:     ; cpp: fmt
geo:      base ; glm
scene:    base geo ; cpp: stb
render:   base geo scene ; GLES3 epoxy glm
ui:       base geo scene ; cpp: imgui
platform: base geo scene render ui ; GLFW imgui backends
`;
const { rooms, faults } = readRooms(TABLE);
const check = (file, ...lines) => checkFile(rooms, file, lines.join('\n'), new Set(['shaders_embedded.h']));

test('the table is read', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(rooms.get('scene'), { name: 'scene', rooms: ['base', 'geo'], anywhere: [], cppOnly: ['stb'] });
});

test('a room that names one below its line is refused', () => {
  assert.match(readRooms('base: geo ;\ngeo: base ;').faults[0], /^src\/rooms\.txt:1: base names geo/);
  assert.match(readRooms('base geo').faults[0], /:1: not of the form/);
});

test('own room, rooms below, the standard library and listed third parties may be included', () => {
  assert.deepEqual(check('src/geo/ring.h', '#include "geo/lon_lat.h"', '#include "base/result.h"', '#include <vector>',
    '#include <glm/vec3.hpp>'), []);
  assert.deepEqual(check('src/base/text.cpp', '#include <fmt/format.h>'), []);
  assert.deepEqual(check('src/ui/panel.cpp', '#include <imgui.h>', '#include "imgui_internal.h"'), []);
  assert.deepEqual(check('src/render/program.cpp', '#include "shaders_embedded.h"'), []);
});

test('an arrow that points up is found, with file and line', () => {
  assert.deepEqual(check('src/geo/ring.h', '#pragma once', '#include "scene/scene.h"'),
    ['src/geo/ring.h:2: geo may not include scene ("scene/scene.h")']);
});

test('a third party that is not listed, or listed for .cpp only, is found', () => {
  assert.match(check('src/geo/ring.cpp', '#include <imgui.h>')[0], /geo may not include imgui/);
  assert.match(check('src/ui/panel.h', '#include <imgui.h>')[0], /in \.cpp files only/);
  assert.match(check('src/ui/panel.cpp', '#include <backends/imgui_impl_glfw.h>')[0], /may not include backends/);
  assert.match(check('src/scene/lines.cpp', '#include <GL/gl.h>')[0], /may not include GL/);
});

test('a header reached by dots and one of ours in angle brackets are found', () => {
  assert.match(check('src/geo/ring.h', '#include "../base/result.h"')[0], /not by dots/);
  assert.match(check('src/geo/ring.h', '#include <base/result.h>')[0], /with quotes/);
});

test('OpenGL, Dear ImGui and the browser are named in their rooms only', () => {
  assert.match(check('src/scene/lines.cpp', 'void f() {', '  glDrawArrays(0, 0, 3);')[0], /lines\.cpp:2: OpenGL/);
  assert.deepEqual(check('src/render/pass.cpp', 'glDrawArrays(0, 0, 3);'), []);
  assert.match(check('src/platform/native/window.cpp', 'glClear(0);')[0], /OpenGL/);
  assert.match(check('src/scene/lines.cpp', 'ImGui::Text("x");')[0], /Dear ImGui/);
  assert.match(check('src/ui/theme.cpp', '#ifdef __EMSCRIPTEN__')[0], /__EMSCRIPTEN__/);
  assert.deepEqual(check('src/render/gl.h', '#ifdef __EMSCRIPTEN__', '#include <GLES3/gl3.h>'), []);
});

test('comments and strings are not code', () => {
  assert.deepEqual(check('src/geo/a.cpp', '// glClear(0) and ImGui::Text', 'auto s = "glClear(0)"; /* ImGui::', ' glEnd() */',
    'auto r = R"(glClear(0))";'), []);
  assert.equal(bare('a "b\n').length, 5);
});

test('the graph leaves out what follows from other arrows', () => {
  assert.match(graph(rooms), /scene --> geo/);
  assert.doesNotMatch(graph(rooms), /scene --> base/);
});

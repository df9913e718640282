# Where the parts that we do not write come from. tools/setup installs or fetches them, pinned by version and checksum;
# docs/THIRD_PARTY.md names each with its licence. A target third_<name> exists for each name in src/rooms.txt that needs
# more than an include folder; cmake/rooms.cmake links it to the rooms that may use it.
set(ATLAS_CACHE_DIR ${CMAKE_SOURCE_DIR}/.cache CACHE PATH "What tools/setup fetched")
set(ATLAS_IMGUI_DIR ${ATLAS_CACHE_DIR}/imgui)

# Header-only libraries are reached through a folder of links, so that em++ never sees the C library's own headers.
set(ATLAS_HEADER_ONLY_DIR ${CMAKE_BINARY_DIR}/header_only)
file(MAKE_DIRECTORY ${ATLAS_HEADER_ONLY_DIR})
function(atlas_link_headers from name)
  if(NOT EXISTS ${from})
    message(FATAL_ERROR "${from} is missing: run tools/setup")
  endif()
  file(CREATE_LINK ${from} ${ATLAS_HEADER_ONLY_DIR}/${name} SYMBOLIC)
endfunction()
foreach(name glm nlohmann catch2 CLI utf8 utf8.h stb tl)
  atlas_link_headers(/usr/include/${name} ${name})
endforeach()
atlas_link_headers(${ATLAS_CACHE_DIR}/earcut/include/mapbox mapbox)

if(ATLAS_CORE_ONLY)
  return()
endif()

# OpenGL, windows and contexts: the browser's through Emscripten, the desktop's through libepoxy, GLFW and EGL.
if(NOT EMSCRIPTEN)
  find_package(PkgConfig REQUIRED)
  foreach(name IN ITEMS epoxy EGL GLFW)
    set(module ${name})
    if(name STREQUAL "EGL")
      set(module egl)
    elseif(name STREQUAL "GLFW")
      set(module glfw3)
    endif()
    pkg_check_modules(third_${name} REQUIRED IMPORTED_TARGET ${module})
    add_library(third_${name} INTERFACE)
    target_link_libraries(third_${name} INTERFACE PkgConfig::third_${name})
  endforeach()
else()
  add_library(third_GLFW INTERFACE)
  target_link_options(third_GLFW INTERFACE -sUSE_GLFW=3)
endif()

# Dear ImGui's core; src/app/interface.cpp feeds it, src/render/panel_painter.cpp draws what it lists.
if(NOT EXISTS ${ATLAS_IMGUI_DIR}/imgui.cpp)
  message(FATAL_ERROR "${ATLAS_IMGUI_DIR} has no Dear ImGui: run tools/setup")
endif()
# Without the font that ImGui carries for programs that bring none: ours does, and it is a tenth of the program's data.
file(READ ${ATLAS_IMGUI_DIR}/imgui_draw.cpp imgui_draw)
string(REPLACE "        AddFontDefault();" "        return false;" imgui_draw_lean "${imgui_draw}")
if(imgui_draw_lean STREQUAL imgui_draw)
  message(FATAL_ERROR "imgui_draw.cpp has another call of AddFontDefault() than expected")
endif()
set(imgui_draw_before "")
if(EXISTS ${CMAKE_BINARY_DIR}/generated/imgui_draw.cpp)
  file(READ ${CMAKE_BINARY_DIR}/generated/imgui_draw.cpp imgui_draw_before)
endif()
if(NOT imgui_draw_before STREQUAL imgui_draw_lean)
  file(WRITE ${CMAKE_BINARY_DIR}/generated/imgui_draw.cpp "${imgui_draw_lean}")
endif()
add_library(third_imgui STATIC
  ${ATLAS_IMGUI_DIR}/imgui.cpp ${CMAKE_BINARY_DIR}/generated/imgui_draw.cpp ${ATLAS_IMGUI_DIR}/imgui_tables.cpp
  ${ATLAS_IMGUI_DIR}/imgui_widgets.cpp)
target_include_directories(third_imgui SYSTEM PUBLIC ${ATLAS_IMGUI_DIR})
target_compile_definitions(third_imgui PUBLIC IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS
  IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_FILE_FUNCTIONS)

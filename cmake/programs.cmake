# The programs: arctic-atlas on the desktop (window and display-less) with the bake of its pack, and the page's program.
set(platform ${CMAKE_SOURCE_DIR}/src/platform)
set(common_sources ${platform}/picture_gl.cpp)

if(NOT EMSCRIPTEN)
  add_subdirectory(${CMAKE_SOURCE_DIR}/tools/bake ${CMAKE_BINARY_DIR}/bake)
  file(GLOB native CONFIGURE_DEPENDS ${platform}/native/*.cpp)
  add_executable(arctic-atlas ${native} ${common_sources})
  target_link_libraries(arctic-atlas PRIVATE atlas_flags atlas_app atlas_headless third_GLFW)
  target_compile_definitions(arctic-atlas PRIVATE ATLAS_VERSION="${PROJECT_VERSION}")
  add_dependencies(arctic-atlas bake)
else()
  # Made for size, but for the loops that every picture of the packs goes through.
  foreach(hot bit_coder parts_section relief_blocks)
    set_source_files_properties(${CMAKE_SOURCE_DIR}/src/data/${hot}.cpp PROPERTIES COMPILE_OPTIONS -O2)
  endforeach()
  file(GLOB web CONFIGURE_DEPENDS ${platform}/web/*.cpp)
  add_executable(arctic-atlas-core ${web} ${common_sources})
  target_link_libraries(arctic-atlas-core PRIVATE atlas_flags atlas_app third_GLFW)
  target_link_options(arctic-atlas-core PRIVATE
    -Oz --no-entry -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH=1 -sENVIRONMENT=web -sFILESYSTEM=0
    -sDYNAMIC_EXECUTION=0 -sBINARYEN_EXTRA_PASSES=--converge -sMODULARIZE=1 -sEXPORT_ES6=1 -sEXPORT_NAME=createProgram -sMALLOC=emmalloc
    -sEXPORTED_FUNCTIONS=_malloc,_free -sEXPORTED_RUNTIME_METHODS=ccall -sINCOMING_MODULE_JS_API=canvas,wasmBinary,print,printErr
    "SHELL:--js-library ${CMAKE_SOURCE_DIR}/web/glfw_web.lib.js")
  set_target_properties(arctic-atlas-core PROPERTIES LINK_DEPENDS ${CMAKE_SOURCE_DIR}/web/glfw_web.lib.js)

  # The page: our modules and the program's glue in one bundle each, the packs of the native build, the one-file edition.
  set(pack_dir ${CMAKE_SOURCE_DIR}/build/native/pack)
  file(GLOB page_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/web/*)
  add_custom_command(OUTPUT ${CMAKE_SOURCE_DIR}/dist/build.json
    COMMAND node ${CMAKE_SOURCE_DIR}/tools/lib/make_page.mjs --program ${CMAKE_BINARY_DIR} --pack ${pack_dir}
      --out ${CMAKE_SOURCE_DIR}/dist
    DEPENDS arctic-atlas-core ${page_sources} ${CMAKE_SOURCE_DIR}/tools/lib/make_page.mjs ${pack_dir}/atlas.pack
      ${pack_dir}/atlas-texts.pack ${pack_dir}/atlas-fine.pack
    COMMENT "Making the page in dist/" VERBATIM)
  add_custom_target(page ALL DEPENDS ${CMAKE_SOURCE_DIR}/dist/build.json)
endif()

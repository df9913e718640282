# Compiler flags. Native and wasm must agree to the last bit in what they compute: no contraction of a*b+c.
add_library(atlas_flags INTERFACE)
target_compile_options(atlas_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror -ffp-contract=off)

find_program(ATLAS_CCACHE ccache)
if(ATLAS_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${ATLAS_CCACHE})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${ATLAS_CCACHE})
endif()

if(ATLAS_SANITIZE)
  # GCC's flow analysis sees through the sanitizers' own code and warns of <regex> (GCC manual, -Wmaybe-uninitialized).
  target_compile_options(atlas_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(EMSCRIPTEN)
  # The nearest package.json decides how node reads a .js file; what em++ writes is not a module.
  file(WRITE ${CMAKE_BINARY_DIR}/package.json "{ \"type\": \"commonjs\" }\n")
  if(ATLAS_CORE_ONLY)
    add_compile_options(-fexceptions) # Catch2 throws; our own code doesn't
    add_link_options(-fexceptions)
  else()
    add_compile_options(-fno-exceptions -fno-rtti -fno-threadsafe-statics)
    # What every browser with WebGL 2 has known since 2020: conversions without a range check, memory copied in one go.
    add_compile_options(-mnontrapping-fptoint -msign-ext -mbulk-memory)
    add_link_options(-mnontrapping-fptoint -msign-ext -mbulk-memory)
    # At -Oz em++ tells clang to inline nothing, not even what is smaller than its call, and keeps to that for the files
    # below: accessors of vectors and of glm would be calls, in larger code.
    add_compile_options(-finline-functions)
    # What runs in each frame or step of the date is made for speed, all else for size.
    set(hot app/panel_lists geo/camera model/amounts model/evaluate model/touch scene/appearance scene/glyph_run
      scene/label_curves scene/label_spots scene/labels scene/sight)
    list(TRANSFORM hot REPLACE "(.+)" "${CMAKE_SOURCE_DIR}/src/\\1.cpp")
    set_source_files_properties(${hot} PROPERTIES COMPILE_OPTIONS -O2)
    # The standard library's streams and locales would come along for what nobody asks of the reader.
    add_compile_definitions(JSON_NO_IO)
  endif()
endif()

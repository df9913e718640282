# tests/bench/bench_core.cpp: what tools/bench runs, natively and as WebAssembly. Part of the native build, so that it
# stays true; as WebAssembly built when asked for.
add_executable(bench_core ${CMAKE_SOURCE_DIR}/tests/bench/bench_core.cpp)
target_include_directories(bench_core PRIVATE ${CMAKE_SOURCE_DIR}/tests)
target_link_libraries(bench_core PRIVATE atlas_model atlas_flags)
target_compile_definitions(bench_core PRIVATE ATLAS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
if(EMSCRIPTEN)
  target_link_options(bench_core PRIVATE -O3 -sWASM_ASYNC_COMPILATION=0 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1
    -sMAXIMUM_MEMORY=2GB -sNODERAWFS=1 -sENVIRONMENT=node)
endif()

# tests/bench/bench_scene.cpp: what the pointer and a scrub cost, natively only.
if(NOT ATLAS_CORE_ONLY AND NOT EMSCRIPTEN)
  add_executable(bench_scene ${CMAKE_SOURCE_DIR}/tests/bench/bench_scene.cpp)
  target_include_directories(bench_scene PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(bench_scene PRIVATE atlas_scene atlas_flags)
  target_compile_definitions(bench_scene PRIVATE ATLAS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  # tests/bench/bench_frame.cpp: a frame and the question before it.
  add_executable(bench_frame ${CMAKE_SOURCE_DIR}/tests/bench/bench_frame.cpp)
  add_dependencies(bench_frame bake)
  target_include_directories(bench_frame PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(bench_frame PRIVATE atlas_app atlas_flags)
  target_compile_definitions(bench_frame PRIVATE ATLAS_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
    ATLAS_PACK_FILE="${CMAKE_BINARY_DIR}/pack/atlas.pack")
endif()

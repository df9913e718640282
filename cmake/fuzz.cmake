# tests/fuzz/fuzz_<reader>.cpp -> fuzz_<reader>, with clang's libFuzzer and the sanitizers (preset fuzz). tools/test runs
# each for a few seconds; what it finds is put into tests/fuzz/<reader>/, the corpus that every later run starts from.
add_custom_target(fuzz)
file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/fuzz_*.cpp)
foreach(source IN LISTS sources)
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE atlas_flags atlas_state)
  target_compile_definitions(${name} PRIVATE ATLAS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  add_dependencies(fuzz ${name})
endforeach()

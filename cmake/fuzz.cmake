# tests/fuzz/fuzz_<reader>.cpp -> fuzz_<reader>, clang's libFuzzer under the sanitizers (preset asan). tools/test runs each
# for a few seconds; what it finds is put into tests/fuzz/<reader>/, the corpus that every later run starts from. The
# corpora of packs and data files are made here, of the small dataset: see make_corpus.
add_custom_target(fuzz)
# Coverage is counted in the rooms that the fuzzers link, and nowhere else, where it would only cost the compiler time.
set(fuzzed base geo data model state)
foreach(room IN LISTS fuzzed)
  target_compile_options(atlas_${room} PRIVATE -fsanitize=fuzzer-no-link)
endforeach()
file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/fuzz/fuzz_*.cpp)
foreach(source IN LISTS sources ITEMS ${CMAKE_SOURCE_DIR}/tests/fuzz/make_corpus.cpp)
  get_filename_component(name ${source} NAME_WE)
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE atlas_flags atlas_state)
  target_compile_options(${name} PRIVATE -fsanitize=fuzzer-no-link)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE ATLAS_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_dependencies(fuzz ${name})
  if(source IN_LIST sources)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  endif()
endforeach()

set(made ${CMAKE_BINARY_DIR}/made_corpus)
file(GLOB_RECURSE small CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/data/small/*)
add_custom_command(OUTPUT ${made}/pack/small.pack COMMAND make_corpus ${made} DEPENDS make_corpus ${small}
  COMMENT "Making the corpora of packs and data files" VERBATIM)
add_custom_target(fuzz_corpus DEPENDS ${made}/pack/small.pack)
add_dependencies(fuzz fuzz_corpus)

# Text files (shaders, words) into a generated header of raw string literals.
# atlas_embed(TARGET NAME OUT.h FILES...): declares `inline constexpr EmbeddedFile NAME[]` with name and text.
function(atlas_embed target name out)
  set(header ${CMAKE_BINARY_DIR}/generated/${out})
  list(JOIN ARGN "|" joined)
  add_custom_command(OUTPUT ${header}
    COMMAND ${CMAKE_COMMAND} -DOUT=${header} -DNAME=${name} "-DFILES=${joined}" -DROOT=${CMAKE_SOURCE_DIR}
      -P ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    COMMENT "Embedding ${out}" VERBATIM)
  target_sources(${target} PRIVATE ${header})
  target_include_directories(${target} PUBLIC ${CMAKE_BINARY_DIR}/generated)
endfunction()

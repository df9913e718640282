# The shaders go into the renderer's library; the desktop finds GL through libepoxy. The context without a display is a
# library of its own, for tests and for pictures from the command line.
if(NOT ATLAS_CORE_ONLY)
  file(GLOB ATLAS_SHADERS CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/shaders/*.vert ${CMAKE_SOURCE_DIR}/shaders/*.frag
    ${CMAKE_SOURCE_DIR}/shaders/lib/*.glsl)
  if(EMSCRIPTEN)
    list(FILTER ATLAS_SHADERS EXCLUDE REGEX "/id\\.frag$") # a picture for tests only
  endif()
  atlas_embed(atlas_render kShaders shaders.h ${ATLAS_SHADERS})
  if(NOT EMSCRIPTEN)
    find_package(PkgConfig REQUIRED)
    pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
    pkg_check_modules(EGL REQUIRED IMPORTED_TARGET egl)
    target_link_libraries(atlas_render PUBLIC PkgConfig::EPOXY)
    add_library(atlas_headless STATIC ${CMAKE_SOURCE_DIR}/src/platform/headless/egl.cpp)
    target_link_libraries(atlas_headless PRIVATE atlas_flags PUBLIC atlas_render PkgConfig::EPOXY PkgConfig::EGL)
  endif()
endif()

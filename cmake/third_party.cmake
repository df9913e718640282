# Where the parts that we do not write come from. tools/setup installs or fetches them, pinned by version and checksum.
# Header-only libraries are reached through a folder of links, so that em++ never sees the C library's own headers.
set(ATLAS_CACHE_DIR ${CMAKE_SOURCE_DIR}/.cache CACHE PATH "What tools/setup fetched")
set(ATLAS_HEADER_ONLY_DIR ${CMAKE_BINARY_DIR}/header_only)
file(MAKE_DIRECTORY ${ATLAS_HEADER_ONLY_DIR})
foreach(name glm nlohmann fmt fast_float catch2 CLI utf8 utf8.h stb tl)
  if(EXISTS /usr/include/${name})
    file(CREATE_LINK /usr/include/${name} ${ATLAS_HEADER_ONLY_DIR}/${name} SYMBOLIC)
  endif()
endforeach()
if(EXISTS ${ATLAS_CACHE_DIR}/earcut/include/mapbox)
  file(CREATE_LINK ${ATLAS_CACHE_DIR}/earcut/include/mapbox ${ATLAS_HEADER_ONLY_DIR}/mapbox SYMBOLIC)
endif()
set(ATLAS_IMGUI_DIR ${ATLAS_CACHE_DIR}/imgui)

# Compiler flags of our own code. Native and wasm must agree to the last bit: no contraction of a*b+c.
add_library(atlas_flags INTERFACE)
target_compile_options(atlas_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror -ffp-contract=off)
if(ATLAS_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(EMSCRIPTEN)
  if(ATLAS_CORE_ONLY)
    add_compile_options(-fexceptions) # Catch2 throws; our own code doesn't
    add_link_options(-fexceptions)
  else()
    add_compile_options(-fno-exceptions -fno-rtti)
  endif()
endif()

// The one translation unit that holds Catch2's own main(); it takes half a minute to compile.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>

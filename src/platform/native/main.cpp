#include "platform/native/cli.h"

int main(int count, char** values) {
  int exit_code = atlas::kDone;
  const std::optional<atlas::Options> options = atlas::parse_options(count, values, exit_code);
  return options ? atlas::run(*options) : exit_code;
}

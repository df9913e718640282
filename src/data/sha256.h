#pragma once

// SHA-256 after FIPS 180-4: names the data that a picture was made from.
#include <cstdint>
#include <span>
#include <string>

namespace atlas {

/// 64 hexadecimal digits.
std::string sha256_hex(std::span<const uint8_t> bytes);

}  // namespace atlas

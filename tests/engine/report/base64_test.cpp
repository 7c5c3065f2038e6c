// SPDX-License-Identifier: MIT
#include "engine/report/base64.hpp"

#include <string_view>
#include <vector>

#include "tests/support/catch.hpp"

namespace csapath::engine {
namespace {

TEST_CASE("bytes become letters as RFC 4648 gives them") {
    const auto [text, letters] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
        {"\xFB\xEF\xBE", "++++"},
        {"\xFF\xFF\xFF", "////"},
    }));
    CAPTURE(text);
    CHECK(base64(std::vector<std::uint8_t>(text.begin(), text.end())) == letters);
}

}  // namespace
}  // namespace csapath::engine

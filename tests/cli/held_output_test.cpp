// SPDX-License-Identifier: MIT
#include "cli/held_output.hpp"

#include <string>

#include "tests/support/catch.hpp"
#include "tests/support/text_out.hpp"

namespace csapath::cli {
namespace {

/// Written in pieces of 60,000 bytes, as reporters write.
std::string write_pieces(HeldOutput& held, std::size_t pieces) {
    std::string all;
    for (std::size_t number = 0; number < pieces; ++number) {
        const std::string piece = std::to_string(number) + std::string(60'000, static_cast<char>('a' + number % 26));
        held.buffer += piece;
        held.flush();
        all += piece;
    }
    return all;
}

TEST_CASE("what is held goes out when it is released, whole and in order, however much it is") {
    const std::size_t pieces = GENERATE(0u, 1u, 3u, 1200u);  // 1200 pieces are 72 MB, more than is held in one place
    TextOut out;
    HeldOutput held(out);
    std::string all = write_pieces(held, pieces);
    held.buffer += "the end";
    CHECK(out.text().empty());
    held.release();
    CHECK((out.text() == all + "the end"));
    held.release();
    CHECK(out.text().size() == all.size() + 7);
}

TEST_CASE("pieces of any size stand one behind the other") {
    TextOut out;
    HeldOutput held(out);
    std::string all;
    for (std::size_t size = 0; size < 200; ++size) {  // so that each begins somewhere else within a line of the cache
        const std::string piece(size, static_cast<char>('a' + size % 26));
        held.buffer += piece;
        held.flush();
        all += piece;
    }
    held.release();
    CHECK(out.text() == all);
}

TEST_CASE("what was taken back never goes out") {
    const std::size_t pieces = GENERATE(1u, 1200u);
    TextOut out;
    HeldOutput held(out);
    write_pieces(held, pieces);
    held.buffer += " and more";
    held.take_back();
    const std::string second = write_pieces(held, 2);
    held.release();
    CHECK((out.text() == second));
}

}  // namespace
}  // namespace csapath::cli

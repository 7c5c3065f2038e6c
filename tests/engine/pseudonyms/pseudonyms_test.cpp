// SPDX-License-Identifier: MIT
/// What is expected was made with Python's hmac and base64 from the formula in the header, for the key 00 01 02 … 1f.
#include "engine/pseudonyms/pseudonyms.hpp"

#include <set>

#include "engine/document/digest.hpp"
#include "engine/document/keyed_digest.hpp"
#include "tests/support/catch.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

PseudonymKey::Bytes counting_bytes() {
    PseudonymKey::Bytes bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes.at(i) = static_cast<std::uint8_t>(i);
    return bytes;
}
PseudonymKey counting_key() {
    return PseudonymKey(counting_bytes());
}

TEST_CASE("a keyed digest is HMAC-SHA-256") {
    CHECK(hexadecimal(keyed_digest(counting_bytes(), "")) ==
          "d38b42096d80f45f826b44a9d5607de72496a415d3f4a1a8c88e3bb9da8dc1cb");
    CHECK(hexadecimal(keyed_digest(counting_bytes(), "abc")) ==
          "f0133729c4163dede81e21cd47839256da58171238c8a0d874397c73b14e1e47");
}

TEST_CASE("a pseudonym can be made again by anyone who has the key, and by nobody else") {
    const Pseudonyms pseudonyms{counting_key()};
    CHECK(pseudonyms.key_id() == "k-74hshsb5jd");
    CHECK(pseudonyms.of_case("W-0143") == "P-hou6fc7mzkjqcc2iuqym");
    CHECK(pseudonyms.of_case("") == "P-hnwwtzork3odlauyhtnq");
    PseudonymKey::Bytes other = counting_bytes();
    other[31] ^= 1;
    CHECK(Pseudonyms{PseudonymKey(other)}.of_case("W-0143") != pseudonyms.of_case("W-0143"));
}

TEST_CASE("one text has another pseudonym as a case and as what each fact holds") {
    const Pseudonyms pseudonyms{counting_key()};
    CHECK(pseudonyms.of_text("reason", "left the country") == "T-uwilfycaekm7llnk");
    CHECK(pseudonyms.of_text("team", "left the country") == "T-crvacdix64zb6fg6");
    // The zero byte keeps what it is of apart from the text.
    CHECK(pseudonyms.of_text("a", "bc") != pseudonyms.of_text("ab", "c"));
    CHECK(pseudonyms.of_case("W-0143").substr(2, 16) != pseudonyms.of_text("case", "W-0143").substr(2));
}

TEST_CASE("dates of a case go back by 1 to 52 whole weeks, which the key alone tells") {
    const Pseudonyms pseudonyms{counting_key()};
    CHECK(pseudonyms.weeks_back("W-0143") == 20);
    CHECK(pseudonyms.weeks_back("W-0144") == 43);
    CHECK(pseudonyms.weeks_back("W-0145") == 31);
    std::set<int> seen;
    for (int number = 0; number < 2'000; ++number) seen.insert(pseudonyms.weeks_back(std::to_string(number)));
    CHECK(seen.size() == 52);
    CHECK(*seen.begin() == 1);
    CHECK(*seen.rbegin() == 52);
}

TEST_CASE("a case may be named by its pseudonym too") {
    const Pseudonyms pseudonyms{counting_key()};
    CHECK(pseudonyms.of_named_case("W-0143") == pseudonyms.of_case("W-0143"));
    CHECK(pseudonyms.of_named_case("P-hou6fc7mzkjqcc2iuqym") == "P-hou6fc7mzkjqcc2iuqym");
    for (const char* no_pseudonym : {"P-hou6fc7mzkjqcc2iuqy", "P-hou6fc7mzkjqcc2iuqy1", "P-HOU6FC7MZKJQCC2IUQYM",
                                     "p-hou6fc7mzkjqcc2iuqym", "P-hou6fc7mzkjqcc2iuqymm", ""}) {
        CAPTURE(no_pseudonym);
        CHECK(pseudonyms.of_named_case(no_pseudonym) == pseudonyms.of_case(no_pseudonym));
    }
}

TEST_CASE("a key that was written is read again") {
    const std::string text = key_file_text(counting_key(), "audit of June 2026");
    CHECK(text ==
          "csapath-key/1\n"
          "purpose: audit of June 2026\n"
          "id: k-74hshsb5jd\n"
          "key: 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f\n");
    std::string problem;
    const auto key = key_from_text(text, problem);
    REQUIRE(key);
    CHECK(key->bytes() == counting_bytes());
}

TEST_CASE("a key file that was damaged is no key, and no message holds a part of it") {
    const std::string good = key_file_text(counting_key(), "p");
    const auto changed = [&](std::string_view what, std::string_view by) {
        std::string text = good;
        return text.replace(text.find(what), what.size(), by);
    };
    auto [text, expected] = GENERATE_COPY(table<std::string, std::string>({
        {"", "it does not begin with csapath-key/1"},
        {"case,event,at\n", "it does not begin with csapath-key/1"},
        {changed("csapath-key/1", "csapath-key/2"), "it does not begin with csapath-key/1"},
        {changed("key: 00", "key: "), "it holds no key of 64 hexadecimal digits"},
        {changed("key: 00", "key: 0g"), "it holds no key of 64 hexadecimal digits"},
        {changed("key: 00", "kex: 00"), "it holds no key of 64 hexadecimal digits"},
        {changed("key: 00", "key: 01"), "its id is not that of its key, so the file was damaged or changed"},
        {changed("id: k-7", "id: k-6"), "its id is not that of its key, so the file was damaged or changed"},
    }));
    CAPTURE(text);
    std::string problem;
    CHECK_FALSE(key_from_text(text, problem));
    CHECK(problem == expected);
}

}  // namespace
}  // namespace csapath

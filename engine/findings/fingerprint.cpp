// SPDX-License-Identifier: MIT
#include "engine/findings/fingerprint.hpp"

#include <array>
#include <charconv>

#include "engine/findings/pen.hpp"

namespace csapath::engine {

namespace {
constexpr std::size_t kept_bytes = 10;
constexpr char part_end = '\0';

void write_parts(const ActivationKey& key, std::string& into) {
    into.clear();
    Pen pen(into);
    for (const std::string_view part : {key.rule, key.case_id, key.event}) {
        pen.put(part);
        pen.put(part_end);
    }
    pen.put_at_most(29, [&](char* at) { return rules::write_iso(key.at, at); });
    if (key.at.second_pass) pen.put("/2");
    pen.put(part_end);
    pen.put_at_most(10, [&](char* at) { return std::to_chars(at, at + 10, key.among_equals).ptr; });
    pen.put(part_end);
}
}  // namespace

void write_fingerprint(const ActivationKey& key, Digest& digest, std::string& into) {
    write_parts(key, into);  // the text itself is the room in which its parts are put together
    digest.add(into);
    const auto hash = digest.finish();

    constexpr std::string_view digits = "0123456789abcdef";
    std::array<char, 2 + 2 * kept_bytes> name = {'f', '-'};
    for (std::size_t i = 0; i < kept_bytes; ++i) {
        name[2 + 2 * i] = digits[hash[i] >> 4];
        name[3 + 2 * i] = digits[hash[i] & 15];
    }
    into.assign(name.data(), name.size());
}

void write_fingerprint(const ActivationKey& key, std::string& into) {
    Digest digest;
    write_fingerprint(key, digest, into);
}

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
#include "engine/findings/fingerprint.hpp"

#include <array>

#include "engine/findings/append.hpp"

namespace csapath::engine {

namespace {
constexpr std::size_t kept_bytes = 10;
constexpr char part_end = '\0';

void write_parts(const ActivationKey& key, std::string& into) {
    into.clear();
    for (const std::string_view part : {key.rule, key.case_id, key.event}) {
        into += part;
        into += part_end;
    }
    append_iso(key.at, into);
    if (key.at.second_pass) into += "/2";
    into += part_end;
    append_number(key.among_equals, into);
    into += part_end;
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

// SPDX-License-Identifier: MIT
#include "engine/readers/cin_census_codes.hpp"

#include <algorithm>

namespace csapath::engine {

namespace {

struct Row {
    std::string_view code;
    ReferringAgency agency;
};

constexpr std::array sources = {
    Row{"1A", {"family"}},                     // family, relative or carer
    Row{"1B", {"public"}},                     // acquaintance, neighbour, childminder
    Row{"1C", {"family"}},                     // the child
    Row{"1D", {"public"}},                     // any other individual
    Row{"2A", {"school", "education"}},        // schools
    Row{"2B", {"education"}},                  // education services
    Row{"3A", {"gp", "health"}},               // GP
    Row{"3B", {"health-visitor", "health"}},   // health visitor
    Row{"3C", {"school-nurse", "health"}},     // school nurse
    Row{"3D", {"health"}},                     // other primary health
    Row{"3E", {"health"}},                     // A&E
    Row{"3F", {"health"}},                     // other health
    Row{"4", {"housing"}},                     // housing
    Row{"5A", {"adult-care", "social-care"}},  // adult social care of the authority
    Row{"5B", {"social-care"}},                // other services inside the authority
    Row{"5C", {"other-authority"}},            // another authority
    Row{"5D", {"early-help", "social-care"}},  // early help, from 2023
    Row{"6", {"police"}},                      // police
    Row{"7", {"legal"}},                       // courts, probation, prison, Cafcass
    Row{"8", {"voluntary"}},                   // children's centres, voluntary sector
    Row{"9", {"public"}},                      // anonymous
    Row{"10", {}},                             // not known
};

bool same_letters(std::string_view left, std::string_view right) {
    const auto small = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [&](char a, char b) { return small(a) == small(b); });
}

}  // namespace

std::optional<ReferringAgency> referring_agency(std::string_view code) {
    const auto found =
        std::find_if(sources.begin(), sources.end(), [&](const Row& row) { return same_letters(row.code, code); });
    if (found == sources.end()) return std::nullopt;
    return found->agency;
}

std::optional<bool> census_boolean(std::string_view text) {
    for (const std::string_view yes : {"1", "true", "y", "yes"})
        if (same_letters(text, yes)) return true;
    for (const std::string_view no : {"0", "false", "n", "no"})
        if (same_letters(text, no)) return false;
    return std::nullopt;
}

}  // namespace csapath::engine

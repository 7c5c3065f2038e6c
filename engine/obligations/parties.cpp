// SPDX-License-Identifier: MIT
#include "engine/obligations/parties.hpp"

#include <bit>

#include "engine/findings/append.hpp"
#include "engine/obligations/telling.hpp"

namespace csapath::engine {

using rules::Options;
using rules::Value;

namespace {
constexpr Options everybody{~std::uint64_t{0}, ~std::uint64_t{0}};

/// Calls `each` with the number of every agency of the set, in ascending order.
template <typename Each>
void for_each(Options agencies, Each each) {
    for (std::uint64_t left = agencies.low; left != 0; left &= left - 1)
        each(static_cast<rules::AgencyId>(std::countr_zero(left)));
    for (std::uint64_t left = agencies.high; left != 0; left &= left - 1)
        each(static_cast<rules::AgencyId>(64 + std::countr_zero(left)));
}
}  // namespace

void Recorded::add(const Value& list) {
    spoiled = spoiled || list.spoiled;
    if (list.kind != Value::Kind::options) return;
    any_list = true;
    unknown_names = unknown_names || list.partial;
    agencies = agencies | list.options;
}

void Recorded::add_actor(const Value& agency) {
    // An agency that is written but not known may be any: a name that nobody knows, as in a list.
    unknown_names = unknown_names || agency.spoiled;
    if (agency.kind == Value::Kind::option) agencies.add(agency.option);
}

Options each_once(Options agencies, const rules::Vocabulary& words) {
    Options left = agencies;
    for_each(agencies, [&](rules::AgencyId agency) {
        Options own;
        own.add(agency);
        if (!((words.members(agency) - own) & agencies).none()) left = left - own;
    });
    return left;
}

Parties::Parties(const rules::typed::Parties& sentence, const rules::Vocabulary& words)
    : words_(&words), all_(sentence.all), at_least_(sentence.at_least) {
    for (const rules::AgencyId agency : sentence.agencies) {
        named_.add(agency);
        counted_ = counted_ | words.members(agency);
    }
    if (sentence.agencies.empty()) counted_ = everybody;
}

Parties::Parties(Options everyone, const rules::Vocabulary& words)
    : words_(&words), all_(true), at_least_(0), named_(everyone), counted_(everyone) {}

Options Parties::lacking(Options recorded) const {
    Options lacking;
    for_each(named_ - recorded, [&](rules::AgencyId agency) {
        if ((words_->members(agency) & recorded).none()) lacking.add(agency);
    });
    return lacking;
}

std::uint32_t Parties::count(Options recorded) const {
    return static_cast<std::uint32_t>(each_once(recorded & counted_, *words_).count());
}

bool Parties::satisfied_by(Options recorded) const {
    return all_ ? lacking(recorded).none() : count(recorded) >= at_least_;
}

void Parties::append(const Pathway& pathway, std::string& to) const {
    if (!all_) {
        to += "at least ";
        append_number(at_least_, to);
        if (named_.none()) {
            to += at_least_ == 1 ? " agency" : " agencies";
            return;
        }
        to += " of ";
    }
    append_agencies(pathway, named_, to);
}

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
/// Agencies as sentences name them, held against agencies as lists record them.
///
/// A group is satisfied by any of its members, and by its own name. For `at least n` each recorded agency counts once,
/// and a group that is recorded beside its own member adds nothing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/cases/timeline.hpp"
#include "engine/pathway/pathway.hpp"
#include "rules/language/typed.hpp"

namespace csapath::engine {

/// What one or several lists of agencies tell together.
struct Recorded {
    rules::Options agencies;
    bool any_list = false;       ///< some list is filled in, be it with "none"
    bool unknown_names = false;  ///< one names somebody that the definition does not know
    bool spoiled = false;        ///< one could not be read, or sources disagree

    void add(const rules::Value& list);
    /// The agency that acted. That it is known makes no list.
    void add_actor(const rules::Value& agency);
};

/// Without groups whose own member is there too.
rules::Options each_once(rules::Options agencies, const rules::Vocabulary& words);

class Parties {
public:
    Parties(const rules::typed::Parties& sentence, const rules::Vocabulary& words);
    /// Every one of a set: `everyone involved` and the like.
    Parties(rules::Options everyone, const rules::Vocabulary& words);

    bool satisfied_by(rules::Options recorded) const;
    /// Of those named, the ones that are not there: by themselves, or by a member.
    rules::Options lacking(rules::Options recorded) const;
    /// How many count towards `at least n`.
    std::uint32_t count(rules::Options recorded) const;
    /// Every one named must be there.
    bool all() const { return all_; }

    /// "Police and Health", "at least 2 of Police, Health and School", "at least 3 agencies".
    void append(const Pathway& pathway, std::string& to) const;

private:
    const rules::Vocabulary* words_;
    bool all_;
    std::uint32_t at_least_;
    rules::Options named_;
    rules::Options counted_;  ///< those named and their members; everybody where nobody is named
};

}  // namespace csapath::engine

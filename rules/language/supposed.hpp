// SPDX-License-Identifier: MIT
/// Answers that are supposed: every way in which the questions of some clauses could be answered, one after the other.
/// The inside of implication.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "rules/language/clause.hpp"
#include "rules/language/questions.hpp"
#include "rules/language/vocabulary.hpp"

namespace csapath::rules {

/// Lengths of time that can be held against each other whatever the day: the family, and how long in its own unit.
struct Length {
    int family;
    std::int64_t size;
};
Length length_of(Period period);

class Supposed : public Questions {
public:
    explicit Supposed(const Vocabulary& words) : words_{words} {}

    /// A clause whose questions are to be answered, as it is to be evaluated: one that counts a list, or asks whether a
    /// list includes another, becomes a question about a step that there is not. All are asked before the first answer.
    Clause ask(Clause clause);

    /// Sets the first answers. False where there are more ways than can be gone through.
    bool begin();
    /// Sets the next answers; false where those were the last.
    bool next();

    /// Whether every combination of answers can come about. What is asked about one thing in two forms is supposed
    /// independently, so that there may be too many.
    bool exact() const { return exact_; }
    /// Whether the answers are to the questions as they were written, so that they can be told.
    bool tellable() const { return stand_ins_.empty(); }

    Value value(const typed::Path& path) const override;
    Count count(StepId step) const override;
    Truth happened(StepId step, bool ever, const Period* within) const override;
    Truth between(StepId from, StepId to) const override;
    std::partial_ordering age_against(Period period) const override;
    std::partial_ordering since_against(StepId step, Period period) const override;
    std::partial_ordering since_against(const typed::Path& date, Period period) const override;

private:
    /// An attribute, with what it is compared with.
    struct Attribute {
        typed::Path path;
        std::vector<typed::Constant> constants = {};
        std::vector<Options> satisfied_by = {};
        bool ordered = false;  ///< against another attribute
        std::vector<Value> values = {};
        std::size_t now = 0;
    };
    struct Occurred {
        struct Asked {
            bool ever;
            std::optional<Period> within;
            friend bool operator==(const Asked&, const Asked&) = default;
        };
        StepId step;
        std::vector<Asked> asked = {};
        std::vector<std::vector<Truth>> answers = {};
        std::size_t now = 0;
    };
    struct Counted {
        StepId step;
        std::vector<std::int64_t> bounds = {};
        std::vector<Count> answers = {};
        std::size_t now = 0;
    };
    struct Spell {
        StepId from, to;
        std::size_t now = 0;
    };
    /// How an age or a time stands to periods that can be held against each other.
    struct Lasting {
        std::optional<StepId> step;
        std::optional<typed::Path> date;  ///< neither: the age
        int family;
        std::vector<std::int64_t> bounds = {};
        std::size_t now = 0;
    };
    struct Wheel {
        std::size_t* now;
        std::size_t answers;
    };

    void ask_compare(const typed::Compare& compare, const Clause& clause);
    Attribute& attribute(const typed::Path& path);
    void ask_length(std::optional<StepId> step, const std::optional<typed::Path>& date, Period period);
    void ask_count(StepId step, std::int64_t bound);
    void ask_happened(const typed::Happened& happened);
    StepId stand_in(const typed::Path& list, const typed::Includes* includes);
    void find_values(Attribute& attribute) const;
    void find_options(Attribute& attribute) const;
    void find_moments(Attribute& attribute) const;
    bool find_combinations();
    /// Whether nothing is asked about in two forms.
    bool independent() const;
    std::partial_ordering standing(const std::optional<StepId>& step, const std::optional<typed::Path>& date,
                                   Period period) const;

    /// A question about a list that is answered as if it were one about a step.
    struct StandIn {
        typed::Path list;
        std::optional<typed::Includes> includes;
        StepId step;
    };

    const Vocabulary& words_;
    std::vector<Attribute> attributes_;
    std::vector<Occurred> occurred_;
    std::vector<Counted> counted_;
    std::vector<Spell> spells_;
    std::vector<Lasting> lengths_;
    std::vector<StandIn> stand_ins_;
    std::vector<Wheel> wheels_;
    bool exact_ = true;
};

}  // namespace csapath::rules

// SPDX-License-Identifier: MIT
/// A test of one attribute, parted from the asking: what it says once the value is there. Most conditions are no more
/// than that, and they are put to millions of events.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "rules/language/typed.hpp"
#include "rules/value/truth.hpp"
#include "rules/value/value.hpp"

namespace csapath::rules {

class AttributeQuestion {
public:
    /// `satisfied_by`: what satisfies each constant that stands for a numbered thing (see Clause).
    AttributeQuestion(const typed::Path& path, typed::Relation relation, const typed::Constant& right,
                      const Options& satisfied_by);
    explicit AttributeQuestion(const typed::Recorded& recorded);
    AttributeQuestion(const typed::In& in, const std::vector<Options>& satisfied_by);
    /// Of constants, not of another list.
    AttributeQuestion(const typed::Includes& includes, const std::vector<Options>& satisfied_by);

    const typed::Path& path() const { return path_; }

    /// What a missing value makes of it, and how groups, partial lists and moments count, is told in condition.hpp.
    Truth answer(const Value& value) const {
        if (!value.known()) return form_ == Form::recorded && !value.spoiled ? Truth::no : Truth::unknown;
        switch (form_) {
            case Form::recorded:
                return Truth::yes;
            case Form::option:
                return truth(wanted_.has(value.option) != negated_);
            case Form::number:
                return in_range(value.number);
            case Form::yes_no:
                return in_range(value.yes ? 1 : 0);
            case Form::day:
                return in_range(value.moment.day.days);
            case Form::one_of:
                return is_one_of(value);
            case Form::includes:
                return lists_enough(value);
        }
        return Truth::unknown;
    }

private:
    enum class Form : std::uint8_t {
        recorded,
        option,   ///< a numbered thing, against a set of them
        number,   ///< against a range, as the next two
        yes_no,   ///< no is 0, yes is 1
        day,      ///< a day or a moment, by days: a time of day never matters
        one_of,   ///< text, or one of several values
        includes  ///< a list
    };

    void compare(typed::Relation relation, std::int64_t bound);
    Truth in_range(std::int64_t number) const { return truth((least_ <= number && number <= most_) != negated_); }
    Truth is_one_of(const Value& value) const;
    Truth lists_enough(const Value& list) const;

    typed::Path path_;
    Form form_ = Form::recorded;
    bool negated_ = false;
    bool any_will_do_ = false;  ///< of includes: one of `each_of_` is enough
    std::int64_t least_ = std::numeric_limits<std::int64_t>::min(), most_ = std::numeric_limits<std::int64_t>::max();
    Options wanted_;
    std::vector<Options> each_of_;
    std::vector<typed::Constant> values_;
};

}  // namespace csapath::rules

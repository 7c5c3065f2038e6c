// SPDX-License-Identifier: MIT
#include "rules/language/attribute_question.hpp"

#include <algorithm>

namespace csapath::rules {

using typed::Constant;
using typed::Relation;

namespace {

/// Whether a value that is known is what a constant says.
Truth equals(const Value& value, const Constant& constant) {
    switch (constant.kind) {
        case Constant::Kind::number:
            return truth(value.number == constant.number);
        case Constant::Kind::yes_no:
            return truth(value.yes == constant.yes);
        case Constant::Kind::date:
            return truth(value.moment.day == constant.date);
        case Constant::Kind::text:
            return truth(value.text == constant.text);
        case Constant::Kind::option:  // has a set of its own
        case Constant::Kind::period:  // no attribute is a length of time
            break;
    }
    return Truth::unknown;
}

}  // namespace

AttributeQuestion::AttributeQuestion(const typed::Path& path, Relation relation, const Constant& right,
                                     const Options& satisfied_by)
    : path_(path) {
    switch (right.kind) {
        case Constant::Kind::option:
            form_ = Form::option;
            wanted_ = satisfied_by;
            negated_ = relation == Relation::is_not;
            break;
        case Constant::Kind::number:
            form_ = Form::number;
            compare(relation, right.number);
            break;
        case Constant::Kind::yes_no:
            form_ = Form::yes_no;
            compare(relation, right.yes ? 1 : 0);
            break;
        case Constant::Kind::date:
            form_ = Form::day;
            compare(relation, right.date.days);
            break;
        case Constant::Kind::text:
        case Constant::Kind::period:
            form_ = Form::one_of;
            values_ = {right};
            negated_ = relation == Relation::is_not;
            break;
    }
}

AttributeQuestion::AttributeQuestion(const typed::Recorded& recorded) : path_(recorded.path) {}

AttributeQuestion::AttributeQuestion(const typed::In& in, const std::vector<Options>& satisfied_by) : path_(in.path) {
    const bool numbered = std::all_of(in.values.begin(), in.values.end(),
                                      [](const Constant& value) { return value.kind == Constant::Kind::option; });
    form_ = numbered ? Form::option : Form::one_of;
    if (!numbered) values_ = in.values;
    for (const Options& each : satisfied_by) wanted_ = wanted_ | each;
}

AttributeQuestion::AttributeQuestion(const typed::Includes& includes, const std::vector<Options>& satisfied_by)
    : path_(includes.path), form_(Form::includes), any_will_do_(includes.any), each_of_(satisfied_by) {}

/// As a range of what is asked for, or of what is not.
void AttributeQuestion::compare(Relation relation, std::int64_t bound) {
    switch (relation) {
        case Relation::is:
        case Relation::is_not:
            least_ = most_ = bound;
            break;
        case Relation::less:
        case Relation::greater_or_equal:
            least_ = bound;
            break;
        case Relation::greater:
        case Relation::less_or_equal:
            most_ = bound;
            break;
    }
    negated_ = relation == Relation::is_not || relation == Relation::less || relation == Relation::greater;
}

Truth AttributeQuestion::is_one_of(const Value& value) const {
    Truth found = Truth::no;
    for (const Constant& each : values_) found = found | equals(value, each);
    return negated_ ? !found : found;
}

Truth AttributeQuestion::lists_enough(const Value& list) const {
    const auto there = std::count_if(each_of_.begin(), each_of_.end(), [&](const Options& satisfied_by) {
        return !(list.options & satisfied_by).none();
    });
    if (any_will_do_ ? there > 0 : there == static_cast<std::ptrdiff_t>(each_of_.size())) return Truth::yes;
    return list.partial ? Truth::unknown : Truth::no;
}

}  // namespace csapath::rules

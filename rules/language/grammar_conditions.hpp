// SPDX-License-Identifier: MIT
/// The grammar of values, lengths of time, paths and conditions. Part of parse.cpp, and only of it.
///
/// Every choice is made by the next token alone: nothing is read twice, however deep the brackets.
#pragma once

#include <utility>
#include <variant>

#include "rules/language/grammar_terms.hpp"

namespace csapath::rules {
namespace {

/// `and` or `or` between conditions, while they are read. One alone is no All and no Any.
struct Parts {
    ast::Conditions parts;
    std::optional<Span> unbracketed_and;  ///< in a list of `or`: the first part that is an `and` without brackets
    Span where;
};

/// A test, while it is read: what comes first is known before what kind of test it is.
struct Test {
    ast::Quantity left;
    bool negated = false;
    bool ever = false;
    ast::Comparison comparison{};
    ast::Includes::How how = ast::Includes::How::plain;
    decltype(ast::Condition::test) made;
    Span where;

    ast::Path& path() { return std::get<ast::Path>(left.what); }
};

const x3::rule<struct unit_id, Unit> unit = "unit";
const x3::rule<struct length_id, Period> length = "length";
const x3::rule<struct path_id, ast::Path> path = "path";
const x3::rule<struct value_id, ast::Literal> value = "value";
const x3::rule<struct values_id, std::vector<ast::Literal>> values = "values";
const x3::rule<struct quantity_id, ast::Quantity> quantity = "quantity";
const x3::rule<struct path_quantity_id, ast::Quantity> path_quantity = "path_quantity";
const x3::rule<struct test_id, Test> test = "test";
const x3::rule<struct single_id, ast::Condition> single = "single";
const x3::rule<struct conjunction_id, Parts> conjunction = "conjunction";
const x3::rule<struct disjunction_id, Parts> disjunction = "disjunction";
const x3::rule<struct condition_id, ast::Condition> condition = "condition";

const NameOf a_step{Thing::step, reserved};
const NameOf an_attribute{Thing::attribute, reserved_attribute};

// ------------------------------------------------------------------------------------------- lengths of time

constexpr auto is_unit = [](Unit made) { return [made](auto& context) { x3::_val(context) = made; }; };

const auto unit_def = told(Thing::unit)[either("hours", "hour")[is_unit(Unit::hours)] |                          //
                                        either("days", "day")[is_unit(Unit::days)] |                             //
                                        word("working") >> either("days", "day")[is_unit(Unit::working_days)] |  //
                                        either("weeks", "week")[is_unit(Unit::weeks)] |                          //
                                        either("months", "month")[is_unit(Unit::months)] |                       //
                                        either("years", "year")[is_unit(Unit::years)]];

constexpr auto counted = [](auto& context) { x3::_val(context).count = static_cast<std::int32_t>(x3::_attr(context)); };

const auto length_def = Number(Thing::length, true)[counted] >> unit[into(&Period::unit)];

// -------------------------------------------------------------------------------------------- paths and values

/// The name before the dot turns out to be no attribute, but what owns it.
constexpr auto owned = [](auto& context) {
    ast::Path& made = x3::_val(context);
    made.owner = std::exchange(made.attribute, std::move(x3::_attr(context)));
};

const NameOf the_case{Thing::path, [](std::string_view name) { return name != "case"; }};
const NameOf first_name{Thing::path, reserved_attribute};

const auto path_def = placed[the_case[into(&ast::Path::owner)] >> Dot{} >> an_attribute[into(&ast::Path::attribute)] |
                             first_name[into(&ast::Path::attribute)] >> -(Dot{} >> an_attribute[owned])];

constexpr auto is_value = [](auto& context) { x3::_val(context).value = std::move(x3::_attr(context)); };
/// In conditions a length of time may be 0, but no longer than anywhere else.
constexpr auto has_unit = [](auto& context) {
    auto& made = x3::_val(context).value;
    const std::int64_t count = std::get<std::int64_t>(made);
    if (count > longest_count) {
        const Token* number = x3::_where(context).begin();  // just after the unit, which may be the end
        do --number;
        while (number->kind != Token::Kind::number);
        reading(context).fault(Fault::Kind::too_large, number);
        x3::_pass(context) = false;
        return;
    }
    made = Period{static_cast<std::int32_t>(count), x3::_attr(context)};
};

const auto value_def = placed[told(Thing::value)[Day{}[is_value] |        //
                                                 WordValue{}[is_value] |  //
                                                 Number(Thing::value, false)[is_value] >> -unit[has_unit]]];

const auto values_def = Sign("(") >> (value[one_more] % Sign(",")) >> Sign(")");

// --------------------------------------------------------------------------------------------------- quantities

template <class Made>
auto is_of() {
    return [](auto& context) { x3::_val(context).what = Made{std::move(x3::_attr(context))}; };
}
constexpr auto is_age = [](auto& context) { x3::_val(context).what = ast::Age{}; };
constexpr auto is_path = [](auto& context) { x3::_val(context).what = std::move(x3::_attr(context)); };

const auto quantity_def = placed[word("age")[is_age] |                                         //
                                 word("count") >> word("of") >> path[is_of<ast::CountOf>()] |  //
                                 word("time") >> word("since") >> path[is_of<ast::TimeSince>()]];
const auto path_quantity_def = placed[path[is_path]];

// -------------------------------------------------------------------------------------------------------- tests

constexpr auto makes_is = [](auto& context) {
    Test& made = x3::_val(context);
    made.made = ast::Is{std::move(made.left), made.negated, std::move(x3::_attr(context))};
};
constexpr auto makes_recorded = [](bool missing) {
    return [missing](auto& context) {
        Test& made = x3::_val(context);
        made.made = ast::Recorded{std::move(made.path()), made.negated, missing};
    };
};
constexpr auto makes_comparison = [](auto& context) {
    Test& made = x3::_val(context);
    made.made = ast::Compare{std::move(made.left), made.comparison, std::move(x3::_attr(context))};
};
constexpr auto makes_in = [](auto& context) {
    Test& made = x3::_val(context);
    made.made = ast::In{std::move(made.path()), std::move(x3::_attr(context))};
};
constexpr auto makes_includes = [](auto& context) {
    Test& made = x3::_val(context);
    made.made = ast::Includes{std::move(made.path()), made.how, std::move(x3::_attr(context))};
};
constexpr auto makes_order = [](bool before) {
    return [before](auto& context) {
        Test& made = x3::_val(context);
        made.made = ast::Order{std::move(made.path()), before, std::move(x3::_attr(context))};
    };
};
/// `before 2024-01-01` can only mean `< 2024-01-01`.
constexpr auto makes_order_with_day = [](bool before) {
    return [before](auto& context) {
        Test& made = x3::_val(context);
        const Token* const after = x3::_where(context).begin();
        const ast::Literal day{x3::_attr(context), reading(context).span(after - 1, after)};
        made.made = ast::Compare{std::move(made.left), before ? ast::Comparison::less : ast::Comparison::greater, day};
    };
};
constexpr auto only_bare = [](auto& context) { x3::_pass(context) = !x3::_val(context).path().owner; };
constexpr auto makes_happened = [](auto& context) {
    Test& made = x3::_val(context);
    made.made = ast::Happened{std::move(made.path().attribute), made.ever, std::nullopt};
};
constexpr auto happened_within = [](auto& context) {
    std::get<ast::Happened>(x3::_val(context).made).within = x3::_attr(context);
};
constexpr auto between_from = [](auto& context) {
    x3::_val(context).made = ast::Between{std::move(x3::_attr(context)), {}};
};
constexpr auto between_to = [](auto& context) {
    std::get<ast::Between>(x3::_val(context).made).to = std::move(x3::_attr(context));
};

const auto negation = -word("not")[set(&Test::negated, true)];
const auto comparison = (Sign("<")[set(&Test::comparison, ast::Comparison::less)] |
                         Sign("<=")[set(&Test::comparison, ast::Comparison::less_or_equal)] |
                         Sign(">")[set(&Test::comparison, ast::Comparison::greater)] |
                         Sign(">=")[set(&Test::comparison, ast::Comparison::greater_or_equal)]) >>
                        value[makes_comparison];
const auto which = -(word("any") >> word("of")[set(&Test::how, ast::Includes::How::any)] |
                     word("all") >> word("of")[set(&Test::how, ast::Includes::How::all)]);

const auto test_of_quantity = told(Thing::test)[word("is") >> negation >> value[makes_is] | comparison];
const auto test_of_path =
    told(Thing::test)[word("is") >> negation >> (word("recorded")[makes_recorded(false)] |
                                                 word("missing")[makes_recorded(true)] | value[makes_is]) |
                      word("in") >> values[makes_in] |                                                    //
                      comparison |                                                                        //
                      word("includes") >> which >> (values[makes_includes] | path[makes_includes]) |      //
                      word("before") >> (Day{}[makes_order_with_day(true)] | path[makes_order(true)]) |   //
                      word("after") >> (Day{}[makes_order_with_day(false)] | path[makes_order(false)]) |  //
                      x3::eps[only_bare] >> -word("ever")[set(&Test::ever, true)] >> word("happened")[makes_happened] >>
                          -(word("within") >> length[happened_within])];

const auto test_def = word("between") >> a_step[between_from] >> word("and") >> a_step[between_to] |
                      quantity[into(&Test::left)] >> test_of_quantity |  //
                      path_quantity[into(&Test::left)] >> test_of_path;

// --------------------------------------------------------------------------------------------------- conditions

constexpr auto makes_test = [](auto& context) { x3::_val(context).test = std::move(x3::_attr(context).made); };
constexpr auto makes_not = [](auto& context) {
    ast::Not made;
    made.part.push_back(std::move(x3::_attr(context)));
    x3::_val(context).test = std::move(made);
};

const auto single_def = placed[told(Thing::condition)[Sign("(") >> deeper[condition[itself] >> Sign(")")] |  //
                                                      word("not") >> deeper[single[makes_not]] |             //
                                                      test[makes_test]]];

/// One part stands for itself; several make an All or an Any.
template <class Several>
ast::Condition together(Parts&& parts) {
    if (parts.parts.size() == 1) return std::move(parts.parts.front());
    return {Several{std::move(parts.parts)}, parts.where};
}
constexpr auto one_part = [](auto& context) { x3::_val(context).parts.push_back(std::move(x3::_attr(context))); };
constexpr auto one_alternative = [](auto& context) {
    Parts& made = x3::_val(context);
    Parts& part = x3::_attr(context);
    if (part.parts.size() > 1 && !made.unbracketed_and) made.unbracketed_and = part.where;
    made.parts.push_back(together<ast::All>(std::move(part)));
};
constexpr auto makes_condition = [](auto& context) {
    Parts& parts = x3::_attr(context);
    Reading& here = reading(context);
    if (parts.parts.size() > 1 && parts.unbracketed_and && !here.unbracketed) here.unbracketed = parts.unbracketed_and;
    x3::_val(context) = together<ast::Any>(std::move(parts));
};

const auto conjunction_def = placed[single[one_part] % word("and")];
const auto disjunction_def = placed[conjunction[one_alternative] % word("or")];
const auto condition_def = disjunction[makes_condition];

BOOST_SPIRIT_DEFINE(unit, length, path, value, values, quantity, path_quantity, test, single, conjunction, disjunction,
                    condition)

}  // namespace
}  // namespace csapath::rules

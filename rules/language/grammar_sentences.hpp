// SPDX-License-Identifier: MIT
/// The grammar of edges and sentences. Part of parse.cpp, and only of it.
#pragma once

#include "rules/language/grammar_conditions.hpp"

namespace csapath::rules {
namespace {

const x3::rule<struct provisos_id, ast::Provisos> provisos = "provisos";
const x3::rule<struct steps_id, ast::Names> steps = "steps";
const x3::rule<struct two_steps_id, ast::Names> two_steps = "two_steps";
const x3::rule<struct anchor_id, ast::Anchor> anchor = "anchor";
const x3::rule<struct pausing_id, ast::Pausing> pausing = "pausing";
const x3::rule<struct limit_id, ast::Limit> limit = "limit";
const x3::rule<struct agencies_id, ast::Names> agencies = "agencies";
const x3::rule<struct attributes_id, ast::Names> attributes = "attributes";
const x3::rule<struct systems_id, ast::Names> systems = "systems";
const x3::rule<struct parties_id, ast::Parties> parties = "parties";

// ------------------------------------------------------------------------------- what sentences are put together of

const auto when = word("when") >> condition;
const auto unless = word("unless") >> condition;
const auto matching = word("matching") >> an_attribute;

const auto provisos_def = -when[into(&ast::Provisos::when)] >> -unless[into(&ast::Provisos::unless)];

const auto steps_def = a_step[one_more] % word("or");
const auto two_steps_def = a_step[one_more] >> word("and") >> a_step[one_more];

constexpr auto one_anchor = [](auto& context) {
    x3::_val(context).alternatives.push_back(std::move(x3::_attr(context)));
};
constexpr auto another_step = [](auto& context) {
    ast::Path step{std::nullopt, std::move(x3::_attr(context)), {}};
    step.where = step.attribute.where;
    x3::_val(context).alternatives.push_back(std::move(step));
};
const auto anchor_def = placed[path[one_anchor] >> *(word("or") >> a_step[another_step])];

const auto pausing_def = word("pausing") >> word("from") >> a_step[into(&ast::Pausing::from)] >>
                         word("to") >> a_step[into(&ast::Pausing::to)];

const auto on_the_same_day = word("on") >> word("the") >> word("same") >> word("day");
constexpr auto limited = [](auto& context) { x3::_val(context).by = std::move(x3::_attr(context)); };
constexpr auto limited_to_the_day = [](auto& context) { x3::_val(context).by = std::monostate{}; };
const auto limit_def = placed[(word("within") >> length[limited] | on_the_same_day[limited_to_the_day]) >>
                                  -pausing[into(&ast::Limit::pausing)] |
                              word("by") >> path[limited]];

/// a, b and c; also `a, b, and c` and `a and b and c`, which can mean nothing else.
template <class Item>
auto list_of(const Item& item, Thing comma) {
    return item[one_more] >> *((Sign(",", comma) >> -word("and") | word("and")) >> item[one_more]);
}
const NameOf an_agency{Thing::agency, reserved};
const auto agencies_def = list_of(an_agency, Thing::more_agencies);
const auto attributes_def = list_of(an_attribute, Thing::sign);
const auto systems_def = list_of(Label(Thing::system), Thing::sign);

const auto at_least = word("at") >> word("least");
const auto parties_def =
    placed[told(Thing::parties)[at_least >> Number(Thing::number, true)[into(&ast::Parties::at_least)] >>
                                    (word("agencies") |
                                     word("of") >> Sign("(") >> agencies[into(&ast::Parties::agencies)] >> Sign(")")) |
                                agencies[into(&ast::Parties::agencies)]]];

BOOST_SPIRIT_DEFINE(provisos, steps, two_steps, anchor, pausing, limit, agencies, attributes, systems, parties)

// ------------------------------------------------------------------------------------------------------------ edges

const x3::rule<struct must_id, ast::Must> must = "must";
const x3::rule<struct may_id, ast::May> may = "may";
const x3::rule<struct otherwise_id, ast::Otherwise> otherwise = "otherwise";
const x3::rule<struct edge_id, ast::Edge> edge = "edge";

const auto must_def = word("must") >> -limit[into(&ast::Must::limit)] >> -matching[into(&ast::Must::matching)] >>
                      provisos[into(&ast::Must::provisos)];
const auto may_def = word("may") >> -when[into(&ast::May::when)];
const auto otherwise_def =
    word("otherwise") >> -limit[into(&ast::Otherwise::limit)] >> -unless[into(&ast::Otherwise::unless)];

constexpr auto form = [](auto& context) { x3::_val(context).form = std::move(x3::_attr(context)); };

const auto edge_def = placed[told(Thing::edge)[must[form] | may[form] | otherwise[form]]];

BOOST_SPIRIT_DEFINE(must, may, otherwise, edge)

// -------------------------------------------------------------------------------------------------------- sentences

const x3::rule<struct happen_within_id, ast::HappenWithin> happen_within = "happen_within";
const x3::rule<struct happen_by_id, ast::HappenBy> happen_by = "happen_by";
const x3::rule<struct happen_times_id, ast::HappenTimes> happen_times = "happen_times";
const x3::rule<struct happen_at_id, ast::AnySentence> happen_at = "happen_at";
const x3::rule<struct happen_id, ast::AnySentence> happen = "happen";
const x3::rule<struct follow_id, ast::Follow> follow = "follow";
const x3::rule<struct lead_id, ast::Lead> lead = "lead";
const x3::rule<struct repeat_id, ast::Repeat> repeat = "repeat";
const x3::rule<struct involve_id, ast::Involve> involve = "involve";
const x3::rule<struct share_id, ast::Share> share = "share";
const x3::rule<struct everywhere_id, ast::BeRecorded::Everywhere> everywhere = "everywhere";
const x3::rule<struct recorded_id, ast::BeRecorded> recorded = "recorded";
const x3::rule<struct be_id, ast::AnySentence> be = "be";
const x3::rule<struct record_id, ast::Record> record = "record";
const x3::rule<struct ensure_id, ast::Ensure> ensure = "ensure";
const x3::rule<struct never_id, ast::Never> never = "never";
const x3::rule<struct sentence_id, ast::Sentence> sentence = "sentence";

using Which = ast::HappenWithin::Which;
const auto happen_within_def =
    (word("within") >> length[into(&ast::HappenWithin::within)] >> word("of") | on_the_same_day >> word("as")) >>
    -(word("each") | word("the") >> (word("first")[set(&ast::HappenWithin::which, Which::first)] |
                                     word("latest")[set(&ast::HappenWithin::which, Which::latest)])) >>
    anchor[into(&ast::HappenWithin::anchor)] >> -pausing[into(&ast::HappenWithin::pausing)] >>
    -matching[into(&ast::HappenWithin::matching)] >> provisos[into(&ast::HappenWithin::provisos)];

const auto happen_by_def = word("by") >> path[into(&ast::HappenBy::by)] >> provisos[into(&ast::HappenBy::provisos)];

using Times = ast::HappenTimes::How;
const auto number_of_times = Number(Thing::number, true);
const auto times = either("times", "time");
const auto happen_times_def = (word("once")[set(&ast::HappenTimes::says_once, true)] |
                               word("exactly") >> number_of_times[into(&ast::HappenTimes::times)] >> times) >>
                              provisos[into(&ast::HappenTimes::provisos)];

// `at least 3` may go on as `times` or as `working days before`: what the sentence is shows only then.
constexpr auto many_times = [](Times how) {
    return [how](auto& context) { x3::_val(context) = ast::HappenTimes{how, x3::_attr(context), false, {}}; };
};
constexpr auto so_long_before = [](auto& context) {
    const std::int64_t count = std::get<ast::HappenTimes>(x3::_val(context)).times;
    ast::HappenBefore made;
    made.at_least = {static_cast<std::int32_t>(count), x3::_attr(context)};
    x3::_val(context) = std::move(made);
};
constexpr auto before_anchor = [](auto& context) {
    std::get<ast::HappenBefore>(x3::_val(context)).anchor = std::move(x3::_attr(context));
};
constexpr auto with_provisos = [](auto& context) {
    std::visit([&](auto& made) { made.provisos = std::move(x3::_attr(context)); }, x3::_val(context));
};
const auto happen_at_def = word("at") >>
                           (word("least") >> number_of_times[many_times(Times::at_least)] >>
                                (times | unit[so_long_before] >> word("before") >> anchor[before_anchor]) |
                            word("most") >> number_of_times[many_times(Times::at_most)] >> times) >>
                           provisos[with_provisos];

const auto happen_def = word("happen") >>
                        (happen_within[itself] | happen_by[itself] | happen_times[itself] | happen_at[itself]);

const auto follow_def =
    word("follow") >> steps[into(&ast::Follow::steps)] >>
    -(word("within") >> length[into(&ast::Follow::within)]) >> provisos[into(&ast::Follow::provisos)];

const auto lead_def = word("lead") >> word("to") >> steps[into(&ast::Lead::steps)] >> -limit[into(&ast::Lead::limit)] >>
                      -matching[into(&ast::Lead::matching)] >> provisos[into(&ast::Lead::provisos)];

const auto repeat_def =
    word("repeat") >> word("every") >> length[into(&ast::Repeat::every)] >>
    word("from") >> steps[into(&ast::Repeat::from)] >> word("until") >> steps[into(&ast::Repeat::until)] >>
    -(word("where") >> condition[into(&ast::Repeat::where)]) >> provisos[into(&ast::Repeat::provisos)];

using Involving = ast::Involve::How;
const auto involve_def = (word("include")[set(&ast::Involve::how, Involving::include)] |
                          word("invite")[set(&ast::Involve::how, Involving::invite)] |
                          word("hear") >> word("from")[set(&ast::Involve::how, Involving::hear_from)] |
                          word("inform")[set(&ast::Involve::how, Involving::inform)]) >>
                         parties[into(&ast::Involve::parties)] >> provisos[into(&ast::Involve::provisos)];

using Everyone = ast::Share::Everyone;
const auto share_def = word("shared") >> -(word("as") >> Label(Thing::item)[into(&ast::Share::as)]) >> word("with") >>
                       (word("everyone") >> (word("invited")[set(&ast::Share::with, Everyone::invited)] |
                                             word("involved")[set(&ast::Share::with, Everyone::involved)] |
                                             word("absent")[set(&ast::Share::with, Everyone::absent)]) |
                        parties[into(&ast::Share::with)]) >>
                       -limit[into(&ast::Share::limit)] >> provisos[into(&ast::Share::provisos)];

const auto everywhere_def = word("every") >> word("system") >>
                            -(word("within") >> length[into(&ast::BeRecorded::Everywhere::within)]);
const auto recorded_def = word("recorded") >>
                          (limit[into(&ast::BeRecorded::how)] | word("in") >> (everywhere[into(&ast::BeRecorded::how)] |
                                                                               systems[into(&ast::BeRecorded::how)])) >>
                          provisos[into(&ast::BeRecorded::provisos)];

const auto be_def = word("be") >> (share[itself] | recorded[itself]);

const auto record_def =
    word("record") >> attributes[into(&ast::Record::attributes)] >> provisos[into(&ast::Record::provisos)];

const auto ensure_def =
    word("ensure") >> condition[into(&ast::Ensure::condition)] >> provisos[into(&ast::Ensure::provisos)];

using Ban = ast::Never::How;
const auto never_def = word("never") >> word("happen") >>
                       -(word("before")[set(&ast::Never::how, Ban::before)] >> steps[into(&ast::Never::steps)] |
                         word("after")[set(&ast::Never::how, Ban::after)] >> steps[into(&ast::Never::steps)] |
                         word("between")[set(&ast::Never::how, Ban::between)] >> two_steps[into(&ast::Never::steps)]) >>
                       provisos[into(&ast::Never::provisos)];

const auto sentence_def =
    placed[told(Thing::sentence)[happen[form] | follow[form] | lead[form] | repeat[form] | involve[form] | be[form] |
                                 record[form] | ensure[form] | never[form]]];

BOOST_SPIRIT_DEFINE(happen_within, happen_by, happen_times, happen_at, happen, follow, lead, repeat, involve, share,
                    everywhere, recorded, be, record, ensure, never, sentence)

}  // namespace
}  // namespace csapath::rules

// SPDX-License-Identifier: MIT
#include "rules/language/check.hpp"

#include <string>

#include "rules/language/parse.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/read.hpp"
#include "tests/support/vocabulary.hpp"

namespace csapath::rules {
namespace {

using From = typed::Path::From;
using Relation = typed::Relation;
using Constant = typed::Constant;
using tests::read;

const tests::SmallPathway pathway;
const StepId here = pathway.strategy_discussion;

template <class Form>
Form form(const std::string& text, StepId step = here) {
    INFO(text);
    Diagnostics diagnostics;
    if constexpr (std::is_constructible_v<typed::Edge, Form>) {
        const auto checked = check(read(parse_edge, text), step, pathway.words, diagnostics);
        INFO((diagnostics.empty() ? "" : diagnostics.found().front().message));
        REQUIRE(checked);
        CHECK(diagnostics.empty());
        return std::get<Form>(*checked);
    } else {
        const auto checked = check(read(parse_sentence, text), step, pathway.words, diagnostics);
        INFO((diagnostics.empty() ? "" : diagnostics.found().front().message));
        REQUIRE(checked);
        CHECK(diagnostics.empty());
        return std::get<Form>(*checked);
    }
}
template <class Test>
Test test(const std::string& text, StepId step = here) {
    return std::get<Test>(form<typed::Ensure>("ensure " + text, step).condition.test);
}

typed::Path path(From from, FactId fact, StepId step = 0) {
    return {from, step, fact, {}};
}

TEST_CASE("an edge is typed with its limit, pause, match and conditions") {
    const auto must = form<typed::Must>(
        "must within 3 working days pausing from referral to visit matching action-id when risk is red unless visit "
        "happened");
    CHECK(must.limit.kind == typed::Limit::Kind::within);
    CHECK(must.limit.within == Period{3, Unit::working_days});
    REQUIRE(must.limit.pausing);
    CHECK(must.limit.pausing->from == pathway.referral);
    CHECK(must.limit.pausing->to == pathway.visit);
    CHECK(must.matching == path(From::activation, pathway.action_id));
    REQUIRE(must.provisos.when);
    const auto& when = std::get<typed::Compare>(must.provisos.when->test);
    CHECK(std::get<typed::Path>(when.left) == path(From::event, pathway.risk));
    CHECK(when.relation == Relation::is);
    CHECK(when.right.kind == Constant::Kind::option);
    CHECK(when.right.option == 0);
    CHECK(must.provisos.when->where.text() == "risk is red");
    CHECK(std::get<typed::Happened>(must.provisos.unless->test).step == pathway.visit);

    CHECK(form<typed::Must>("must").limit.kind == typed::Limit::Kind::none);
    CHECK(form<typed::Must>("must on the same day").limit.kind == typed::Limit::Kind::same_day);
    CHECK(form<typed::Must>("must by held-on").limit.by == path(From::event, pathway.held_on));
    CHECK(form<typed::Must>("must by case.date-of-birth").limit.by == path(From::the_case, fact_date_of_birth));
    CHECK(form<typed::May>("may when risk is red").when);
    CHECK(form<typed::Otherwise>("otherwise within 1 week unless risk is red").unless);
}

TEST_CASE("sentences are typed") {
    const auto within = form<typed::HappenWithin>("happen within 1 month of the latest visit or referral");
    CHECK(within.limit.within == Period{1, Unit::months});
    CHECK(within.which == ast::HappenWithin::Which::latest);
    CHECK(within.anchor.steps == typed::Steps{pathway.referral, pathway.visit});  // in the order of their numbers
    CHECK_FALSE(within.anchor.date);
    CHECK(form<typed::HappenWithin>("happen on the same day as visit").limit.kind == typed::Limit::Kind::same_day);
    const auto of_date = form<typed::HappenWithin>("happen within 1 month of plan-action.due");
    CHECK(of_date.anchor.steps.empty());
    CHECK(of_date.anchor.date == path(From::step, pathway.action_due, pathway.plan_action));
    CHECK(form<typed::HappenWithin>("happen within 2 years of date-of-birth").anchor.date ==
          path(From::the_case, fact_date_of_birth));

    CHECK(form<typed::HappenBy>("happen by held-on").by == path(From::event, pathway.held_on));
    CHECK(form<typed::HappenBefore>("happen at least 3 days before visit").anchor.steps == typed::Steps{pathway.visit});
    CHECK(form<typed::HappenTimes>("happen once").times == 1);
    CHECK(form<typed::HappenTimes>("happen at most 2 times").how == ast::HappenTimes::How::at_most);
    CHECK(form<typed::Follow>("follow visit or referral within 2 days").steps ==
          typed::Steps{pathway.referral, pathway.visit});
    CHECK(form<typed::Lead>("lead to visit within 2 days matching lead").matching ==
          path(From::activation, pathway.lead));
    const auto repeat =
        form<typed::Repeat>("repeat every 6 weeks from referral until review-held where child-seen is yes");
    CHECK(repeat.every == Period{6, Unit::weeks});
    CHECK(repeat.from == typed::Steps{pathway.referral});
    CHECK(repeat.until == typed::Steps{pathway.review_held});
    CHECK(form<typed::RecordedWithin>("be recorded within 1 day").limit.within == Period{1, Unit::days});
    CHECK(form<typed::RecordedIn>("be recorded in niche and \"System One\"").systems ==
          std::vector<std::string>{"niche", "System One"});
    CHECK(form<typed::RecordedEverywhere>("be recorded in every system within 2 weeks").within ==
          Period{2, Unit::weeks});
    CHECK_FALSE(form<typed::RecordedEverywhere>("be recorded in every system").within);
    CHECK(form<typed::Never>("never happen").how == ast::Never::How::ever);
    CHECK(form<typed::Never>("never happen before visit").steps == typed::Steps{pathway.visit});
    const auto never = form<typed::Never>("never happen between visit and referral");
    CHECK(never.from == pathway.visit);
    CHECK(never.to == pathway.referral);
}

TEST_CASE("agencies are known by id, title or alias, and counted") {
    const auto all = form<typed::Involve>("include CSC, police and health").parties;
    CHECK(all.all);
    CHECK(all.at_least == 3);
    CHECK(all.agencies == std::vector<AgencyId>{pathway.social_care, pathway.police, pathway.health});
    const auto two = form<typed::Involve>("inform at least 2 of (gp, police, school)").parties;
    CHECK_FALSE(two.all);
    CHECK(two.at_least == 2);
    CHECK(two.agencies.size() == 3);
    const auto any = form<typed::Involve>("hear from at least 3 agencies").parties;
    CHECK_FALSE(any.all);
    CHECK(any.at_least == 3);
    CHECK(any.agencies.empty());
    const auto share = form<typed::Share>("be shared as minutes with everyone absent within 1 day");
    CHECK(share.with == typed::Share::With::everyone_absent);
    CHECK(share.as == "minutes");
    CHECK(form<typed::Share>("be shared with gp").with == typed::Share::With::parties);
}

TEST_CASE("a bare attribute is read from where the sentence's own activation is") {
    struct Row {
        StepId step;
        std::string text;  ///< a sentence; what is asked of its `when`
        typed::Path read;
    };
    const auto row = GENERATE(values<Row>({
        // Declared for the step that the rule stands under, which activates it.
        {pathway.screening, "include police when outcome is nfa", path(From::activation, pathway.screening_outcome)},
        {pathway.screening, "lead to visit when outcome is nfa", path(From::activation, pathway.screening_outcome)},
        {pathway.plan_action, "ensure risk is red when status is done", path(From::activation, pathway.action_status)},
        {pathway.screening, "happen once when outcome is nfa", path(From::activation, pathway.screening_outcome)},
        // For `happen … of` and `before` it is the anchor's steps, for `repeat` those it runs from.
        {pathway.visit, "happen within 2 days of screening when outcome is nfa",
         path(From::activation, pathway.screening_outcome)},
        {pathway.visit, "happen at least 2 days before review-held when outcome is end",
         path(From::activation, pathway.review_outcome)},
        {pathway.visit, "repeat every 2 days from screening until review-held when outcome is nfa",
         path(From::activation, pathway.screening_outcome)},
        {pathway.screening, "happen within 2 days of review-held when outcome is end",
         path(From::activation, pathway.review_outcome)},
        {pathway.plan_action, "happen within 2 days of visit when status is open", path(From::event, pathway.status)},
        // Declared for every event, or for the case.
        {pathway.screening, "include police when risk is red", path(From::event, pathway.risk)},
        {pathway.screening, "include police when status is open", path(From::event, pathway.status)},
        {pathway.screening, "happen within 2 days of visit or referral when risk is red",
         path(From::event, pathway.risk)},
        {pathway.screening, "include police when disability is yes", path(From::the_case, pathway.disability)},
        {pathway.screening, "include police when case.disability is yes", path(From::the_case, pathway.disability)},
        // Named with its step.
        {pathway.visit, "include police when screening.outcome is nfa",
         path(From::step, pathway.screening_outcome, pathway.screening)},
        {pathway.screening, "include police when screening.outcome is nfa",
         path(From::step, pathway.screening_outcome, pathway.screening)},
        {pathway.visit, "include police when screening.risk is red", path(From::step, pathway.risk, pathway.screening)},
        {pathway.visit, "include police when plan-action.status is done",
         path(From::step, pathway.action_status, pathway.plan_action)},
        {pathway.visit, "include police when visit.status is open", path(From::step, pathway.status, pathway.visit)},
    }));
    CAPTURE(row.text);
    Diagnostics diagnostics;
    const auto checked = check(read(parse_sentence, row.text), row.step, pathway.words, diagnostics);
    INFO((diagnostics.empty() ? "" : diagnostics.found().front().message));
    REQUIRE(checked);
    const typed::Provisos provisos = std::visit([](const auto& made) { return made.provisos; }, *checked);
    REQUIRE(provisos.when);
    CHECK(std::get<typed::Path>(std::get<typed::Compare>(provisos.when->test).left) == row.read);
}

TEST_CASE("what a step records, and what its occurrences are chosen by, is its own event's") {
    const auto record = form<typed::Record>("record outcome, risk and disability", pathway.screening);
    CHECK(record.attributes == std::vector{path(From::activation, pathway.screening_outcome),
                                           path(From::activation, pathway.risk),
                                           path(From::the_case, pathway.disability)});

    // The occurrences of plan-action; `when` is still asked of what the clock runs from.
    const auto repeat = form<typed::Repeat>(
        "repeat every 2 days from screening until review-held where status is done when outcome is nfa",
        pathway.plan_action);
    CHECK(std::get<typed::Path>(std::get<typed::Compare>(repeat.where->test).left) ==
          path(From::activation, pathway.action_status));

    const auto where = [](const std::string& text, StepId step) {
        Diagnostics diagnostics;
        const auto checked = check_where(read(parse_condition, text), step, pathway.words, diagnostics);
        REQUIRE(checked);
        return std::get<typed::Path>(std::get<typed::Compare>(checked->test).left);
    };
    CHECK(where("status is done", pathway.plan_action) == path(From::activation, pathway.action_status));
    CHECK(where("status is open", pathway.visit) == path(From::activation, pathway.status));
    CHECK(where("disability is yes", pathway.visit) == path(From::the_case, pathway.disability));
    CHECK(where("about is screening", pathway.visit) == path(From::activation, fact_about));
}

TEST_CASE("matching reads the attribute that all events have") {
    CHECK(form<typed::Must>("must matching status", pathway.plan_action).matching ==
          path(From::activation, pathway.status));
}

TEST_CASE("values become values of the attribute's own type") {
    const auto right = [](const std::string& text) { return test<typed::Compare>(text).right; };
    CHECK(right("reason is delay").text == "delay");
    CHECK(right("reason is \"a delay\"").kind == Constant::Kind::text);
    CHECK(right("visits is 3").number == 3);
    CHECK(right("child-seen is yes").yes);
    CHECK(right("child-seen is true").yes);
    CHECK_FALSE(right("child-seen is no").yes);
    CHECK_FALSE(right("child-seen is \"false\"").yes);
    CHECK(right("held-on is 1970-01-03").date == Date{2});
    CHECK(right("decided < 1970-01-03").kind == Constant::Kind::date);
    CHECK(right("risk is green").option == 2);
    CHECK(right("risk is \"green\"").option == 2);
    CHECK(right("code is 1").option == 0);
    CHECK(right("code is 19B").option == 1);
    CHECK(right("code is 2024-01-01").option == 2);
    CHECK(right("lead is CAIU").option == pathway.police);
    CHECK(right("lead is \"General practitioner\"").option == pathway.gp);
    CHECK(right("about is visit").option == pathway.visit);
    CHECK(right("age < 5 years").period == Period{5, Unit::years});
    CHECK(right("time since visit > 3 working days").period == Period{3, Unit::working_days});
    CHECK(right("count of visit >= 3").number == 3);
}

TEST_CASE("quantities are told apart by what they name") {
    const auto left = [](const std::string& text) { return test<typed::Compare>(text).left; };
    CHECK(std::get<typed::CountOfStep>(left("count of visit > 1")).step == pathway.visit);
    CHECK(std::get<typed::CountOfList>(left("count of attended > 1")).list == path(From::event, fact_attended));
    CHECK(std::get<typed::CountOfList>(left("count of visit.factors > 1")).list ==
          path(From::step, pathway.factors, pathway.visit));
    CHECK(std::get<typed::SinceStep>(left("time since visit > 1 day")).step == pathway.visit);
    CHECK(std::get<typed::SinceDate>(left("time since held-on > 1 day")).date == path(From::event, pathway.held_on));
    CHECK(std::holds_alternative<typed::Age>(left("age > 1 day")));
}

TEST_CASE("a list includes values, or another list of its kind") {
    CHECK(test<typed::Includes>("attended includes (police, health)").values.size() == 2);
    CHECK_FALSE(test<typed::Includes>("attended includes (police, health)").any);
    CHECK_FALSE(test<typed::Includes>("attended includes all of (police, health)").any);
    CHECK(test<typed::Includes>("attended includes any of (police, health)").any);
    CHECK(test<typed::Includes>("attended includes police").values[0].option == pathway.police);
    CHECK(test<typed::Includes>("factors includes neglect").values[0].option == 0);
    CHECK(test<typed::Includes>("factors includes (\"sexual abuse\")").values[0].option == 2);
    CHECK(test<typed::Includes>("attended includes any of case.agencies").other == path(From::the_case, fact_agencies));
    CHECK(test<typed::Includes>("attended includes lead").other == path(From::event, pathway.lead));
    CHECK(test<typed::Includes>("visit.factors includes all of factors").other == path(From::event, pathway.factors));
}

TEST_CASE("negations end up as one form") {
    CHECK(std::holds_alternative<typed::Recorded>(form<typed::Ensure>("ensure risk is recorded").condition.test));
    CHECK(std::holds_alternative<typed::Recorded>(form<typed::Ensure>("ensure risk is not missing").condition.test));
    for (const std::string text : {"ensure risk is missing", "ensure risk is not recorded"}) {
        const auto negated = std::get<typed::Not>(form<typed::Ensure>(text).condition.test);
        CHECK(std::get<typed::Recorded>(negated.part.front().test).path == path(From::event, pathway.risk));
    }
    CHECK(test<typed::Compare>("risk is not red").relation == Relation::is_not);
}

TEST_CASE("and, or, between and order keep their parts in order") {
    const auto all = test<typed::All>("between visit and referral and (risk is red or held-on before decided)");
    REQUIRE(all.parts.size() == 2);
    CHECK(std::get<typed::Between>(all.parts[0].test).to == pathway.referral);
    const auto any = std::get<typed::Any>(all.parts[1].test);
    const auto order = std::get<typed::Order>(any.parts[1].test);
    CHECK(order.left == path(From::event, pathway.held_on));
    CHECK(order.before);
    CHECK(order.right == path(From::event, pathway.decided));
    CHECK(test<typed::Happened>("visit ever happened within 2 weeks").within == Period{2, Unit::weeks});
    CHECK(test<typed::Happened>("visit ever happened").ever);
}

}  // namespace
}  // namespace csapath::rules

// SPDX-License-Identifier: MIT
#include "rules/language/parse.hpp"

#include <string>
#include <type_traits>

#include "tests/support/catch.hpp"
#include "tests/support/read.hpp"

namespace csapath::rules {
namespace {

using tests::kept;
using tests::read;

template <class Form>
Form form(const std::string& text) {
    if constexpr (std::is_constructible_v<ast::AnyEdge, Form>)
        return std::get<Form>(read(parse_edge, text).form);
    else
        return std::get<Form>(read(parse_sentence, text).form);
}
template <class Test>
Test test(const std::string& text) {
    return std::get<Test>(read(parse_condition, text).test);
}

ast::Name name(const std::string& text) {
    return {text, {}};
}
ast::Names names(std::initializer_list<std::string> all) {
    ast::Names made;
    for (const std::string& each : all) made.push_back(name(each));
    return made;
}
ast::Path path(const std::string& attribute) {
    return {std::nullopt, name(attribute), {}};
}
ast::Path path(const std::string& owner, const std::string& attribute) {
    return {name(owner), name(attribute), {}};
}
ast::Literal word(const std::string& text, bool quoted = false) {
    return {ast::Literal::Word{text, quoted}, {}};
}
ast::Quantity of(const ast::Path& what) {
    return {what, {}};
}

TEST_CASE("an edge keeps its limit, what must match, and its provisos") {
    const auto must = form<ast::Must>(
        "must within 3 working days pausing from delay-agreed to review-held matching action-id when a is b unless c "
        "is d");
    REQUIRE(must.limit);
    CHECK(std::get<Period>(must.limit->by) == Period{3, Unit::working_days});
    CHECK(must.limit->pausing == ast::Pausing{name("delay-agreed"), name("review-held")});
    CHECK(must.matching == name("action-id"));
    REQUIRE(must.provisos.when);
    REQUIRE(must.provisos.unless);
    CHECK(std::get<ast::Is>(must.provisos.when->test) == ast::Is{of(path("a")), false, word("b")});
    CHECK(std::get<ast::Is>(must.provisos.unless->test) == ast::Is{of(path("c")), false, word("d")});

    CHECK(form<ast::Must>("must") == ast::Must{});
    CHECK(std::holds_alternative<std::monostate>(form<ast::Must>("must on the same day").limit->by));
    CHECK(std::get<ast::Path>(form<ast::Must>("must by plan-action.due").limit->by) == path("plan-action", "due"));
    CHECK(form<ast::May>("may").when == std::nullopt);
    CHECK(form<ast::May>("may when a is b").when);
    CHECK(form<ast::Otherwise>("otherwise within 2 weeks unless a is b").limit);
    CHECK(form<ast::Otherwise>("otherwise within 2 weeks unless a is b").unless);
}

TEST_CASE("happen within keeps which occurrences of its anchor count") {
    using Which = ast::HappenWithin::Which;
    const auto [text, which] = GENERATE(table<std::string, Which>({
        {"happen within 15 working days of referral or contact", Which::each},
        {"happen within 15 working days of each referral or contact", Which::each},
        {"happen within 15 working days of the first referral or contact", Which::first},
        {"happen within 15 working days of the latest referral or contact", Which::latest},
    }));
    const auto happen = form<ast::HappenWithin>(text);
    CHECK(happen.within == Period{15, Unit::working_days});
    CHECK(happen.which == which);
    CHECK(happen.anchor.alternatives == std::vector{path("referral"), path("contact")});
}

TEST_CASE("happen on the same day has no length of time, and takes pausing and matching") {
    const auto happen =
        form<ast::HappenWithin>("happen on the same day as each referral pausing from a1 to b1 matching c");
    CHECK(happen.within == std::nullopt);
    CHECK(happen.which == ast::HappenWithin::Which::each);
    CHECK(happen.pausing == ast::Pausing{name("a1"), name("b1")});
    CHECK(happen.matching == name("c"));
    CHECK(form<ast::HappenWithin>("happen within 2 days of plan-started.due").anchor.alternatives ==
          std::vector{path("plan-started", "due")});
}

TEST_CASE("at least goes on as a number of times or as a length of time before something") {
    using How = ast::HappenTimes::How;
    CHECK(form<ast::HappenTimes>("happen at least 3 times") == ast::HappenTimes{How::at_least, 3, false, {}});
    CHECK(form<ast::HappenTimes>("happen at most 3 times") == ast::HappenTimes{How::at_most, 3, false, {}});
    CHECK(form<ast::HappenTimes>("happen exactly 3 times") == ast::HappenTimes{How::exactly, 3, false, {}});
    CHECK(form<ast::HappenTimes>("happen once") == ast::HappenTimes{How::exactly, 1, true, {}});
    CHECK(form<ast::HappenTimes>("happen at least 3 times when a is b").provisos.when);
    const auto before = form<ast::HappenBefore>("happen at least 3 working days before conference-held unless a is b");
    CHECK(before.at_least == Period{3, Unit::working_days});
    CHECK(before.anchor.alternatives == std::vector{path("conference-held")});
    CHECK(before.provisos.unless);
    CHECK_FALSE(before.provisos.when);
    CHECK(form<ast::HappenBy>("happen by case.expected-delivery").by == path("case", "expected-delivery"));
}

TEST_CASE("follow, lead and repeat keep their steps apart") {
    const auto follow = form<ast::Follow>("follow screening or referral within 5 days");
    CHECK(follow.steps == names({"screening", "referral"}));
    CHECK(follow.within == Period{5, Unit::days});
    const auto lead = form<ast::Lead>("lead to review-held or case-closed by due matching child");
    CHECK(lead.steps == names({"review-held", "case-closed"}));
    CHECK(std::get<ast::Path>(lead.limit->by) == path("due"));
    CHECK(lead.matching == name("child"));
    const auto repeat = form<ast::Repeat>("repeat every 6 weeks from a1 or b1 until c1 or d1 where e is f when g is h");
    CHECK(repeat.every == Period{6, Unit::weeks});
    CHECK(repeat.from == names({"a1", "b1"}));
    CHECK(repeat.until == names({"c1", "d1"}));
    CHECK(std::get<ast::Is>(repeat.where->test).left == of(path("e")));
    CHECK(std::get<ast::Is>(repeat.provisos.when->test).left == of(path("g")));
}

TEST_CASE("agencies are listed, counted out of a list, or counted") {
    using How = ast::Involve::How;
    const auto [text, how, at_least, agencies] =
        GENERATE(table<std::string, How, std::optional<std::int64_t>, ast::Names>({
            {"include police", How::include, {}, names({"police"})},
            {"invite police, gp and LA", How::invite, {}, names({"police", "gp", "LA"})},
            {"hear from police, gp, and LA", How::hear_from, {}, names({"police", "gp", "LA"})},
            {"inform at least 2 of (police, gp, LA)", How::inform, 2, names({"police", "gp", "LA"})},
            {"include at least 3 agencies", How::include, 3, {}},
        }));
    CAPTURE(text);
    const auto involve = form<ast::Involve>(text);
    CHECK(involve.how == how);
    CHECK(involve.parties.at_least == at_least);
    CHECK(involve.parties.agencies == agencies);
}

TEST_CASE("sharing and recording keep what, with whom, where and by when") {
    using Everyone = ast::Share::Everyone;
    CHECK(std::get<Everyone>(form<ast::Share>("be shared with everyone invited").with) == Everyone::invited);
    CHECK(std::get<Everyone>(form<ast::Share>("be shared with everyone involved").with) == Everyone::involved);
    CHECK(std::get<Everyone>(form<ast::Share>("be shared with everyone absent").with) == Everyone::absent);
    const auto share = form<ast::Share>("be shared as \"the plan\" with police and gp within 2 days");
    CHECK(share.as == name("the plan"));
    CHECK(std::get<ast::Parties>(share.with).agencies == names({"police", "gp"}));
    CHECK(std::get<Period>(share.limit->by) == Period{2, Unit::days});

    CHECK(form<ast::Record>("record outcome, reason and day").attributes == names({"outcome", "reason", "day"}));
    CHECK(std::get<ast::Names>(form<ast::BeRecorded>("be recorded in niche and \"System One\"").how) ==
          names({"niche", "System One"}));
    CHECK(std::get<Period>(std::get<ast::Limit>(form<ast::BeRecorded>("be recorded within 1 hour").how).by) ==
          Period{1, Unit::hours});
    using Everywhere = ast::BeRecorded::Everywhere;
    CHECK(std::get<Everywhere>(form<ast::BeRecorded>("be recorded in every system").how) == Everywhere{});
    CHECK(
        std::get<Everywhere>(form<ast::BeRecorded>("be recorded in every system within 10 working days").how).within ==
        Period{10, Unit::working_days});
}

TEST_CASE("never and ensure") {
    using How = ast::Never::How;
    CHECK(form<ast::Never>("never happen") == ast::Never{});
    CHECK(form<ast::Never>("never happen before a1 or b1") == ast::Never{How::before, names({"a1", "b1"}), {}});
    CHECK(form<ast::Never>("never happen after a1") == ast::Never{How::after, names({"a1"}), {}});
    CHECK(form<ast::Never>("never happen between a1 and b1") == ast::Never{How::between, names({"a1", "b1"}), {}});
    CHECK(form<ast::Never>("never happen between a1 and b1 when c is d and e is f").provisos.when);
    CHECK(std::holds_alternative<ast::Is>(form<ast::Ensure>("ensure quorate is yes").condition.test));
}

TEST_CASE("digits are a number, dddd-dd-dd a date, a number with a unit a length of time, and anything else a word") {
    CHECK(test<ast::Is>("a is 15").right == ast::Literal{std::int64_t{15}, {}});
    CHECK(test<ast::Is>("a is 0").right == ast::Literal{std::int64_t{0}, {}});
    CHECK(test<ast::Is>("a is 1970-01-31").right == ast::Literal{Date{30}, {}});
    CHECK(test<ast::Is>("a is 2 working days").right == ast::Literal{Period{2, Unit::working_days}, {}});
    CHECK(test<ast::Is>("a is 1 working days").right == ast::Literal{Period{1, Unit::working_days}, {}});
    CHECK(test<ast::Is>("a is 0 days").right == ast::Literal{Period{0, Unit::days}, {}});
    CHECK(test<ast::Is>("a is 19B").right == word("19B"));
    CHECK(test<ast::Is>("a is 2024-1-5").right == word("2024-1-5"));
    CHECK(test<ast::Is>("a is 2024-01-05x").right == word("2024-01-05x"));
    CHECK(test<ast::Is>("a is inf").right == word("inf"));
    CHECK(test<ast::Is>("a is \"15\"").right == word("15", true));
    CHECK(test<ast::Is>("a is 'it is \"so\"'").right == word("it is \"so\"", true));
    CHECK(test<ast::Is>("a is \"Zoë\"").right == word("Zoë", true));
    CHECK(test<ast::Is>("a is none").right == word("none"));
}

TEST_CASE("is not recorded is no comparison with a value") {
    CHECK(test<ast::Recorded>("a is recorded") == ast::Recorded{path("a"), false, false});
    CHECK(test<ast::Recorded>("a.b is not recorded") == ast::Recorded{path("a", "b"), true, false});
    CHECK(test<ast::Recorded>("a is missing") == ast::Recorded{path("a"), false, true});
    CHECK(test<ast::Recorded>("case.a is not missing") == ast::Recorded{path("case", "a"), true, true});
    CHECK(test<ast::Is>("a is not b") == ast::Is{of(path("a")), true, word("b")});
    CHECK(test<ast::Is>("a is not \"recorded\"") == ast::Is{of(path("a")), true, word("recorded", true)});
}

TEST_CASE("quantities, comparisons and lists") {
    using Comparison = ast::Comparison;
    CHECK(test<ast::Compare>("age < 5 years") ==
          ast::Compare{{ast::Age{}, {}}, Comparison::less, {Period{5, Unit::years}, {}}});
    CHECK(test<ast::Compare>("count of a.b >= 2") ==
          ast::Compare{{ast::CountOf{path("a", "b")}, {}}, Comparison::greater_or_equal, {std::int64_t{2}, {}}});
    CHECK(test<ast::Compare>("time since visit > 1 week") ==
          ast::Compare{{ast::TimeSince{path("visit")}, {}}, Comparison::greater, {Period{1, Unit::weeks}, {}}});
    CHECK(test<ast::Compare>("a<=b").how == Comparison::less_or_equal);
    CHECK(test<ast::Compare>("a before 2024-01-01").how == Comparison::less);
    CHECK(test<ast::Compare>("a after 2024-01-01").how == Comparison::greater);
    CHECK(test<ast::Order>("a before b.c") == ast::Order{path("a"), true, path("b", "c")});
    CHECK(test<ast::Order>("a after b") == ast::Order{path("a"), false, path("b")});
    CHECK(test<ast::In>("a in (b, 3)").values.size() == 2);

    using How = ast::Includes::How;
    CHECK(test<ast::Includes>("a includes b").how == How::plain);
    CHECK(std::get<ast::Path>(test<ast::Includes>("a includes all of b.c").values) == path("b", "c"));
    CHECK(test<ast::Includes>("a includes all of b.c").how == How::all);
    CHECK(std::get<std::vector<ast::Literal>>(test<ast::Includes>("a includes any of (b, c)").values).size() == 2);
    CHECK(test<ast::Includes>("a includes any of (b)").how == How::any);
}

TEST_CASE("happened and between") {
    CHECK(test<ast::Happened>("visit happened") == ast::Happened{name("visit"), false, {}});
    CHECK(test<ast::Happened>("visit ever happened") == ast::Happened{name("visit"), true, {}});
    CHECK(test<ast::Happened>("visit happened within 2 days") ==
          ast::Happened{name("visit"), false, Period{2, Unit::days}});
    CHECK(test<ast::Between>("between a1 and b1") == ast::Between{name("a1"), name("b1")});
    CHECK(test<ast::All>("between a1 and b1 and c is d").parts.size() == 2);
}

TEST_CASE("not binds tighter than and, and tighter than or") {
    const auto any = test<ast::Any>("not a is b and c is d or e is f");
    REQUIRE(any.parts.size() == 2);
    const auto all = std::get<ast::All>(any.parts[0].test);
    REQUIRE(all.parts.size() == 2);
    CHECK(std::holds_alternative<ast::Not>(all.parts[0].test));
    CHECK(std::holds_alternative<ast::Is>(any.parts[1].test));
    CHECK(test<ast::Not>("not (a is b and c is d)").part.size() == 1);
    CHECK(test<ast::All>("(a is b or c is d) and e is f").parts.size() == 2);
    CHECK(test<ast::Any>("a is b or c is d or e is f").parts.size() == 3);
}

TEST_CASE("R12 and beside or without brackets is read by precedence, with a warning") {
    const auto [text, warned] = GENERATE(table<std::string, std::string>({
        {"a is b or c is d and e is f", "c is d and e is f"},
        {"a is b and c is d or e is f", "a is b and c is d"},
        {"x is y and (a is b and c is d or e is f)", "a is b and c is d"},
        {"a is b or (c is d and e is f)", ""},
        {"(a is b or c is d) and e is f", ""},
        {"a is b or c is d", ""},
        {"between a1 and b1 or c is d", ""},
        {"not (a is b and c is d) or e is f", ""},
    }));
    CAPTURE(text);
    Diagnostics diagnostics;
    REQUIRE(parse_condition(whole(kept(text)), diagnostics));
    CHECK_FALSE(diagnostics.any_error());
    REQUIRE(diagnostics.found().size() == (warned.empty() ? 0 : 1));
    if (!warned.empty()) {
        CHECK(diagnostics.found()[0].code == Code::rule_unbracketed);
        CHECK(diagnostics.found()[0].where.text() == warned);
    }
}

TEST_CASE("a length of time alone is all of its text") {
    CHECK(read(parse_period, "15 working days") == Period{15, Unit::working_days});
    CHECK(read(parse_period, " 1 hour ") == Period{1, Unit::hours});
    CHECK(read(parse_period, "36600 years") == Period{36'600, Unit::years});
    Diagnostics diagnostics;
    CHECK_FALSE(parse_period(whole(kept("15 working days of referral")), diagnostics));
    CHECK(diagnostics.errors() == 1);
}

TEST_CASE("words of the language are no ids, and few of them are no attribute names") {
    for (const std::string word : {"and", "or", "not", "age", "count", "time", "between", "case"}) {
        CHECK(reserved(word));
        CHECK(reserved_attribute(word));
    }
    for (const std::string word :
         {"must", "may", "otherwise", "when", "unless", "within", "working", "day", "days", "none", "everyone",
          "happened", "ever", "recorded", "invited", "agencies", "first", "times"}) {
        CHECK(reserved(word));
        CHECK_FALSE(reserved_attribute(word));
    }
    for (const std::string word : {"referral", "attended", "red", "step", "next", "When", "", "ag"})
        CHECK_FALSE(reserved(word));
}

}  // namespace
}  // namespace csapath::rules

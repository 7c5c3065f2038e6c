// SPDX-License-Identifier: MIT
#include "engine/pathway/strictness.hpp"

#include <string>
#include <string_view>
#include <tuple>

#include "tests/support/catch.hpp"
#include "tests/support/definition.hpp"
#include "tests/support/layers.hpp"
#include "tests/support/temporary_folder.hpp"

namespace csapath::engine {
namespace {

constexpr std::string_view vocabulary =
    "sources:\n"
    "  law: {title: The law, basis: statutory}\n"
    "  book: {title: A handbook, basis: practice}\n"
    "agencies: {social-care: {}, police: {}, health: {}, gp: {part-of: health}, school: {}}\n"
    "facts:\n"
    "  risk: {type: one-of, values: [red, amber, green]}\n"
    "  urgent: {type: yes-no}\n"
    "  children: {type: number}\n"
    "  outcome: {type: text}\n"
    "  due: {type: date}\n"
    "  plan-id: {type: text}\n"
    "sharing: {events: [information-shared]}\n";

/// The steps that every definition here has, with what is said under the first.
std::string steps(std::string_view under_screening) {
    return "steps:\n  referral: {starts: true, next: {screening: may}}\n  screening:\n" + std::string{under_screening} +
           "  strategy-discussion: {next: {case-closed: may}}\n"
           "  conference-held: {}\n  delay-agreed: {}\n  visit: {where: urgent is yes or risk is red}\n"
           "  case-closed: {ends: true}\n";
}

struct Layers : TemporaryFolder {
    Layers() { write("calendars/none.txt", ""); }

    std::string base(std::string_view under_screening) const {
        write("base.yaml", definition(std::string{vocabulary} + steps(under_screening)));
        return "extends: base.yaml\n";
    }
    FromFile layer(const std::string& text) const { return from_file(write("layer.yaml", text)); }
};

/// What a layer that says only `is` of a statutory rule that says `was` is told: "" where it may.
std::string held(const std::string& was, const std::string& is, const std::string& key) {
    const Layers folder;
    const std::string rule = key == "must" ? "r" : "strategy-discussion or conference-held as r";
    const std::string extends = folder.base((key == "must" ? "    next: {case-closed: may}\n    " : "    ") + key +
                                            ":\n      " + rule + ": {rule: '" + was + "', sources: [law]}\n");
    const FromFile read =
        folder.layer(extends + "steps:\n  screening:\n    " + key + ":\n      " + rule + ": '" + is + "'\n");
    if (read.pathway) return "";
    INFO(read.told());
    REQUIRE(read.diagnostics.errors() == 1);
    const rules::Diagnostic& told = read.diagnostics.found().front();
    REQUIRE(told.code == rules::Code::layer_weakens);
    CHECK(std::filesystem::path(told.where.source->name()).filename() == "layer.yaml");
    CHECK(std::filesystem::path(told.also.at(0).where.source->name()).filename() == "base.yaml");
    return told.message.substr(told.message.find("': ") + 3);
}

TEST_CASE("a longer limit, or one in another unit, is weaker") {
    const auto [was, weaker, why, allowed] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"lead to visit within 3 days", "lead to visit within 4 days", "the limit is longer: 4 days, not 3 days",
         "lead to visit within 2 days"},
        {"lead to visit within 3 working days", "lead to visit within 3 days",
         "the limit is in another unit: 3 days, not 3 working days", "lead to visit within 3 working days"},
        {"lead to visit within 1 week", "lead to visit within 7 days",
         "the limit is in another unit: 7 days, not 1 week", "lead to visit on the same day"},
        {"lead to visit within 24 hours", "lead to visit on the same day",
         "the limit is of another kind, which cannot be held against the one it was", "lead to visit within 1 hour"},
        {"lead to visit on the same day", "lead to visit within 1 day", "the limit is longer: 1 day, not the same day",
         "lead to visit on the same day"},
        {"lead to visit within 3 days", "lead to visit", "it no longer has a limit", "lead to visit within 1 day"},
        {"lead to visit by due", "lead to visit within 1 day",
         "the limit is of another kind, which cannot be held against the one it was", "lead to visit by due"},
        {"lead to visit", "happen once", "it is another form of sentence, which cannot be held against the one it was",
         "lead to visit within 5 days"},
        {"lead to visit within 3 days", "lead to visit within 3 days pausing from delay-agreed to conference-held",
         "its clock may pause", "lead to visit within 3 days"},
        {"lead to visit within 3 days pausing from delay-agreed to conference-held",
         "lead to visit within 3 days pausing from referral to conference-held", "its clock pauses at other times",
         "lead to visit within 3 days"},
        {"follow referral within 3 days", "follow referral", "it no longer has a limit of 3 days",
         "follow referral within 2 days"},
        {"happen within 3 days of referral", "happen within 5 days of referral",
         "the limit is longer: 5 days, not 3 days", "happen on the same day as referral"},
        {"be recorded within 2 days", "be recorded within 3 days", "the limit is longer: 3 days, not 2 days",
         "be recorded within 1 day"},
        {"be shared with police within 2 days", "be shared with police", "it no longer has a limit",
         "be shared with police within 1 day"},
        {"repeat every 4 weeks from referral until case-closed", "repeat every 6 weeks from referral until case-closed",
         "it repeats less often: 6 weeks, not 4 weeks", "repeat every 2 weeks from referral until case-closed"},
        // Here the longer is the stricter.
        {"happen at least 3 days before conference-held", "happen at least 2 days before conference-held",
         "the time before is shorter: 2 days, not 3 days", "happen at least 4 days before conference-held"},
    }));
    CAPTURE(was);
    CHECK(held(was, weaker, "must") == why);
    CHECK(held(was, allowed, "must").empty());
}

TEST_CASE("fewer agencies, steps, attributes or times are weaker") {
    const auto [was, weaker, why, allowed] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"include social-care and police", "include social-care", "it no longer asks for police",
         "include social-care, police and gp"},
        {"include social-care and health", "include social-care and school", "it no longer asks for health",
         "include social-care and gp"},
        {"include gp", "include health", "it no longer asks for gp", "include gp and police"},
        {"include social-care and police", "include at least 2 of (social-care, police, gp)",
         "it asks for a number of agencies where it named each of them", "include social-care and police"},
        {"include at least 2 of (police, gp, school)", "include at least 2 of (police, gp, school, social-care)",
         "fewer agencies, or others, will do", "include at least 3 of (police, gp, school, social-care)"},
        {"include at least 2 of (police, gp, school)", "include police and social-care",
         "fewer agencies, or others, will do", "include police and gp"},
        {"include at least 3 agencies", "include at least 2 agencies", "fewer agencies, or others, will do",
         "include police, school and gp"},
        {"include at least 2 of (health, gp)", "include health and school", "fewer agencies, or others, will do",
         "include at least 2 of (health, gp)"},
        {"invite police", "hear from police", "it asks for another way of taking part", "invite police and gp"},
        {"be shared with everyone involved", "be shared with everyone invited",
         "it is to be shared with others, who cannot be held against those it was",
         "be shared with everyone involved within 1 day"},
        {"be shared as minutes with police", "be shared with police", "it asks for another thing to be shared",
         "be shared as minutes with police and gp"},
        {"record outcome and risk", "record outcome", "it no longer asks for risk", "record outcome, risk and urgent"},
        {"be recorded in every system within 2 days", "be recorded in every system within 3 days",
         "the systems may lie further apart: 3 days, not 2 days", "be recorded in every system within 1 day"},
        {"be recorded in every system", "be recorded in every system within 1 day",
         "the systems need no longer say the same day", "be recorded in every system"},
        {"be recorded in niche and mosaic", "be recorded in niche", "it need no longer be recorded in mosaic",
         "be recorded in niche, mosaic and systmone"},
        {"lead to visit", "lead to visit or conference-held", "the step 'conference-held' will do as well",
         "lead to visit"},
        {"follow referral or visit", "follow referral or conference-held", "the step 'conference-held' will do as well",
         "follow visit"},
        {"happen within 3 days of referral or visit", "happen within 3 days of referral",
         "it no longer counts from 'visit'", "happen within 3 days of referral or visit or conference-held"},
        {"happen within 3 days of the first visit", "happen within 3 days of the latest visit",
         "it counts from fewer, or from others, of the events that it follows", "happen within 3 days of each visit"},
        {"repeat every 4 weeks from referral until case-closed",
         "repeat every 4 weeks from referral until case-closed or visit", "its clock ends at further steps",
         "repeat every 4 weeks from referral until case-closed"},
        {"happen at least 2 times", "happen once", "it need happen only 1 times, not 2", "happen exactly 3 times"},
        {"happen at most 2 times", "happen at most 3 times", "it may happen more often", "happen once"},
        {"never happen after visit or referral", "never happen after visit", "it forbids less, or other things",
         "never happen after visit or referral or conference-held"},
        {"never happen before visit", "never happen before referral", "it forbids less, or other things",
         "never happen"},
        {"lead to visit", "lead to visit matching plan-id",
         "what must match has changed, and blank values would leave it open", "lead to visit"},
    }));
    CAPTURE(was);
    CHECK(held(was, weaker, "must") == why);
    CHECK(held(was, allowed, "must").empty());
}

TEST_CASE("a narrower when, a wider unless and a laxer condition are weaker, by what they mean") {
    const auto [was, weaker, why, allowed] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"record outcome", "record outcome when risk is red", "its `when` is narrower where risk was amber, not red",
         "record outcome and risk"},
        {"record outcome when risk in (red, amber)", "record outcome when risk is red",
         "its `when` is narrower where risk was amber", "record outcome when risk is not green"},
        {"record outcome when age < 6 years", "record outcome when age < 5 years",
         "its `when` is narrower where the age was under 6 years", "record outcome when age < 7 years"},
        {"record outcome when children > 2", "record outcome when children > 3",
         "its `when` is narrower where children was 3, over 2", "record outcome when children >= 3 or urgent is yes"},
        {"record outcome when urgent is yes", "record outcome when urgent is yes and risk is red",
         "its `when` is narrower where urgent was yes", "record outcome"},
        {"record outcome", "record outcome unless risk is green", "its `unless` is wider where risk was green",
         "record outcome"},
        {"record outcome unless delay-agreed happened within 5 days", "record outcome unless delay-agreed happened",
         "its `unless` is wider where delay-agreed had happened",
         "record outcome unless delay-agreed happened within 2 days"},
        {"ensure risk is red", "ensure risk in (red, amber)", "what it ensures is wider where risk was amber",
         "ensure risk is red and urgent is yes"},
        {"repeat every 4 weeks from referral until case-closed where urgent is yes",
         "repeat every 4 weeks from referral until case-closed", "its `where` is wider where urgent was no, not yes",
         "repeat every 4 weeks from referral until case-closed where urgent is yes and risk is red"},
        // Days of a month are 28 to 31: nobody can say, and so it counts as weaker.
        {"record outcome when age < 40 days", "record outcome when age < 2 months",
         "its `when` has changed, and whether it is narrower cannot be decided",
         "record outcome when age < 40 days or age < 2 months"},
    }));
    CAPTURE(was);
    const std::string told = held(was, weaker, "must");
    CHECK(told == why);
    CHECK(held(was, allowed, "must").empty());
}

TEST_CASE("an edge is weaker with a longer limit, more targets that will do, or as may") {
    const auto [was, weaker, why, allowed] = GENERATE(table<std::string, std::string, std::string, std::string>({
        {"must within 3 days", "must within 4 days", "the limit is longer: 4 days, not 3 days", "must within 1 day"},
        {"must", "may", "it is no longer demanded", "must within 9 years"},
        {"must when risk is red", "must when risk is amber", "its `when` is narrower where risk was red", "must"},
        {"may", "", "", "must within 3 days"},
        {"may when risk is red", "", "", "may when risk is green"},
    }));
    CAPTURE(was);
    if (!weaker.empty()) CHECK(held(was, weaker, "next") == why);
    CHECK(held(was, allowed, "next").empty());
}

TEST_CASE("an otherwise is weakened by what takes its place") {
    const Layers folder;
    const std::string extends = folder.base(
        "    next:\n      strategy-discussion: must when risk is red\n"
        "      conference-held: {rule: otherwise within 5 days, sources: [law]}\n");
    const auto [layer, why] = GENERATE(table<std::string, std::string>({
        {"{strategy-discussion: 'must when risk in (red, amber)'}",
         "what the other edges of its step apply to is wider where risk was amber"},
        {"{visit: may when urgent is yes}", "what the other edges of its step apply to is wider where"},
        {"{conference-held: otherwise}", "it no longer has a limit"},
        {"{conference-held: must within 5 days when risk is amber}", "its `when` is narrower"},
        {"{strategy-discussion: must when risk is red and urgent is yes}", ""},
        {"{visit: may}", ""},
        {"{conference-held: must within 5 days}", ""},
    }));
    CAPTURE(layer);
    const FromFile read = folder.layer(extends + "steps: {screening: {next: " + layer + "}}\n");
    INFO(read.told());
    CHECK((read.pathway != nullptr) == why.empty());
    CHECK((why.empty() || read.says(why)));
}

TEST_CASE("what a layer says beside the sentence of a rule, or of its step, can weaken it") {
    const Layers folder;
    const std::string extends = folder.base(
        "    must: {r: {rule: lead to visit within 3 days, sources: [law], severity: medium, "
        "in-force: {from: 2024-01-01}}}\n");
    const auto [layer, why] = GENERATE(table<std::string, std::string>({
        {"steps: {screening: {must: {r: {severity: low}}}}", "its severity is low, not medium"},
        {"steps: {screening: {must: {r: {basis: practice}}}}", "its basis is practice, not statutory"},
        {"steps: {screening: {must: {r: {sources: [book]}}}}", "its basis is practice, not statutory"},
        {"sources: {law: {basis: procedure}}", "its basis is procedure, not statutory"},
        {"steps: {screening: {must: {r: {in-force: {until: 2025-01-01}}}}}", "it is in force for less time"},
        {"steps: {screening: {must: {r: {in-force: {from: 2024-01-02}}}}}", "it is in force for less time"},
        {"steps: {screening: {must: {r: {remove: {reason: No}}}}}", "it is taken away"},
        {"in-force: {from: 2025-01-01}", "in force for less time than the statutory rules"},
        {"steps: {screening: {events: [contact]}}", "fewer events are the step 'screening'"},
        {"steps: {visit: {events: [visit, contact]}}", "the event 'contact' is the step 'visit' too"},
        {"steps: {visit: {where: 'urgent is yes or risk in (red, amber)'}}",
         "the `where` of the step 'visit' is wider"},
        {"steps: {screening: {where: urgent is yes}}", "the `where` of the step 'screening' is narrower"},
        {"steps: {screening: {ends: true}}", "the step 'screening' now closes an episode"},
        {"steps: {screening: {must: {r: {severity: high}}}}", ""},
        {"steps: {screening: {must: {r: {in-force: {from: 2023-01-01}}}}}", ""},
        {"steps: {screening: {must: {r: {why: Because.}}}}", ""},
        {"steps: {screening: {must: {more: record outcome}, title: Front door}}", ""},
        {"steps: {screening: {events: [screening, contact]}}", ""},
        {"steps: {visit: {where: urgent is yes}}", ""},
        {"event-types: [seen]\nsteps: {visit: {events: [visit, seen]}}", ""},
        {"steps: {conference-held: {events: [contact]}}", ""},
    }));
    CAPTURE(layer);
    const FromFile read = folder.layer(extends + layer + "\n");
    INFO(read.told());
    CHECK((read.pathway != nullptr) == why.empty());
    CHECK((why.empty() || read.says(why)));
}

TEST_CASE("a rule that is not statutory may be weakened and removed") {
    const Layers folder;
    const std::string extends = folder.base("    must: {r: {rule: record outcome, sources: [book], severity: high}}\n");
    CHECK(folder.layer(extends + "steps: {screening: {must: {r: {severity: low, rule: record risk}}}}\n").pathway);
    const FromFile removed = folder.layer(extends + "steps: {screening: {must: {r: {remove: {reason: Not ours}}}}}\n");
    REQUIRE(removed.pathway);
    REQUIRE(removed.pathway->gone.size() == 1);
    CHECK(removed.pathway->gone[0].id == "screening.r");
    CHECK(removed.pathway->gone[0].reason == "Not ours");
    CHECK(removed.pathway->departed.empty());
}

constexpr std::string_view statutory = "    must: {r: {rule: lead to visit within 3 days, sources: [law]}}\n";

TEST_CASE("a layer may depart from a statutory rule where it says why and until when") {
    const Layers folder;
    const std::string extends = folder.base(statutory);
    const auto [says, code] = GENERATE(table<std::string, std::string>({
        {"{rule: lead to visit within 5 days, departs: {reason: Trial, until: 2026-03-31}}", "P028"},
        {"{remove: {reason: Trial}, departs: {reason: Trial, until: 2026-03-31}}", "P028"},
        {"{rule: lead to visit within 5 days, departs: {reason: Trial}}", "Y021"},
        {"{rule: lead to visit within 5 days, departs: {until: 2026-03-31}}", "Y021"},
        {"{rule: lead to visit within 5 days, departs: {reason: Trial, until: soon}}", "Y026"},
        {"{remove: {}, departs: {reason: Trial, until: 2026-03-31}}", "Y021"},
        {"{remove: {reason: Trial}, departs: {reason: Trial, until: 2026-03-31}, why: x}", "Y020"},
        {"{rule: lead to visit within 2 days, departs: {reason: Trial, until: 2026-03-31}}", "P029"},
    }));
    CAPTURE(says);
    const FromFile read = folder.layer(extends + "steps: {screening: {must: {r: " + says + "}}}\n");
    INFO(read.told());
    REQUIRE_FALSE(read.diagnostics.empty());
    CHECK(read.codes().substr(0, 4) == code);
    CHECK((read.pathway != nullptr) == (code == "P028" || code == "P029"));
}

TEST_CASE("a departure holds to the end of its last day, and then the definition is none") {
    const Layers folder;
    const FromFile read = folder.layer(
        folder.base(statutory) +
        "steps: {screening: {must: {r: {rule: lead to visit, departs: {reason: T, until: 2026-03-31}}}}}\n");
    REQUIRE(read.pathway);
    const auto told = [&](const char* day) {
        rules::Diagnostics diagnostics;
        refuse_ended_departures(*read.pathway, *rules::parse_date(day), diagnostics);
        return codes_and_places(diagnostics);
    };
    CHECK(told("2026-03-31").empty());
    CHECK(told("2026-04-01") == "P019 2:62\n");
}

TEST_CASE("a layer over a departure needs one of its own for what it weakens further") {
    const Layers folder;
    folder.write("region.yaml",
                 folder.base(statutory) +
                     "steps: {screening: {must: {r: {rule: lead to visit within 5 days, basis: practice, "
                     "departs: {reason: T, until: 2026-03-31}}}}}\n");
    const std::string extends = "extends: region.yaml\n";
    const FromFile same = folder.layer(extends + "title: Local\n");
    REQUIRE(same.pathway);
    CHECK(same.pathway->departed.size() == 1);
    CHECK(same.codes() == "P028 region.yaml 2:93\n");
    // The region called it practice; what the law asked for stays protected.
    CHECK(folder.layer(extends + "steps: {screening: {must: {r: lead to visit within 6 days}}}\n").codes() ==
          "P018 layer.yaml 2:31\n");
    const FromFile restored = folder.layer(
        extends + "steps: {screening: {must: {r: {rule: lead to visit within 3 days, basis: statutory}}}}\n");
    REQUIRE(restored.pathway);
    CHECK(restored.pathway->departed.empty());
}

TEST_CASE("a departure where nothing lies underneath is idle") {
    const Layers folder;
    folder.base("    must: {r: {rule: record outcome, departs: {reason: T, until: 2026-03-31}}}\n");
    const FromFile read = from_file(folder.path() / "base.yaml");
    CHECK(read.pathway);
    CHECK(read.says("departs from nothing"));
}

}  // namespace
}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
#include "engine/pseudonyms/covered.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "tests/support/checked.hpp"
#include "tests/support/definition.hpp"
#include "tests/support/sample_results.hpp"

using namespace csapath::engine;

namespace csapath {
namespace {

PseudonymKey key_of_tests() {
    PseudonymKey::Bytes bytes{};
    bytes.fill(0x5a);
    return PseudonymKey(bytes);
}

/// Bytes of a text, as a run opens them.
class RunText final : public Bytes {
public:
    explicit RunText(std::string text) : text_(std::move(text)) {}
    std::size_t read(std::span<char> room) override {
        const std::size_t count = text_.copy(room.data(), room.size(), at_);
        at_ += count;
        return count;
    }
    bool rewind() override {
        at_ = 0;
        return true;
    }

private:
    std::string text_;
    std::size_t at_ = 0;
};

std::string found_in(const Shipped& by, const std::string& events, const Pseudonyms* pseudonyms) {
    Run run{.definition = *by, .inputs = {}, .as_of = moment("2026-03-31")};
    run.inputs.push_back({"events.csv", "csv", [events] { return std::make_unique<RunText>(events); }});
    run.pseudonyms = pseudonyms;
    tests::KeptOut out;
    std::vector<Output> outputs;
    outputs.push_back({.reporter = reporter("ndjson")->make(), .out = &out});
    check(run, outputs);
    return out.text;
}

/// The first cell of each row but the head's under its pseudonym.
std::string with_covered_cases(const std::string& events, const Pseudonyms& pseudonyms) {
    std::istringstream lines(events);
    std::string all, line;
    std::getline(lines, line);
    all = line + '\n';
    while (std::getline(lines, line)) {
        const std::size_t end = line.find(',');
        all += pseudonyms.of_case(line.substr(0, end)) + line.substr(end) + '\n';
    }
    return all;
}

TEST_CASE("cases that are covered first are judged as cases that are covered while they are read") {
    std::ifstream file(CSAPATH_ROOT "/docs/example/cases.csv", std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const Shipped national("national/csa-response.yaml");
    const Pseudonyms pseudonyms(key_of_tests());

    const std::string while_read = found_in(national, text.str(), &pseudonyms);
    CHECK(while_read == found_in(national, with_covered_cases(text.str(), pseudonyms), nullptr));
    const std::string plain = found_in(national, text.str(), nullptr);
    CHECK(std::count(plain.begin(), plain.end(), '\n') == std::count(while_read.begin(), while_read.end(), '\n'));
    CHECK(plain.find("W-01") != std::string::npos);
    CHECK(while_read.find("W-01") == std::string::npos);
}

/// A text fact that a condition compares, one that none does, and the built-in ones.
std::shared_ptr<const Pathway> pathway_with_texts() {
    return pathway_of(
        definition("facts:\n"
                   "  reason: {type: text}\n"
                   "  choice: {type: one-of, values: [red, green]}\n"
                   "steps:\n"
                   "  referral:\n"
                   "    starts: true\n"
                   "    must: {told: 'record reason when reason is \"no further action\" or reason is abroad'}\n"));
}

TEST_CASE("free texts are covered, but for the words that the definition itself compares them with") {
    const auto pathway = pathway_with_texts();
    const Pseudonyms pseudonyms(key_of_tests());
    CoveredEvents covered(pseudonyms, *pathway);
    const auto reason = *pathway->words.attribute("reason");
    const auto after = [&](rules::FactId fact, std::string_view text) {
        Event event;
        event.cells.push_back({fact, rules::Value::of_text(text)});
        return std::string(covered.event(event).cells[0].value.text);
    };
    CHECK(after(reason, "ZZCANARY told me") == pseudonyms.of_text("reason", "ZZCANARY told me"));
    CHECK(after(reason, "no further action") == "no further action");
    CHECK(after(reason, "No Further  Action") == "No Further  Action");  // letter case does not make it a name
    CHECK(after(reason, "abroad") == "abroad");
    CHECK(after(reason, "no further") == pseudonyms.of_text("reason", "no further"));
    CHECK(after(rules::fact_item, "letter to M.") == pseudonyms.of_text("item", "letter to M."));
    CHECK(after(rules::fact_team, "North 2") == pseudonyms.of_text("team", "North 2"));
    CHECK(after(rules::fact_area, "North") == "North");
    CHECK(after(rules::fact_system, "case system") == "case system");
}

TEST_CASE("what is no text stays, and facts of the case are covered as those of events are") {
    const auto pathway = pathway_with_texts();
    const Pseudonyms pseudonyms(key_of_tests());
    CoveredEvents covered(pseudonyms, *pathway);
    Event event;
    event.at = moment("2026-03-02");
    event.cells.push_back({*pathway->words.attribute("choice"), rules::Value::of_option(1)});
    event.case_cells.push_back({rules::fact_team, rules::Value::of_text("A. Lead's team")});
    const Event& after = covered.event(event);
    CHECK(after.at == event.at);
    CHECK(after.cells[0].value.option == 1);
    CHECK(after.case_cells[0].value.text == pseudonyms.of_text("team", "A. Lead's team"));
    CHECK(covered.case_id("W-1") == pseudonyms.of_case("W-1"));
    CHECK(covered.case_id("W-2") == pseudonyms.of_case("W-2"));
    CHECK(covered.case_id("") == pseudonyms.of_case(""));
}

}  // namespace
}  // namespace csapath

// SPDX-License-Identifier: MIT
#include "rules/text/near_name.hpp"

#include <algorithm>
#include <vector>

#include "tests/support/catch.hpp"

using namespace csapath::rules;

namespace {
using Names = std::vector<std::string>;
const Names steps = {"referral", "strategy-discussion", "section-47-enquiry", "medical", "conference-held", "plan"};
}  // namespace

TEST_CASE("a slip of the pen is understood") {
    auto [written, meant] = GENERATE(table<std::string, std::string>({
        {"referal", "referral"},                       // one letter missing
        {"referrall", "referral"},                     // one too many
        {"referrel", "referral"},                      // one changed
        {"refreral", "referral"},                      // two neighbours swapped: one edit
        {"refrerla", "referral"},                      // two swaps
        {"stratgy-discusion", "strategy-discussion"},  // two letters missing
        {"medcial", "medical"},
        {"plam", "plan"},  // one edit in a short word
        {"pla", "plan"},
        {"lpan", "plan"},
    }));
    CAPTURE(written);
    CHECK(near_name(written, steps) == meant);
}

TEST_CASE("letter case and the sign between words cost nothing") {
    auto written = GENERATE(as<std::string>{}, "section-47-enquiry", "Section 47 Enquiry", "section_47_enquiry",
                            "SECTION 47-ENQIRUY", "Section_47 Enquir");
    CAPTURE(written);
    CHECK(near_name(written, steps) == "section-47-enquiry");
}

TEST_CASE("what is too far away is not guessed") {
    auto written = GENERATE(as<std::string>{}, "",
                            "palm",      // of plan: two edits in a word of four letters
                            "place",     // of plan: two edits, and plan has four letters
                            "refl",      // of referral: four edits
                            "reerrlax",  // of referral: three edits
                            "visit", "enquiry", "held");
    CAPTURE(written);
    CHECK_FALSE(near_name(written, steps).has_value());
}

TEST_CASE("a single letter is near nothing, and nothing is near a single letter") {
    CHECK_FALSE(near_name("x", Names{"y", "z", "xy"}).has_value());
    CHECK_FALSE(near_name("xy", Names{"x"}).has_value());
    CHECK(near_name("X", Names{"x"}) == "x");
}

TEST_CASE("words that begin a name, or go on after it, find it") {
    CHECK(near_name("conference", steps) == "conference-held");
    CHECK(near_name("Section 47", steps) == "section-47-enquiry");
    CHECK(near_name("medical examination", steps) == "medical");
    CHECK_FALSE(near_name("confer", steps).has_value());  // no whole word
}

TEST_CASE("fewer words apart is nearer") {
    CHECK(near_name("conference", Names{"conference-held-late", "conference-held"}) == "conference-held");
}

TEST_CASE("a slip is nearer than a missing word") {
    CHECK(near_name("conference", Names{"conference-held", "conferences"}) == "conferences");
    // Two edits against one word: "plan" with two letters more, and "plans-agreed" with its second word missing.
    CHECK(near_name("plans", Names{"plans-agreed", "planets"}) == "planets");
}

TEST_CASE("between two that are equally near nobody chooses") {
    CHECK_FALSE(near_name("conference", Names{"conference-held", "conference-due"}).has_value());
    CHECK_FALSE(near_name("step-c", Names{"step-a", "step-b"}).has_value());
    CHECK(near_name("step-c", Names{"step-a", "step-b", "step-c"}) == "step-c");
    CHECK(near_name("step-c", Names{"step-a", "step-b", "stepc"}) == std::nullopt);  // all one edit away
}

TEST_CASE("two spellings of one name are not two names") {
    CHECK(near_name("referal", Names{"Referral", "referral", "REFERRAL"}) == "Referral");
    CHECK(near_name("police-forse", Names{"police force", "police-force"}) == "police force");
}

TEST_CASE("a letter with an accent is one letter") {
    // "Zoe" has three letters, so only one edit is allowed; the accented letter takes two bytes.
    CHECK(near_name("Zoe", Names{"Zo\xC3\xAB"}) == "Zo\xC3\xAB");
    CHECK(near_name("caf\xC3\xA9", Names{"cafe"}) == "cafe");
}

TEST_CASE("no names, no guess") {
    CHECK_FALSE(near_name("referral", {}).has_value());
    CHECK_FALSE(near_name("referral", Names{""}).has_value());
    CHECK(did_you_mean("referral", {}).empty());
}

TEST_CASE("bytes that are not UTF-8 are letters like others") {
    CHECK(near_name("referr\xFF"
                    "al",
                    steps) == "referral");
    CHECK_FALSE(near_name("\xFF\xFE\xFD", steps).has_value());
}

TEST_CASE("the guess is put as a question at the end of a message") {
    CHECK(did_you_mean("stratgy-discussion", steps) == "; did you mean 'strategy-discussion'?");
    CHECK(did_you_mean("visit", steps).empty());
}

TEST_CASE("distances are those of the textbook definition") {
    // Every pair of words over two letters, up to five letters long, against a plain recursive definition: what it
    // takes to make the rest of one word the rest of the other, two swapped neighbours being one edit.
    struct Textbook {
        static std::size_t edits(std::string_view from, std::string_view to) {
            if (from.empty() || to.empty()) return from.size() + to.size();
            std::size_t least = edits(from.substr(1), to.substr(1)) + (from[0] == to[0] ? 0 : 1);
            least = std::min(least, edits(from.substr(1), to) + 1);
            least = std::min(least, edits(from, to.substr(1)) + 1);
            if (from.size() > 1 && to.size() > 1 && from[0] == to[1] && from[1] == to[0]) {
                least = std::min(least, edits(from.substr(2), to.substr(2)) + 1);
            }
            return least;
        }
    };
    Names words;
    for (std::size_t letters = 1; letters <= 5; ++letters) {
        for (unsigned pattern = 0; pattern < 1u << letters; ++pattern) {
            std::string word;
            for (std::size_t at = 0; at < letters; ++at) word += (pattern >> at & 1) != 0 ? 'b' : 'a';
            words.push_back(word);
        }
    }
    for (const std::string& written : words) {
        for (const std::string& known : words) {
            const std::size_t shorter = std::min(written.size(), known.size());
            const std::size_t allowed = shorter > 4 ? 2 : shorter > 1 ? 1 : 0;
            const bool near = Textbook::edits(written, known) <= allowed;
            if (near_name(written, Names{known}).has_value() != near) FAIL_CHECK(written << " and " << known);
        }
    }
    SUCCEED();
}

// SPDX-License-Identifier: MIT
/// Writes made-up cases for timing: the same bytes for the same numbers, on every machine.
///
///     generate_cases CASES [SEED] > cases.csv
///
/// The events and columns are those of ten_rules.yaml, with two columns more that nothing declares, as real exports
/// have them. Most cases go as they should; one in four has one step late, missing, or without somebody who belongs
/// there. Rows stand by case, then time. Nobody in it is real.
#include <array>
#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

namespace {

using std::chrono::days;
using std::chrono::sys_days;

/// Numbers that look like chance: SplitMix64, so that one number is enough to begin with.
class Chance {
public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    /// From 0 to `below` - 1.
    unsigned number(unsigned below) {
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t mixed = state_;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9u;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBu;
        return static_cast<unsigned>((mixed ^ (mixed >> 31)) % below);
    }
    bool one_in(unsigned many) { return number(many) == 0; }

private:
    std::uint64_t state_;
};

/// What may go wrong in a case.
enum class Fault : std::uint8_t {
    none,
    screening_late,
    discussion_late,
    enquiry_late,
    conference_late,
    health_absent,
    doctor_not_told,
    visits_rare,
    review_late,
    no_step_down,
    child_not_seen
};
constexpr unsigned faults = 10;

/// One case after the other, written row by row.
class Cases {
public:
    explicit Cases(std::uint64_t seed) : chance_(seed) { rows_.reserve(most_held); }

    /// Whether everything reached its file.
    bool finish() {
        flush();
        return !failed_;
    }
    void header() { rows_ += "case,event,at,agency,risk,attended,child_seen,worker,note\n"; }

    void write(unsigned number) {
        case_ = "B" + std::to_string(10'000'000 + number);
        worker_ = "K" + std::to_string(100 + chance_.number(900));
        fault_ = chance_.one_in(4) ? static_cast<Fault>(1 + chance_.number(faults)) : Fault::none;
        day_ = weekday_from(sys_days{std::chrono::year{2022} / 1 / 3} + days{chance_.number(900)});

        constexpr std::array<std::string_view, 4> who_refers = {"education", "police", "health", "public"};
        constexpr std::array<std::string_view, 3> risks = {"red", "amber", "green"};
        row(day_, "referral", who_refers[chance_.number(4)],
            risks[fault_ == Fault::discussion_late ? 0 : chance_.number(3)]);
        later(fault_ == Fault::screening_late ? 4 : 1, "screening_decision");
        if (chance_.one_in(3)) {  // nothing more is needed
            later(3, "step_down_meeting");
            later(1, "closure");
            return;
        }
        enquiry();
        plan();
    }

private:
    static constexpr std::size_t most_held = std::size_t{1} << 20;

    void enquiry() {
        const bool absent = fault_ == Fault::health_absent;
        step(fault_ == Fault::discussion_late ? 6 : 1);
        row(day_, "strategy_discussion", "social_care", "",
            absent ? "police;social_care" : "police;social_care;health");
        later(fault_ == Fault::enquiry_late ? 5 : 1, "s47_start");
        later(2, "assessment_start");
        later(5, "s47_outcome");
        later(fault_ == Fault::conference_late ? 15 : 4, "icpc");
    }

    void plan() {
        const sys_days conference = day_;
        const bool told = fault_ != Fault::doctor_not_told;
        row(weekday_from(conference + days{1}), "plan_shared", told ? "gp" : "education");
        const sys_days review =
            weekday_from(conference + days{fault_ == Fault::review_late ? 110u : 70 + chance_.number(15)});
        const sys_days end = weekday_from(review + days{60 + chance_.number(60)});
        const unsigned visits_apart = fault_ == Fault::visits_rare ? 21 : 10;
        bool reviewed = false, unseen = fault_ == Fault::child_not_seen;
        unsigned visits = 0;
        for (sys_days visit = weekday_from(conference + days{3}); visit < end;
             visit = weekday_from(visit + days{visits_apart})) {
            if (!reviewed && visit >= review) {
                row(review, "review_conference", "social_care");
                reviewed = true;
            }
            row(visit, "visit", "social_care", "", "", unseen && visits == 2 ? "no" : "yes");
            if (++visits % 4 == 0) row(visit, "core_group", "social_care");
        }
        if (!reviewed) row(review, "review_conference", "social_care");
        day_ = end;
        row(day_, "plan_end", "social_care");
        if (fault_ != Fault::no_step_down) later(2, "step_down_meeting");
        later(2, "closure");
    }

    /// Goes on by so many weekdays.
    void step(unsigned weekdays) {
        for (; weekdays > 0; --weekdays) day_ = weekday_from(day_ + days{1});
    }
    void later(unsigned weekdays, std::string_view event) {
        step(weekdays);
        row(day_, event, "social_care");
    }
    static sys_days weekday_from(sys_days day) {
        while (std::chrono::weekday{day}.iso_encoding() > 5) day += days{1};
        return day;
    }

    void row(sys_days day, std::string_view event, std::string_view agency, std::string_view risk = "",
             std::string_view attended = "", std::string_view child_seen = "") {
        // The time of day only ever goes forward: two events of one day keep their order.
        minute_ = day == last_day_ ? minute_ + 1 + chance_.number(40) : 8 * 60 + chance_.number(240);
        last_day_ = day;
        const std::chrono::year_month_day date{day};
        std::array<char, 32> at{};
        std::snprintf(at.data(), at.size(), "%04d-%02u-%02uT%02u:%02u:%02u", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), minute_ / 60,
                      minute_ % 60, chance_.number(60));
        constexpr std::array<std::string_view, 6> notes = {"",     "see file", "by telephone", "\"joint, with police\"",
                                                           "home", "office"};
        for (const std::string_view field : {std::string_view{case_}, event, std::string_view{at.data()}, agency, risk,
                                             attended, child_seen, std::string_view{worker_}})
            rows_.append(field) += ',';
        rows_.append(notes[chance_.number(notes.size())]) += '\n';
        if (rows_.size() > most_held - 1024) flush();
    }
    void flush() {
        if (std::fwrite(rows_.data(), 1, rows_.size(), stdout) != rows_.size()) failed_ = true;
        if (std::fflush(stdout) != 0) failed_ = true;
        rows_.clear();
    }

    Chance chance_;
    std::string rows_, case_, worker_;
    Fault fault_ = Fault::none;
    sys_days day_, last_day_;
    unsigned minute_ = 0;
    bool failed_ = false;
};

bool read_number(const char* text, std::uint64_t& number) {
    const char* const end = text + std::strlen(text);
    const auto [behind, error] = std::from_chars(text, end, number);
    return error == std::errc{} && behind == end;
}

}  // namespace

int main(int count, char** values) {
    std::uint64_t cases = 0, seed = 1;
    const bool understood = (count == 2 || count == 3) && read_number(values[1], cases) && cases <= 80'000'000 &&
                            (count == 2 || read_number(values[2], seed));
    if (!understood) {
        std::fputs("usage: generate_cases CASES [SEED] > cases.csv\n", stderr);
        return 2;
    }
    Cases writer{seed};
    writer.header();
    for (std::uint64_t number = 0; number < cases; ++number) writer.write(static_cast<unsigned>(number));
    return writer.finish() ? 0 : 5;
}

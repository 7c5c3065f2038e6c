// SPDX-License-Identifier: MIT
/// Figures and names as the whole report words them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/report/markup.hpp"
#include "engine/report/report.hpp"

namespace csapath::engine {

/// "1,234".
std::string grouped(std::uint64_t number);
/// "1 case", "1,234 cases": the plural is the noun and an s.
std::string number_of(std::uint64_t number, std::string_view noun);
/// "71%" of `whole`, to the nearest whole number; "over 99%" and "under 1%" where all and none would be untrue; "–"
/// where there is nothing that it could be a share of.
std::string share(std::uint64_t part, std::uint64_t whole);
/// "2.5", "3": one decimal where it is not whole.
std::string decimal(double number);
inline constexpr std::string_view no_figure = "–";

/// "late", with a shape before it that tells verdicts apart without colour. "undetermined" is worded "cannot tell".
Html tag(Verdict verdict);
std::string_view in_report(Verdict verdict);
Html tag(Severity severity);

/// The step under which a rule stands, the one that it leads to, its sentence, and its id: "Referral, then Screening
/// decision: must within 1 working day".
Html rule_name(const Report& report, std::size_t rule);
/// The same in plain words and without the id, for pictures.
std::string rule_words(const Report& report, std::size_t rule);
/// "Screening decision", "Conference or Transfer conference": where an entry of `next` leads; empty for other rules.
std::string where_it_leads(const Report& report, std::size_t rule);
/// Whether the rule has a clock: a limit, a date, or a time between repetitions.
bool has_clock(const Report& report, std::size_t rule);
/// The rule of the pathway that a reported rule is; nullptr for a step that must be passed.
const Rule* rule_of(const Report& report, std::size_t rule);

std::string agency_title(const Report& report, std::optional<rules::AgencyId> agency);  ///< "no agency recorded"
std::string area_title(const Report& report, AreaNumber area);                          ///< "area not recorded"

/// The id of a case, as a way to its page where it is told in full.
Html case_name(const CaseLine& line);
Html case_name(const Report& report, std::string_view case_id);

/// How the report is to be handled: as was said, or as case records are.
std::string_view marking_in_words(const Report& report);

/// With a capital letter, as a sentence begins.
std::string as_sentence(std::string text);

/// Text that is longer than so many characters is cut, with an ellipsis.
std::string shortened(std::string_view text, std::size_t characters);

std::uint64_t times_of(const VerdictCounts& counts, Verdict verdict);
/// Of the times that a rule applied, those of which it is decided whether it was kept: all but pending, excused,
/// undetermined and not visible.
std::uint64_t decided(const VerdictCounts& counts);
void add_to(VerdictCounts& sum, const VerdictCounts& more);

}  // namespace csapath::engine

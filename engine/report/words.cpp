// SPDX-License-Identifier: MIT
#include "engine/report/words.hpp"

#include <algorithm>
#include <cmath>

#include "engine/reporters/paragraph.hpp"
#include "rules/text/character.hpp"

namespace csapath::engine {

namespace typed = rules::typed;

std::string grouped(std::uint64_t number) {
    std::string text = std::to_string(number);
    for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ",");
    return text;
}

std::string number_of(std::uint64_t number, std::string_view noun) {
    return grouped(number) + " " + std::string(noun) + (number == 1 ? "" : "s");
}

std::string share(std::uint64_t part, std::uint64_t whole) {
    if (whole == 0) return std::string(no_figure);
    const std::uint64_t percent = (part * 200 + whole) / (2 * whole);
    if (percent == 0 && part > 0) return "under 1%";
    if (percent == 100 && part < whole) return "over 99%";
    return std::to_string(percent) + "%";
}

std::string decimal(double number) {
    const auto tenths = static_cast<std::int64_t>(std::llround(number * 10));
    std::string text = tenths < 0 ? "-" : "";
    text += std::to_string(std::abs(tenths) / 10);
    if (tenths % 10 != 0) text += "." + std::to_string(std::abs(tenths) % 10);
    return text;
}

namespace {
struct VerdictWords {
    std::string_view name, shape, style;
};
constexpr std::array<VerdictWords, verdicts> verdict_words = {{{"met", "✓", "met"},
                                                               {"late", "▲", "late"},
                                                               {"overdue", "◆", "overdue"},
                                                               {"missed", "✗", "missed"},
                                                               {"failed", "■", "failed"},
                                                               {"not yet due", "○", "other"},
                                                               {"excused", "≈", "other"},
                                                               {"cannot tell", "?", "other"},
                                                               {"not visible", "–", "other"},
                                                               {"does not apply", "·", "other"}}};
const VerdictWords& verdict_words_of(Verdict verdict) {
    return verdict_words[static_cast<std::size_t>(verdict)];
}
}  // namespace

std::string_view in_report(Verdict verdict) {
    return verdict_words_of(verdict).name;
}

Html tag(Verdict verdict) {
    const VerdictWords& words = verdict_words_of(verdict);
    return html("<strong class=\"tag {}\"><span aria-hidden=\"true\">{}</span> {}</strong>", words.style, words.shape,
                words.name);
}

Html tag(Severity severity) {
    return html("<strong class=\"tag severity-{}\">{}</strong>", name(severity), name(severity));
}

std::string where_it_leads(const Report& report, std::size_t rule) {
    const Rule* of = rule_of(report, rule);
    if (of == nullptr || of->edge() == nullptr) return {};
    std::string words;
    for (const rules::StepId to : of->edge()->to)
        words += (words.empty() ? "" : " or ") + report.pathway.steps[to].title;
    return words;
}

Html rule_name(const Report& report, std::size_t rule) {
    const ReportedRule& of = report.rules[rule];
    const std::string to = where_it_leads(report, rule);
    return html("<span class=\"rule\"><b>{}</b>{}: {} <code>{}</code></span>", report.pathway.steps[of.step].title,
                to.empty() ? Html{} : html(", then <b>{}</b>", to), of.text, of.id);
}

std::string rule_words(const Report& report, std::size_t rule) {
    const ReportedRule& of = report.rules[rule];
    const std::string to = where_it_leads(report, rule);
    return report.pathway.steps[of.step].title + (to.empty() ? "" : ", then " + to) + ": " + of.text;
}

Html case_name(const CaseLine& line) {
    return line.file ? html("<a href=\"#case-{}\">{}</a>", *line.file + 1, line.id) : html("{}", line.id);
}

Html case_name(const Report& report, std::string_view case_id) {
    const auto& cases = report.survey.cases;
    const auto line = std::lower_bound(cases.begin(), cases.end(), case_id,
                                       [](const CaseLine& one, std::string_view id) { return one.id < id; });
    return line != cases.end() && line->id == case_id ? case_name(*line) : html("{}", case_id);
}

std::string_view marking_in_words(const Report& report) {
    return report.marking.empty() ? "Holds information about children: keep it as you keep case records"
                                  : std::string_view(report.marking);
}

std::string as_sentence(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

const Rule* rule_of(const Report& report, std::size_t rule) {
    const auto& all = report.pathway.rules;
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Rule& one) { return one.id == report.rules[rule].id; });
    return found == all.end() ? nullptr : &*found;
}

namespace {
bool limited(const typed::Limit& limit) {
    return limit.kind != typed::Limit::Kind::none;
}

struct HasClock {
    bool operator()(const typed::Must& must) const { return limited(must.limit); }
    bool operator()(const typed::May&) const { return false; }
    bool operator()(const typed::Otherwise& otherwise) const { return limited(otherwise.limit); }
    bool operator()(const typed::HappenWithin&) const { return true; }
    bool operator()(const typed::HappenBy&) const { return true; }
    bool operator()(const typed::HappenBefore&) const { return true; }
    bool operator()(const typed::Repeat&) const { return true; }
    bool operator()(const typed::RecordedWithin&) const { return true; }
    bool operator()(const typed::Lead& lead) const { return limited(lead.limit); }
    bool operator()(const typed::Share& share) const { return limited(share.limit); }
    template <typename Other>
    bool operator()(const Other&) const {
        return false;
    }
};
}  // namespace

bool has_clock(const Report& report, std::size_t rule) {
    const Rule* of = rule_of(report, rule);
    if (of == nullptr) return false;
    if (of->edge() != nullptr) return std::visit(HasClock{}, of->edge()->form);
    return std::visit(HasClock{}, *of->sentence());
}

std::string agency_title(const Report& report, std::optional<rules::AgencyId> agency) {
    return agency ? report.pathway.words.agencies()[*agency].title : "no agency recorded";
}

std::string area_title(const Report& report, AreaNumber area) {
    return area == 0 ? "area not recorded" : report.survey.areas[area];
}

std::string shortened(std::string_view text, std::size_t characters) {
    if (width(text) <= characters) return std::string(text);
    std::string kept;
    for (std::size_t taken = 0; taken + 1 < characters; ++taken) {
        const std::size_t bytes = rules::first_character(text).bytes;
        kept += text.substr(0, bytes);
        text.remove_prefix(bytes);
    }
    while (kept.ends_with(' ')) kept.pop_back();
    return kept + "…";
}

std::uint64_t times_of(const VerdictCounts& counts, Verdict verdict) {
    return counts[static_cast<std::size_t>(verdict)];
}

std::uint64_t decided(const VerdictCounts& counts) {
    return times_of(counts, Verdict::met) + broken(counts);
}

void add_to(VerdictCounts& sum, const VerdictCounts& more) {
    for (std::size_t verdict = 0; verdict < sum.size(); ++verdict) sum[verdict] += more[verdict];
}

}  // namespace csapath::engine

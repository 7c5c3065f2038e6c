// SPDX-License-Identifier: MIT
#include "engine/saved/results_from_json.hpp"

#include <limits>
#include <utility>

#include "engine/document/saved.hpp"
#include "engine/saved/saved_finding.hpp"
#include "engine/saved/saved_quality.hpp"

namespace csapath::engine {

namespace {

/// Reads what stands around the findings. A part that is damaged is reported, and reading goes on.
class SavedReader {
public:
    SavedReader(const JsonNode& object, const std::string& name, rules::Diagnostics& diagnostics)
        : whole_(object, name, {}, diagnostics), name_(name), diagnostics_(diagnostics) {
        saved_->pathway = std::make_unique<Pathway>();
        saved_->run.pathway = saved_->pathway.get();
    }

    std::unique_ptr<SavedResults> read() {
        read_head();
        read_pathway();
        read_inputs();
        read_counts();
        read_rules();
        SavedNames names(*saved_);
        read_findings("findings", names, saved_->findings);
        read_findings("listed", names, saved_->listed);
        read_quality(whole_, names, saved_->results);
        read_notes();
        read_baseline();
        return std::move(saved_);
    }

private:
    SavedMembers members(const JsonNode& object, std::string where) const {
        return {object, name_, std::move(where), diagnostics_};
    }
    /// Calls `take` with the members of each object of a list.
    template <class Take>
    void each_of(std::string_view key, Take take) {
        const JsonNode* const list = whole_.list(key);
        if (list == nullptr) return;
        std::size_t number = 0;
        for (const JsonNode& item : list->items) {
            SavedMembers of_item = members(item, std::string(key) + '[' + std::to_string(number++) + ']');
            take(of_item);
        }
    }
    static VerdictCounts verdict_counts(SavedMembers& of) {
        VerdictCounts counts{};
        for (std::size_t verdict = 0; verdict < counts.size(); ++verdict)
            counts.at(verdict) = of.count(engine::name(static_cast<Verdict>(verdict)));
        return counts;
    }

    void read_head() {
        if (const JsonNode* const tool = whole_.object("tool")) {
            SavedMembers of_tool = members(*tool, "tool");
            saved_->run.tool_version = of_tool.text("version");
        }
        saved_->run.as_of = whole_.text_or_null("as_of");
    }

    void read_pathway() {
        Pathway& pathway = *saved_->pathway;
        if (const JsonNode* const written = whole_.object("pathway")) {
            SavedMembers of_pathway = members(*written, "pathway");
            pathway.id = of_pathway.text_or_null("id");
            pathway.version = of_pathway.text_or_null("version");
            if (written->member("title") != nullptr) pathway.title = of_pathway.text("title");
            if (const JsonNode* const layers = of_pathway.list("layers")) {
                for (const JsonNode& layer : layers->items) {
                    SavedMembers of_layer = members(layer, "pathway.layers");
                    const std::string path = of_layer.text("path");
                    pathway.layers.push_back({.path = path, .sha256 = of_layer.text_or_null("sha256")});
                }
            }
        }
        const JsonNode* const calendar = whole_.object("calendar");
        if (calendar == nullptr) return;
        SavedMembers of_calendar = members(*calendar, "calendar");
        Calendar::Parts parts;
        parts.id = of_calendar.text_or_null("id");
        parts.first_year = parts.last_year = 2000;  // only its name is told
        pathway.calendar_sha256 = of_calendar.text_or_null("sha256");
        if (!parts.id.empty()) pathway.calendar = std::make_shared<const Calendar>(std::move(parts));
    }

    void read_inputs() {
        each_of("inputs", [&](SavedMembers& of) {
            InputResult input;
            input.path = of.text("path");
            input.sha256 = of.text_or_null("sha256");
            input.rows = of.count("rows");
            input.used = of.count("used");
            input.filtered = of.count("filtered");
            input.refused = of.count("refused");
            input.rows_are_lines = of.yes_no_or_absent("lines");
            saved_->results.incomplete = saved_->results.incomplete || input.refused > 0;
            saved_->run.inputs.push_back(input.path);
            saved_->run.rows_are_lines.push_back(input.rows_are_lines);
            saved_->results.inputs.push_back(std::move(input));
        });
    }

    void read_counts() {
        Results& results = saved_->results;
        const JsonNode* const counts = whole_.object("counts");
        if (counts == nullptr) return;
        SavedMembers of_counts = members(*counts, "counts");
        results.cases = of_counts.count("cases");
        results.episodes = of_counts.count("episodes");
        results.events = of_counts.count("events");
        if (const JsonNode* const verdicts = of_counts.object("verdicts")) {
            SavedMembers of_verdicts = members(*verdicts, "counts.verdicts");
            results.verdicts = verdict_counts(of_verdicts);
        }
    }

    void read_rules() {
        each_of("rules", [&](SavedMembers& of) {
            ReportedRule rule;
            rule.id = of.text("rule");
            rule.step = saved_step(*saved_->pathway, of.text("step"));
            rule.kind = saved_name<Kind, kinds>(of, "kind");
            rule.basis = saved_name<Basis, 3>(of, "basis");
            rule.unverified = of.yes_no_or_absent("unverified");
            saved_->results.by_rule.push_back(verdict_counts(of));
            saved_->run.rules.push_back(std::move(rule));
        });
        if (saved_->run.rules.size() > std::numeric_limits<std::uint16_t>::max())
            whole_.report("rules", "a list of at most 65,535 rules");
    }

    void read_findings(std::string_view key, SavedNames& names, std::vector<Finding>& into) {
        each_of(key, [&](SavedMembers& of) { into.push_back(names.finding(of)); });
    }

    void read_notes() {
        Results& results = saved_->results;
        each_of("notes", [&](SavedMembers& of) {
            const std::string code = of.text("code");
            const std::uint64_t count = of.count("count");
            results.notes.push_back({code, count, of.text("message")});
        });
        if (const JsonNode* const errors = whole_.list("errors"))
            for (const JsonNode& error : errors->items) {
                if (error.kind != JsonNode::Kind::text) return whole_.report("errors", "a list of texts");
                results.errors.push_back(error.text);
            }
        results.incomplete = results.incomplete || !results.errors.empty() || whole_.yes_no_or_absent("incomplete");
    }

    void read_baseline() {
        const JsonNode* const baseline = whole_.object_or_absent("baseline");
        if (baseline == nullptr) return;
        SavedMembers of = members(*baseline, "baseline");
        SinceBaseline& since = saved_->results.since.emplace();
        since.pathway = of.text("pathway");
        since.version = of.text("version");
        since.as_of = of.text("as_of");
        since.incomplete = of.yes_no_or_absent("incomplete");
        since.fresh = of.count("new");
        since.known = of.count("known");
        since.gone = of.count("gone");
    }

    std::unique_ptr<SavedResults> saved_ = std::make_unique<SavedResults>();
    SavedMembers whole_;
    const std::string& name_;
    rules::Diagnostics& diagnostics_;
};

}  // namespace

std::unique_ptr<SavedResults> results_from_json(const std::string& name, std::string_view text,
                                                rules::Diagnostics& diagnostics) {
    const auto object = saved_object(name, text, "csapath-results", diagnostics);
    if (!object) return nullptr;
    rules::Diagnostics found;
    auto saved = SavedReader(*object, name, found).read();
    const bool good = !found.any_error();
    diagnostics.add(std::move(found));
    if (!good) return nullptr;
    return saved;
}

void show(const SavedResults& saved, Reporter& reporter, Out& out) {
    reporter.begin(saved.run, out);
    auto listed = saved.listed.begin();
    const auto show_listed_before = [&](const Finding* next) {
        for (; listed != saved.listed.end() && (next == nullptr || listed->case_id < next->case_id); ++listed) {
            if (!reporter.wants_listed()) continue;
            reporter.add(*listed, out);
            out.breathe();
        }
    };
    for (const Finding& finding : saved.findings) {
        show_listed_before(&finding);
        reporter.add(finding, out);
        out.breathe();
    }
    show_listed_before(nullptr);
    reporter.end(saved.results, out);
    out.flush();
}

}  // namespace csapath::engine

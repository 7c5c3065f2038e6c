// SPDX-License-Identifier: MIT
#include "engine/reporters/json.hpp"

#include <optional>

#include "engine/findings/append.hpp"
#include "engine/reporters/escape.hpp"
#include "engine/reporters/finding_json.hpp"
#include "engine/reporters/quality_json.hpp"

namespace csapath::engine {

namespace {
constexpr std::string_view next_element = "\n    ";

void append_text_or_null(std::string_view text, std::string& to) {
    if (text.empty()) {
        to += "null";
    } else {
        append_json(text, to);
    }
}

/// A list at the top level, an element a line.
template <class Items, class Append>
void append_lines(const Items& items, std::string& to, Append append) {
    to += '[';
    bool first = true;
    for (const auto& item : items) {
        if (!first) to += ',';
        first = false;
        to += next_element;
        append(item);
    }
    if (!first) to += "\n  ";
    to += ']';
}

void append_verdicts(const VerdictCounts& counts, std::string& to) {
    for (std::size_t verdict = 0; verdict < counts.size(); ++verdict) {
        if (verdict > 0) to += ", ";
        append_json(name(static_cast<Verdict>(verdict)), to);
        to += ": ";
        append_number(counts[verdict], to);
    }
}

/// From the opening brace to `as_of`. Without a definition only its name is known.
void append_head(std::string_view tool_version, std::string_view id, const Pathway* pathway, std::string_view as_of,
                 std::string& to) {
    to += R"({
  "format": "csapath-results/1.0",
  "tool": {"name": "csapath", "version": )";
    append_json(tool_version, to);
    to += R"(},
  "pathway": {"id": )";
    append_text_or_null(id, to);
    to += R"(, "version": )";
    append_text_or_null(pathway ? pathway->version : std::string_view{}, to);
    to += R"(, "sha256": )";
    append_text_or_null(pathway ? definition_sha256(*pathway) : std::string{}, to);
    to += R"(, "layers": [)";
    for (std::size_t layer = 0; pathway && layer < pathway->layers.size(); ++layer) {
        to += layer > 0 ? R"(, {"path": )" : R"({"path": )";
        append_json(pathway->layers[layer].path, to);
        to += R"(, "sha256": )";
        append_text_or_null(pathway->layers[layer].sha256, to);
        to += '}';
    }
    to += ']';
    if (pathway && !pathway->title.empty()) {
        to += R"(, "title": )";
        append_json(pathway->title, to);
    }
    const bool known_calendar = pathway && pathway->calendar;
    to += R"(},
  "calendar": {"id": )";
    append_text_or_null(known_calendar ? pathway->calendar->id() : std::string_view{}, to);
    to += R"(, "sha256": )";
    append_text_or_null(known_calendar ? pathway->calendar_sha256 : std::string_view{}, to);
    to += R"(},
  "as_of": )";
    append_text_or_null(as_of, to);
}

void append_counts(const Results& results, std::string& to) {
    to += R"(,
  "inputs": )";
    append_lines(results.inputs, to, [&](const InputResult& input) {
        to += R"({"path": )";
        append_json(input.path, to);
        to += R"(, "sha256": )";
        append_text_or_null(input.sha256, to);
        to += R"(, "rows": )";
        append_number(input.rows, to);
        to += R"(, "used": )";
        append_number(input.used, to);
        to += R"(, "filtered": )";
        append_number(input.filtered, to);
        to += R"(, "refused": )";
        append_number(input.refused, to);
        to += input.rows_are_lines ? R"(, "lines": true})" : "}";
    });
    to += R"(,
  "counts": {"cases": )";
    append_number(results.cases, to);
    to += R"(, "episodes": )";
    append_number(results.episodes, to);
    to += R"(, "events": )";
    append_number(results.events, to);
    to += R"(, "verdicts": {)";
    append_verdicts(results.verdicts, to);
    to += "}}";
}

/// Where there was a baseline, and nothing where there was none.
void append_baseline(const SinceBaseline& since, std::string& to) {
    to += R"(,
  "baseline": {"pathway": )";
    append_json(since.pathway, to);
    to += R"(, "version": )";
    append_json(since.version, to);
    to += R"(, "as_of": )";
    append_json(since.as_of, to);
    to += since.incomplete ? R"(, "incomplete": true, "new": )" : R"(, "incomplete": false, "new": )";
    append_number(since.fresh, to);
    to += R"(, "known": )";
    append_number(since.known, to);
    to += R"(, "gone": )";
    append_number(since.gone, to);
    to += '}';
}

void append_tail(const Results& results, std::string& to) {
    append_quality(results, to);
    to += R"(,
  "notes": )";
    append_lines(results.notes, to, [&](const Note& note) {
        to += R"({"code": )";
        append_json(note.code, to);
        to += R"(, "count": )";
        append_number(note.count, to);
        to += R"(, "message": )";
        append_json(note.message, to);
        to += '}';
    });
    to += R"(,
  "errors": )";
    append_lines(results.errors, to, [&](const std::string& error) { append_json(error, to); });
    if (results.incomplete) to += ",\n  \"incomplete\": true";
    if (results.since) append_baseline(*results.since, to);
    to += "\n}\n";
}

class JsonReporter final : public Reporter {
public:
    void begin(const RunHeader& run, Out& /*out*/) override {
        *this = JsonReporter();
        json_.emplace(run);
        append_head(run.tool_version, run.pathway->id, run.pathway, run.as_of, head_);
        for (const ReportedRule& rule : run.rules) {
            std::string& start = rules_.emplace_back(R"({"rule": )");
            append_json(rule.id, start);
            start += R"(, "step": )";
            append_json(run.pathway->steps[rule.step].id, start);
            start += R"(, "kind": )";
            append_json(name(rule.kind), start);
            start += R"(, "basis": )";
            append_json(name(rule.basis), start);
            start += rule.unverified ? R"(, "unverified": true, )" : ", ";
        }
    }

    void add(const Finding& finding, Out& /*out*/) override {
        Elements& list = is_finding(finding.verdict) ? findings_ : listed_;
        std::string& piece = list.room();
        if (list.any) piece += ',';
        list.any = true;
        piece += next_element;
        json_->append(finding, piece);
    }

    void end(const Results& results, Out& out) override {
        std::string& to = out.buffer;
        to += head_;
        append_counts(results, to);
        to += R"(,
  "rules": )";
        std::size_t number = 0;
        append_lines(rules_, to, [&](const std::string& start) {
            to += start;
            append_verdicts(number < results.by_rule.size() ? results.by_rule[number] : VerdictCounts{}, to);
            to += '}';
            ++number;
        });
        append_kept("findings", findings_, out);
        append_kept("listed", listed_, out);
        append_tail(results, to);
        out.flush();
    }

private:
    /// The elements of a list as rendered, with the commas between them, in pieces that are never moved again.
    struct Elements {
        static constexpr std::size_t piece_size = 1u << 20;
        std::vector<std::string> pieces;
        bool any = false;

        std::string& room() {
            if (pieces.empty() || pieces.back().size() > piece_size - (piece_size >> 4)) {
                pieces.emplace_back().reserve(piece_size);
            }
            return pieces.back();
        }
    };

    static void append_kept(std::string_view key, const Elements& list, Out& out) {
        out.buffer += ",\n  \"";
        out.buffer += key;
        out.buffer += "\": [";
        for (const std::string& piece : list.pieces) {
            out.buffer += piece;
            out.breathe();
        }
        out.buffer += list.any ? "\n  ]" : "]";
    }

    std::optional<FindingJson> json_;
    std::string head_;
    std::vector<std::string> rules_;  ///< each up to its counts
    Elements findings_, listed_;
};
}  // namespace

std::unique_ptr<Reporter> json_reporter() {
    return std::make_unique<JsonReporter>();
}

std::string failed_json(std::string_view tool_version, std::string_view pathway,
                        const std::vector<std::string>& errors) {
    Results nothing;
    nothing.errors = errors;
    std::string text;
    append_head(tool_version, pathway, nullptr, {}, text);
    append_counts(nothing, text);
    text += R"(,
  "rules": [],
  "findings": [],
  "listed": [])";
    append_tail(nothing, text);
    return text;
}

}  // namespace csapath::engine

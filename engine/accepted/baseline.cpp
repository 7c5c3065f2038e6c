// SPDX-License-Identifier: MIT
#include "engine/accepted/baseline.hpp"

#include <utility>

#include "engine/document/saved.hpp"
#include "engine/reporters/escape.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {

class BaselineWriter final : public Reporter {
public:
    explicit BaselineWriter(std::string key_id) : key_id_(std::move(key_id)) {}

    void begin(const RunHeader& run, Out& out) override {
        ids_.clear();
        std::string& to = out.buffer;
        to += "{\n  \"format\": \"csapath-baseline/1.0\",\n  \"pathway\": {\"id\": ";
        append_json(run.pathway->id, to);
        to += ", \"version\": ";
        append_json(run.pathway->version, to);
        to += ", \"sha256\": ";
        append_json(definition_sha256(*run.pathway), to);
        to += "},\n  \"as_of\": ";
        append_json(run.as_of, to);
        to += ",\n  \"key\": ";
        to += key_id_.empty() ? "null" : json_text(key_id_);
    }

    void add(const Finding& finding, Out& /*out*/) override { ids_.insert(finding.id); }

    /// In order of the ids, which is no order of the cases.
    void end(const Results& results, Out& out) override {
        out.buffer += results.incomplete ? ",\n  \"incomplete\": true" : ",\n  \"incomplete\": false";
        out.buffer += ",\n  \"findings\": [";
        bool first = true;
        for (const std::string& id : ids_) {
            out.buffer += first ? "\n    " : ",\n    ";
            first = false;
            append_json(id, out.buffer);
            out.breathe();
        }
        out.buffer += first ? "]\n}\n" : "\n  ]\n}\n";
        out.flush();
    }
    bool wants_listed() const override { return false; }
    bool wants_known() const override { return true; }

private:
    std::string key_id_;
    std::set<std::string> ids_;
};

}  // namespace

std::optional<Baseline> baseline_from_json(const std::string& name, std::string_view text,
                                           rules::Diagnostics& diagnostics) {
    const auto saved = saved_object(name, text, "csapath-baseline", diagnostics);
    if (!saved) return std::nullopt;
    rules::Diagnostics found;
    SavedMembers members(*saved, name, {}, found);
    Baseline baseline;
    if (const JsonNode* const pathway = members.object("pathway")) {
        SavedMembers of_pathway(*pathway, name, "pathway", found);
        baseline.pathway = of_pathway.text("id");
        baseline.version = of_pathway.text("version");
    }
    baseline.as_of = members.text("as_of");
    baseline.key_id = members.text_or_null("key");
    baseline.incomplete = members.yes_no_or_absent("incomplete");
    if (const JsonNode* const findings = members.list("findings")) {
        bool good = true;
        for (const JsonNode& id : findings->items) {
            good = good && id.kind == JsonNode::Kind::text && id.text.starts_with("f-");
            baseline.findings.insert(id.text);
        }
        if (!good) members.report("findings", "a list of the ids of findings");
    }
    const bool good = !found.any_error();
    diagnostics.add(std::move(found));
    if (!good) return std::nullopt;
    return baseline;
}

void compare_origin(const Baseline& baseline, const std::string& name, const Pathway& pathway,
                    const std::string& key_id, rules::Diagnostics& diagnostics) {
    const auto say = [&](std::string message, std::string help) {
        diagnostics.add({.code = rules::Code::baseline_other,
                         .where = {},
                         .message = std::move(message),
                         .help = std::move(help),
                         .address = rules::printable(name)});
    };
    const auto named = [](const std::string& text) { return '\'' + rules::printable(text) + '\''; };
    if (baseline.pathway != pathway.id) {
        say("the baseline is of the pathway " + named(baseline.pathway) + ", and " + named(pathway.id) + " is judged",
            "findings of rules that are called otherwise will look new");
    } else if (baseline.version != pathway.version) {
        say("the baseline is of version " + named(baseline.version) + " of the pathway, and " + named(pathway.version) +
                " is judged",
            "what is new may come from the new version, and not from the cases");
    }
    if (baseline.key_id != key_id)
        say(baseline.key_id.empty() ? "the baseline was made without pseudonyms, so nothing of it can be found again"
            : key_id.empty()        ? "the baseline was made with pseudonyms, so nothing of it can be found again"
                                    : "the baseline was made with another key, so nothing of it can be found again",
            key_id.empty() ? "judge with --pseudonymise and the key " + rules::printable(baseline.key_id)
                           : "make a new one with --write-baseline");
    if (baseline.incomplete)
        say("the baseline was made of an INCOMPLETE run",
            "what that run could not read may look new; make a new baseline with --write-baseline");
}

std::unique_ptr<Reporter> baseline_writer(std::string key_id) {
    return std::make_unique<BaselineWriter>(std::move(key_id));
}

bool Newness::is_new(const std::string& id) {
    const auto known = baseline_.findings.find(id);
    if (known == baseline_.findings.end()) {
        ++fresh_;
        return true;
    }
    ++known_;
    made_again_.insert(*known);
    return false;
}

SinceBaseline Newness::counted() const {
    return {.pathway = baseline_.pathway,
            .version = baseline_.version,
            .as_of = baseline_.as_of,
            .incomplete = baseline_.incomplete,
            .fresh = fresh_,
            .known = known_,
            .gone = baseline_.findings.size() - made_again_.size()};
}

}  // namespace csapath::engine

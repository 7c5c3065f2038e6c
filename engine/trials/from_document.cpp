// SPDX-License-Identifier: MIT
#include "engine/trials/from_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/document/characters.hpp"
#include "engine/document/fields.hpp"
#include "engine/trials/events.hpp"
#include "engine/trials/expectations.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

class TrialReader {
public:
    TrialReader(const Plan& plan, rules::Diagnostics& diagnostics)
        : plan_(plan), diagnostics_(diagnostics), expectations_(plan, diagnostics) {}

    Trials read(const Node& document) {
        Trials trials;
        Fields file(document, "a file of cases", diagnostics_);
        file.require("cases-of");
        if (const Node* of = file.scalar("cases-of"); of && of->text() != plan_.pathway->id)
            add(Code::trial_pathway, of->where,
                fmt::format("the definition beside this file is the pathway '{}', not '{}'", plan_.pathway->id,
                            shown(of->text())));
        as_of_given_ = file.any("as-of") != nullptr;
        if (const Node* as_of = file.scalar("as-of")) as_of_ = moment(*as_of);
        file.require("cases");
        const Node* cases = file.list("cases");
        file.done();
        if (!cases) return trials;
        if (cases->items.empty()) add(Code::trial_cannot_fail, cases->where, "a file of cases without a case");
        for (const Node& one : cases->items) trials.push_back(trial(one));
        return trials;
    }

private:
    void add(Code code, const rules::Span& where, std::string message, std::string help = {}) {
        diagnostics_.add({.code = code, .where = where, .message = std::move(message), .help = std::move(help)});
    }
    std::optional<rules::Moment> moment(const Node& value) {
        return read_moment(value, "as-of", *plan_.pathway->zone, diagnostics_);
    }

    Trial trial(const Node& node) {
        Trial trial;
        Fields fields(node, "a case", diagnostics_);
        fields.require("name");
        trial.where = node.where;
        if (const auto name = fields.text("name")) {
            trial.name = *name;
            trial.where = node.find("name")->where;
            const auto [first, is_new] = names_.emplace(*name, trial.where);
            if (!is_new)
                diagnostics_.add({.code = Code::trial_name_twice,
                                  .where = trial.where,
                                  .message = fmt::format("there is a case '{}' already", shown(*name)),
                                  .also = {{first->second, "the first of that name"}}});
        }
        for (const Node* row : fields.scalars("audit")) trial.audit.push_back(row->text());
        trial.about = expectations_.about(fields.scalars("about"));
        fields.text("why");
        read_as_of(fields, trial);
        const Node* facts = fields.map("facts");
        fields.require("events");
        const Node* events = fields.scalar("events");
        if (events) trial.events = plain_events(*events, facts, plan_, diagnostics_).value_or("");
        for (const Node* name : fields.scalars("cannot-show")) cannot_show(*name, trial);
        hold_against_events(fields.scalars("cannot-show"), trial);
        if (const Node* expect = fields.map("expect")) trial.expectations = expectations_.expectations(*expect);
        if (const Node* findings = fields.any("findings")) {
            trial.findings_where = findings->where;
            trial.findings = expectations_.findings(*findings);
        }
        fields.done();
        if (node.is_map() && trial.expectations.empty() && !trial.findings)
            add(Code::trial_cannot_fail, trial.where, "this case expects nothing, so it cannot fail",
                "say what must come of a rule under 'expect', or which rules have 'findings'");
        return trial;
    }

    void read_as_of(Fields& fields, Trial& trial) {
        const Node* own = fields.scalar("as-of");
        const auto as_of = own ? moment(*own) : as_of_;
        if (as_of) trial.as_of = *as_of;
        if (!fields.any("as-of") && !as_of_given_ && fields.is_map())
            add(Code::field_missing, trial.where, "a case needs the key 'as-of', here or for the whole file");
    }

    void cannot_show(const Node& name, Trial& trial) {
        const std::string& text = name.text();
        trial.cannot_show.push_back(text);
        const auto of_case =
            text.starts_with("case.") ? plan_.schema.words->attribute_of_case(text.substr(5)) : std::nullopt;
        if (plan_.schema.event_type(text) || plan_.schema.attribute_known(text) || of_case) return;
        std::vector<std::string> known = plan_.schema.event_types;
        for (const rules::Fact& fact : plan_.schema.words->facts())
            known.push_back((fact.of_case ? "case." : "") + fact.name);
        add(Code::trial_event_unknown, name.where,
            fmt::format("the pathway has no event or attribute '{}'{}", shown(text), rules::did_you_mean(text, known)));
    }

    /// What cannot be shown does not stand in the events.
    void hold_against_events(const std::vector<const Node*>& names, Trial trial) {
        if (trial.events.empty()) return;
        trial.cannot_show.clear();
        Timeline timeline;
        const Coverage shown = read_events(trial, plan_, timeline);
        for (const Node* name : names) {
            Coverage without = shown;
            leave_unshown(name->text(), plan_, without);
            const auto type = plan_.schema.event_type(name->text());
            const bool happens = type && std::ranges::any_of(timeline.entries(), [&](const Timeline::Entry& entry) {
                                     return entry.type == *type;
                                 });
            if (happens || without.facts != shown.facts || without.case_facts != shown.case_facts)
                add(Code::trial_contradiction, name->where,
                    fmt::format("'{}' cannot be shown, and yet stands in this case", name->text()));
        }
    }

    const Plan& plan_;
    rules::Diagnostics& diagnostics_;
    ExpectationReader expectations_;
    bool as_of_given_ = false;
    std::optional<rules::Moment> as_of_;
    std::map<std::string, rules::Span> names_;
};

}  // namespace

std::optional<Trials> trials_from_document(const Node& document, const Plan& plan, rules::Diagnostics& diagnostics) {
    rules::Diagnostics found;
    Trials trials = TrialReader(plan, found).read(document);
    const bool sound = !found.any_error();
    diagnostics.add(std::move(found));
    return sound ? std::optional(std::move(trials)) : std::nullopt;
}

}  // namespace csapath::engine

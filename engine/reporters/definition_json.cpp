// SPDX-License-Identifier: MIT
#include "engine/reporters/definition_json.hpp"

#include <fmt/format.h>

#include "engine/findings/results.hpp"
#include "engine/reporters/json_writer.hpp"
#include "engine/reporters/sentence_json.hpp"
#include "rules/language/parse.hpp"
#include "rules/language/print.hpp"

namespace csapath::engine {

namespace {

class DefinitionWriter {
public:
    DefinitionWriter(const Pathway& pathway, std::string& to) : pathway_{pathway}, json_{to} {}

    void write() {
        json_.open('{');
        json_.key("format").text("csapath-definition/1.0");
        json_.key("id").text(pathway_.id);
        json_.key("title").text(pathway_.title);
        json_.key("version").text(pathway_.version);
        json_.key("sha256").text_or_null(definition_sha256(pathway_));
        list("layers", pathway_.layers, [&](const Pathway::Layer& layer) {
            json_.key("path").text(layer.path);
            json_.key("sha256").text_or_null(layer.sha256);
        });
        in_force(pathway_.in_force);
        json_.key("time_zone").text_or_null(pathway_.zone ? pathway_.zone->name() : std::string{});
        calendar();
        list("sources", pathway_.citations, [&](const Citation& source) {
            json_.key("id").text(source.id);
            json_.key("title").text(source.title);
            json_.key("basis").text(name(source.basis));
            json_.key("url").text_or_null(source.url);
            at(source.where);
        });
        agencies();
        facts();
        json_.key("event_types").texts(pathway_.event_types);
        json_.key("sharing").texts(names_of(pathway_.sharing_events));
        steps();
        list("rules", pathway_.rules, [&](const Rule& each) { rule(each); });
        grading();
        list("gone", pathway_.gone, [&](const Pathway::Gone& gone) {
            json_.key("rule").text(gone.id);
            json_.key("reason").text(gone.reason);
            at(gone.where);
        });
        list("departed", pathway_.departed, [&](const Pathway::Departed& departed) {
            json_.key("rule").text(departed.rule);
            json_.key("reason").text(departed.departure.reason);
            json_.key("until").text(rules::iso(departed.departure.until));
            json_.key("how").text(departed.how);
            json_.key("statutory_at").text(rules::address(departed.statutory));
            at(departed.departure.where);
        });
        json_.key("places").open('{');
        if (pathway_.document) places(*pathway_.document, "");
        json_.close();
        json_.close();
    }

private:
    /// A list of objects, each on a line of its own.
    template <class Items, class Write>
    void list(std::string_view key, const Items& items, Write write) {
        json_.key(key).open('[');
        for (const auto& item : items) {
            json_.open('{', true);
            write(item);
            json_.close();
        }
        json_.close();
    }

    void at(const rules::Span& where) { json_.key("at").text_or_null(rules::address(where)); }

    void date(std::string_view key, const std::optional<rules::Date>& day) {
        json_.key(key).text_or_null(day ? rules::iso(*day) : std::string{});
    }
    void in_force(const InForce& dates) {
        json_.key("in_force").open('{', true);
        date("from", dates.from);
        date("until", dates.until);
        json_.close();
    }

    /// A calendar with all that it took from others.
    void calendar() {
        json_.key("calendar");
        if (!pathway_.calendar) return json_.null();
        const Calendar& calendar = *pathway_.calendar;
        json_.open('{');
        json_.key("id").text(calendar.id());
        json_.key("title").text(calendar.title());
        json_.key("sha256").text_or_null(pathway_.calendar_sha256);
        json_.key("from").text(rules::iso(calendar.horizon_begin()));
        json_.key("until").text(rules::iso(calendar.horizon_end()));
        json_.key("count").text(calendar.first_day() == FirstDay::included ? "inclusive" : "exclusive");
        const auto cut_off = calendar.cut_off();
        const std::int64_t minutes = cut_off.value_or(0) / (60 * rules::second);
        json_.key("cut_off").text_or_null(cut_off ? fmt::format("{:02}:{:02}", minutes / 60, minutes % 60)
                                                  : std::string{});
        list("holidays", calendar.holidays(), [&](const Calendar::Holiday& holiday) {
            json_.key("day").text(rules::iso(holiday.day));
            json_.key("title").text(holiday.title);
        });
        json_.close();
    }

    void grading() {
        json_.key("grading");
        if (!pathway_.grading) return json_.null();
        json_.open('{');
        json_.key("decided").number(pathway_.grading->decided);
        json_.key("share").number(pathway_.grading->share);
        list("grades", pathway_.grading->grades, [&](const Grading::Grade& grade) {
            json_.key("id").text(grade.id);
            json_.key("title").text(grade.title);
            for (const Severity severity : {Severity::high, Severity::medium, Severity::low}) {
                const auto& most = grade.at_most[static_cast<std::size_t>(severity)];
                json_.key(name(severity));
                most ? json_.number(*most) : json_.null();
            }
            at(grade.where);
        });
        std::vector<std::string> not_graded;
        not_graded.reserve(pathway_.grading->not_graded.size());
        for (const rules::AgencyId agency : pathway_.grading->not_graded)
            not_graded.push_back(pathway_.words.agencies()[agency].id);
        json_.key("not_graded").texts(not_graded);
        json_.close();
    }

    void agencies() {
        const auto& agencies = pathway_.words.agencies();
        list("agencies", agencies, [&](const rules::AgencyName& agency) {
            json_.key("id").text(agency.id);
            json_.key("title").text(agency.title);
            json_.key("aliases").texts(agency.aliases);
            json_.key("part_of").text_or_null(agency.part_of ? agencies[*agency.part_of].id : std::string{});
        });
    }

    void facts() {
        list("facts", pathway_.words.facts(), [&](const rules::Fact& fact) {
            json_.key("name").text(fact.name);
            json_.key("of_step").text_or_null(fact.step ? pathway_.words.steps()[*fact.step] : std::string{});
            json_.key("of_case").yes_no(fact.of_case);
            json_.key("built_in").yes_no(fact.built_in);
            json_.key("type").text(rules::name(fact.type.kind));
            json_.key("values").texts(fact.type.values);
            json_.key("title").text_or_null(fact.title);
        });
    }

    std::vector<std::string> names_of(const std::vector<EventTypeId>& events) const {
        std::vector<std::string> names;
        names.reserve(events.size());
        for (const EventTypeId event : events) names.push_back(pathway_.event_types[event]);
        return names;
    }

    void steps() {
        list("steps", pathway_.steps, [&](const Step& step) {
            json_.key("id").text(step.id);
            json_.key("title").text(step.title);
            json_.key("stage").text_or_null(step.stage);
            json_.key("track").text(step.track);
            json_.key("events").texts(names_of(step.events));
            json_.key("where");
            condition(step);
            json_.key("working_days_only").yes_no(step.working_days_only);
            json_.key("starts").yes_no(step.starts);
            json_.key("ends").yes_no(step.ends);
            json_.key("by").text_or_null(step.by ? pathway_.words.agencies()[*step.by].id : std::string{});
            at(step.span);
        });
    }
    void condition(const Step& step) {
        rules::Diagnostics unsaid;
        const auto parsed = step.where ? rules::parse_condition(step.where_text, unsaid) : std::nullopt;
        if (!parsed) return json_.null();
        json_.open('{', true);
        json_.key("text").text(rules::printed(*parsed));
        json_.key("tree");
        write_tree(*parsed, json_);
        at(step.where_text.where);
        json_.close();
    }

    void rule(const Rule& rule) {
        json_.key("id").text(rule.id);
        json_.key("step").text(pathway_.words.steps()[rule.step]);
        std::vector<std::string> to, sources;
        if (rule.edge())
            for (const rules::StepId step : rule.edge()->to) to.push_back(pathway_.words.steps()[step]);
        for (const std::uint16_t source : rule.sources) sources.push_back(pathway_.citations[source].id);
        json_.key("edge").yes_no(rule.edge() != nullptr);
        json_.key("to").texts(to);
        json_.key("basis").text(name(rule.basis));
        json_.key("severity").text(name(rule.severity));
        json_.key("sources").texts(sources);
        json_.key("why").text_or_null(rule.why);
        in_force(rule.in_force);
        json_.key("unverified").yes_no(rule.unverified);
        at(rule.text.where);
        sentence(rule);
    }
    /// What was read once reads again.
    void sentence(const Rule& rule) {
        rules::Diagnostics unsaid;
        if (rule.edge())
            text_and_tree(rules::parse_edge(rule.text, unsaid));
        else
            text_and_tree(rules::parse_sentence(rule.text, unsaid));
    }
    template <class Parsed>
    void text_and_tree(const std::optional<Parsed>& parsed) {
        json_.key("text").text(rules::printed(parsed.value()));
        json_.key("tree");
        write_tree(*parsed, json_);
    }

    /// Of each value its place, by the keys that lead to it: "/steps/referral/title".
    void places(const Node& node, const std::string& path) {
        for (const Node::Entry& entry : node.entries) places(entry.value, path + '/' + escaped(entry.key.text));
        std::size_t number = 0;
        for (const Node& item : node.items) places(item, fmt::format("{}/{}", path, number++));
        if (node.entries.empty() && node.items.empty()) json_.key(path).text(rules::address(node.where));
    }
    /// As in a JSON pointer.
    static std::string escaped(std::string_view key) {
        std::string text;
        for (const char c : key) text += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
        return text;
    }

    const Pathway& pathway_;
    JsonWriter json_;
};

}  // namespace

void append_definition_json(const Pathway& pathway, std::string& to) {
    DefinitionWriter{pathway, to}.write();
    to += '\n';
}

}  // namespace csapath::engine

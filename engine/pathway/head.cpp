// SPDX-License-Identifier: MIT
/// The head of a definition: what it is called, when it is in force, where its days are counted, what it rests on.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/pathway/ids.hpp"
#include "engine/pathway/sections.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::Code;

InForce read_in_force(Fields& owner, rules::Diagnostics& diagnostics) {
    const Node* written = owner.map("in-force");
    if (!written) return {};
    Fields dates{*written, "in-force", diagnostics};
    const InForce in_force{.from = dates.date("from"), .until = dates.date("until")};
    dates.done();
    if (in_force.from && in_force.until && *in_force.until < *in_force.from) {
        diagnostics.add({.code = Code::pathway_dates,
                         .where = written->where,
                         .message = fmt::format("in force from {} until {}: the first comes after the last",
                                                rules::iso(*in_force.from), rules::iso(*in_force.until))});
    }
    return in_force;
}

std::optional<Basis> read_basis(Fields& owner) {
    static const std::array<std::string, 3> names{"practice", "procedure", "statutory"};
    const auto index = owner.one_of("basis", names);
    return index ? std::optional{static_cast<Basis>(*index)} : std::nullopt;
}

std::optional<Departure> read_departure(Fields& owner, rules::Diagnostics& diagnostics) {
    const Node* const written = owner.map(departs_key);
    if (!written) return std::nullopt;
    Fields fields{*written, "a departure", diagnostics};
    fields.require("reason");
    fields.require("until");
    auto reason = fields.text("reason");
    const auto until = fields.date("until");
    fields.done();
    if (!reason || !until) return std::nullopt;
    return Departure{.reason = std::move(*reason), .until = *until, .where = written->where};
}

namespace {

std::optional<Zone> read_zone(Fields& definition, rules::Diagnostics& diagnostics) {
    definition.require("time-zone");
    const auto name = definition.text("time-zone");
    if (!name) return std::nullopt;
    auto zone = Zone::named(*name);
    if (!zone) {
        const auto names = Zone::names();
        diagnostics.add(
            {.code = Code::pathway_zone_unknown,
             .where = definition.any("time-zone")->where,
             .message = names.empty()
                            ? std::string{"this machine has no time-zone database to look the zone up in"}
                            : fmt::format("there is no time zone '{}'{}", *name, rules::did_you_mean(*name, names)),
             .help = "write the name of the time-zone database, such as Europe/London"});
    }
    return zone;
}

}  // namespace

void read_head(Fields& definition, const FindCalendar& find_calendar, Draft& draft) {
    Pathway& pathway = draft.pathway;
    definition.require("pathway");
    if (auto id = definition.text("pathway")) {
        usable_id(*id, definition.any("pathway")->where, "a pathway", Keywords::free, draft.diagnostics);
        pathway.id = std::move(*id);
    }
    pathway.title = definition.text("title").value_or(std::string{});
    if (pathway.title.empty()) pathway.title = pathway.id;
    definition.require("version");
    pathway.version = definition.text("version").value_or(std::string{});
    pathway.in_force = read_in_force(definition, draft.diagnostics);
    pathway.zone = read_zone(definition, draft.diagnostics);

    definition.require("calendar");
    if (const auto name = definition.text("calendar")) {
        const rules::Span& where = definition.any("calendar")->where;
        if (usable_id(*name, where, "a calendar", Keywords::free, draft.diagnostics)) {
            auto found = find_calendar(*name, where, draft.diagnostics);
            pathway.calendar = std::move(found.calendar);
            pathway.calendar_sha256 = std::move(found.sha256);
        }
    }
}

void read_sources(const Node& sources, Draft& draft) {
    std::vector<Named> names;
    for (const auto& [id, value] : sources.entries) {
        usable_id(id.text, id.where, "a source", Keywords::free, draft.diagnostics);
        names.push_back({id.text, id.where});

        Citation citation{.id = id.text, .where = id.where};
        Fields source{value, fmt::format("the source '{}'", id.text), draft.diagnostics};
        source.require("title");
        source.require("basis");
        citation.title = source.text("title").value_or(std::string{});
        citation.basis = read_basis(source).value_or(Basis::practice);
        citation.url = source.text("url").value_or(std::string{});
        source.done();
        draft.pathway.citations.push_back(std::move(citation));
    }
    warn_of_near_names(names, "the source", draft.diagnostics);
}

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
/// `agencies:`: who takes part, under which names, and which of them are members of a group.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/pathway/ids.hpp"
#include "engine/pathway/sections.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

using rules::AgencyId;
using rules::Code;

namespace {

/// Every name that an agency has been given, so that no name stands for two.
class NamesGiven {
public:
    explicit NamesGiven(rules::Diagnostics& diagnostics) : diagnostics_{diagnostics} {}

    void add(std::string_view name, const rules::Span& where, const std::string& agency) {
        const std::string folded = rules::folded_agency(name);
        if (folded.empty()) {
            diagnostics_.add({.code = Code::field_value,
                              .where = where,
                              .message = fmt::format("a blank name for the agency '{}'", agency)});
            return;
        }
        if (folded == "none") {
            diagnostics_.add({.code = Code::pathway_alias_twice,
                              .where = where,
                              .message = "'none' stands for nobody in lists of agencies and cannot name one"});
            return;
        }
        if (name.find(';') != std::string_view::npos) {
            diagnostics_.add({.code = Code::field_value,
                              .where = where,
                              .message = fmt::format("'{}' holds a semicolon, which separates the names of a list in "
                                                     "data files",
                                                     name)});
            return;
        }
        const auto [first, is_new] = given_.emplace(folded, Given{agency, where});
        if (is_new || first->second.agency == agency) return;
        diagnostics_.add({.code = Code::pathway_alias_twice,
                          .where = where,
                          .message = fmt::format("'{}' names the agency '{}' and also the agency '{}'", name,
                                                 first->second.agency, agency),
                          .help = "letter case, spaces, - and _ do not tell two names apart",
                          .also = {{first->second.where, "the first is here"}}});
    }

private:
    struct Given {
        std::string agency;
        rules::Span where;
    };
    rules::Diagnostics& diagnostics_;
    std::map<std::string, Given> given_;
};

/// An agency, and where it says which group it belongs to.
struct Membership {
    AgencyId member;
    const Node* group;
};

void join_groups(const std::vector<Membership>& memberships, Draft& draft) {
    rules::Vocabulary& words = draft.pathway.words;
    for (const auto& [member, written] : memberships) {
        if (const auto group = words.agency(written->text())) {
            words.set_part_of(member, *group);
            continue;
        }
        draft.diagnostics.add({.code = Code::pathway_agency_unknown,
                               .where = written->where,
                               .message = fmt::format("there is no agency '{}'{}", written->text(),
                                                      rules::did_you_mean(written->text(), words.agency_names()))});
    }
}

/// Each circle of groups is told once, from the first of its members in the file.
void refuse_circles(const std::vector<Membership>& memberships, Draft& draft) {
    const auto& agencies = draft.pathway.words.agencies();
    for (const auto& [member, written] : memberships) {
        std::vector<AgencyId> circle{member};
        std::optional<AgencyId> above = agencies[member].part_of;
        while (above && *above > member && circle.size() <= agencies.size()) {
            circle.push_back(*above);
            above = agencies[*above].part_of;
        }
        if (above != member) continue;
        std::string told = fmt::format("'{}'", agencies[member].id);
        for (std::size_t next = 1; next <= circle.size(); ++next) {
            told += fmt::format(" is part of '{}'", agencies[circle[next % circle.size()]].id);
            if (next < circle.size()) told += ", which";
        }
        draft.diagnostics.add({.code = Code::pathway_agency_circle, .where = written->where, .message = told});
    }
}

}  // namespace

void read_agencies(const Node& agencies, Draft& draft) {
    NamesGiven names{draft.diagnostics};
    std::vector<Membership> memberships;
    for (const auto& [id, value] : agencies.entries) {
        usable_id(id.text, id.where, "an agency", Keywords::sentence, draft.diagnostics);
        names.add(id.text, id.where, id.text);

        Fields agency{value, fmt::format("the agency '{}'", id.text), draft.diagnostics};
        std::string title = agency.text("title").value_or(std::string{});
        if (title.empty())
            title = spelled_out(id.text);
        else
            names.add(title, agency.any("title")->where, id.text);
        std::vector<std::string> aliases;
        for (const Node* alias : agency.scalars("aliases")) {
            names.add(alias->text(), alias->where, id.text);
            aliases.push_back(alias->text());
        }
        const Node* group = agency.scalar("part-of");
        agency.done();

        if (draft.pathway.words.agencies().size() == rules::Options::most) {
            draft.diagnostics.add(
                {.code = Code::field_value,
                 .where = id.where,
                 .message = fmt::format("a definition has at most {} agencies", rules::Options::most)});
            break;
        }
        const AgencyId number = draft.pathway.words.add_agency(
            {.id = id.text, .title = title, .aliases = std::move(aliases), .part_of = {}});
        if (group) memberships.push_back({number, group});
    }
    join_groups(memberships, draft);
    refuse_circles(memberships, draft);
}

}  // namespace csapath::engine

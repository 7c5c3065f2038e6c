// SPDX-License-Identifier: MIT
#include <algorithm>

#include "rules/language/checker.hpp"
#include "rules/language/expected_words.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::rules {

namespace {

/// For a name that is near to none: what there is, if it is not too much to read.
std::string all_of_them(std::string_view what, const std::vector<std::string>& names) {
    constexpr std::size_t most = 240;
    std::string text{what};
    for (const std::string& name : names) text += (&name == &names.front() ? " " : ", ") + name;
    return names.empty() || text.size() > most ? std::string{} : text;
}

bool is_date(const Type& type) {
    return type.kind == Type::Kind::date || type.kind == Type::Kind::instant;
}

}  // namespace

void Checker::error(Code code, const Span& where, std::string message, std::string help) {
    diagnostics_.add({code, where, std::move(message), {}, std::move(help), {}, {}});
}

// ------------------------------------------------------------------------------------------ steps and agencies

bool Checker::asks_about_itself(StepId step, const Span& where) {
    if (scope_ != Scope::step_where || step != step_) return false;
    error(Code::rule_circular, where,
          "whether an event is an occurrence of " + quoted(words_.steps()[step]) + " cannot depend on its occurrences");
    return true;
}

std::optional<StepId> Checker::step(const ast::Name& name) {
    if (const auto found = words_.step(name.text)) {
        if (asks_about_itself(*found, name.where)) return std::nullopt;
        return found;
    }
    const std::string meant = did_you_mean(name.text, words_.steps());
    error(Code::rule_unknown_name, name.where, "there is no step " + quoted(name.text) + meant,
          meant.empty() ? all_of_them("steps:", words_.steps()) : "");
    return std::nullopt;
}

std::optional<typed::Steps> Checker::steps(const ast::Names& names) {
    typed::Steps found;
    bool right = true;
    for (const ast::Name& name : names) {
        const auto one = step(name);
        if (one && std::find(found.begin(), found.end(), *one) != found.end()) {
            error(Code::rule_repeated_name, name.where, "step " + quoted(name.text) + " stands twice");
            right = false;
        }
        right = right && one;
        if (one) found.push_back(*one);
    }
    if (!right) return std::nullopt;
    std::sort(found.begin(), found.end());
    return found;
}

std::optional<std::pair<StepId, StepId>> Checker::two_steps(const ast::Name& from, const ast::Name& to) {
    const auto begin = step(from), end = step(to);
    if (!begin || !end) return std::nullopt;
    if (begin == end) {
        error(Code::rule_repeated_name, to.where, "step " + quoted(to.text) + " stands twice");
        return std::nullopt;
    }
    return std::pair{*begin, *end};
}

std::optional<AgencyId> Checker::agency(const ast::Name& name) {
    if (const auto found = words_.agency(name.text)) return found;
    const std::string meant = did_you_mean(name.text, words_.agency_names());
    std::vector<std::string> ids;
    for (const AgencyName& each : words_.agencies()) ids.push_back(each.id);
    error(Code::rule_unknown_name, name.where, "there is no agency " + quoted(name.text) + meant,
          meant.empty() ? all_of_them("agencies:", ids) : "");
    return std::nullopt;
}

std::optional<std::vector<AgencyId>> Checker::agencies(const ast::Names& names) {
    std::vector<AgencyId> found;
    bool right = true;
    for (const ast::Name& name : names) {
        const auto one = agency(name);
        if (one && std::find(found.begin(), found.end(), *one) != found.end()) {
            error(Code::rule_repeated_name, name.where,
                  "agency " + quoted(words_.agencies()[*one].id) + " stands twice");
            right = false;
        }
        right = right && one;
        if (one) found.push_back(*one);
    }
    return right ? std::optional{std::move(found)} : std::nullopt;
}

// -------------------------------------------------------------------------------------------------------- paths

std::optional<FactId> Checker::declared_for(StepId step, std::string_view name) const {
    const auto fact = words_.attribute_of_step(step, name);
    return fact && words_.facts()[*fact].step ? fact : std::nullopt;
}

void Checker::unknown_attribute(const ast::Name& name, const Span& where) {
    const std::string what = "there is no attribute " + quoted(name.text);
    std::vector<std::string> owners;
    for (const Fact& fact : words_.facts()) {
        if (fact.step && fact.name == name.text) owners.push_back(quoted(words_.steps()[*fact.step] + "." + fact.name));
    }
    if (!owners.empty()) {
        error(Code::rule_unknown_name, where, what + " of the event that this rule is about; write " + one_of(owners));
        return;
    }
    if (words_.step(name.text)) {
        error(Code::rule_unknown_name, where, what + "; it is a step",
              "write '" + name.text + " happened', or " + name.text + ".attribute");
        return;
    }
    if (name.text.starts_with("not") && words_.attribute(std::string_view{name.text}.substr(3))) {
        error(Code::rule_unknown_name, where, what + "; did you mean 'not " + name.text.substr(3) + "'?");
        return;
    }
    const auto known = words_.attribute_names();
    const std::string meant = did_you_mean(name.text, known);
    error(Code::rule_unknown_name, where, what + meant, meant.empty() ? all_of_them("attributes:", known) : "");
}

std::optional<typed::Path> Checker::bare(const ast::Name& name, const Span& where) {
    using From = typed::Path::From;
    const auto plain = words_.attribute(name.text);
    if (activating_.empty()) {  // nobody knows which step's event this is read from
        if (plain) return typed::Path{From::event, 0, *plain, where};
        for (std::size_t each = 0; each < words_.steps().size(); ++each) {
            if (const auto fact = declared_for(static_cast<StepId>(each), name.text))
                return typed::Path{From::activation, 0, *fact, where};
        }
        unknown_attribute(name, where);
        return std::nullopt;
    }

    const auto meant_by = [&](StepId each) {
        const auto declared = declared_for(each, name.text);
        return declared ? declared : plain;
    };
    const auto fact = meant_by(activating_.front());
    const bool agree =
        std::all_of(activating_.begin(), activating_.end(), [&](StepId each) { return meant_by(each) == fact; });
    if (!agree) {
        std::vector<std::string> owners;
        for (const StepId each : activating_) {
            if (declared_for(each, name.text)) owners.push_back(words_.steps()[each] + "." + name.text);
        }
        error(Code::rule_ambiguous, where,
              quoted(name.text) + " is not the same attribute for each of the steps that this rule begins with",
              "write: " + one_of(owners));
        return std::nullopt;
    }
    if (!fact) {
        unknown_attribute(name, where);
        return std::nullopt;
    }
    const Fact& found = words_.facts()[*fact];
    const bool own = found.step || scope_ != Scope::rule;
    return typed::Path{found.of_case ? From::the_case : own ? From::activation : From::event, 0, *fact, where};
}

std::optional<typed::Path> Checker::of_case(const ast::Path& path) {
    const std::string& name = path.attribute.text;
    if (const auto fact = words_.attribute_of_case(name))
        return typed::Path{typed::Path::From::the_case, 0, *fact, path.where};
    if (words_.attribute(name)) {
        error(Code::rule_unknown_name, path.where, quoted(name) + " is an attribute of events, not a fact of the case",
              "write: " + name);
        return std::nullopt;
    }
    std::vector<std::string> known;
    for (const Fact& fact : words_.facts()) {
        if (fact.of_case) known.push_back(fact.name);
    }
    const std::string meant = did_you_mean(name, known);
    error(Code::rule_unknown_name, path.attribute.where, "there is no fact " + quoted(name) + " of the case" + meant,
          meant.empty() ? all_of_them("facts of the case:", known) : "");
    return std::nullopt;
}

std::optional<typed::Path> Checker::of_step(const ast::Path& path) {
    const auto owner = step(*path.owner);
    if (!owner) return std::nullopt;
    const std::string& name = path.attribute.text;
    if (const auto fact = words_.attribute_of_step(*owner, name))
        return typed::Path{typed::Path::From::step, *owner, *fact, path.where};
    if (words_.attribute_of_case(name)) {
        error(Code::rule_unknown_name, path.where, quoted(name) + " is a fact of the case, not of a step",
              "write: case." + name);
        return std::nullopt;
    }
    std::vector<std::string> known;
    for (const Fact& fact : words_.facts()) {
        if (!fact.of_case && (!fact.step || fact.step == owner)) known.push_back(fact.name);
    }
    const std::string meant = did_you_mean(name, known);
    error(Code::rule_unknown_name, path.attribute.where,
          "step " + quoted(path.owner->text) + " has no attribute " + quoted(name) + meant,
          meant.empty() ? all_of_them("attributes:", known) : "");
    return std::nullopt;
}

std::optional<typed::Path> Checker::path(const ast::Path& path) {
    if (!path.owner) return bare(path.attribute, path.where);
    return path.owner->text == "case" ? of_case(path) : of_step(path);
}

std::optional<typed::Path> Checker::matching(const ast::Name& name) {
    const auto fact = words_.attribute(name.text);
    if (!fact) {
        const bool of_a_step = std::any_of(words_.facts().begin(), words_.facts().end(),
                                           [&](const Fact& each) { return each.step && each.name == name.text; });
        if (of_a_step)
            error(Code::rule_type, name.where,
                  "matching compares two events, and " + quoted(name.text) +
                      " is declared for the events of one step alone",
                  "declare " + name.text + " without a step");
        else
            unknown_attribute(name, name.where);
        return std::nullopt;
    }
    if (words_.facts()[*fact].of_case) {
        error(Code::rule_type, name.where, quoted(name.text) + " is a fact of the case, so every event matches");
        return std::nullopt;
    }
    return typed::Path{typed::Path::From::activation, 0, *fact, name.where};
}

std::optional<typed::Path> Checker::own(const ast::Name& name) {
    auto found = bare(name, name.where);
    if (found && found->from == typed::Path::From::event) found->from = typed::Path::From::activation;
    return found;
}

std::optional<typed::Path> Checker::date(const ast::Path& written) {
    auto found = path(written);
    if (found && !is_date(type(*found))) {
        error(Code::rule_type, written.where,
              "expected a date, and " + quoted(written.where.text()) + " is " + described(type(*found)));
        return std::nullopt;
    }
    return found;
}

std::optional<typed::Anchor> Checker::anchor(const ast::Anchor& anchor) {
    const ast::Path& first = anchor.alternatives.front();
    if (anchor.alternatives.size() == 1 && (first.owner || !words_.step(first.attribute.text))) {
        const std::string& name = first.attribute.text;
        const bool attribute = std::any_of(words_.facts().begin(), words_.facts().end(),
                                           [&name](const Fact& fact) { return fact.name == name; });
        if (!first.owner && !attribute) {
            std::vector<std::string> known = words_.steps();
            for (const Fact& fact : words_.facts()) {
                if (is_date(fact.type) && !fact.step) known.push_back(fact.name);
            }
            const std::string meant = did_you_mean(name, known);
            error(Code::rule_unknown_name, first.where, "there is no step and no date " + quoted(name) + meant,
                  meant.empty() ? all_of_them("steps:", words_.steps()) : "");
            return std::nullopt;
        }
        const auto found = date(first);
        return found ? std::optional{typed::Anchor{{}, found}} : std::nullopt;
    }
    ast::Names names;
    for (const ast::Path& each : anchor.alternatives) {
        if (each.owner) {
            error(Code::rule_type, each.where,
                  "only steps are joined by 'or' here, and " + quoted(each.where.text()) + " is none");
            return std::nullopt;
        }
        names.push_back(each.attribute);
    }
    auto found = steps(names);
    return found ? std::optional{typed::Anchor{*std::move(found), {}}} : std::nullopt;
}

}  // namespace csapath::rules

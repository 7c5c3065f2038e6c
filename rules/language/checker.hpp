// SPDX-License-Identifier: MIT
/// The type checker's inside: names in check_names.cpp, values in check_values.cpp, conditions in check_condition.cpp,
/// sentences in check.cpp. Others include check.hpp.
///
/// Everything here answers empty after it has said what is wrong, and looks at all the parts before it does.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "rules/language/ast.hpp"
#include "rules/language/typed.hpp"
#include "rules/language/vocabulary.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::rules {

class Checker {
public:
    /// What a bare attribute is read from: in a rule of `step`, in the `where` that says which events are occurrences
    /// of `step`, or in a `where` that is asked of occurrences of `step`. In both kinds of `where` it is the event's
    /// own.
    enum class Scope : std::uint8_t { rule, step_where, occurrence };

    Checker(const Vocabulary& words, StepId step, Scope scope, Diagnostics& diagnostics)
        : words_(words), step_(step), scope_(scope), diagnostics_(diagnostics), activating_{step} {}

    /// The steps whose occurrences put the rule in force; at first its own. None: nobody knows, since what names them
    /// is wrong, and then an attribute of any step will do.
    void activated_by(typed::Steps steps) { activating_ = std::move(steps); }

    // names
    std::optional<StepId> step(const ast::Name& name);
    std::optional<typed::Steps> steps(const ast::Names& names);
    /// Two that must differ, such as the ends of a pause.
    std::optional<std::pair<StepId, StepId>> two_steps(const ast::Name& from, const ast::Name& to);
    std::optional<AgencyId> agency(const ast::Name& name);
    std::optional<std::vector<AgencyId>> agencies(const ast::Names& names);
    std::optional<typed::Path> path(const ast::Path& path);
    /// The attribute that two events must share.
    std::optional<typed::Path> matching(const ast::Name& name);
    /// An attribute that the step's own occurrence should carry.
    std::optional<typed::Path> own(const ast::Name& name);
    /// A path to a date, or to a date and time.
    std::optional<typed::Path> date(const ast::Path& path);
    std::optional<typed::Anchor> anchor(const ast::Anchor& anchor);

    // values
    std::optional<typed::Constant> constant(const ast::Literal& literal, const typed::Path& compared_with);
    std::optional<std::vector<typed::Constant>> constants(const std::vector<ast::Literal>& literals,
                                                          const typed::Path& compared_with);
    std::optional<typed::Constant> number(const ast::Literal& literal, const std::string& what);
    std::optional<typed::Constant> period(const ast::Literal& literal, const std::string& what);

    // conditions
    std::optional<typed::Condition> condition(const ast::Condition& condition);
    /// One that may be absent: then, too, there is nothing wrong.
    bool condition(const std::optional<ast::Condition>& written, std::optional<typed::Condition>& into);
    bool provisos(const ast::Provisos& written, typed::Provisos& into);

    const Type& type(const typed::Path& path) const { return words_.facts()[path.fact].type; }
    const Vocabulary& words() const { return words_; }
    void error(Code code, const Span& where, std::string message, std::string help = {});
    void warning(Code code, const Span& where, std::string message) { error(code, where, std::move(message)); }

private:
    /// What a bare name means in a rule that `activating_` activates; empty if nothing, or if the steps disagree.
    std::optional<typed::Path> bare(const ast::Name& name, const Span& where);
    std::optional<FactId> declared_for(StepId step, std::string_view name) const;
    void unknown_attribute(const ast::Name& name, const Span& where);
    std::optional<typed::Path> of_step(const ast::Path& path);
    std::optional<typed::Path> of_case(const ast::Path& path);
    bool asks_about_itself(StepId step, const Span& where);

    const Vocabulary& words_;
    StepId step_;
    Scope scope_;
    Diagnostics& diagnostics_;
    typed::Steps activating_;
};

/// What a fact holds, as a message says it: "a date", "one of red, amber or green".
std::string described(const Type& type);

/// Warns where the parts of a condition make it true always, or never.
void warn_of_certainties(const ast::Condition& condition, Checker& checker);

}  // namespace csapath::rules

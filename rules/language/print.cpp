// SPDX-License-Identifier: MIT
#include "rules/language/print.hpp"

#include <fmt/format.h>

#include <string_view>

#include "rules/language/parse.hpp"

namespace csapath::rules {

namespace {

/// In the quotes that the text itself does not hold; a text that was written holds only one kind.
std::string in_quotes(const std::string& text) {
    const char* const quote = text.find('"') == std::string::npos ? "\"" : "'";
    return fmt::format("{0}{1}{0}", quote, text);
}

bool plain_word(std::string_view text) {
    const auto letter = [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); };
    if (text.empty() || !letter(text[0]) || reserved(text)) return false;
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") ==
           std::string_view::npos;
}

/// A name that is free text: an item, a system.
std::string label(const std::string& text) {
    return plain_word(text) ? text : in_quotes(text);
}

std::string text_of(const ast::Path& path) {
    return path.owner ? path.owner->text + "." + path.attribute.text : path.attribute.text;
}

struct LiteralText {
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Period period) const { return in_words(period); }
    std::string operator()(Date date) const { return iso(date); }
    std::string operator()(const ast::Literal::Word& word) const {
        return word.quoted ? in_quotes(word.text) : word.text;
    }
};
std::string text_of(const ast::Literal& literal) {
    return std::visit(LiteralText{}, literal.value);
}

struct QuantityText {
    std::string operator()(const ast::Path& path) const { return text_of(path); }
    std::string operator()(const ast::Age&) const { return "age"; }
    std::string operator()(const ast::CountOf& count) const { return "count of " + text_of(count.of); }
    std::string operator()(const ast::TimeSince& since) const { return "time since " + text_of(since.of); }
};
std::string text_of(const ast::Quantity& quantity) {
    return std::visit(QuantityText{}, quantity.what);
}

std::string text_of(const std::vector<ast::Literal>& values) {
    std::string text;
    for (const ast::Literal& value : values) text += (text.empty() ? "(" : ", ") + text_of(value);
    return text + ")";
}

std::string_view text_of(ast::Comparison how) {
    switch (how) {
        case ast::Comparison::less:
            return " < ";
        case ast::Comparison::less_or_equal:
            return " <= ";
        case ast::Comparison::greater:
            return " > ";
        case ast::Comparison::greater_or_equal:
            return " >= ";
    }
    return {};
}

bool several(const ast::Condition& condition) {
    return std::holds_alternative<ast::All>(condition.test) || std::holds_alternative<ast::Any>(condition.test);
}

/// A part of something larger. An `and` inside an `or` would do without brackets; people read it better with them.
std::string part(const ast::Condition& condition) {
    return several(condition) ? fmt::format("({})", printed(condition)) : printed(condition);
}

std::string joined_by(const ast::Conditions& parts, std::string_view joint) {
    std::string text;
    for (const ast::Condition& each : parts) {
        if (!text.empty()) text += joint;
        text += part(each);
    }
    return text;
}

struct TestText {
    std::string operator()(const ast::All& all) const { return joined_by(all.parts, " and "); }
    std::string operator()(const ast::Any& any) const { return joined_by(any.parts, " or "); }
    std::string operator()(const ast::Not& negated) const { return "not " + part(negated.part.front()); }
    std::string operator()(const ast::Is& is) const {
        return text_of(is.left) + (is.negated ? " is not " : " is ") + text_of(is.right);
    }
    std::string operator()(const ast::Recorded& test) const {
        return text_of(test.path) + (test.negated ? " is not " : " is ") + (test.says_missing ? "missing" : "recorded");
    }
    std::string operator()(const ast::In& in) const { return text_of(in.path) + " in " + text_of(in.values); }
    std::string operator()(const ast::Compare& compare) const {
        return text_of(compare.left).append(text_of(compare.how)) + text_of(compare.right);
    }
    std::string operator()(const ast::Includes& includes) const {
        using How = ast::Includes::How;
        const std::string_view how = includes.how == How::any ? "any of " : includes.how == How::all ? "all of " : "";
        return (text_of(includes.path) + " includes ").append(how) +
               std::visit([](const auto& values) { return text_of(values); }, includes.values);
    }
    std::string operator()(const ast::Order& order) const {
        return text_of(order.left) + (order.before ? " before " : " after ") + text_of(order.right);
    }
    std::string operator()(const ast::Happened& test) const {
        return test.step.text + (test.ever ? " ever" : "") + " happened" +
               (test.within ? " within " + in_words(*test.within) : "");
    }
    std::string operator()(const ast::Between& between) const {
        return "between " + between.from.text + " and " + between.to.text;
    }
};

// ------------------------------------------------------------------------------------------------- sentences

std::string alternatives(const ast::Names& steps) {
    std::string text;
    for (const ast::Name& step : steps) text += (text.empty() ? "" : " or ") + step.text;
    return text;
}

/// a, b and c
template <class Text>
std::string listed(const ast::Names& names, Text text) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i)
        list += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + text(names[i].text);
    return list;
}
std::string listed(const ast::Names& names) {
    return listed(names, [](const std::string& name) { return name; });
}

std::string text_of(const ast::Anchor& anchor) {
    std::string text;
    for (const ast::Path& each : anchor.alternatives) text += (text.empty() ? "" : " or ") + text_of(each);
    return text;
}

std::string pausing(const std::optional<ast::Pausing>& pausing) {
    return pausing ? " pausing from " + pausing->from.text + " to " + pausing->to.text : "";
}
std::string matching(const std::optional<ast::Name>& attribute) {
    return attribute ? " matching " + attribute->text : "";
}
std::string when(const std::optional<ast::Condition>& condition) {
    return condition ? " when " + printed(*condition) : "";
}
std::string unless(const std::optional<ast::Condition>& condition) {
    return condition ? " unless " + printed(*condition) : "";
}
std::string text_of(const ast::Provisos& provisos) {
    return when(provisos.when) + unless(provisos.unless);
}

struct LimitText {
    std::string operator()(Period period) const { return " within " + in_words(period); }
    std::string operator()(std::monostate) const { return " on the same day"; }
    std::string operator()(const ast::Path& path) const { return " by " + text_of(path); }
};
std::string limit(const std::optional<ast::Limit>& limit) {
    return limit ? std::visit(LimitText{}, limit->by) + pausing(limit->pausing) : "";
}

std::string text_of(const ast::Parties& parties) {
    if (!parties.at_least) return listed(parties.agencies);
    if (parties.agencies.empty()) return fmt::format("at least {} agencies", *parties.at_least);
    std::string names;
    for (const ast::Name& agency : parties.agencies) names += (names.empty() ? "" : ", ") + agency.text;
    return fmt::format("at least {} of ({})", *parties.at_least, names);
}

std::string text_of(ast::Share::Everyone everyone) {
    switch (everyone) {
        case ast::Share::Everyone::invited:
            return "everyone invited";
        case ast::Share::Everyone::involved:
            return "everyone involved";
        case ast::Share::Everyone::absent:
            return "everyone absent";
    }
    return {};
}

std::string times(std::int64_t number) {
    return std::to_string(number) + (number == 1 ? " time" : " times");
}

struct FormText {
    std::string operator()(const ast::Must& must) const {
        return "must" + limit(must.limit) + matching(must.matching) + text_of(must.provisos);
    }
    std::string operator()(const ast::May& may) const { return "may" + when(may.when); }
    std::string operator()(const ast::Otherwise& otherwise) const {
        return "otherwise" + limit(otherwise.limit) + unless(otherwise.unless);
    }

    std::string operator()(const ast::HappenWithin& form) const {
        using Which = ast::HappenWithin::Which;
        return (form.within ? "happen within " + in_words(*form.within) + " of " : "happen on the same day as ") +
               (form.which == Which::first    ? "the first "
                : form.which == Which::latest ? "the latest "
                                              : "") +
               text_of(form.anchor) + pausing(form.pausing) + matching(form.matching) + text_of(form.provisos);
    }
    std::string operator()(const ast::HappenBy& form) const {
        return "happen by " + text_of(form.by) + text_of(form.provisos);
    }
    std::string operator()(const ast::HappenBefore& form) const {
        return "happen at least " + in_words(form.at_least) + " before " + text_of(form.anchor) +
               text_of(form.provisos);
    }
    std::string operator()(const ast::HappenTimes& form) const {
        using How = ast::HappenTimes::How;
        const std::string how = form.says_once              ? "once"
                                : form.how == How::at_least ? "at least " + times(form.times)
                                : form.how == How::at_most  ? "at most " + times(form.times)
                                                            : "exactly " + times(form.times);
        return "happen " + how + text_of(form.provisos);
    }
    std::string operator()(const ast::Follow& form) const {
        return "follow " + alternatives(form.steps) + (form.within ? " within " + in_words(*form.within) : "") +
               text_of(form.provisos);
    }
    std::string operator()(const ast::Lead& form) const {
        return "lead to " + alternatives(form.steps) + limit(form.limit) + matching(form.matching) +
               text_of(form.provisos);
    }
    std::string operator()(const ast::Repeat& form) const {
        return "repeat every " + in_words(form.every) + " from " + alternatives(form.from) + " until " +
               alternatives(form.until) + (form.where ? " where " + printed(*form.where) : "") + text_of(form.provisos);
    }
    std::string operator()(const ast::Involve& form) const {
        using How = ast::Involve::How;
        const std::string how = form.how == How::include     ? "include "
                                : form.how == How::invite    ? "invite "
                                : form.how == How::hear_from ? "hear from "
                                                             : "inform ";
        return how + text_of(form.parties) + text_of(form.provisos);
    }
    std::string operator()(const ast::Share& form) const {
        return "be shared" + (form.as ? " as " + label(form.as->text) : "") + " with " +
               std::visit([](const auto& with) { return text_of(with); }, form.with) + limit(form.limit) +
               text_of(form.provisos);
    }
    std::string operator()(const ast::Record& form) const {
        return "record " + listed(form.attributes) + text_of(form.provisos);
    }
    std::string operator()(const ast::BeRecorded& form) const {
        if (const auto* const everywhere = std::get_if<ast::BeRecorded::Everywhere>(&form.how))
            return "be recorded in every system" +
                   (everywhere->within ? " within " + in_words(*everywhere->within) : "") + text_of(form.provisos);
        const auto* const systems = std::get_if<ast::Names>(&form.how);
        return "be recorded" + (systems ? " in " + listed(*systems, label) : limit(std::get<ast::Limit>(form.how))) +
               text_of(form.provisos);
    }
    std::string operator()(const ast::Ensure& form) const {
        return "ensure " + printed(form.condition) + text_of(form.provisos);
    }
    std::string operator()(const ast::Never& form) const {
        using How = ast::Never::How;
        const std::string how = form.how == How::before  ? " before " + alternatives(form.steps)
                                : form.how == How::after ? " after " + alternatives(form.steps)
                                : form.how == How::between
                                    ? " between " + form.steps.front().text + " and " + form.steps.back().text
                                    : "";
        return "never happen" + how + text_of(form.provisos);
    }
};

}  // namespace

std::string printed(const ast::Edge& edge) {
    return std::visit(FormText{}, edge.form);
}
std::string printed(const ast::Sentence& sentence) {
    return std::visit(FormText{}, sentence.form);
}
std::string printed(const ast::Condition& condition) {
    return std::visit(TestText{}, condition.test);
}

}  // namespace csapath::rules

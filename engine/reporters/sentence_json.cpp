// SPDX-License-Identifier: MIT
#include "engine/reporters/sentence_json.hpp"

#include <string>

namespace csapath::engine {

namespace ast = rules::ast;

namespace {

/// Each node is an object; `form` or `test` says which it is. What was left out is left out here too.
class TreeWriter {
public:
    explicit TreeWriter(JsonWriter& json) : json_{json} {}

    // ------------------------------------------------------------------------------------------------ sentences

    void operator()(const ast::Must& form) {
        begin("must");
        limit(form.limit);
        matching(form.matching);
        provisos(form.provisos);
    }
    void operator()(const ast::May& form) {
        begin("may");
        condition("when", form.when);
    }
    void operator()(const ast::Otherwise& form) {
        begin("otherwise");
        limit(form.limit);
        condition("unless", form.unless);
    }
    void operator()(const ast::HappenWithin& form) {
        using Which = ast::HappenWithin::Which;
        begin("happen-of");
        if (form.within)
            period("within", *form.within);
        else
            json_.key("same_day").yes_no(true);
        json_.key("which").text(form.which == Which::first ? "first" : form.which == Which::latest ? "latest" : "each");
        anchor(form.anchor);
        pausing(form.pausing);
        matching(form.matching);
        provisos(form.provisos);
    }
    void operator()(const ast::HappenBy& form) {
        begin("happen-by");
        path("by", form.by);
        provisos(form.provisos);
    }
    void operator()(const ast::HappenBefore& form) {
        begin("happen-before");
        period("at_least", form.at_least);
        anchor(form.anchor);
        provisos(form.provisos);
    }
    void operator()(const ast::HappenTimes& form) {
        using How = ast::HappenTimes::How;
        begin("happen-times");
        json_.key("how").text(form.how == How::at_least  ? "at least"
                              : form.how == How::at_most ? "at most"
                                                         : "exactly");
        json_.key("times").number(form.times);
        provisos(form.provisos);
    }
    void operator()(const ast::Follow& form) {
        begin("follow");
        names("steps", form.steps);
        if (form.within) period("within", *form.within);
        provisos(form.provisos);
    }
    void operator()(const ast::Lead& form) {
        begin("lead");
        names("steps", form.steps);
        limit(form.limit);
        matching(form.matching);
        provisos(form.provisos);
    }
    void operator()(const ast::Repeat& form) {
        begin("repeat");
        period("every", form.every);
        names("from", form.from);
        names("until", form.until);
        condition("where", form.where);
        provisos(form.provisos);
    }
    void operator()(const ast::Involve& form) {
        using How = ast::Involve::How;
        begin(form.how == How::include     ? "include"
              : form.how == How::invite    ? "invite"
              : form.how == How::hear_from ? "hear-from"
                                           : "inform");
        parties(form.parties);
        provisos(form.provisos);
    }
    void operator()(const ast::Share& form) {
        using Everyone = ast::Share::Everyone;
        begin("share");
        if (form.as) json_.key("as").text(form.as->text);
        if (const auto* everyone = std::get_if<Everyone>(&form.with))
            json_.key("everyone")
                .text(*everyone == Everyone::invited    ? "invited"
                      : *everyone == Everyone::involved ? "involved"
                                                        : "absent");
        else
            parties(std::get<ast::Parties>(form.with));
        limit(form.limit);
        provisos(form.provisos);
    }
    void operator()(const ast::Record& form) {
        begin("record");
        names("attributes", form.attributes);
        provisos(form.provisos);
    }
    void operator()(const ast::BeRecorded& form) {
        begin("be-recorded");
        if (const auto* systems = std::get_if<ast::Names>(&form.how)) {
            names("in", *systems);
        } else if (const auto* everywhere = std::get_if<ast::BeRecorded::Everywhere>(&form.how)) {
            json_.key("in_every_system").yes_no(true);
            if (everywhere->within) period("within", *everywhere->within);
        } else {
            limit(std::get<ast::Limit>(form.how));
        }
        provisos(form.provisos);
    }
    void operator()(const ast::Ensure& form) {
        begin("ensure");
        json_.key("condition");
        write(form.condition);
        provisos(form.provisos);
    }
    void operator()(const ast::Never& form) {
        using How = ast::Never::How;
        begin("never");
        json_.key("how").text(form.how == How::before    ? "before"
                              : form.how == How::after   ? "after"
                              : form.how == How::between ? "between"
                                                         : "ever");
        names("steps", form.steps);
        provisos(form.provisos);
    }

    // ----------------------------------------------------------------------------------------------- conditions

    void write(const ast::Condition& condition) {
        json_.open('{', true);
        std::visit(*this, condition.test);
        json_.close();
    }
    void operator()(const ast::All& test) { several("and", test.parts); }
    void operator()(const ast::Any& test) { several("or", test.parts); }
    void operator()(const ast::Not& test) { several("not", test.part); }
    void operator()(const ast::Is& test) {
        json_.key("test").text(test.negated ? "is not" : "is");
        quantity(test.left);
        json_.key("value");
        literal(test.right);
    }
    void operator()(const ast::Recorded& test) {
        json_.key("test").text(test.negated != test.says_missing ? "missing" : "recorded");
        path("path", test.path);
    }
    void operator()(const ast::In& test) {
        json_.key("test").text("in");
        path("path", test.path);
        literals(test.values);
    }
    void operator()(const ast::Compare& test) {
        using How = ast::Comparison;
        json_.key("test").text(test.how == How::less            ? "<"
                               : test.how == How::less_or_equal ? "<="
                               : test.how == How::greater       ? ">"
                                                                : ">=");
        quantity(test.left);
        json_.key("value");
        literal(test.right);
    }
    void operator()(const ast::Includes& test) {
        json_.key("test").text(test.how == ast::Includes::How::any ? "includes any" : "includes all");
        path("path", test.path);
        if (const auto* other = std::get_if<ast::Path>(&test.values))
            path("of", *other);
        else
            literals(std::get<std::vector<ast::Literal>>(test.values));
    }
    void operator()(const ast::Order& test) {
        json_.key("test").text(test.before ? "before" : "after");
        path("path", test.left);
        path("of", test.right);
    }
    void operator()(const ast::Happened& test) {
        json_.key("test").text("happened");
        json_.key("step").text(test.step.text);
        json_.key("ever").yes_no(test.ever);
        if (test.within) period("within", *test.within);
    }
    void operator()(const ast::Between& test) {
        json_.key("test").text("between");
        json_.key("from").text(test.from.text);
        json_.key("to").text(test.to.text);
    }

private:
    void begin(std::string_view form) { json_.key("form").text(form); }

    void several(std::string_view joint, const ast::Conditions& parts) {
        json_.key("test").text(joint);
        json_.key("parts").open('[', true);
        for (const ast::Condition& part : parts) write(part);
        json_.close();
    }
    void condition(std::string_view key, const std::optional<ast::Condition>& condition) {
        if (!condition) return;
        json_.key(key);
        write(*condition);
    }
    void provisos(const ast::Provisos& provisos) {
        condition("when", provisos.when);
        condition("unless", provisos.unless);
    }

    void period(rules::Period period) {
        json_.open('{', true);
        json_.key("count").number(period.count);
        json_.key("unit").text(rules::name(period.unit));
        json_.close();
    }
    void period(std::string_view key, rules::Period length) {
        json_.key(key);
        period(length);
    }
    void path(std::string_view key, const ast::Path& path) { json_.key(key).text(written(path)); }
    static std::string written(const ast::Path& path) {
        return path.owner ? path.owner->text + '.' + path.attribute.text : path.attribute.text;
    }
    void names(std::string_view key, const ast::Names& names) {
        json_.key(key).open('[', true);
        for (const ast::Name& name : names) json_.text(name.text);
        json_.close();
    }
    void matching(const std::optional<ast::Name>& attribute) {
        if (attribute) json_.key("matching").text(attribute->text);
    }
    void pausing(const std::optional<ast::Pausing>& pausing) {
        if (!pausing) return;
        json_.key("pausing").open('{', true);
        json_.key("from").text(pausing->from.text);
        json_.key("to").text(pausing->to.text);
        json_.close();
    }
    void limit(const std::optional<ast::Limit>& written) {
        if (written) limit(*written);
    }
    void limit(const ast::Limit& written) {
        if (const auto* within = std::get_if<rules::Period>(&written.by))
            period("within", *within);
        else if (const auto* by = std::get_if<ast::Path>(&written.by))
            path("by", *by);
        else
            json_.key("same_day").yes_no(true);
        pausing(written.pausing);
    }
    void anchor(const ast::Anchor& anchor) {
        json_.key("of").open('[', true);
        for (const ast::Path& each : anchor.alternatives) json_.text(written(each));
        json_.close();
    }
    void parties(const ast::Parties& parties) {
        if (parties.at_least) json_.key("at_least").number(*parties.at_least);
        names("agencies", parties.agencies);
    }

    void quantity(const ast::Quantity& quantity) {
        struct Key {
            std::string_view operator()(const ast::Path&) const { return "path"; }
            std::string_view operator()(const ast::Age&) const { return "age"; }
            std::string_view operator()(const ast::CountOf&) const { return "count_of"; }
            std::string_view operator()(const ast::TimeSince&) const { return "time_since"; }
        };
        json_.key(std::visit(Key{}, quantity.what));
        if (const auto* attribute = std::get_if<ast::Path>(&quantity.what))
            json_.text(written(*attribute));
        else if (const auto* count = std::get_if<ast::CountOf>(&quantity.what))
            json_.text(written(count->of));
        else if (const auto* since = std::get_if<ast::TimeSince>(&quantity.what))
            json_.text(written(since->of));
        else
            json_.yes_no(true);
    }
    /// A number, a text (words and dates alike), or a length of time.
    void literal(const ast::Literal& literal) {
        if (const auto* number = std::get_if<std::int64_t>(&literal.value))
            json_.number(*number);
        else if (const auto* length = std::get_if<rules::Period>(&literal.value))
            period(*length);
        else if (const auto* date = std::get_if<rules::Date>(&literal.value))
            json_.text(rules::iso(*date));
        else
            json_.text(std::get<ast::Literal::Word>(literal.value).text);
    }
    void literals(const std::vector<ast::Literal>& values) {
        json_.key("values").open('[', true);
        for (const ast::Literal& value : values) literal(value);
        json_.close();
    }

    JsonWriter& json_;
};

template <class Tree>
void write_form(const Tree& tree, JsonWriter& json) {
    json.open('{', true);
    TreeWriter writer{json};
    std::visit(writer, tree.form);
    json.close();
}

}  // namespace

void write_tree(const ast::Edge& edge, JsonWriter& json) {
    write_form(edge, json);
}
void write_tree(const ast::Sentence& sentence, JsonWriter& json) {
    write_form(sentence, json);
}
void write_tree(const ast::Condition& condition, JsonWriter& json) {
    TreeWriter{json}.write(condition);
}

}  // namespace csapath::engine

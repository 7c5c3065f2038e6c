// SPDX-License-Identifier: MIT
#include "engine/readers/cell.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/readers/moment_text.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;
using rules::Value;
using TypeKind = rules::Type::Kind;

namespace {
constexpr std::string_view nobody = "none";
constexpr rules::Date march_1900{-25508};
constexpr char list_separator = ';';

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

std::int64_t nanoseconds_since_1970(const WrittenMoment& written) {
    return std::int64_t{written.day.days} * 24 * rules::hour + written.time - *written.ahead_of_utc;
}
}  // namespace

CellReader::CellReader(const Schema& schema, const ReadOptions& options, InputReport& report)
    : schema_(schema),
      words_(*schema.words),
      options_(options),
      report_(report),
      known_(words_.facts().size()),
      items_(words_.facts().size()),
      agency_names_(words_.agency_names()),
      plain_days_(static_cast<std::size_t>(rules::last_date - rules::first_date) + 1) {
    for (const rules::Fact& fact : words_.facts()) kinds_.push_back(fact.type.kind);
}

Value CellReader::read(rules::FactId fact, std::string_view text) {
    trouble_.reset();
    switch (kinds_[fact]) {
        case TypeKind::text:
            if (spreadsheet_error(text)) return spoil(Code::data_excel_damage, "", text);
            return Value::of_text(text);
        case TypeKind::date:
        case TypeKind::instant: {
            rules::Moment moment;
            return read_moment(fact, text, moment) ? Value::of_moment(moment) : spoil_moment(fact, text);
        }
        default:
            break;
    }
    return find_out(fact, text);
}

Value CellReader::find_out(rules::FactId fact, std::string_view text) {
    const TypeKind kind = kinds_[fact];
    if (kind == TypeKind::many_of || kind == TypeKind::agencies) {
        std::vector<std::string_view> items;
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t end = std::min(rest.find(list_separator), rest.size());
            if (const auto name = trimmed(rest.substr(0, end)); !name.empty()) items.push_back(name);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (items.empty()) return {};  // nothing but separators: blank
        if (items.size() == 1 && items[0] == nobody && !has_value(fact, nobody)) items.clear();
        const Value list = read_list(fact, items);
        if (!list.partial && !trouble_) known_[fact].add(text, {list});
        return list;
    }
    const Known found = kind == TypeKind::number   ? Known{number(text)}
                        : kind == TypeKind::yes_no ? Known{yes_no(text)}
                                                   : item(fact, text);
    if (!trouble_) known_[fact].add(text, found);
    return found.value;
}

Value CellReader::read_list(rules::FactId fact, std::span<const std::string_view> items) {
    trouble_.reset();
    rules::Options options;
    bool partial = false;
    for (const std::string_view text : items) {
        Known found;
        if (const Known* known = items_[fact].find(text)) {
            found = *known;
            if (found.noted != nullptr) ++*found.noted;
        } else {
            found = item(fact, text);
            if (trouble_) return found.value;
            items_[fact].add(text, found);
        }
        if (found.value.known())
            options.add(found.value.option);
        else
            partial = true;
    }
    Value list = Value::of_options(options);
    list.partial = partial;
    return list;
}

bool CellReader::has_value(rules::FactId fact, std::string_view value) const {
    const auto& values = words_.facts()[fact].type.values;
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// One name: of an agency, a step, or a value of an enumeration. Counts it in the notes if it is unknown.
CellReader::Known CellReader::item(rules::FactId fact, std::string_view text) {
    const auto found = [](std::size_t option) { return Known{Value::of_option(static_cast<std::uint32_t>(option))}; };
    if (spreadsheet_error(text)) return {spoil(Code::data_excel_damage, "", text)};

    Known missing;
    missing.value.spoiled = true;
    switch (kinds_[fact]) {
        case TypeKind::agency:
        case TypeKind::agencies:
            if (const auto agency = words_.agency(text)) return found(*agency);
            missing.noted = unknown(fact, text, Code::data_agency_unknown, agency_names_);
            return missing;
        case TypeKind::step:
            if (const auto step = words_.step(text)) return found(*step);
            missing.noted = unknown(fact, text, Code::data_step_unknown, words_.steps());
            return missing;
        default:
            break;
    }
    const auto& values = words_.facts()[fact].type.values;
    auto at = std::find(values.begin(), values.end(), text);
    if (at == values.end()) {
        const std::string wanted = folded(text);
        at = std::find_if(values.begin(), values.end(), [&](const auto& value) { return folded(value) == wanted; });
    }
    if (at != values.end()) return found(static_cast<std::size_t>(at - values.begin()));
    missing.noted = unknown(fact, text, Code::data_value_unknown, values);
    return missing;
}

std::uint64_t* CellReader::unknown(rules::FactId fact, std::string_view text, Code code,
                                   std::span<const std::string> known) {
    const std::string what = code == Code::data_agency_unknown ? "an agency"
                             : code == Code::data_step_unknown ? "a step"
                                                               : "a value";
    std::string message = fact_name(fact) + " names " + what + " that the definition does not know";
    if (options_.show_values && report_.notes.size() < InputReport::most_notes)
        message += ": '" + rules::printable(text) + '\'';
    if (const auto near = rules::near_name(text, known)) message += "; the nearest is '" + *near + '\'';
    std::uint64_t& count = report_.notes[{code, message}];
    ++count;
    return &count;
}

Value CellReader::number(std::string_view text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc{} && end == text.data() + text.size()) return Value::of_number(value);
    return spoil(Code::data_value, "a whole number", text,
                 error == std::errc::result_out_of_range ? "the number is too large" : "");
}

Value CellReader::yes_no(std::string_view text) {
    const std::string word = folded(text);
    constexpr std::array<std::string_view, 4> yes = {"yes", "true", "1", "y"}, no = {"no", "false", "0", "n"};
    if (std::find(yes.begin(), yes.end(), word) != yes.end()) return Value::of_yes_no(true);
    if (std::find(no.begin(), no.end(), word) != no.end()) return Value::of_yes_no(false);
    return spoil(Code::data_value, "yes or no", text);
}

bool CellReader::read_any_moment(rules::FactId fact, std::string_view text, rules::Moment& moment) {
    const auto written = parse_moment(text);
    if (!written || (kinds_[fact] == TypeKind::date && text.size() != day_alone)) return false;
    moment = {written->day, written->time};
    const bool from_small_number = moment.day < march_1900 && !looks_like_placeholder(moment.day);
    if (from_small_number)
        report_.note(Code::data_placeholder_date,
                     fact_name(fact) + " has a day before March 1900, as spreadsheets make of a number up to 60");
    if (!from_small_number && !looks_like_placeholder(moment.day) &&
        !(schema_.zone && schema_.zone->clocks_change(moment.day)))
        plain_days_[static_cast<std::size_t>(moment.day - rules::first_date)] = 1;
    if (looks_like_placeholder(moment.day))
        report_.note(Code::data_placeholder_date,
                     fact_name(fact) + " has a date that many systems write where none is known");
    if (!moment.timed() || !schema_.zone) return true;
    if (written->ahead_of_utc) {
        moment = schema_.zone->local(nanoseconds_since_1970(*written));
        return rules::first_date <= moment.day && moment.day <= rules::last_date;
    }
    const Zone::Reading reading = schema_.zone->read(moment.day, moment.time);
    if (reading.written == Zone::Written::skipped)
        report_.note(Code::data_clock_skipped,
                     fact_name(fact) + " has a time that the clocks skipped; it is moved forward by the gap");
    if (reading.written == Zone::Written::twice)
        report_.note(Code::data_clock_twice,
                     fact_name(fact) + " has a time that occurs twice that night; it is taken for the first");
    moment = reading.moment;
    return true;
}

Value CellReader::spoil(Code code, std::string_view wanted, std::string_view data, std::string_view help) {
    if (spreadsheet_error(data))
        return spoil({Code::data_excel_damage,
                      "a spreadsheet's error stands in the place of the value" + described(data),
                      "mend the formula, or widen the column, and save the file again"});
    const std::string_view what = code == Code::data_date ? "not a date" : "cannot be read";
    return spoil({code, std::string{what} + described(data) + "; expected " + std::string{wanted}, std::string{help}});
}

Value CellReader::spoil(Trouble trouble) {
    trouble_ = std::move(trouble);
    Value value;
    value.spoiled = true;
    return value;
}

Value CellReader::spoil_moment(rules::FactId fact, std::string_view data) {
    if (kinds_[fact] == TypeKind::date)
        return spoil(Code::data_date, "2025-04-30", data,
                     parse_moment(data) ? "write the day alone" : advice_on_moment(data));
    return spoil(Code::data_date, "2025-04-30 or 2025-04-30T15:20", data, advice_on_moment(data));
}

/// " (10 characters)", or the data themselves where they may be shown.
std::string CellReader::described(std::string_view data) const {
    if (options_.show_values) return ": '" + rules::printable(data.substr(0, 80)) + '\'';
    const auto count = std::count_if(data.begin(), data.end(), [](char c) { return (c & '\xC0') != '\x80'; });
    return " (" + std::to_string(count) + (count == 1 ? " character)" : " characters)");
}

std::string CellReader::fact_name(rules::FactId id) const {
    const rules::Fact& fact = words_.facts()[id];
    return (fact.of_case ? "'case." : "'") + fact.name + '\'';
}

bool spreadsheet_error(std::string_view text) {
    if (text.empty() || text.front() != '#') return false;
    constexpr std::array<std::string_view, 9> errors = {"#N/A",  "#REF!",  "#NAME?",  "#VALUE!", "#DIV/0!",
                                                        "#NUM!", "#NULL!", "#SPILL!", "#CALC!"};
    if (std::find(errors.begin(), errors.end(), text) != errors.end()) return true;
    return text.size() >= 3 && text.find_first_not_of('#') == std::string_view::npos;
}

bool rounded_number(std::string_view text) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.size() < 5 || !digit(text[0])) return false;
    const std::size_t exponent = text.find_first_of("eE");
    if (exponent == std::string_view::npos || exponent + 3 > text.size() || text[exponent + 1] != '+') return false;
    const std::string_view before = text.substr(0, exponent), after = text.substr(exponent + 2);
    return std::all_of(before.begin(), before.end(), [&](char c) { return digit(c) || c == '.' || c == ','; }) &&
           std::all_of(after.begin(), after.end(), digit);
}

std::string folded(std::string_view text) {
    return rules::folded_agency(text);
}

}  // namespace csapath::engine

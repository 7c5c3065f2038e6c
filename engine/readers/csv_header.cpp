// SPDX-License-Identifier: MIT
#include "engine/readers/csv_header.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "engine/readers/text_start.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {
/// A column that every file must have, and what other programs call it.
struct Required {
    std::string_view name;
    std::array<std::string_view, 6> elsewhere;
};
constexpr std::array<Required, 3> required = {{
    {"case", {"case_id", "caseid", "case id", "id", "child_id", "case:concept:name"}},
    {"event", {"activity", "step", "event_type", "type", "action", "concept:name"}},
    {"at", {"date", "timestamp", "datetime", "time", "event_date", "time:timestamp"}},
}};

/// The first line that is not blank, where line ends in quotes do not count.
std::string_view first_line(std::string_view text, char line_end) {
    while (!text.empty() && (text.front() == '\r' || text.front() == '\n')) text.remove_prefix(1);
    bool inside = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') inside = !inside;
        if (text[at] == line_end && !inside) return text.substr(0, at);
    }
    return text;
}

std::string bare(std::string_view field) {
    if (field.ends_with('\r')) field.remove_suffix(1);
    std::string scratch;
    scratch.reserve(field.size());
    std::string_view name = unquoted(field, scratch);
    while (!name.empty() && name.front() == ' ') name.remove_prefix(1);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    return std::string{name};
}

bool is_required(std::string_view name) {
    return std::any_of(required.begin(), required.end(), [&](const Required& column) { return column.name == name; });
}

/// The separator with which the header names the most of what it must name, or else has the most fields.
char separator_of(std::string_view header) {
    char best = ',';
    std::tuple<int, int> most{-1, 0};
    for (const char separator : {',', ';', '\t'}) {
        int names = 0, fields = 1;
        std::size_t begin = 0;
        bool inside = false;
        for (std::size_t at = 0; at <= header.size(); ++at) {
            if (at < header.size() && header[at] == '"') inside = !inside;
            if (at < header.size() && (header[at] != separator || inside)) continue;
            if (is_required(bare(header.substr(begin, at - begin)))) ++names;
            if (at < header.size()) ++fields;
            begin = at + 1;
        }
        if (std::tuple(names, fields) > most) best = separator, most = {names, fields};
    }
    return best;
}

std::string_view spoken(char separator) {
    return separator == '\t' ? "tabs" : separator == ';' ? "';'" : separator == ',' ? "','" : "a sign of their own";
}
}  // namespace

std::optional<CsvStart> csv_start(Window& window, Faults& faults, InputReport& report, std::optional<char> declared) {
    const std::optional<std::size_t> from = text_start(window, "CSV text", faults);
    if (!from) return std::nullopt;
    CsvStart start;
    start.from = *from;
    const std::string_view text = std::string_view{window.data(), window.size()}.substr(start.from);

    if (text.find('\n') == std::string_view::npos && text.find('\r') != std::string_view::npos)
        start.signs.line_end = '\r';
    if (text.size() >= 6 && (text.starts_with("sep=") || text.starts_with("SEP=")) &&
        (text[5] == '\n' || text[5] == '\r')) {
        start.signs.separator = text[4];
        start.from += text.find(start.signs.line_end) + 1;
        start.line = 2;
    } else {
        start.signs.separator = declared ? *declared : separator_of(first_line(text, start.signs.line_end));
    }
    if (start.signs.separator != ',' && start.signs.separator != declared)
        report.note(Code::data_delimiter, "fields are separated by " + std::string{spoken(start.signs.separator)} +
                                              (start.line == 2 ? ", as the first line says" : ", going by the header"));
    return start;
}

std::vector<std::string> column_names(const CsvRow& header) {
    std::vector<std::string> names;
    names.reserve(header.fields);
    for (std::size_t column = 0; column < header.fields; ++column) names.push_back(bare(header.field(column)));
    return names;
}

std::optional<RequiredColumns> required_columns(const std::vector<std::string>& names, const RowPlace& place,
                                                Faults& faults) {
    bool good = true;
    for (std::size_t column = 0; column < names.size(); ++column) {
        if (names[column].empty()) continue;
        const auto end = names.begin() + static_cast<std::ptrdiff_t>(column);
        const auto first = std::find(names.begin(), end, names[column]);
        if (first == end) continue;
        faults.add(Code::data_column_twice, place,
                   "columns " + std::to_string(first - names.begin() + 1) + " and " + std::to_string(column + 1) +
                       " are both called '" + rules::printable(names[column]) + '\'',
                   "give each column a name of its own, or take one out");
        good = false;
    }

    std::array<std::size_t, required.size()> places{};
    for (std::size_t i = 0; i < required.size(); ++i) {
        const auto at = std::find(names.begin(), names.end(), required[i].name);
        places[i] = static_cast<std::size_t>(at - names.begin());
        if (at != names.end()) continue;
        good = false;
        std::string nearest;
        for (const std::string_view other : required[i].elsewhere) {
            const auto found = std::find_if(names.begin(), names.end(), [&](const std::string& name) {
                return rules::near_name(name, std::array{std::string{other}}) && !is_required(name);
            });
            if (nearest.empty() && found != names.end()) nearest = *found;
        }
        if (const auto near = rules::near_name(required[i].name, names)) nearest = *near;
        faults.add(Code::data_column_missing, place,
                   "column '" + std::string{required[i].name} + "' is missing" +
                       (nearest.empty() ? "" : "; nearest: '" + rules::printable(nearest) + '\''),
                   "every file of events needs the columns case, event and at");
    }
    if (!good) return std::nullopt;
    return RequiredColumns{places[0], places[1], places[2]};
}

std::vector<std::string> glanced_columns(std::string_view first_bytes, std::optional<char> declared) {
    if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
    const bool line_feeds = first_bytes.find('\n') != std::string_view::npos;
    std::optional<char> separator;
    if (first_bytes.size() >= 6 && (first_bytes.starts_with("sep=") || first_bytes.starts_with("SEP="))) {
        separator = first_bytes[4];
        first_bytes.remove_prefix(std::min(first_bytes.find(line_feeds ? '\n' : '\r'), first_bytes.size()));
    }
    const std::string_view line = first_line(first_bytes, line_feeds ? '\n' : '\r');
    std::vector<std::string> names;
    if (line.data() + line.size() == first_bytes.data() + first_bytes.size()) return names;
    if (!separator) separator = declared ? *declared : separator_of(line);
    bool inside = false;
    for (std::size_t begin = 0, at = 0; at <= line.size(); ++at) {
        if (at < line.size() && line[at] == '"') inside = !inside;
        if (at < line.size() && (line[at] != *separator || inside)) continue;
        names.push_back(bare(line.substr(begin, at - begin)));
        begin = at + 1;
    }
    return names;
}

bool has_required_columns(const std::vector<std::string>& names) {
    return std::all_of(required.begin(), required.end(), [&](const Required& column) {
        return std::find(names.begin(), names.end(), column.name) != names.end();
    });
}

bool could_be_header(const CsvRow& row) {
    return has_required_columns(column_names(row));
}

}  // namespace csapath::engine

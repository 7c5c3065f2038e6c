// SPDX-License-Identifier: MIT
#include "engine/readers/ndjson.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "engine/readers/bad_character.hpp"
#include "engine/readers/columns.hpp"
#include "engine/readers/event_reader.hpp"
#include "engine/readers/faults.hpp"
#include "engine/readers/json.hpp"
#include "engine/readers/json_keys.hpp"
#include "engine/readers/lines.hpp"
#include "engine/readers/text_start.hpp"
#include "engine/readers/window.hpp"

namespace csapath::engine {

using rules::Code;
using Json = JsonObject::Value;
using TypeKind = rules::Type::Kind;

namespace {
constexpr std::string_view facts_key = "facts", of_the_case = "case.";
constexpr std::string_view case_key = "case", event_key = "event", at_key = "at";
/// Up to here a double, which is what many programs keep numbers in, holds every whole number exactly.
constexpr std::int64_t largest_id = std::int64_t{1} << 53;

std::string_view spoken(Json::Kind kind) {
    switch (kind) {
        case Json::Kind::null:
            return "nothing";
        case Json::Kind::text:
            return "a text";
        case Json::Kind::whole:
            return "a number";
        case Json::Kind::other_number:
            return "a number that is not whole, or too large";
        case Json::Kind::yes_no:
            return "true or false";
        case Json::Kind::list:
            return "a list";
        case Json::Kind::object:
            return "an object";
    }
    return "";
}

std::string_view wanted_for(TypeKind kind) {
    switch (kind) {
        case TypeKind::number:
            return "a whole number";
        case TypeKind::yes_no:
            return "true or false";
        case TypeKind::many_of:
        case TypeKind::agencies:
            return "a list of texts";
        case TypeKind::date:
        case TypeKind::instant:
            return "a date as text";
        default:
            return "a text";
    }
}

/// One file being read.
class NdjsonFile {
public:
    NdjsonFile(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
               InputReport& report)
        : bytes_(bytes),
          report_(report),
          faults_(options, report),
          columns_(schema),
          events_(schema, options, take, report, faults_) {
        report.format = "ndjson";
        report.rows_are_lines = true;
    }

    bool read();

private:
    void learn_keys();
    void read_lines(Window& window, std::size_t from);
    Fate read_line(std::string_view line, std::uint64_t offset);
    Fate read_object(std::string_view line);
    Fate refuse_unread(const JsonObject::Problem& problem, std::string_view line);
    bool spread_out(const JsonObject::Problem& problem, std::string_view line) const;
    void place_members();
    bool read_members(std::span<const Columns::Wanted> wanted);
    bool read_member(const Columns::Wanted& wanted);
    rules::Value read_value(rules::FactId fact, std::size_t place);
    rules::Value read_list(rules::FactId fact, std::size_t place);
    rules::Value wrong_type(rules::FactId fact, const Json& value);
    std::optional<Fate> read_required();

    std::optional<std::size_t> column_of(std::string_view name);
    std::string_view text_of(std::size_t place) const { return json_.text(json_[place]); }

    Bytes& bytes_;
    InputReport& report_;
    Faults faults_;
    Columns columns_;
    EventReader events_;
    NameTable<std::uint16_t> column_by_name_;
    std::vector<std::string> names_;  ///< of the columns: keys, those of facts with `case.` before them

    JsonObject json_;
    RowPlace place_;
    bool stopped_ = false, asked_ = false, more_lines_ = false;
    std::uint64_t blank_lines_ = 0;
    std::size_t case_ = 0, event_ = 0, at_ = 0;  ///< places of these members in the object; 0 if there is none
    std::vector<std::uint32_t> member_;          ///< by column: its place in the object
    std::string case_text_;
    std::vector<std::string_view> items_;
};

bool NdjsonFile::read() {
    if (bytes_.rewind()) learn_keys();
    report_.coverage = columns_.coverage();
    Window window{bytes_};
    if (const auto from = text_start(window, "NDJSON", faults_)) read_lines(window, *from);
    if (blank_lines_ > 0) report_.note(Code::data_blank_rows, "blank lines, passed over", blank_lines_);
    report_.coverage = columns_.coverage();
    faults_.tell();
    return !asked_;
}

/// A first look at all lines, so that it is known before the first event what the file carries.
void NdjsonFile::learn_keys() {
    Window window{bytes_};
    window.move_to(0);
    Lines lines{window, 0};
    std::string_view line;
    std::string name;
    while (lines.next(line) == Lines::Got::line) {
        each_key(line, [&](std::string_view key, std::size_t level, std::string_view owner) {
            if (level == 1 && key != facts_key) column_of(key);
            if (level == 2 && owner == facts_key) column_of(name.assign(of_the_case).append(key));
        });
    }
    bytes_.rewind();
}

/// The column of a key; a new one if it was never seen. Empty for the three that every line must have, and where there
/// are too many.
std::optional<std::size_t> NdjsonFile::column_of(std::string_view name) {
    if (const std::uint16_t* known = column_by_name_.find(name)) return *known;
    if (name == case_key || name == event_key || name == at_key) return std::nullopt;
    const auto seen = std::find(names_.begin(), names_.end(), name);
    if (seen != names_.end()) return static_cast<std::size_t>(seen - names_.begin());
    if (names_.size() == Columns::most) {
        if (!stopped_) faults_.add(Code::data_limit, {}, "more than 1,024 different keys");
        stopped_ = true;
        return std::nullopt;
    }
    names_.emplace_back(name);
    member_.push_back(0);
    const std::size_t column = columns_.add(name, report_);
    column_by_name_.add(name, static_cast<std::uint16_t>(column));
    return column;
}

void NdjsonFile::read_lines(Window& window, std::size_t from) {
    Lines lines{window, from};
    std::string_view line;
    while (!stopped_) {
        const Lines::Got got = lines.next(line);
        if (got == Lines::Got::end) break;
        ++place_.number;
        place_.line = place_.last_line = place_.number;
        more_lines_ = lines.more();
        Fate fate = Fate::refused;
        if (got == Lines::Got::too_long) {
            faults_.add(Code::data_limit, place_, "a line longer than 4 MiB; nothing after it is read");
            stopped_ = true;
        } else {
            fate = read_line(line, lines.offset());
        }
        if (fate == Fate::stop) stopped_ = asked_ = true;
        events_.count(fate);
    }
    if (!stopped_) events_.tell_of_all(blank_lines_);
}

Fate NdjsonFile::read_line(std::string_view line, std::uint64_t offset) {
    if (const auto bad = bad_character(line, false)) {
        const std::string where = " at byte offset " + std::to_string(offset + bad->at);
        if (bad->encoding)
            return events_.refuse(Code::file_encoding, place_, "not UTF-8" + where, "save the file as UTF-8");
        return events_.refuse(Code::file_character, place_, bad->name + where + ", which no text can hold");
    }
    const std::size_t begin = line.find_first_not_of(" \t");
    if (begin == std::string_view::npos) {
        ++blank_lines_;
        return Fate::filtered;
    }
    if (line[begin] == '[' && report_.rows == blank_lines_) {
        stopped_ = true;
        return events_.refuse(Code::json_array_file, place_, "the file is one array",
                              "write one object a line, with no brackets around them and no commas between");
    }
    if (const auto problem = json_.parse(line)) return refuse_unread(*problem, line);
    return read_object(line);
}

Fate NdjsonFile::refuse_unread(const JsonObject::Problem& problem, std::string_view line) {
    if (problem.code == Code::json_syntax && spread_out(problem, line)) {
        stopped_ = true;
        return events_.refuse(Code::json_syntax, place_, "an object is spread over several lines",
                              "write each object on a line of its own");
    }
    std::string message = problem.message;
    if (problem.code == Code::json_syntax) {
        if (problem.at_end)
            message +=
                more_lines_ ? ": the line ends too soon" : ": the line ends too soon; the file may have been cut off";
        else if (problem.at > 0)
            message += " (byte " + std::to_string(problem.at) + " of the line)";
    }
    return events_.refuse(problem.code, place_, message);
}

/// The first object of a file that was printed for people to read.
bool NdjsonFile::spread_out(const JsonObject::Problem& problem, std::string_view line) const {
    return problem.at_end && more_lines_ && report_.rows == blank_lines_ && line.find('}') == std::string_view::npos;
}

Fate NdjsonFile::read_object(std::string_view line) {
    place_members();
    if (stopped_) return Fate::refused;
    if (const auto fate = read_required()) return *fate;
    const std::string_view case_id = json_[case_].kind == Json::Kind::text ? text_of(case_) : case_text_;
    const Fate fate =
        events_.begin(place_, line, case_id, event_ == 0 ? "" : text_of(event_), at_ == 0 ? "" : text_of(at_));
    if (fate != Fate::begun) return fate;
    if (!read_members(columns_.of_type(events_.type()))) return Fate::refused;
    return events_.finish();
}

/// Finds where each member stands.
void NdjsonFile::place_members() {
    case_ = event_ = at_ = 0;
    std::fill(member_.begin(), member_.end(), 0);
    std::string name;
    json_.each_in(0, [&](const Json& member, std::size_t place) {
        const std::string_view key = json_.key(member);
        if (key == case_key) {
            case_ = place;
        } else if (key == event_key) {
            event_ = place;
        } else if (key == at_key) {
            at_ = place;
        } else if (key != facts_key) {
            if (const auto column = column_of(key)) member_[*column] = static_cast<std::uint32_t>(place);
        } else if (member.kind == Json::Kind::object) {
            json_.each_in(place, [&](const Json& fact, std::size_t fact_place) {
                const auto column = column_of(name.assign(of_the_case).append(json_.key(fact)));
                if (column) member_[*column] = static_cast<std::uint32_t>(fact_place);
            });
        } else if (member.kind != Json::Kind::null) {
            faults_.add(Code::json_type, place_, std::string{spoken(member.kind)} + " where an object was expected", "",
                        facts_key);
        }
    });
}

/// Looks at the types of the three members that every line must have.
std::optional<Fate> NdjsonFile::read_required() {
    const auto refuse = [&](Code code, const Json& value, std::string_view wanted, std::string_view key) {
        return events_.refuse(
            code, place_, std::string{spoken(value.kind)} + " where " + std::string{wanted} + " was expected", "", key);
    };
    const Json& id = json_[case_];
    if (case_ != 0 && id.kind == Json::Kind::whole) {
        if (id.whole > largest_id || id.whole < -largest_id)
            return events_.refuse(Code::json_number, place_, "a number too large to be an id; write it as text", "",
                                  case_key);
        case_text_ = std::to_string(id.whole);
    } else if (case_ == 0 || id.kind == Json::Kind::null) {
        case_text_.clear();
    } else if (id.kind != Json::Kind::text) {
        const bool number = id.kind == Json::Kind::other_number;
        return refuse(number ? Code::json_number : Code::json_type, id, "a text", case_key);
    }
    for (const auto& [place, key, wanted] :
         {std::tuple{event_, event_key, "a text"}, std::tuple{at_, at_key, "a date as text"}}) {
        const Json& value = json_[place];
        if (place != 0 && value.kind != Json::Kind::text && value.kind != Json::Kind::null)
            return refuse(Code::json_type, value, wanted, key);
    }
    return std::nullopt;
}

bool NdjsonFile::read_members(std::span<const Columns::Wanted> wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [this](const Columns::Wanted& one) { return read_member(one); });
}

bool NdjsonFile::read_member(const Columns::Wanted& wanted) {
    const std::size_t place = member_[wanted.column];
    if (place == 0 || json_[place].kind == Json::Kind::null) return true;
    const TypeKind kind = events_.cells().kind(wanted.fact);
    const bool list = kind == TypeKind::many_of || kind == TypeKind::agencies;
    if (json_[place].kind == Json::Kind::text && !list)
        return events_.add(wanted.fact, names_[wanted.column], text_of(place));
    return events_.put(wanted.fact, names_[wanted.column], read_value(wanted.fact, place));
}

rules::Value NdjsonFile::read_value(rules::FactId fact, std::size_t place) {
    const Json& value = json_[place];
    switch (events_.cells().kind(fact)) {
        case TypeKind::number:
            if (value.kind == Json::Kind::whole) return events_.cells().accept(rules::Value::of_number(value.whole));
            break;
        case TypeKind::yes_no:
            if (value.kind == Json::Kind::yes_no) return events_.cells().accept(rules::Value::of_yes_no(value.yes));
            break;
        case TypeKind::many_of:
        case TypeKind::agencies:
            if (value.kind == Json::Kind::list) return read_list(fact, place);
            break;
        default:
            break;
    }
    return wrong_type(fact, value);
}

rules::Value NdjsonFile::read_list(rules::FactId fact, std::size_t place) {
    items_.clear();
    const Json* other = nullptr;
    json_.each_in(place, [&](const Json& item, std::size_t) {
        if (item.kind == Json::Kind::text)
            items_.push_back(json_.text(item));
        else
            other = &item;
    });
    return other != nullptr ? wrong_type(fact, *other) : events_.cells().read_list(fact, items_);
}

rules::Value NdjsonFile::wrong_type(rules::FactId fact, const Json& value) {
    const bool number = value.kind == Json::Kind::other_number && events_.cells().kind(fact) == TypeKind::number;
    return events_.cells().spoil({number ? Code::json_number : Code::json_type,
                                  std::string{spoken(value.kind)} + " where " +
                                      std::string{wanted_for(events_.cells().kind(fact))} + " was expected",
                                  ""});
}

class NdjsonReader : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        return NdjsonFile{bytes, schema, options, take, report}.read();
    }
};

}  // namespace

const Reader& ndjson_reader() {
    static const NdjsonReader reader;
    return reader;
}

bool recognises_ndjson(std::string_view, std::string_view first_bytes) {
    if (first_bytes.starts_with("\xEF\xBB\xBF")) first_bytes.remove_prefix(3);
    const std::size_t begin = first_bytes.find_first_not_of(" \t\r\n");
    return begin != std::string_view::npos && (first_bytes[begin] == '{' || first_bytes[begin] == '[');
}

}  // namespace csapath::engine

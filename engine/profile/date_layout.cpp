// SPDX-License-Identifier: MIT
#include "engine/profile/date_layout.hpp"

#include <algorithm>
#include <array>

namespace csapath::engine {

namespace {

using Order = DateLayout::Order;

constexpr std::array<std::string_view, 12> month_names = {"january",   "february", "march",    "april",
                                                          "may",       "june",     "july",     "august",
                                                          "september", "october",  "november", "december"};

bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

/// Takes a text apart from the front.
class DateWalk {
public:
    explicit DateWalk(std::string_view text) : rest_(text) {}

    std::string_view figures() { return take_while(is_figure); }
    std::string_view letters() {
        return take_while([](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    }
    /// What stands between two parts: one sign that patterns know, or a comma and a space.
    std::string sign() {
        constexpr std::string_view known = " -/.,";
        if (rest_.starts_with(", ")) return rest_.remove_prefix(2), ", ";
        if (rest_.empty() || known.find(rest_.front()) == std::string_view::npos) return {};
        std::string taken{rest_.front()};
        rest_.remove_prefix(1);
        return taken;
    }
    bool take(std::string_view text) {
        if (!rest_.starts_with(text)) return false;
        rest_.remove_prefix(text.size());
        return true;
    }
    bool at_end() const { return rest_.empty(); }
    std::string_view rest() const { return rest_; }

private:
    template <class Wanted>
    std::string_view take_while(Wanted wanted) {
        const auto end = std::ranges::find_if_not(rest_, wanted);
        const std::string_view taken = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
        rest_.remove_prefix(taken.size());
        return taken;
    }
    std::string_view rest_;
};

enum class MonthName : std::uint8_t { none, abbreviated, whole };

MonthName month_name(std::string_view letters) {
    std::string small{letters};
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    for (const std::string_view name : month_names) {
        if (small == name.substr(0, 3)) return MonthName::abbreviated;
        if (small == name) return MonthName::whole;
    }
    return MonthName::none;
}

/// What follows a date: nothing, or a time of day. False for anything else.
bool read_time(DateWalk& walk, WrittenDate& into) {
    if (walk.at_end()) return true;
    std::string time = walk.take("T") ? "T" : walk.sign();
    if (time != "T" && time != " " && time != ", ") return false;
    const std::string_view hour = walk.figures();
    if (hour.empty() || hour.size() > 2 || !walk.take(":") || walk.figures().size() != 2) return false;
    into.one_figure.hour = hour.size() == 1;
    time += "h:mm";
    if (walk.take(":")) {
        if (walk.figures().size() != 2) return false;
        time += ":ss";
        if (walk.take(".")) {
            const std::size_t count = walk.figures().size();
            if (count == 0 || count > 9) return false;
            time += ".f";
        }
    }
    if (walk.rest().starts_with(' ') && walk.rest().size() == 3) {
        walk.take(" ");
        time += " ";
    }
    if (walk.rest().size() == 2) {
        const std::string_view half = walk.letters();
        if (half != "am" && half != "pm" && half != "AM" && half != "PM") return false;
        time += "am/pm";
    }
    into.layout.time = time;
    return walk.at_end();
}

/// 2025-04-30T15:20:00+01:00 and its like, which a pattern of its own reads.
bool is_iso(std::string_view text) {
    constexpr std::string_view shape = "9999-99-99";
    if (text.size() < shape.size() || (text.size() > shape.size() && text[shape.size()] != 'T')) return false;
    for (std::size_t at = 0; at < shape.size(); ++at)
        if (shape[at] == '9' ? !is_figure(text[at]) : text[at] != '-') return false;
    return true;
}

std::optional<WrittenDate> starting_with_name(DateWalk walk) {
    WrittenDate date;
    const MonthName name = month_name(walk.letters());
    if (name == MonthName::none) return std::nullopt;
    date.layout.order = Order::name_day;
    date.layout.long_name = name == MonthName::whole;
    date.layout.first_sign = walk.sign();
    const std::string_view day = walk.figures();
    date.layout.second_sign = walk.sign();
    date.one_figure.first = day.size() == 1;
    const bool good = !day.empty() && day.size() <= 2 && !date.layout.second_sign.empty() && walk.figures().size() == 4;
    return good && read_time(walk, date) ? std::optional(date) : std::nullopt;
}

}  // namespace

std::optional<WrittenDate> date_written(std::string_view text) {
    constexpr std::size_t longest = 40;
    if (text.empty() || text.size() > longest) return std::nullopt;
    WrittenDate date;
    DateLayout& layout = date.layout;
    if (is_iso(text)) return date;
    DateWalk walk(text);
    if (!is_figure(text.front())) return starting_with_name(walk);

    const std::string_view first = walk.figures();
    if (walk.at_end()) {
        layout.order = first.size() == 5 ? Order::day_number : Order::eight_figures;
        return first.size() == 5 || first.size() == 8 ? std::optional(date) : std::nullopt;
    }
    layout.first_sign = walk.sign();
    if (layout.first_sign.empty()) return std::nullopt;
    const std::string_view letters = walk.letters();
    const MonthName name = month_name(letters);
    if (!letters.empty() && name == MonthName::none) return std::nullopt;
    const std::string_view second = letters.empty() ? walk.figures() : std::string_view{};
    layout.second_sign = walk.sign();
    const std::string_view third = walk.figures();
    if (layout.second_sign.empty() || third.empty()) return std::nullopt;
    date.one_figure = {.first = first.size() == 1, .second = second.size() == 1};

    const bool day_or_month = first.size() <= 2, second_fits = second.size() == 1 || second.size() == 2;
    if (!letters.empty() && day_or_month && third.size() == 4) {
        layout.order = Order::day_name;
        layout.long_name = name == MonthName::whole;
    } else if (first.size() == 4 && second_fits && third.size() <= 2) {
        layout.order = Order::year_first;
        date.one_figure = {.first = third.size() == 1, .second = second.size() == 1};
    } else if (day_or_month && second_fits && third.size() == 4) {
        layout.order = Order::figures;
    } else if (day_or_month && third.size() == 2 && (second.size() == 2 || second.size() == 1 || !letters.empty())) {
        layout.order = Order::short_year;
    } else {
        return std::nullopt;
    }
    return read_time(walk, date) ? std::optional(date) : std::nullopt;
}

std::vector<std::string> patterns_of(const DateLayout& layout, const OneFigure& one_figure) {
    const auto part = [](char letter, bool one) { return std::string(one ? 1 : 2, letter); };
    std::string time = layout.time;
    if (const std::size_t hour = time.find('h'); hour != std::string::npos && !one_figure.hour)
        time.insert(hour, 1, 'h');
    const auto joined = [&](const std::string& a, const std::string& b, const std::string& c) {
        return a + layout.first_sign + b + layout.second_sign + c + time;
    };
    const std::string name = layout.long_name ? "mmmm" : "mmm";
    switch (layout.order) {
        case Order::iso:
            return {"iso"};
        case Order::year_first:
            return {joined("yyyy", part('m', one_figure.second), part('d', one_figure.first))};
        case Order::figures:
            return {joined(part('d', one_figure.first), part('m', one_figure.second), "yyyy"),
                    joined(part('m', one_figure.first), part('d', one_figure.second), "yyyy")};
        case Order::day_name:
            return {joined(part('d', one_figure.first), name, "yyyy")};
        case Order::name_day:
            return {joined(name, part('d', one_figure.first), "yyyy")};
        case Order::day_number:
            return {"day-number"};
        case Order::eight_figures:
            return {"yyyymmdd"};
        case Order::short_year:
            break;
    }
    return {};
}

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
#include "cli/options.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>

#include "cli/failure.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {
namespace {

/// The column at which the sentences of a help page begin.
constexpr std::size_t sentence_column = 26;
constexpr std::size_t page_width = 100;

std::string wrapped(std::string_view sentence, std::size_t column) {
    std::string text;
    std::size_t used = column;
    while (!sentence.empty()) {
        const std::string_view word = sentence.substr(0, sentence.find(' '));
        if (used > column && used + 1 + word.size() > page_width) {
            text += '\n';
            text.append(column, ' ');
            used = column;
        } else if (used > column) {
            text += ' ';
            ++used;
        }
        text += word;
        used += word.size();
        sentence.remove_prefix(std::min(sentence.size(), word.size() + 1));
    }
    return text;
}

}  // namespace

struct Options::Parser {
    struct Declared {
        std::string names, value, sentence;
        bool repeatable = false;
        CLI::Option* option = nullptr;
        std::vector<std::string> given = {};
        bool* flag = nullptr;
        std::optional<std::string>* single = nullptr;
        std::vector<std::string>* several = nullptr;

        /// "--quiet" of "-q,--quiet".
        std::string long_name() const { return names.substr(names.rfind(',') + 1); }
        bool called(std::string_view written) const {
            return written == long_name() || written == std::string_view(names).substr(0, names.find(','));
        }
    };

    CLI::App app;
    std::vector<std::unique_ptr<Declared>> declared;
    std::vector<std::string>* words_into = nullptr;
    bool help_wanted = false;

    Declared& declare(Declared row) { return *declared.emplace_back(std::make_unique<Declared>(std::move(row))); }

    void sort_out(const std::vector<std::string>& left) const;
    [[noreturn]] void refuse(const std::string& option) const;
    void check_values(std::span<const std::string> arguments) const;
};

Options::Options() : parser_(std::make_unique<Parser>()) {
    parser_->app.set_help_flag();
    parser_->app.allow_extras();
    flag("-h,--help", parser_->help_wanted, "this page");
}

Options::~Options() = default;

void Options::flag(const std::string& names, bool& into, std::string sentence) {
    auto& row = parser_->declare({.names = names, .value = "", .sentence = std::move(sentence)});
    row.flag = &into;
    row.option = parser_->app.add_flag(names);
}

void Options::value(const std::string& names, std::optional<std::string>& into, std::string value,
                    std::string sentence) {
    auto& row = parser_->declare({.names = names, .value = std::move(value), .sentence = std::move(sentence)});
    row.single = &into;
    // Collected like a repeated one, so that a second one can be told from the first.
    row.option = parser_->app.add_option(names, row.given)->allow_extra_args(false);
}

void Options::repeated(const std::string& names, std::vector<std::string>& into, std::string value,
                       std::string sentence) {
    auto& row = parser_->declare(
        {.names = names, .value = std::move(value), .sentence = std::move(sentence), .repeatable = true});
    row.several = &into;
    row.option = parser_->app.add_option(names, row.given)->allow_extra_args(false);
}

void Options::words(std::vector<std::string>& into) {
    parser_->words_into = &into;
}

/// What CLI11 has left, in the order of the line: words, the first "--", and options that nobody declared. CLI11 could
/// take the words itself, but would pull apart one that stands in square brackets.
void Options::Parser::sort_out(const std::vector<std::string>& left) const {
    bool all_words = false;
    for (const std::string& one : left) {
        if (!all_words && one == "--") {
            all_words = true;
        } else if (!all_words && one.starts_with('-') && one != "-") {
            refuse(one);
        } else if (words_into == nullptr) {
            throw UsageError(fmt::format("'{}' is more than this command takes", rules::printable(one)));
        } else {
            words_into->push_back(one);
        }
    }
}

void Options::Parser::refuse(const std::string& option) const {
    const std::string written = option.substr(0, option.find('='));
    std::vector<std::string> known;
    for (const auto& row : declared) known.push_back(row->long_name().substr(2));
    std::string message = fmt::format("there is no option '{}'", rules::printable(written));
    const std::size_t dashes = written.find_first_not_of('-');
    if (dashes == 2)
        if (const auto near = rules::near_name(std::string_view(written).substr(dashes), known))
            message += fmt::format("; did you mean '--{}'?", *near);
    throw UsageError(message);
}

/// An option that takes a value takes whatever follows it, also when that is the next option or nothing.
void Options::Parser::check_values(std::span<const std::string> arguments) const {
    const auto option_called = [&](std::string_view written) -> const Declared* {
        const auto found =
            std::find_if(declared.begin(), declared.end(), [&](const auto& row) { return row->called(written); });
        return found == declared.end() ? nullptr : found->get();
    };
    for (std::size_t at = 0; at < arguments.size() && arguments[at] != "--"; ++at) {
        const std::string& argument = arguments[at];
        if (argument.starts_with("--") && argument.ends_with('=') &&
            option_called(argument.substr(0, argument.size() - 1)))
            throw UsageError(fmt::format("{} has no value after its =", argument.substr(0, argument.size() - 1)));
        const Declared* option = option_called(argument);
        if (option == nullptr || option->flag != nullptr) continue;
        if (++at == arguments.size()) throw UsageError(fmt::format("{} needs a value: {}", argument, option->value));
        const std::string& follows = arguments[at];
        if (option_called(follows.substr(0, follows.find('='))) != nullptr)
            throw UsageError(fmt::format("{} needs a value ({}), and the option {} follows it", argument, option->value,
                                         follows.substr(0, follows.find('='))));
    }
}

bool Options::parse(std::span<const std::string> arguments) {
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    if (std::any_of(arguments.begin(), end, [](const auto& one) { return one == "--help" || one == "-h"; }))
        return false;
    parser_->check_values(arguments);
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    try {
        parser_->app.parse(std::move(reversed));
    } catch (const CLI::ParseError& error) {
        throw UsageError(rules::printable(error.what()));
    }
    parser_->sort_out(parser_->app.remaining());

    for (const auto& row : parser_->declared) {
        const std::size_t times = row->option->count();
        if (times > 1 && !row->repeatable)
            throw UsageError(fmt::format("{} is given {} times", row->long_name(), times));
        if (times == 0) continue;
        if (row->flag != nullptr) {
            if (row->option->results().front() != "true")
                throw UsageError(fmt::format("{} takes no value", row->long_name()));
            *row->flag = true;
        }
        if (row->single != nullptr) *row->single = row->given.front();
        if (row->several != nullptr) *row->several = row->given;
    }
    return true;
}

std::string Options::help() const {
    std::string text;
    for (const auto& row : parser_->declared) {
        std::string left = "  ";
        left += row->names.starts_with("--") ? "    " : "";
        for (const char letter : row->names) left += letter == ',' ? std::string(", ") : std::string(1, letter);
        if (!row->value.empty()) left += " " + row->value;
        if (left.size() + 2 > sentence_column) {
            left += '\n';
            left.append(sentence_column, ' ');
        } else {
            left.append(sentence_column - left.size(), ' ');
        }
        text += left + wrapped(row->sentence + (row->repeatable ? "; may be repeated" : ""), sentence_column) + '\n';
    }
    return text;
}

std::string_view one_of(std::string_view option, std::string_view written, std::span<const std::string> allowed) {
    const auto found = std::find(allowed.begin(), allowed.end(), written);
    if (found != allowed.end()) return *found;
    std::string list;
    for (const std::string& name : allowed) list += (list.empty() ? "" : ", ") + name;
    throw UsageError(fmt::format("{} cannot be '{}'{}; it is one of: {}", option, rules::printable(written),
                                 rules::did_you_mean(written, allowed), list));
}

unsigned whole_number(std::string_view option, std::string_view written, unsigned least, unsigned most) {
    unsigned number = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), number);
    if (error != std::errc{} || end != written.data() + written.size() || number < least || number > most)
        throw UsageError(fmt::format("{} is a whole number from {} to {}, not '{}'", option, least, most,
                                     rules::printable(written)));
    return number;
}

}  // namespace csapath::cli

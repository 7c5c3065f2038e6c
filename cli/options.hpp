// SPDX-License-Identifier: MIT
/// What a command line may say. options.cpp is the only door to CLI11.
///
/// Strict where tools often are not: an option is written out in full, stands once unless it may be repeated, and what
/// is not known is an error that names the nearest option.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::cli {

class Options {
public:
    Options();
    ~Options();
    Options(const Options&) = delete;
    Options& operator=(const Options&) = delete;

    /// `names` as "-q,--quiet" or "--jobs"; `value` is the word that help shows for the value. What is bound must live
    /// until parse() is done.
    void flag(const std::string& names, bool& into, std::string sentence);
    void value(const std::string& names, std::optional<std::string>& into, std::string value, std::string sentence);
    void repeated(const std::string& names, std::vector<std::string>& into, std::string value, std::string sentence);
    /// What stands on the line without an option before it. Without this, nothing may.
    void words(std::vector<std::string>& into);

    /// Throws UsageError. False if --help was asked for; then nothing else was looked at.
    bool parse(std::span<const std::string> arguments);

    /// The options, a line or more each, in the order in which they were declared.
    std::string help() const;

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

/// Values of options, strictly read; each throws UsageError and says what is allowed.
///
/// `written` if it is one of `allowed`.
std::string_view one_of(std::string_view option, std::string_view written, std::span<const std::string> allowed);
/// Decimal digits alone, from `least` to `most`.
unsigned whole_number(std::string_view option, std::string_view written, unsigned least, unsigned most);

}  // namespace csapath::cli

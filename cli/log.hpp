// SPDX-License-Identifier: MIT
/// What the program says while it works, on standard error. log.cpp is the only door to spdlog.
///
/// Nothing about a case may ever get here: a message is made of fixed words, numbers, and names of files that stood on
/// the command line. The types see to that; a string does not compile.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include "engine/reporters/reporter.hpp"

namespace csapath::cli {

/// The name of a file as the user gave it, or a word of the program's own; shown with control characters escaped.
struct Named {
    explicit Named(std::string_view written);
    std::string shown;
};

template <typename Part>
concept Loggable = std::is_arithmetic_v<Part> || std::same_as<Part, Named>;

enum class Loudness { quiet, normal, verbose };

class Log {
public:
    Log(engine::Out& out, Loudness loudness);
    ~Log();
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    /// Said under --verbose.
    template <Loggable... Parts>
    void detail(fmt::format_string<const Parts&...> words, const Parts&... parts) {
        write(Loudness::verbose, fmt::format(words, parts...));
    }
    /// Said unless --quiet.
    template <Loggable... Parts>
    void note(fmt::format_string<const Parts&...> words, const Parts&... parts) {
        write(Loudness::normal, fmt::format(words, parts...));
    }
    /// Always said.
    template <Loggable... Parts>
    void warn(fmt::format_string<const Parts&...> words, const Parts&... parts) {
        write(Loudness::quiet, fmt::format(words, parts...));
    }

private:
    void write(Loudness from, const std::string& message);

    struct Logger;
    std::unique_ptr<Logger> logger_;
};

}  // namespace csapath::cli

template <>
struct fmt::formatter<csapath::cli::Named> : fmt::formatter<std::string_view> {
    template <typename Context>
    auto format(const csapath::cli::Named& name, Context& context) const {
        return fmt::formatter<std::string_view>::format(name.shown, context);
    }
};

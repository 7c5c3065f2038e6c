// SPDX-License-Identifier: MIT
/// JSON with its commas and line ends in the right places, for what is nested more deeply than results are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::engine {

/// Keys and elements come in the order in which they are written. What is `flat` stays on one line.
class JsonWriter {
public:
    explicit JsonWriter(std::string& to) : to_{to} {}

    void open(char bracket, bool flat = false);
    void close();
    JsonWriter& key(std::string_view name);

    void text(std::string_view value);
    void text_or_null(std::string_view value);  ///< null for an empty text
    void number(std::int64_t value);
    void yes_no(bool value);
    void null();

    /// A list of texts on one line.
    template <class Texts>
    void texts(const Texts& values) {
        open('[', true);
        for (const auto& value : values) text(value);
        close();
    }

private:
    void element();

    struct Level {
        char closing;
        bool flat, empty = true;
    };
    std::string& to_;
    std::vector<Level> levels_;
    bool after_key_ = false;
};

}  // namespace csapath::engine

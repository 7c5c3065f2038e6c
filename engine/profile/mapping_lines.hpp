// SPDX-License-Identifier: MIT
/// The lines of a mapping that is written for somebody to finish.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::engine {

class MappingLines {
public:
    /// A line of YAML at a depth of nesting.
    void add(std::size_t depth, std::string_view line);
    /// A line that counts once somebody takes the # away.
    void add_proposal(std::size_t depth, std::string_view line);
    /// A question, numbered, broken into lines of comment.
    void ask(std::size_t depth, std::string_view question);
    void explain(std::size_t depth, std::string_view sentence);
    void blank();

    unsigned questions() const { return questions_; }
    std::string take() && { return std::move(text_); }

private:
    std::string text_;
    unsigned questions_ = 0;
};

/// A text as YAML writes it in quotes.
std::string quoted_scalar(std::string_view text);
/// The same in a list: ["A", "B"].
std::string quoted_list(const std::vector<std::string>& texts);
/// A word that can be a key: letters, figures, - and _, beginning with a letter.
std::string key_word(std::string_view text);

}  // namespace csapath::engine

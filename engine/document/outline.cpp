// SPDX-License-Identifier: MIT
#include "engine/document/outline.hpp"

#include <algorithm>

#include "engine/document/characters.hpp"

namespace csapath::engine {
namespace {

bool blank_or_break(char letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || letter == '\n';
}

class Outliner {
public:
    Outliner(std::string_view text, int depth, std::size_t values)
        : text_(text),
          depth_(static_cast<std::size_t>(std::max(depth, 0))),
          values_(values),
          at_(byte_order_mark(text)) {}

    Outline run() {
        while (at_ < text_.size() && !outline_.too_deep && !outline_.too_many) step();
        if (!brackets_.empty()) outline_.open_bracket = brackets_.back();
        return std::move(outline_);
    }

private:
    void step() {
        const char letter = text_[at_];
        if (letter == '#' && (at_ == 0 || blank_or_break(text_[at_ - 1])))
            at_ = line_end(at_);
        else if (blank_or_break(letter))
            line_or_blank(letter);
        else if (fresh_)
            token(letter);
        else if (letter == ':' && ends_key(at_ + 1))
            fresh_ = true, ++at_;
        else if (!brackets_.empty() && (letter == ',' || bracket(letter)))
            flow(letter);
        else
            ++at_;
    }

    void line_or_blank(char letter) {
        if (letter == '\n' && brackets_.empty()) fresh_ = true;
        ++at_;
    }

    /// What stands where a value may begin.
    void token(char letter) {
        if (letter == '"' || letter == '\'') {
            quote(letter);
        } else if (bracket(letter) || (letter == ',' && !brackets_.empty())) {
            flow(letter);
        } else if ((letter == '|' || letter == '>') && brackets_.empty()) {
            block();
        } else if (letter == '&' || letter == '!') {
            while (at_ < text_.size() && !blank_or_break(text_[at_])) ++at_;
        } else {
            fresh_ = (letter == '-' || letter == '?') && ends_key(at_ + 1);
            ++at_;
        }
    }

    void flow(char letter) {
        if (letter == '[' || letter == '{') {
            if (brackets_.size() == depth_) outline_.too_deep = place();
            brackets_.push_back(place());
            fresh_ = true;
        } else if (letter == ',') {
            if (++commas_ >= values_) outline_.too_many = place();
            fresh_ = true;
        } else {
            if (!brackets_.empty()) brackets_.pop_back();
            fresh_ = false;
        }
        ++at_;
    }

    void quote(char mark) {
        const std::uint32_t begin = place();
        for (++at_; at_ < text_.size(); ++at_) {
            if (mark == '"' && text_[at_] == '\\') {
                ++at_;
            } else if (text_[at_] == mark) {
                if (mark == '"' || !text_.substr(at_ + 1).starts_with('\'')) break;
                ++at_;
            }
        }
        if (at_ >= text_.size()) {
            outline_.open_quote = begin;
            return;
        }
        ++at_;
        if (text_.substr(begin, at_ - begin).find('\n') != text_.npos) outline_.long_quotes.push_back({begin, place()});
        fresh_ = false;
    }

    /// Passes over a block: all lines that are blank or indented as far as its first.
    void block() {
        const auto own = text_.substr(text_.rfind('\n', at_) + 1).find_first_not_of(' ');
        std::optional<std::size_t> indentation;
        for (at_ = line_end(at_); at_ < text_.size(); at_ = line_end(at_ + 1)) {
            const auto first = std::min(text_.find_first_not_of(' ', at_ + 1), text_.size());
            if (first == text_.size() || text_[first] == '\n' || text_[first] == '\r') continue;
            const auto spaces = first - at_ - 1;
            if (spaces < indentation.value_or(own + 1)) break;
            if (!indentation) indentation = spaces;
        }
        fresh_ = true;
    }

    static bool bracket(char letter) { return letter == '[' || letter == ']' || letter == '{' || letter == '}'; }
    bool ends_key(std::size_t at) const {
        return at >= text_.size() || blank_or_break(text_[at]) ||
               (!brackets_.empty() && (text_[at] == ',' || bracket(text_[at])));
    }
    std::size_t line_end(std::size_t at) const { return std::min(text_.find('\n', at), text_.size()); }
    std::uint32_t place() const { return static_cast<std::uint32_t>(at_); }

    std::string_view text_;
    std::size_t depth_, values_;
    std::size_t at_;
    std::size_t commas_ = 0;
    bool fresh_ = true;  ///< a value may begin here
    std::vector<std::uint32_t> brackets_;
    Outline outline_;
};

}  // namespace

Outline outlined(std::string_view text, int depth, std::size_t values) {
    return Outliner(text, depth, values).run();
}

}  // namespace csapath::engine

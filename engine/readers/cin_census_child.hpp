// SPDX-License-Identifier: MIT
/// One child of a census, gathered before anything is made of it: what stands further down may say what comes before it
/// means, and exporters do not keep to one order.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/cin_census_layout.hpp"

namespace csapath::engine {

class CensusChild {
public:
    struct Part {
        CensusElement element;
        std::uint32_t line;
        std::uint32_t behind = 0;                  ///< number of the part after the last of this one
        std::size_t text_begin = 0, text_end = 0;  ///< its text and that of all in it
    };

    static constexpr std::size_t most_parts = 500'000;
    static constexpr std::size_t most_text = std::size_t{16} << 20;  ///< bytes

    /// Forgets everything, and begins with the child itself.
    void begin(std::uint64_t line) {
        parts_.clear();
        open_.clear();
        text_.clear();
        open(CensusElement::child, line);
    }
    void open(CensusElement element, std::uint64_t line) {
        open_.push_back(static_cast<std::uint32_t>(parts_.size()));
        parts_.push_back({element, static_cast<std::uint32_t>(line), 0, text_.size(), text_.size()});
    }
    void add_text(std::string_view text) { text_ += text; }
    void close() {
        Part& part = parts_[open_.back()];
        part.behind = static_cast<std::uint32_t>(parts_.size());
        part.text_end = text_.size();
        open_.pop_back();
    }
    bool too_large() const { return parts_.size() > most_parts || text_.size() > most_text; }

    const Part& whole() const { return parts_.front(); }
    std::string_view text(const Part& part) const {
        return std::string_view{text_}.substr(part.text_begin, part.text_end - part.text_begin);
    }
    /// Calls `action(part, number)` for the parts of this name directly in `in`; the first is number 1.
    template <class Action>
    void each(const Part& in, CensusElement element, Action action) const {
        std::size_t number = 0;
        for (auto at = static_cast<std::size_t>(&in - parts_.data()) + 1; at < in.behind; at = parts_[at].behind)
            if (parts_[at].element == element) action(parts_[at], ++number);
    }

private:
    std::vector<Part> parts_;          // in the order of the file
    std::vector<std::uint32_t> open_;  // numbers of the parts that are not closed yet
    std::string text_;
};

}  // namespace csapath::engine

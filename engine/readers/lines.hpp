// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "engine/readers/window.hpp"

namespace csapath::engine {

/// The lines of an input, one after the other, without their line ends. A line holds until the next is asked for.
class Lines {
public:
    Lines(Window& window, std::size_t from) : window_(window), at_(from) {}

    enum class Got : std::uint8_t { line, end, too_long };
    Got next(std::string_view& line) {
        for (std::size_t looked = at_;;) {
            const char* const data = window_.data();
            const auto* end = static_cast<const char*>(std::memchr(data + looked, '\n', window_.size() - looked));
            const bool last = end == nullptr && window_.ended();
            if (end != nullptr || last) {
                if (last && at_ == window_.size()) return Got::end;
                const std::size_t behind = last ? window_.size() : static_cast<std::size_t>(end - data);
                line = {data + at_, behind - at_};
                if (line.ends_with('\r')) line.remove_suffix(1);
                at_ = last ? behind : behind + 1;
                offset_ = window_.offset() + static_cast<std::size_t>(line.data() - data);
                return Got::line;
            }
            looked = window_.size() - at_;
            const bool more = window_.move_to(at_);
            at_ = 0;
            if (!more && !window_.ended()) return Got::too_long;
        }
    }
    std::uint64_t offset() const { return offset_; }  ///< of the line in the input
    bool more() const { return at_ < window_.size() || !window_.ended(); }

private:
    Window& window_;
    std::size_t at_;
    std::uint64_t offset_ = 0;
};

}  // namespace csapath::engine

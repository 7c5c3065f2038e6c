// SPDX-License-Identifier: MIT
#include "engine/readers/window.hpp"

#include <algorithm>
#include <cstring>
#include <span>

namespace csapath::engine {

Window::Window(Bytes& bytes, std::size_t usual, std::size_t most)
    : bytes_(bytes), most_(std::max(usual, most)), room_(usual + padding) {}

bool Window::move_to(std::size_t from) {
    const std::size_t kept = size_ - from;
    if (from > 0) {
        std::memmove(room_.data(), room_.data() + from, kept);
        offset_ += from;
        size_ = kept;
    }
    if (ended_) return false;
    if (size_ + padding == room_.size()) {  // one row fills it all
        if (full()) return false;
        room_.resize(std::min(2 * size_, most_) + padding);
    }
    // Filled to the brim, so that nothing depends on how many bytes come at a time.
    const std::size_t brim = room_.size() - padding;
    while (size_ < brim) {
        const std::size_t read = bytes_.read(std::span{room_}.subspan(size_, brim - size_));
        if (read == 0) {
            ended_ = true;
            break;
        }
        size_ += read;
    }
    return size_ > kept;
}

void Window::append(char character) {
    if (size_ == room_.size()) room_.resize(size_ + padding);
    room_[size_++] = character;
    room_.resize(std::max(room_.size(), size_ + padding));
}

}  // namespace csapath::engine

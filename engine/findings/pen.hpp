// SPDX-License-Identifier: MIT
/// Writes at the end of a text, piece after piece. A finding is written in some sixty pieces, most of them a few bytes
/// long: room is made for all of them at once, so that putting one there is no more than copying it.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace csapath::engine {

/// Nobody else may touch the text while the pen writes; it is whole once the pen is gone.
class Pen {
public:
    explicit Pen(std::string& text) : text_(text) { go_on_at(text.size(), 0); }
    ~Pen() { text_.resize(written()); }
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

    void put(std::string_view piece) {
        make_room(piece.size());
        piece.copy(at_, piece.size());
        at_ += piece.size();
    }
    /// A piece that stands in the program itself.
    template <std::size_t size>
    void put(const char (&piece)[size]) {
        make_room(size - 1);
        std::memcpy(at_, piece, size - 1);
        at_ += size - 1;
    }
    void put(char letter) {
        make_room(1);
        *at_++ = letter;
    }
    /// Lets `write` put at most `most` characters at the place it is given; it returns the end of what it wrote.
    template <class Write>
    void put_at_most(std::size_t most, Write write) {
        make_room(most);
        at_ = write(at_);
    }

private:
    std::size_t written() const { return static_cast<std::size_t>(at_ - text_.data()); }
    [[gnu::always_inline]] void make_room(std::size_t bytes) {
        if (static_cast<std::size_t>(end_ - at_) < bytes) go_on_at(written(), bytes);
    }
    /// With room for a finding, as most are, or for `bytes`.
    void go_on_at(std::size_t place, std::size_t bytes);

    std::string& text_;
    char* at_ = nullptr;
    char* end_ = nullptr;
};

}  // namespace csapath::engine

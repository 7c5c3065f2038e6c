// SPDX-License-Identifier: MIT
/// Writes at the end of a text, piece after piece. A finding is written in some sixty pieces, most of them a few bytes
/// long: they are put together in a room of the pen's own, so that putting one there is no more than copying it.
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace csapath::engine {

/// Nobody else may touch the text while the pen writes; it is whole once the pen is gone.
class Pen {
public:
    // The room is not cleared: what is read of it was written before.
    explicit Pen(std::string& text) : text_(text) {}
    ~Pen() { hand_over(); }
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

    void put(std::string_view piece) {
        if (piece.size() > left()) [[unlikely]]
            return put_where_no_room_is(piece);
        piece.copy(at_, piece.size());
        at_ += piece.size();
    }
    /// A piece that stands in the program itself.
    template <std::size_t size>
    void put(const char (&piece)[size]) {
        static_assert(size <= usual_room);
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
        if (most > left()) [[unlikely]] {
            hand_over();
            if (most > usual_room) return put_into_text(most, write);
        }
        at_ = write(at_);
    }

private:
    static constexpr std::size_t usual_room = 2048;  ///< for a finding, as most are

    std::size_t left() const { return static_cast<std::size_t>(room_.data() + room_.size() - at_); }
    [[gnu::always_inline]] void make_room(std::size_t bytes) {
        if (left() < bytes) [[unlikely]]
            hand_over();
    }
    /// What is written goes to the text.
    void hand_over();
    void put_where_no_room_is(std::string_view piece);
    template <class Write>
    void put_into_text(std::size_t most, Write write) {
        const std::size_t from = text_.size();
        text_.resize(from + most);
        text_.resize(static_cast<std::size_t>(write(text_.data() + from) - text_.data()));
    }

    std::string& text_;
    std::array<char, usual_room> room_;
    char* at_ = room_.data();
};

}  // namespace csapath::engine

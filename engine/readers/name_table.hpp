// SPDX-License-Identifier: MIT
/// What was once found out about a text, for the next time the same text comes along: event names, agencies and values
/// repeat millions of times, and looking one up must cost next to nothing.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace csapath::engine {

/// A text that lies in a buffer which can be read on behind it, whatever stands there: a short one is then looked at as
/// two words, however long it is.
struct PaddedText {
    static constexpr std::size_t padding = 16;  ///< bytes behind its last, or behind its beginning if it is empty
    std::string_view text;

    operator std::string_view() const { return text; }
};

/// Holds a few thousand texts and then takes no more, so that no input can make it grow or slow it down; what it does
/// not hold is simply found out anew.
template <class Answer>
class NameTable {
public:
    /// nullptr if nothing is known. Holds until the next `add`.
    const Answer* find(std::string_view text) const {
        const Key key = key_of(text);
        const Slot& slot = slots_[place(key)];
        return slot.holds(key, text) ? &slot.answer : find_behind(text);
    }
    [[gnu::always_inline]] const Answer* find(PaddedText padded) const {
        const std::string_view text = padded.text;
        if (text.size() > 16) [[unlikely]]
            return find(text);
        const std::uint64_t* const masks = short_texts.data() + text.size();
        const Key key{word<std::uint64_t>(text.data()) & masks[8], word<std::uint64_t>(text.data() + 8) & masks[0],
                      text.size()};
        const Slot& slot = slots_[place(key)];
        return slot.key == key ? &slot.answer : find_behind(text);
    }

    void add(std::string_view text, const Answer& answer) {
        if (text.size() > longest) return;
        if (2 * (held_ + 1) > mask_) {
            if (mask_ >= most) return;
            grow();
        }
        // The names of one column are few, and none of them should stand where another is looked for first.
        while (slots_.size() < roomy && slots_[place(key_of(text))].key.size != free_slot) grow();
        const std::string* kept = text.size() > 16 ? &texts_.emplace_back(text) : nullptr;
        if (put({key_of(text), kept, answer})) ++held_;
    }

private:
    static constexpr std::size_t least = 256, roomy = 1024, most = 8192, most_tried = 16, longest = 256;
    static constexpr std::uint64_t free_slot = UINT64_MAX;

    /// The first bytes of a word: those of a text of n bytes at 8 + n, and those of what it has beyond eight at n.
    static constexpr auto short_texts = [] {
        std::array<std::uint64_t, 25> masks{};
        for (std::size_t bytes = 1; bytes <= 16; ++bytes)
            masks[8 + bytes] = bytes >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * bytes)) - 1;
        return masks;
    }();

    template <class Word>
    static Word word(const char* at) {
        Word word;
        std::memcpy(&word, at, sizeof word);
        return word;
    }

    /// A text of up to 16 bytes is its own key, with noughts behind it; of a longer one the key holds the two ends.
    struct Key {
        std::uint64_t front = 0, back = 0, size = free_slot;

        bool operator==(const Key& other) const {
            return ((front ^ other.front) | (back ^ other.back) | (size ^ other.size)) == 0;
        }
    };
    struct Slot {
        Key key = {};
        const std::string* text = nullptr;
        Answer answer = {};

        bool holds(const Key& wanted, std::string_view whole) const {
            return key == wanted && (wanted.size <= 16 || same_inside(whole));
        }
        /// The key holds the first and the last eight bytes of a longer text, and its size.
        bool same_inside(std::string_view whole) const {
            if (whole.size() > 32) return *text == whole;
            const char* const known = text->data();
            const std::size_t second_last = whole.size() - 16;
            return ((word<std::uint64_t>(known + 8) ^ word<std::uint64_t>(whole.data() + 8)) |
                    (word<std::uint64_t>(known + second_last) ^ word<std::uint64_t>(whole.data() + second_last))) == 0;
        }
    };

    /// Others came to its place first.
    [[gnu::noinline]] const Answer* find_behind(std::string_view text) const {
        const Key key = key_of(text);
        std::size_t at = place(key);
        for (std::size_t tried = 1; tried < most_tried; ++tried) {
            if (slots_[at].key.size == free_slot) return nullptr;
            at = (at + 1) & mask_;
            if (slots_[at].holds(key, text)) return &slots_[at].answer;
        }
        return nullptr;
    }

    static Key key_of(std::string_view text) {
        const char* const end = text.data() + text.size();
        if (text.size() > 8) {
            const auto back = word<std::uint64_t>(end - 8);
            const std::size_t known = text.size() < 16 ? 16 - text.size() : 0;  // bytes of it that are in the front
            return {word<std::uint64_t>(text.data()), back >> (8 * known), text.size()};
        }
        if (text.size() >= 4) {
            const std::uint64_t front = word<std::uint32_t>(text.data()), back = word<std::uint32_t>(end - 4);
            return {front | back << (8 * (text.size() - 4)), 0, text.size()};
        }
        std::uint64_t front = 0;
        for (std::size_t i = text.size(); i > 0; --i) front = front << 8 | static_cast<unsigned char>(text[i - 1]);
        return {front, 0, text.size()};
    }
    std::size_t place(const Key& key) const {
        const std::uint64_t mixed = (key.front ^ (key.back * 0x9E3779B97F4A7C15u) ^ key.size) * 0xD6E8FEB86659FD93u;
        return static_cast<std::size_t>(mixed >> 40) & mask_;
    }
    bool put(const Slot& wanted) {
        std::size_t at = place(wanted.key);
        for (std::size_t tried = 0; tried < most_tried; ++tried, at = (at + 1) & mask_) {
            if (slots_[at].key.size != free_slot) continue;
            slots_[at] = wanted;
            return true;
        }
        return false;
    }
    void grow() {
        std::vector<Slot> before(std::max(least, 2 * slots_.size()));
        before.swap(slots_);
        mask_ = slots_.size() - 1;
        held_ = 0;
        for (const Slot& slot : before)
            if (slot.key.size != free_slot && put(slot)) ++held_;
    }

    std::vector<Slot> slots_ = std::vector<Slot>(1);  // a power of two, and never full
    std::size_t mask_ = 0;
    std::deque<std::string> texts_;
    std::size_t held_ = 0;
};

}  // namespace csapath::engine

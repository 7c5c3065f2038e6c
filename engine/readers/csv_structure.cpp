// SPDX-License-Identifier: MIT
#include "engine/readers/csv_structure.hpp"

#include <bit>

#include "engine/readers/csv_blocks.hpp"

namespace csapath::engine {

namespace {
using csv_blocks::Bits;
using csv_blocks::block_size;
using csv_blocks::Eyes;
using csv_blocks::Glance;
using csv_blocks::Sets;

/// The number of the lowest bit set; of none, any number, without a look at whether there is one.
[[gnu::always_inline]] inline std::uint32_t lowest(Bits bits) {
    return static_cast<std::uint32_t>(__builtin_ctzll(bits | Bits{1} << 63));
}

/// Of each bit, whether it and all below it hold an odd number of ones: the bytes from an opening quote up to the one
/// before the closing quote.
Bits between(Bits quotes) {
#pragma GCC unroll 6
    for (int shift = 1; shift < 64; shift *= 2) quotes ^= quotes << shift;
    return quotes;
}

/// What quotes make of a block: most have none, and this is kept out of the way of those.
class Quoting {
public:
    /// The block before left nothing open.
    bool at_rest() const { return (inside_before_ | just_closed_) == 0; }
    bool open() const { return inside_before_ != 0; }

    struct Found {
        Bits structural, line_ends;  ///< outside quotes, and up to the first misplaced quote
        Bits line_ends_inside;
        Bits wrong;  ///< misplaced quotes, or what should not stand behind one
    };
    /// `may_open`: of a block before that left nothing open, 1 if its last character was a separator or a line end.
    Found take(Bits quotes, Bits structural, Bits line_ends, Bits carriage_returns, Bits there, Bits may_open) {
        if (!at_rest()) may_open = may_open_;
        const Bits inside = between(quotes) ^ inside_before_;
        const Bits opening = quotes & inside, closing = quotes & ~inside;
        Found found{structural & ~inside, line_ends & ~inside, line_ends & inside, 0};

        const Bits may_follow = found.structural | quotes | carriage_returns;
        found.wrong = ((opening & ~((found.structural | closing) << 1 | may_open)) |
                       ((closing << 1 | just_closed_) & ~may_follow)) &
                      there;
        if (found.wrong != 0) {
            const Bits before = (found.wrong ^ (found.wrong - 1)) >> 1;
            found.structural &= before;
            found.line_ends &= before;
        }
        inside_before_ = (inside & (Bits{1} << 63)) != 0 ? ~Bits{0} : 0;
        just_closed_ = closing >> 63;
        may_open_ = (found.structural | closing) >> 63;
        return found;
    }

private:
    Bits inside_before_ = 0;  ///< all ones if the block before ended inside quotes
    Bits may_open_ = 0;       ///< its last character was a separator or a line end, or closed a quote
    Bits just_closed_ = 0;    ///< its last character closed a quote
};

}  // namespace

/// The way through a stretch, block by block.
class CsvStructure::Walk {
public:
    Walk(CsvStructure& structure, const char* data, std::uint32_t begin, std::uint32_t end, CsvSigns signs)
        : structure_(structure),
          data_(data),
          begin_(begin),
          end_(end),
          signs_(signs),
          next_end_(structure.ends_.data() + 1) {}

    /// Takes in the block at `at`, all of which belongs to the stretch. False if it has to be looked at closely
    /// instead.
    [[gnu::always_inline]] bool take(std::uint32_t at, const Glance& seen) {
        if (seen.special || !quoting_.at_rest()) [[unlikely]]
            return false;
        write(at, seen.structural, seen.line_ends);
        return true;
    }
#if defined(__SSE2__) && defined(__GNUC__)
    [[gnu::target("avx2,bmi,popcnt"), gnu::always_inline]] bool take_wide(std::uint32_t at) {
        const Glance seen = csv_blocks::glance_wide(data_ + at, signs_);
        if (seen.special || !quoting_.at_rest()) [[unlikely]]
            return false;
        write_wide(at, seen.structural, seen.line_ends);
        return true;
    }
#endif
    /// Takes in a block with quotes or something odd in it, or of which only `there` belongs to the stretch. False if
    /// nothing behind it is to be indexed.
    [[gnu::noinline]] bool look_closely(std::uint32_t at, Bits there) {
        const Closely seen = look_at(at, there, csv_blocks::look(data_ + at, signs_), Eyes{data_ + at}.equal('\r'));
        write(at, seen.structural, seen.line_ends);
        return seen.go_on;
    }
#if defined(__SSE2__) && defined(__GNUC__)
    [[gnu::target("avx2,bmi,popcnt"), gnu::noinline]] bool look_closely_wide(std::uint32_t at, Bits there) {
        const Closely seen =
            look_at(at, there, csv_blocks::look_wide(data_ + at, signs_), csv_blocks::wide_equal(data_ + at, '\r'));
        write_wide(at, seen.structural, seen.line_ends);
        return seen.go_on;
    }
#endif
    /// The same for the last block, which may reach beyond the stretch.
    void take_last(std::uint32_t at) {
        if (at < end_) look_closely(at, (Bits{1} << (end_ - at)) - 1);
    }

    void finish() {
        structure_.row_count_ = row_count_;
        structure_.end_count_ = static_cast<std::size_t>(next_end_ - structure_.ends());
        structure_.open_ = quoting_.open();
    }

private:
    struct Closely {
        Bits structural, line_ends;
        bool go_on;
    };
    [[gnu::always_inline]] Closely look_at(std::uint32_t at, Bits there, const Sets& sets, Bits carriage_returns) {
        const Bits quotes = sets.quotes & there;
        Bits line_ends = sets.line_ends & there;
        Bits structural = (sets.separators & there) | line_ends;

        Bits odd = sets.odd & there & ~structural;
        if (odd != 0) {  // a carriage return before a line feed is nothing special
            const bool line_end_behind = data_[at + block_size] == signs_.line_end;
            const Bits before_line_end = line_ends >> 1 | static_cast<Bits>(line_end_behind) << 63;
            odd &= ~(carriage_returns & before_line_end);
        }
        bool go_on = true;
        if (quotes != 0 || !quoting_.at_rest()) {
            const Quoting::Found found =
                quoting_.take(quotes, structural, line_ends, carriage_returns, there, structural_before(at));
            structural = found.structural;
            line_ends = found.line_ends;
            odd |= found.line_ends_inside;
            if (found.wrong != 0) {
                structure_.misplaced_ = at + static_cast<std::uint32_t>(std::countr_zero(found.wrong));
                go_on = false;
            }
        }
        if (odd != 0) structure_.odd_.push_back(at);
        return {structural, line_ends, go_on};
    }

    Bits structural_before(std::uint32_t at) const {
        return at == begin_ || data_[at - 1] == signs_.separator || data_[at - 1] == signs_.line_end ? 1 : 0;
    }

    /// The offsets are written many at a time, whether there are that many or not: a loop that ends somewhere else in
    /// each block would cost more than the writing.
    [[gnu::always_inline]] void write(std::uint32_t at, Bits structural, Bits line_ends) {
        row_count_ += static_cast<std::uint32_t>(std::popcount(line_ends));
        const int count = std::popcount(structural);
        std::uint32_t* to = next_end_;
        for (int done = 0; done < count; done += 12) {
#pragma GCC unroll 12
            for (int i = 0; i < 12; ++i) {
                *to++ = at + lowest(structural);
                structural &= structural - 1;
            }
        }
        next_end_ += count;
    }

#if defined(__SSE2__) && defined(__GNUC__)
    [[gnu::target("avx2,bmi,popcnt"), gnu::always_inline]] void write_wide(std::uint32_t at, Bits structural,
                                                                           Bits line_ends) {
        row_count_ += static_cast<std::uint32_t>(std::popcount(line_ends));
        next_end_ = csv_blocks::write_places(next_end_, at, structural);
    }
#endif

    CsvStructure& structure_;
    const char* const data_;
    const std::uint32_t begin_, end_;
    const CsvSigns signs_;
    std::uint32_t* next_end_;
    std::uint32_t row_count_ = 0;
    Quoting quoting_;
};

void CsvStructure::index_blocks(const char* data, std::uint32_t begin, std::uint32_t end, CsvSigns signs) {
    Walk walk{*this, data, begin, end, signs};
    std::uint32_t at = begin;
    bool go_on = true;
    for (; go_on && end - at >= block_size; at += block_size)
        go_on = walk.take(at, csv_blocks::glance(data + at, signs)) || walk.look_closely(at, ~Bits{0});
    if (go_on) walk.take_last(at);
    walk.finish();
}

#if defined(__SSE2__) && defined(__GNUC__)
[[gnu::target("avx2,bmi,popcnt")]] void CsvStructure::index_wide(const char* data, std::uint32_t begin,
                                                                 std::uint32_t end, CsvSigns signs) {
    Walk walk{*this, data, begin, end, signs};
    std::uint32_t at = begin;
    bool go_on = true;
    for (; go_on && end - at >= block_size; at += block_size)
        go_on = walk.take_wide(at) || walk.look_closely_wide(at, ~Bits{0});
    if (go_on) walk.take_last(at);
    walk.finish();
}
#endif

void CsvStructure::index(const char* data, std::uint32_t begin, std::uint32_t end, CsvSigns signs) {
    const std::size_t room = std::size_t{end - begin} + 2 * block_size;
    if (ends_.size() < room) ends_.resize(room);
    ends_[0] = begin - 1;
    odd_.clear();
    misplaced_ = nowhere;
#if defined(__SSE2__) && defined(__GNUC__)
    static const bool wide = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("bmi") != 0;
    if (wide)
        index_wide(data, begin, end, signs);
    else
#endif
        index_blocks(data, begin, end, signs);
    odd_.push_back(nowhere);
}

}  // namespace csapath::engine

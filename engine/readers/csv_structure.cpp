// SPDX-License-Identifier: MIT
#include "engine/readers/csv_structure.hpp"

#include <bit>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace csapath::engine {

namespace {
constexpr std::uint32_t block_size = 64;

/// One bit a byte of a block, the lowest for the first.
using Bits = std::uint64_t;

#if defined(__SSE2__)
/// Four times sixteen bytes, compared at once.
class Eyes {
public:
    [[gnu::always_inline]] explicit Eyes(const char* block)
        : a_(load(block)), b_(load(block + 16)), c_(load(block + 32)), d_(load(block + 48)) {}

    [[gnu::always_inline]] Bits equal(char sign) const {
        const __m128i other = _mm_set1_epi8(sign);
        return bits(_mm_cmpeq_epi8(a_, other)) | bits(_mm_cmpeq_epi8(b_, other)) << 16 |
               bits(_mm_cmpeq_epi8(c_, other)) << 32 | bits(_mm_cmpeq_epi8(d_, other)) << 48;
    }
    /// Compared as signed numbers, the bytes of characters beyond ASCII are below nought.
    [[gnu::always_inline]] Bits below(char sign) const {
        const __m128i other = _mm_set1_epi8(sign);
        return bits(_mm_cmplt_epi8(a_, other)) | bits(_mm_cmplt_epi8(b_, other)) << 16 |
               bits(_mm_cmplt_epi8(c_, other)) << 32 | bits(_mm_cmplt_epi8(d_, other)) << 48;
    }

private:
    [[gnu::always_inline]] static __m128i load(const char* at) {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    }
    [[gnu::always_inline]] static Bits bits(__m128i bytes) { return static_cast<unsigned>(_mm_movemask_epi8(bytes)); }

    __m128i a_, b_, c_, d_;
};
#else
class Eyes {
public:
    explicit Eyes(const char* block) : block_(block) {}

    Bits equal(char sign) const {
        return where([sign](char byte) { return byte == sign; });
    }
    Bits below(char sign) const {
        return where([sign](char byte) { return static_cast<signed char>(byte) < sign; });
    }

private:
    template <class Test>
    Bits where(Test test) const {
        Bits bits = 0;
        for (std::uint32_t i = 0; i < block_size; ++i) bits |= static_cast<Bits>(test(block_[i])) << i;
        return bits;
    }

    const char* block_;
};
#endif

/// The number of the lowest bit set; of none, any number, without a look at whether there is one.
[[gnu::always_inline]] inline std::uint32_t lowest(Bits bits) {
    return static_cast<std::uint32_t>(__builtin_ctzll(bits | Bits{1} << 63));
}

/// Of each bit, whether it and all below it hold an odd number of ones: the bytes from an opening quote up to the one
/// before the closing quote.
[[gnu::always_inline]] inline Bits between(Bits quotes) {
    for (int shift = 1; shift < 64; shift *= 2) quotes ^= quotes << shift;
    return quotes;
}

}  // namespace

[[gnu::always_inline]] inline void CsvStructure::index_blocks(const char* data, std::uint32_t begin, std::uint32_t end,
                                                              CsvSigns signs) {
    std::uint32_t* const first_end = ends_.data() + 1;
    std::uint32_t* next_end = first_end;
    std::uint32_t* next_row = rows_.data();
    Bits inside_before = 0;  // all ones if the block before ended inside quotes
    Bits may_open = 1;       // its last character was a separator or a line end, or closed a quote
    Bits just_closed = 0;    // its last character closed a quote

    for (std::uint32_t at = begin; at < end; at += block_size) {
        const Eyes eyes{data + at};
        const Bits there = end - at < block_size ? (Bits{1} << (end - at)) - 1 : ~Bits{0};
        const Bits quotes = eyes.equal('"') & there;
        const Bits separators = eyes.equal(signs.separator) & there;
        Bits line_ends = eyes.equal(signs.line_end) & there;
        Bits structural = separators | line_ends;

        Bits odd = eyes.below(' ') & there & ~structural;
        if (odd != 0) {  // a carriage return before a line feed is nothing special
            const Bits before_line_end = line_ends >> 1 | static_cast<Bits>(data[at + block_size] == signs.line_end)
                                                              << 63;
            odd &= ~(eyes.equal('\r') & before_line_end);
        }
        if ((quotes | inside_before | just_closed) != 0) {
            const Bits inside = between(quotes) ^ inside_before;
            const Bits opening = quotes & inside, closing = quotes & ~inside;
            odd |= line_ends & inside;
            structural &= ~inside;
            line_ends &= ~inside;

            const Bits may_follow = structural | quotes | eyes.equal('\r');
            const Bits wrong =
                ((opening & ~((structural | closing) << 1 | may_open)) | ((closing << 1 | just_closed) & ~may_follow)) &
                there;
            if (wrong != 0) {
                misplaced_ = at + static_cast<std::uint32_t>(std::countr_zero(wrong));
                const Bits before = (wrong ^ (wrong - 1)) >> 1;
                structural &= before;
                line_ends &= before;
            }
            inside_before = (inside & (Bits{1} << 63)) != 0 ? ~Bits{0} : 0;
            just_closed = closing >> 63;
            may_open = (structural | closing) >> 63;
        } else {
            may_open = structural >> 63;
        }
        if (odd != 0) odd_.push_back(at);

        // The offsets are written many at a time, whether there are that many or not: a loop that ends somewhere else
        // in each block would cost more than the writing.
        const auto found = static_cast<std::uint32_t>(next_end - first_end);
        const int row_count = std::popcount(line_ends);
        std::uint32_t* write_row = next_row;
        for (int done = 0; done < row_count; done += 2) {
#pragma GCC unroll 2
            for (int i = 0; i < 2; ++i) {
                const Bits up_to = line_ends ^ (line_ends - 1);
                *write_row++ = found + static_cast<std::uint32_t>(std::popcount(structural & up_to));
                line_ends &= line_ends - 1;
            }
        }
        next_row += row_count;
        const int count = std::popcount(structural);
        std::uint32_t* write = next_end;
        for (int done = 0; done < count; done += 12) {
#pragma GCC unroll 12
            for (int i = 0; i < 12; ++i) {
                *write++ = at + lowest(structural);
                structural &= structural - 1;
            }
        }
        next_end += count;
        if (misplaced_ != nowhere) break;
    }
    row_count_ = static_cast<std::size_t>(next_row - rows_.data());
    open_ = inside_before != 0;
}

#if defined(__SSE2__) && defined(__GNUC__)
[[gnu::target("avx2,bmi,popcnt")]] void CsvStructure::index_wide(const char* data, std::uint32_t begin,
                                                                 std::uint32_t end, CsvSigns signs) {
    index_blocks(data, begin, end, signs);
}
#endif

void CsvStructure::index(const char* data, std::uint32_t begin, std::uint32_t end, CsvSigns signs) {
    const std::size_t room = std::size_t{end - begin} + 2 * block_size;
    if (ends_.size() < room) ends_.resize(room), rows_.resize(room);
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

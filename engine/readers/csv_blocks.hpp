// SPDX-License-Identifier: MIT
/// 64 bytes of CSV at a time, as sets of bits: what stands where.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "engine/readers/csv_structure.hpp"

#if defined(__SSE2__) && defined(__GNUC__)
#include <immintrin.h>
#endif

namespace csapath::engine::csv_blocks {

inline constexpr std::uint32_t block_size = 64;

/// One bit a byte of a block, the lowest for the first.
using Bits = std::uint64_t;

#if defined(__SSE2__) && defined(__GNUC__)
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

/// What stands where in a block.
struct Sets {
    Bits quotes, separators, line_ends;
    Bits odd;  ///< control characters, and the bytes of characters beyond ASCII
};

[[gnu::always_inline]] inline Sets look(const char* block, CsvSigns signs) {
    const Eyes eyes{block};
    return {eyes.equal('"'), eyes.equal(signs.separator), eyes.equal(signs.line_end), eyes.below(' ')};
}

/// What most blocks come to.
struct Glance {
    Bits structural, line_ends;
    bool special;  ///< there are quotes, or odd characters that separate nothing
};

[[gnu::always_inline]] inline Glance glance(const char* block, CsvSigns signs) {
    const Sets sets = look(block, signs);
    const Bits structural = sets.separators | sets.line_ends;
    return {structural, sets.line_ends, ((sets.odd & ~structural) | sets.quotes) != 0};
}

#if defined(__SSE2__) && defined(__GNUC__)
// The same with twice thirty-two bytes, for processors that have them.

/// Writes the numbers of all bits set, counted from `at`, and returns the end of what counts: always a dozen at a time,
/// which is enough for most blocks, so that no branch has to be guessed.
[[gnu::target("avx2,bmi,popcnt"), gnu::always_inline]] inline std::uint32_t* write_places(std::uint32_t* to,
                                                                                          std::uint32_t at, Bits bits) {
    std::uint32_t* const end = to + std::popcount(bits);
    do {
#pragma GCC unroll 12
        for (int i = 0; i < 12; ++i) {
            *to++ = at + static_cast<std::uint32_t>(_tzcnt_u64(bits));
            bits = _blsr_u64(bits);
        }
    } while (to < end);
    return end;
}

[[gnu::target("avx2"), gnu::always_inline]] inline Bits wide_bits(__m256i first, __m256i second) {
    const auto bits = [](int mask) { return static_cast<Bits>(static_cast<unsigned>(mask)); };
    return bits(_mm256_movemask_epi8(first)) | bits(_mm256_movemask_epi8(second)) << 32;
}

[[gnu::target("avx2"), gnu::always_inline]] inline __m256i half_of(const char* block, int half) {
    return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(block) + half);
}

[[gnu::target("avx2"), gnu::always_inline]] inline Bits wide_equal(const char* block, char sign) {
    const __m256i other = _mm256_set1_epi8(sign);
    return wide_bits(_mm256_cmpeq_epi8(half_of(block, 0), other), _mm256_cmpeq_epi8(half_of(block, 1), other));
}

[[gnu::target("avx2"), gnu::always_inline]] inline Sets look_wide(const char* block, CsvSigns signs) {
    const __m256i space = _mm256_set1_epi8(' ');
    return {wide_equal(block, '"'), wide_equal(block, signs.separator), wide_equal(block, signs.line_end),
            wide_bits(_mm256_cmpgt_epi8(space, half_of(block, 0)), _mm256_cmpgt_epi8(space, half_of(block, 1)))};
}

[[gnu::target("avx2"), gnu::always_inline]] inline Glance glance_wide(const char* block, CsvSigns signs) {
    const __m256i quote = _mm256_set1_epi8('"'), separator = _mm256_set1_epi8(signs.separator);
    const __m256i line_end = _mm256_set1_epi8(signs.line_end), space = _mm256_set1_epi8(' ');
    const __m256i first = half_of(block, 0), second = half_of(block, 1);
    const __m256i first_ends = _mm256_cmpeq_epi8(first, line_end), second_ends = _mm256_cmpeq_epi8(second, line_end);
    const __m256i first_all = _mm256_or_si256(first_ends, _mm256_cmpeq_epi8(first, separator));
    const __m256i second_all = _mm256_or_si256(second_ends, _mm256_cmpeq_epi8(second, separator));
    const __m256i odd = _mm256_or_si256(_mm256_andnot_si256(first_all, _mm256_cmpgt_epi8(space, first)),
                                        _mm256_andnot_si256(second_all, _mm256_cmpgt_epi8(space, second)));
    const __m256i quotes = _mm256_or_si256(_mm256_cmpeq_epi8(first, quote), _mm256_cmpeq_epi8(second, quote));
    const __m256i special = _mm256_or_si256(odd, quotes);
    return {wide_bits(first_all, second_all), wide_bits(first_ends, second_ends),
            _mm256_testz_si256(special, special) == 0};
}
#endif

}  // namespace csapath::engine::csv_blocks

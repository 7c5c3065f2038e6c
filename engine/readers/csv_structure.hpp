// SPDX-License-Identifier: MIT
/// Where the fields and rows of a stretch of CSV end. 64 bytes are looked at together, as sets of bits, so that a file
/// is taken apart at the speed of memory; what is rare (a quote in the wrong place, a character that is not plain
/// ASCII) is only pointed out here, and looked at closely by whoever reads the row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace csapath::engine {

struct CsvSigns {
    char separator = ',';
    char line_end = '\n';  ///< the last character of a line end: LF, or CR in a file that knows no LF
};

class CsvStructure {
public:
    /// How many bytes must be readable behind the stretch; their content does not matter.
    static constexpr std::size_t padding = 64;
    static constexpr std::uint32_t nowhere = UINT32_MAX;

    /// Takes [begin, end) of `data` apart; a row begins at `begin`. Offsets count from `data`.
    void index(const char* data, std::uint32_t begin, std::uint32_t end, CsvSigns signs);

    /// How many rows end in the stretch.
    std::size_t rows() const { return row_count_; }
    /// The offsets of the separators and line ends, outside quotes, of all rows, one after the other; behind those of
    /// the last row may stand some of a row that does not end here. Before the first stands `begin` - 1, as if a line
    /// ended there: so every field begins behind the entry before its own.
    const std::uint32_t* ends() const { return ends_.data() + 1; }
    const std::uint32_t* ends_behind() const { return ends_.data() + 1 + end_count_; }

    /// Where blocks of 64 bytes begin that hold something to look at closely: a control character, one that is not
    /// ASCII, a line end inside quotes. In ascending order; `nowhere` stands last.
    const std::vector<std::uint32_t>& odd() const { return odd_; }
    /// A quote inside an unquoted field, or the character after a closing quote that should not stand there. The row
    /// that holds it is not indexed, nor is any after it. `nowhere` if all is well.
    std::uint32_t misplaced() const { return misplaced_; }
    /// The stretch ends inside a quoted field.
    bool open() const { return open_; }

private:
    class Walk;

    void index_blocks(const char* data, std::uint32_t begin, std::uint32_t end, CsvSigns signs);
    void index_wide(const char* data, std::uint32_t begin, std::uint32_t end, CsvSigns signs);

    std::vector<std::uint32_t> ends_, odd_;
    std::size_t row_count_ = 0, end_count_ = 0;
    std::uint32_t misplaced_ = nowhere;
    bool open_ = false;
};

}  // namespace csapath::engine

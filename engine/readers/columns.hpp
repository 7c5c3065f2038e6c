// SPDX-License-Identifier: MIT
/// What the columns of a file (or the keys of its objects) are to a pathway: looked up once, when a column is first
/// seen, so that a row costs no look-up of names.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/cases/coverage.hpp"
#include "engine/cases/schema.hpp"
#include "engine/readers/reader.hpp"

namespace csapath::engine {

class Columns {
public:
    static constexpr std::size_t most = 1024;
    /// A column that an event of some type is read from.
    struct Wanted {
        std::uint16_t column = 0;
        rules::FactId fact = 0;
    };

    explicit Columns(const Schema& schema);  // which must outlive this

    /// A column by its name as the plain event file writes it: `outcome`, or `case.area` for a fact of the case. Notes
    /// in the report what nothing declares. At most `most` columns.
    std::size_t add(std::string_view name, InputReport& report);
    /// A column that no fact is read from: `case`, `event`, `at`, or one that is to be read past.
    std::size_t add_without_facts();

    std::size_t count() const { return count_; }
    /// Those that an event of this type has facts in: its own, then those about the case.
    std::span<const Wanted> of_type(EventTypeId type) const { return of_type_[type]; }
    const Coverage& coverage() const { return coverage_; }

private:
    void note_unknown(std::string_view name, InputReport& report) const;

    const Schema& schema_;
    std::size_t count_ = 0;
    std::vector<std::vector<Wanted>> of_type_;
    std::ptrdiff_t about_the_case_ = 0;  ///< the last so many of every type
    Coverage coverage_;
};

}  // namespace csapath::engine

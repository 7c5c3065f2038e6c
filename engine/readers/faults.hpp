// SPDX-License-Identifier: MIT
/// What is wrong with the rows of an input: the first hundred of each code are told, the others counted.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/readers/reader.hpp"
#include "engine/readers/row_place.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

class Faults {
public:
    static constexpr std::uint64_t most_told = 100;

    /// Both must outlive this; the faults reach the report with `tell`.
    Faults(const ReadOptions& options, InputReport& report) : options_(options), report_(report) {}

    void add(rules::Code code, const RowPlace& row, std::string message, std::string help = {},
             std::string_view column = {});
    /// Takes back what was said under this code: something can be said that holds for all rows.
    void take_back(rules::Code code);
    /// The code of the fault told last.
    std::optional<rules::Code> last() const { return last_; }
    /// Puts everything into the report, by row.
    void tell();

private:
    std::string address(const RowPlace& row, std::string_view column) const;

    struct Held {
        std::uint64_t row;
        rules::Diagnostic fault;
    };
    const ReadOptions& options_;
    InputReport& report_;
    std::vector<Held> held_;
    std::map<rules::Code, std::uint64_t> counts_;
    std::optional<rules::Code> last_;
};

}  // namespace csapath::engine

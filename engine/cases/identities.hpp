// SPDX-License-Identifier: MIT
/// Which ids belong to one child, as people declared it. Ids of several inputs are one case where they are equal and
/// of one kind, or where it was said so here, and never because somebody guessed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace csapath::engine {

/// A row of an identity map: this id, in that source or (where none is named) in every one, belongs to that case.
struct Identity {
    std::string source, id, case_id;
    std::uint32_t row = 0;  ///< as a spreadsheet counts
};

/// What is wrong between two rows of a map.
struct IdentityFault {
    enum class What : std::uint8_t { two_cases, circle };
    What what = What::two_cases;
    const Identity* one = nullptr;    ///< of the map, like `other`; the earlier row
    const Identity* other = nullptr;  ///< of a circle the row that leads back
};

class Identities {
public:
    Identities() = default;
    explicit Identities(std::vector<Identity> rows);

    /// What makes the map unfit for use, by row.
    std::vector<IdentityFault> faults() const;

    /// The row that tells of an id; empty if none does.
    std::optional<std::size_t> find(std::string_view source, std::string_view id) const;
    /// The case that a row leads to. What it names is looked up in turn, so a former id may lead to one that has itself
    /// a row.
    const std::string& case_of(std::size_t row) const { return rows_[last_of(row)].case_id; }
    /// How many rows tell of nothing that was asked for. `used`: by row, those that `find` has given.
    std::uint64_t unused(const std::vector<bool>& used) const;
    std::size_t size() const { return rows_.size(); }

    std::string name = {}, sha256 = {};  ///< of the file, for results

private:
    std::optional<std::size_t> exactly(std::string_view source, std::string_view id) const;
    /// The row that the case of a row has itself.
    std::optional<std::size_t> next(std::size_t row) const;
    std::size_t last_of(std::size_t row) const;

    std::vector<Identity> rows_;
    std::unordered_map<std::string, std::size_t> by_key_;
};

/// What the ids of one input are called in results.
class CaseNames {
public:
    /// `used` (by row of the map) learns which rows were needed. All must outlive this; there may be no map.
    CaseNames(const Identities* identities, std::string source, std::string kind, std::vector<bool>& used)
        : identities_(identities), source_(std::move(source)), kind_(std::move(kind)), used_(used) {}

    /// The case that an id belongs to. An id of a declared kind that no map tells of carries the kind in front
    /// ("pupil:17"), so that it is never taken for an equal id of another kind. Holds until the next is asked for.
    std::string_view case_of(std::string_view id);

private:
    const Identities* identities_;
    std::string source_, kind_;
    std::vector<bool>& used_;
    std::string name_;
};

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
#include "engine/cases/identities.hpp"

#include <algorithm>

namespace csapath::engine {

namespace {
std::string identity_key(std::string_view source, std::string_view id) {
    std::string key(source);
    key += '\0';
    key += id;
    return key;
}
}  // namespace

Identities::Identities(std::vector<Identity> rows) : rows_(std::move(rows)) {
    for (std::size_t row = 0; row < rows_.size(); ++row)
        by_key_.try_emplace(identity_key(rows_[row].source, rows_[row].id), row);
}

std::optional<std::size_t> Identities::exactly(std::string_view source, std::string_view id) const {
    const auto found = by_key_.find(identity_key(source, id));
    return found == by_key_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::size_t> Identities::find(std::string_view source, std::string_view id) const {
    if (!source.empty())
        if (const auto own = exactly(source, id)) return own;
    return exactly({}, id);
}

std::optional<std::size_t> Identities::next(std::size_t row) const {
    const Identity& from = rows_[row];
    if (from.case_id == from.id) return std::nullopt;  // it says no more than that the id is the case's own
    return find(from.source, from.case_id);
}

std::size_t Identities::last_of(std::size_t row) const {
    // A map that passed faults() has no circle; the count is there for one that did not.
    for (std::size_t steps = 0; steps < rows_.size(); ++steps) {
        const auto further = next(row);
        if (!further) break;
        row = *further;
    }
    return row;
}

std::vector<IdentityFault> Identities::faults() const {
    using What = IdentityFault::What;
    std::vector<IdentityFault> found;
    const auto two_cases = [&](std::size_t left, std::size_t right) {
        if (case_of(left) == case_of(right)) return;
        const auto [one, other] = std::minmax(left, right);
        found.push_back({What::two_cases, &rows_[one], &rows_[other]});
    };
    // Whether a row is known to end (1), or stands on the way that is being followed (2).
    std::vector<char> state(rows_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        std::vector<std::size_t> way;
        std::optional<std::size_t> at = row;
        while (at && state[*at] == 0) {
            state[*at] = 2;
            way.push_back(*at);
            at = next(*at);
        }
        if (at && state[*at] == 2) {
            const std::size_t back = way.back();
            found.push_back({What::circle, &rows_[std::min(*at, back)], &rows_[std::max(*at, back)]});
        }
        for (const std::size_t passed : way) state[passed] = 1;
    }
    if (!found.empty()) return found;
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        const std::size_t first = *exactly(rows_[row].source, rows_[row].id);
        if (first != row) two_cases(first, row);
        if (rows_[row].source.empty() || first != row) continue;
        if (const auto of_every_source = exactly({}, rows_[row].id)) two_cases(*of_every_source, row);
    }
    return found;
}

std::uint64_t Identities::unused(const std::vector<bool>& used) const {
    std::vector<bool> needed(rows_.size());
    for (std::size_t row = 0; row < std::min(used.size(), rows_.size()); ++row) {
        std::optional<std::size_t> at = used[row] ? std::optional(row) : std::nullopt;
        while (at && !needed[*at]) {
            needed[*at] = true;
            at = next(*at);
        }
    }
    return static_cast<std::uint64_t>(std::count(needed.begin(), needed.end(), false));
}

std::string_view CaseNames::case_of(std::string_view id) {
    if (identities_ != nullptr) {
        if (const auto row = identities_->find(source_, id)) {
            used_[*row] = true;
            return identities_->case_of(*row);
        }
    }
    if (kind_.empty()) return id;
    name_ = kind_;
    name_ += ':';
    name_ += id;
    return name_;
}

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
#include "engine/findings/exceptions.hpp"

#include <algorithm>
#include <utility>

namespace csapath::engine {

bool Exceptions::add(AgreedException exception) {
    auto& of_case = by_case_[exception.case_id];
    const auto same = std::ranges::find(of_case, exception.rule, &AgreedException::rule);
    if (same == of_case.end()) {
        of_case.push_back(std::move(exception));
        return true;
    }
    if (same->until == exception.until) return false;
    if (same->until < exception.until) *same = std::move(exception);
    return true;
}

const AgreedException* Exceptions::find(std::string_view case_id, std::uint16_t rule) const {
    const auto of_case = by_case_.find(case_id);
    if (of_case == by_case_.end()) return nullptr;
    const auto found = std::ranges::find(of_case->second, rule, &AgreedException::rule);
    return found == of_case->second.end() ? nullptr : &*found;
}

}  // namespace csapath::engine

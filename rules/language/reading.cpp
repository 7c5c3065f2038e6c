// SPDX-License-Identifier: MIT
#include "rules/language/reading.hpp"

#include <algorithm>

namespace csapath::rules {

void Reading::missed(const Token* at, Expected what) {
    const std::size_t token = index(at);
    if (token < furthest_) return;
    if (token > furthest_) {
        furthest_ = token;
        expected_.clear();
    }
    what.covered = covered_from == token;
    if (std::find(expected_.begin(), expected_.end(), what) == expected_.end()) expected_.push_back(what);
}

void Reading::fault(Fault::Kind kind, const Token* at) {
    if (!fault_) fault_ = Fault{kind, index(at)};
}

}  // namespace csapath::rules

// SPDX-License-Identifier: MIT
#include "rules/text/diagnostic.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <unordered_set>

namespace csapath::rules {

namespace {
bool is_error(const Diagnostic& diagnostic) {
    return row(diagnostic.code).severity == Severity::error;
}

bool stands_before(const Diagnostic& left, const Diagnostic& right) {
    const Source* one = left.where.source;
    const Source* other = right.where.source;
    if (one == nullptr || other == nullptr) return one == nullptr && other != nullptr;
    if (const int names = one->name().compare(other->name()); names != 0) return names < 0;
    if (left.where.begin != right.where.begin) return left.where.begin < right.where.begin;
    return left.code < right.code;
}

struct Content {
    std::size_t operator()(const Diagnostic* found) const {
        const std::hash<std::string> hash;
        return hash(found->message) ^ (hash(found->address) * 31) ^ found->where.begin;
    }
    bool operator()(const Diagnostic* left, const Diagnostic* right) const { return *left == *right; }
};
}  // namespace

void Diagnostics::add(Diagnostics other) {
    std::move(other.found_.begin(), other.found_.end(), std::back_inserter(found_));
}

bool Diagnostics::any_error() const {
    return std::any_of(found_.begin(), found_.end(), is_error);
}

std::size_t Diagnostics::errors() const {
    return static_cast<std::size_t>(std::count_if(found_.begin(), found_.end(), is_error));
}

void Diagnostics::sort() {
    std::stable_sort(found_.begin(), found_.end(), stands_before);

    std::unordered_set<const Diagnostic*, Content, Content> seen;
    std::vector<Diagnostic> once;
    once.reserve(found_.size());  // `seen` points into it
    for (Diagnostic& diagnostic : found_) {
        if (seen.contains(&diagnostic)) continue;
        once.push_back(std::move(diagnostic));
        seen.insert(&once.back());
    }
    found_ = std::move(once);
}

}  // namespace csapath::rules

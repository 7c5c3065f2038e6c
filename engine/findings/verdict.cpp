// SPDX-License-Identifier: MIT
#include "engine/findings/verdict.hpp"

namespace csapath::engine {

namespace {
constexpr std::array<std::string_view, verdicts> verdict_names = {
    "met",     "late",    "overdue",      "missed",      "failed",
    "pending", "excused", "undetermined", "not visible", "not applicable"};
constexpr std::array<std::string_view, kinds> kind_names = {
    "delay", "missed step", "missing agency", "out of order", "not recorded", "recorded late", "unexpected"};
}  // namespace

std::string_view name(Verdict verdict) {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

std::string_view name(Kind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

}  // namespace csapath::engine

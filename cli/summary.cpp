// SPDX-License-Identifier: MIT
#include "cli/summary.hpp"

#include <fmt/format.h>

#include "cli/definition.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::cli {

std::string summary(const engine::Results& results, const rules::Moment& as_of) {
    return summary(results, rules::iso(as_of));
}

std::string summary(const engine::Results& results, const std::string& as_of) {
    std::string text =
        fmt::format("{}, {}, {}, judged as of {}\n", counted(results.cases, "case"),
                    counted(results.episodes, "episode"), counted(results.events, "event"), rules::printable(as_of));
    std::string list;
    for (std::size_t number = 0; number < engine::verdicts; ++number) {
        const auto verdict = static_cast<engine::Verdict>(number);
        const std::uint64_t count = results.verdicts.at(number);
        if (!engine::is_finding(verdict) || count == 0) continue;
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, engine::name(verdict));
    }
    text += list.empty() ? std::string("nothing late, overdue, missed or failed\n") : list + '\n';
    if (results.since)
        text += fmt::format("since the baseline: {} new, {} known before, {} not found again\n", results.since->fresh,
                            results.since->known, results.since->gone);
    return text;
}

}  // namespace csapath::cli

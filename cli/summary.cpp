// SPDX-License-Identifier: MIT
#include "cli/summary.hpp"

#include <fmt/format.h>

#include "cli/definition.hpp"

namespace csapath::cli {

std::string summary(const engine::Results& results, const rules::Moment& as_of) {
    std::string text =
        fmt::format("{}, {}, {}, judged as of {}\n", counted(results.cases, "case"),
                    counted(results.episodes, "episode"), counted(results.events, "event"), rules::iso(as_of));
    std::uint64_t findings = 0;
    std::string list;
    for (std::size_t number = 0; number < engine::verdicts; ++number) {
        const auto verdict = static_cast<engine::Verdict>(number);
        const std::uint64_t count = results.verdicts.at(number);
        if (!engine::is_finding(verdict) || count == 0) continue;
        findings += count;
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", count, engine::name(verdict));
    }
    return text + (findings == 0 ? std::string("nothing late, overdue, missed or failed\n") : list + '\n');
}

}  // namespace csapath::cli

// SPDX-License-Identifier: MIT
/// Exceptions that people agreed to: for one case and one rule, why, by whom, and until when.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rules/value/date.hpp"

namespace csapath::engine {

struct AgreedException {
    std::string case_id;
    std::uint16_t rule = 0;  ///< number of the rule in the plan
    std::string reason, by;
    rules::Date until;      ///< the last day on which it holds
    std::uint64_t row = 0;  ///< where it stands in the file it was read from

    bool holds_on(rules::Date day) const { return day <= until; }
};

/// At most one for a case and a rule. What it gives out stays where it is.
class Exceptions {
public:
    /// Where there is one already for the case and the rule, that which holds longer stays: an exception that was
    /// renewed. False, and nothing changes, where both end on the same day.
    bool add(AgreedException exception);

    /// nullptr if there is none.
    const AgreedException* find(std::string_view case_id, std::uint16_t rule) const;
    bool any_of(std::string_view case_id) const { return by_case_.find(case_id) != by_case_.end(); }

    /// All of them, by case and then in the order of the file.
    template <class Take>
    void each(Take take) const {
        for (const auto& [case_id, all] : by_case_)
            for (const AgreedException& one : all) take(one);
    }

private:
    std::map<std::string, std::vector<AgreedException>, std::less<>> by_case_;
};

}  // namespace csapath::engine

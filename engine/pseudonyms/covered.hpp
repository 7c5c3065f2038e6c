// SPDX-License-Identifier: MIT
/// Events with their case and their free texts under pseudonyms, as they come from a reader: nothing behind this ever
/// sees what they were.
///
/// A text that the definition itself writes, as in `when outcome is "no further action"`, stays what it is, so that
/// every rule is judged as before; and so do the area of a case and the system that an event was entered in.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/cases/event.hpp"
#include "engine/pathway/pathway.hpp"
#include "engine/pseudonyms/pseudonyms.hpp"

namespace csapath::engine {

class CoveredEvents {
public:
    /// Both must outlive it.
    CoveredEvents(const Pseudonyms& pseudonyms, const Pathway& pathway);

    /// Both hold until the next call.
    std::string_view case_id(std::string_view written);
    const Event& event(const Event& written);

private:
    void cover(EventCells& cells);
    bool may_stay(const std::string& text) const;

    const Pseudonyms& pseudonyms_;
    const Pathway& pathway_;
    std::vector<bool> covered_;            ///< by fact
    std::set<std::string> written_words_;  ///< of the definition's sentences and conditions, as plain words
    std::string last_case_, last_pseudonym_;
    Event event_;
    /// One text stands in many rows; what is found once is kept, up to so many.
    static constexpr std::size_t most_kept = 10'000;
    std::unordered_map<std::string, std::string> texts_;
};

}  // namespace csapath::engine

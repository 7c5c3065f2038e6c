// SPDX-License-Identifier: MIT
/// Calendars by name, from the folders `calendars/` of the definitions roots.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/document/node.hpp"
#include "engine/pathway/from_document.hpp"

namespace csapath::engine {

/// Reads `root/calendars/X.yaml` from the first root that has it. A calendar may extend another (`extends: base.yaml`,
/// relative to its own file, in the same root); circles of them, and paths that lead out of the root, are refused.
class CalendarShelf {
public:
    /// `texts` keeps what is read, and must outlive the diagnostics.
    CalendarShelf(std::vector<std::filesystem::path> roots, std::shared_ptr<rules::Sources> texts);

    /// The hash is of the calendar's file; of one that extends others, of all the files one after the other, the
    /// innermost first.
    FoundCalendar find(const std::string& name, const rules::Span& where, rules::Diagnostics& diagnostics) const;

private:
    struct File {
        std::filesystem::path path;
        std::filesystem::path root;
    };
    /// A calendar file that was read, and the bytes of it and of all it extends.
    struct Read {
        std::shared_ptr<const Calendar> calendar;
        std::string bytes;
    };
    std::vector<std::string> names() const;
    Read read(const File& file, std::vector<std::filesystem::path>& chain, rules::Diagnostics& diagnostics) const;
    std::optional<File> extended(const Node& extends, const File& by, const std::vector<std::filesystem::path>& chain,
                                 rules::Diagnostics& diagnostics) const;

    std::vector<std::filesystem::path> roots_;
    std::shared_ptr<rules::Sources> texts_;
};

}  // namespace csapath::engine

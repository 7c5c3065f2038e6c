// SPDX-License-Identifier: MIT
#include "engine/pathway/calendar_shelf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>
#include <utility>

#include "engine/calendar/from_document.hpp"
#include "engine/document/digest.hpp"
#include "engine/document/file.hpp"
#include "engine/document/yaml.hpp"
#include "engine/pathway/paths.hpp"
#include "rules/text/near_name.hpp"

namespace csapath::engine {

namespace fs = std::filesystem;
using rules::Code;

namespace {

constexpr std::size_t longest_chain = 16;

void refuse(const Node& extends, std::string message, rules::Diagnostics& diagnostics) {
    diagnostics.add({.code = Code::pathway_calendar_unknown, .where = extends.where, .message = std::move(message)});
}

}  // namespace

CalendarShelf::CalendarShelf(std::vector<fs::path> roots, std::shared_ptr<rules::Sources> texts)
    : roots_{std::move(roots)}, texts_{std::move(texts)} {}

FoundCalendar CalendarShelf::find(const std::string& name, const rules::Span& where,
                                  rules::Diagnostics& diagnostics) const {
    for (const fs::path& root : roots_) {
        const fs::path path = root / "calendars" / (name + ".yaml");
        std::error_code trouble;
        if (!fs::exists(path, trouble)) continue;
        std::vector<fs::path> chain;
        Read read_in = read({path, root}, chain, diagnostics);
        if (!read_in.calendar) return {};
        return {.calendar = std::move(read_in.calendar), .sha256 = sha256(read_in.bytes)};
    }
    diagnostics.add(
        {.code = Code::pathway_calendar_unknown,
         .where = where,
         .message = fmt::format("there is no calendar '{}'{}", name, rules::did_you_mean(name, names())),
         .help = fmt::format("a calendar is a file calendars/{}.yaml in the folder of the definitions", name)});
    return {};
}

std::vector<std::string> CalendarShelf::names() const {
    std::vector<std::string> names;
    for (const fs::path& root : roots_) {
        std::error_code trouble;
        for (fs::directory_iterator at{root / "calendars", trouble}, end; !trouble && at != end;
             at.increment(trouble)) {
            if (at->path().extension() == ".yaml") names.push_back(at->path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

CalendarShelf::Read CalendarShelf::read(const File& file, std::vector<fs::path>& chain,
                                        rules::Diagnostics& diagnostics) const {
    auto text = text_of_file(file.path, diagnostics);
    if (!text) return {};
    const rules::Source& source = texts_->add(file.path.string(), std::move(*text));
    const auto document = node_from_yaml(source, diagnostics);
    if (!document) return {};

    chain.push_back(followed(file.path));
    Read base;
    if (const Node* extends = document->find("extends"); extends && extends->is_scalar()) {
        const auto base_file = extended(*extends, file, chain, diagnostics);
        if (!base_file) return {};
        base = read(*base_file, chain, diagnostics);
        if (!base.calendar) return {};
    }
    auto calendar = calendar_from_document(*document, base.calendar.get(), diagnostics);
    if (!calendar) return {};
    return {.calendar = std::make_shared<const Calendar>(std::move(*calendar)),
            .bytes = base.bytes + std::string{source.text()}};
}

std::optional<CalendarShelf::File> CalendarShelf::extended(const Node& extends, const File& by,
                                                           const std::vector<fs::path>& chain,
                                                           rules::Diagnostics& diagnostics) const {
    const fs::path written = extends.text();
    const fs::path path = (by.path.parent_path() / written).lexically_normal();
    if (written.is_absolute() || !lies_in(by.root, path)) {
        refuse(extends, fmt::format("'{}' leads out of the folder of the definitions", extends.text()), diagnostics);
        return std::nullopt;
    }
    std::error_code trouble;
    if (!fs::is_regular_file(path, trouble)) {
        refuse(extends, fmt::format("there is no calendar file '{}'", extends.text()), diagnostics);
        return std::nullopt;
    }
    const auto again = std::find(chain.begin(), chain.end(), followed(path));
    if (again != chain.end() || chain.size() == longest_chain) {
        std::string circle;
        for (auto file = again; file != chain.end(); ++file) circle += file->filename().string() + " extends ";
        refuse(extends,
               again == chain.end() ? fmt::format("more than {} calendars that extend one another", longest_chain)
                                    : fmt::format("calendars that extend one another in a circle: {}{}", circle,
                                                  again->filename().string()),
               diagnostics);
        return std::nullopt;
    }
    return File{path, by.root};
}

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
#include "engine/mappings/shelf.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include "engine/document/file.hpp"
#include "engine/document/yaml.hpp"
#include "engine/mappings/from_document.hpp"
#include "rules/text/near_name.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace fs = std::filesystem;

namespace {
constexpr std::string_view mapping_extension = ".yaml";

bool plain_name(const fs::path& written) {
    return written.is_relative() && std::find(written.begin(), written.end(), "..") == written.end();
}
}  // namespace

MappingShelf::MappingShelf(std::vector<fs::path> roots, std::shared_ptr<rules::Sources> texts)
    : roots_(std::move(roots)), texts_(std::move(texts)) {}

std::shared_ptr<const Mapping> MappingShelf::find(const std::string& written, rules::Diagnostics& diagnostics) const {
    std::error_code trouble;
    if (fs::is_regular_file(written, trouble)) return read(written, diagnostics);
    if (plain_name(written)) {
        for (const fs::path& root : roots_) {
            const fs::path file = root / "mappings" / (written + std::string{mapping_extension});
            if (fs::is_regular_file(file, trouble)) return read(file, diagnostics);
        }
    }
    std::vector<std::string> names;
    for (const fs::path& file : files()) names.push_back(file.stem().string());
    diagnostics.add({.code = rules::Code::mapping_unknown,
                     .where = {},
                     .message = fmt::format("there is neither such a file nor such a mapping among those shipped{}",
                                            rules::did_you_mean(written, names)),
                     .help = "a mapping is a file, or a name in the folder mappings/ of the definitions",
                     .address = rules::printable(written)});
    return nullptr;
}

std::vector<fs::path> MappingShelf::files() const {
    std::vector<fs::path> found;
    std::set<std::string> names;
    for (const fs::path& root : roots_) {
        std::vector<fs::path> here;
        std::error_code trouble;
        for (fs::directory_iterator at{root / "mappings", trouble}, end; !trouble && at != end; at.increment(trouble))
            if (at->path().extension() == mapping_extension) here.push_back(at->path());
        std::sort(here.begin(), here.end());
        for (fs::path& file : here)
            if (names.insert(file.stem().string()).second) found.push_back(std::move(file));
    }
    return found;
}

const std::vector<std::shared_ptr<const Mapping>>& MappingShelf::all() const {
    if (all_) return *all_;
    all_.emplace();
    for (const fs::path& file : files())
        if (auto mapping = read(file, faults_)) all_->push_back(std::move(mapping));
    return *all_;
}

std::shared_ptr<const Mapping> MappingShelf::read(const fs::path& file, rules::Diagnostics& diagnostics) const {
    auto text = text_of_file(file, diagnostics);
    if (!text) return nullptr;
    const rules::Source& source = texts_->add(file.string(), std::move(*text));
    const auto document = node_from_yaml(source, diagnostics);
    if (!document) return nullptr;
    auto mapping = mapping_from_document(*document, diagnostics);
    return mapping ? std::make_shared<const Mapping>(std::move(*mapping)) : nullptr;
}

}  // namespace csapath::engine

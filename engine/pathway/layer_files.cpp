// SPDX-License-Identifier: MIT
#include "engine/pathway/layer_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <utility>

#include "engine/document/characters.hpp"
#include "engine/document/digest.hpp"
#include "engine/document/fields.hpp"
#include "engine/document/file.hpp"
#include "engine/document/layer.hpp"
#include "engine/document/yaml.hpp"
#include "engine/pathway/from_document.hpp"
#include "engine/pathway/paths.hpp"

namespace csapath::engine {

namespace fs = std::filesystem;
using rules::Code;

namespace {

/// What `extends` says.
struct Extends {
    const Node* path = nullptr;
    const Node* sha256 = nullptr;
};

bool is_sha256(std::string_view text) {
    return text.size() == 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// A path as the program of another system, a shell or a browser would write it, or one from the root of the machine.
bool foreign(std::string_view path) {
    const bool drive = path.size() > 1 && path[1] == ':';
    return path.starts_with('/') || path.starts_with('~') || drive || path.find("://") != path.npos ||
           path.starts_with("file:") || path.find('\\') != path.npos || path.find('\0') != path.npos;
}

class Chain {
public:
    Chain(const fs::path& root, const fs::path& shipped, rules::Sources& texts, rules::Diagnostics& diagnostics)
        : root_{root}, shipped_{shipped}, texts_{texts}, diagnostics_{diagnostics} {}

    std::optional<std::vector<LayerFile>> read(fs::path file) {
        for (;;) {
            const std::size_t errors_before = diagnostics_.errors();
            if (!read_one(file)) return std::nullopt;
            const Node& document = files_.back().document;
            const Extends extends = extends_of(document);
            if (diagnostics_.errors() != errors_before) return std::nullopt;
            if (!extends.path) break;
            extends_.push_back(extends);
            auto next = found(*extends.path);
            if (!next) return std::nullopt;
            file = std::move(*next);
        }
        std::ranges::reverse(files_);
        return std::move(files_);
    }

private:
    bool read_one(const fs::path& file) {
        auto text = text_of_file(file, diagnostics_);
        if (!text) return false;
        const rules::Source& source = texts_.add(file.string(), std::move(*text));
        LayerFile layer{.path = file, .sha256 = sha256(source.text()), .document = {}};
        if (!extends_.empty() && changed(layer.sha256)) return false;
        auto document = node_from_yaml(source, diagnostics_);
        if (!document || !language_can_be_read(*document, diagnostics_)) return false;
        layer.document = std::move(*document);
        files_.push_back(std::move(layer));
        return true;
    }

    Extends extends_of(const Node& document) {
        const Node* const written = document.find(extends_key);
        if (!written || written->is_scalar()) return {.path = written};
        Fields fields{*written, std::string{extends_key}, diagnostics_};
        fields.require("path");
        const Extends extends{.path = fields.scalar("path"), .sha256 = fields.scalar("sha256")};
        fields.done();
        if (extends.sha256 && !is_sha256(extends.sha256->text()))
            diagnostics_.add({.code = Code::field_value,
                              .where = extends.sha256->where,
                              .message = "a SHA-256 is 64 of the digits 0-9 and a-f",
                              .help = "`sha256sum FILE` prints it"});
        return extends;
    }

    std::optional<fs::path> found(const Node& written) {
        const std::string& text = written.text();
        if (foreign(text) || text.find_first_not_of(" \t\n") == text.npos) {
            refuse(written, fmt::format("'{}' is not a path that begins at the folder of this file", shown(text)),
                   "write it with / and without the name of a drive, a home or a server: ../national/name.yaml");
            return std::nullopt;
        }
        const fs::path& from = files_.back().path;
        fs::path path = (from.parent_path() / text).lexically_normal();
        std::error_code trouble;
        if (const auto named = shipped(text); named && !fs::exists(path, trouble)) {
            path = *named;
        } else if (!lies_in(confines(from), path)) {
            refuse(written, fmt::format("'{}' leads out of the folder of the definitions", shown(text)),
                   "that folder is the nearest above the file that holds `calendars` or `mappings`");
            return std::nullopt;
        }
        if (!fs::is_regular_file(path, trouble)) {
            refuse(written, fmt::format("there is no definition '{}'", shown(text)),
                   "a path begins at the folder of this file and ends in .yaml; a name, such as "
                   "national/csa-response, is that of a definition that came with the program");
            return std::nullopt;
        }
        const auto again = std::ranges::find_if(
            files_, [&](const LayerFile& file) { return fs::equivalent(file.path, path, trouble) && !trouble; });
        if (again != files_.end()) {
            std::string circle;
            for (auto file = again; file != files_.end(); ++file)
                circle += file->path.filename().string() + " extends ";
            refuse(written, fmt::format("definitions that extend one another in a circle: {}{}", circle,
                                        again->path.filename().string()));
            return std::nullopt;
        }
        if (files_.size() == most_layers) {
            refuse(written, fmt::format("more than {} definitions that extend one another", most_layers));
            return std::nullopt;
        }
        return path;
    }

    /// The definition of that name, if it came with the program.
    std::optional<fs::path> shipped(const std::string& name) const {
        if (shipped_.empty() || name.ends_with(".yaml")) return std::nullopt;
        fs::path file = shipped_ / (name + ".yaml");
        std::error_code trouble;
        if (!lies_in(shipped_, file) || !fs::is_regular_file(file, trouble)) return std::nullopt;
        return file;
    }

    /// The folder that a path in `file` must stay in.
    fs::path confines(const fs::path& file) const {
        if (lies_in(root_, file)) return root_;
        return lies_in(shipped_, file) ? shipped_ : followed(file).parent_path();
    }

    /// Whether the file that was just read is another than the one that was signed off.
    bool changed(const std::string& sha256) {
        const Node* const signed_off = extends_.back().sha256;
        if (!signed_off || signed_off->text() == sha256) return false;
        diagnostics_.add({.code = Code::pathway_extends_changed,
                          .where = signed_off->where,
                          .message = fmt::format("'{}' has changed since it was signed off: its SHA-256 is now {}",
                                                 shown(extends_.back().path->text()), sha256),
                          .help = "read what has changed, and then write the new one here",
                          .also = way_here(extends_.size() - 1)});
        return true;
    }

    void refuse(const Node& written, std::string message, std::string help = {}) {
        diagnostics_.add({.code = Code::pathway_extends,
                          .where = written.where,
                          .message = std::move(message),
                          .help = std::move(help),
                          .also = way_here(extends_.size() - 1)});
    }

    /// The first `number` places that said `extends`, which led to the file where something is wrong.
    std::vector<rules::Diagnostic::Related> way_here(std::size_t number) const {
        std::vector<rules::Diagnostic::Related> places;
        for (std::size_t at = 0; at < number; ++at)
            places.push_back({extends_[at].path->where, "this file is reached from here"});
        return places;
    }

    const fs::path& root_;
    const fs::path& shipped_;
    rules::Sources& texts_;
    rules::Diagnostics& diagnostics_;
    std::vector<LayerFile> files_;  ///< the one that was named first
    std::vector<Extends> extends_;  ///< of each of them but the innermost
};

}  // namespace

std::optional<std::vector<LayerFile>> layer_files(const fs::path& file, const fs::path& definitions_root,
                                                  const fs::path& shipped_root, rules::Sources& texts,
                                                  rules::Diagnostics& diagnostics) {
    return Chain{definitions_root, shipped_root, texts, diagnostics}.read(file);
}

}  // namespace csapath::engine

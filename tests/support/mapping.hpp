// SPDX-License-Identifier: MIT
/// A mapping from its text, for tests.
#pragma once

#include <memory>
#include <string>

#include "engine/mappings/from_document.hpp"
#include "rules/text/snippet.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath {

/// A mapping of this text, which must be sound.
inline std::shared_ptr<const engine::Mapping> sound_mapping(const std::string& text) {
    Document file = document(text);
    auto made = file.root ? engine::mapping_from_document(*file.root, file.diagnostics) : std::nullopt;
    std::string told;
    for (const auto& fault : file.diagnostics.found()) told += rules::rendered(fault);
    INFO(told);
    REQUIRE(made);
    return std::make_shared<const engine::Mapping>(std::move(*made));
}

}  // namespace csapath

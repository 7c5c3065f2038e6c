// SPDX-License-Identifier: MIT
/// The cases that lie beside the shipped definitions come out as they say. `csapath test` tells more.
#include <filesystem>

#include "engine/engine.hpp"
#include "rules/text/snippet.hpp"
#include "tests/support/catch.hpp"

namespace csapath {
namespace {

TEST_CASE("every case beside a shipped definition comes out as expected") {
    const std::filesystem::path root = CSAPATH_ROOT "/pathway-definitions";
    std::size_t tried = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        const std::string file = entry.path().string();
        const std::size_t stem = file.rfind(".cases.yaml");
        if (stem == std::string::npos) continue;
        const auto texts = std::make_shared<rules::Sources>();
        rules::Diagnostics diagnostics;
        std::optional<engine::TrialResults> results;
        const auto definition = engine::load(file.substr(0, stem) + ".yaml", root, texts, diagnostics);
        if (definition) results = engine::try_cases(*definition, file, texts, false, diagnostics);
        for (const rules::Diagnostic& one : diagnostics.found()) UNSCOPED_INFO(rules::rendered(one));
        if (results) UNSCOPED_INFO(engine::in_text({*results}, false));
        CHECK(results);
        CHECK((!results || results->failed() == 0));
        tried += results ? results->cases.size() : 0;
    }
    CHECK(tried > 0);
}

}  // namespace
}  // namespace csapath

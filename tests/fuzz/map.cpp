// SPDX-License-Identifier: MIT
/// Looking into a table, whatever it is stored in: it ends, a table that was looked into has a draft, and one that was
/// not has a fault.
#include "engine/map.hpp"

#include <filesystem>

#include "tests/fuzz/reading_anything.hpp"

using namespace csapath;
using namespace csapath::engine;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::filesystem::path root = CSAPATH_ROOT;
    static const auto texts = std::make_shared<rules::Sources>();
    static rules::Diagnostics faults;
    static const auto definition =
        load(root / "docs/example/logs/pathway.yaml", root / "pathway-definitions", texts, faults);
    fuzz::demand(definition != nullptr, "the definition of the example does not load\n");
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto look = [&](std::size_t at_a_time, LookForm form) {
        const auto open = [=] { return std::make_unique<test::TextBytes>(text, at_a_time); };
        const InputFile file{.name = "anything", .format = "", .open = open};
        return map_tables({.definition = *definition, .inputs = one_for_each_sheet({file})}, form, "anything");
    };
    const Map whole = look(std::size_t{1} << 20, LookForm::text);
    fuzz::demand(whole.tables > 0 || whole.faults.any_error(), "nothing was looked into, in silence\n");
    fuzz::demand(whole.draft.empty() == (whole.tables == 0), "a draft of nothing, or none of a table\n");
    const Map pieces = look(5, LookForm::text);
    fuzz::demand(pieces.told == whole.told, "what is told depends on how many bytes come at a time\n");
    fuzz::demand(pieces.draft == whole.draft, "the draft depends on how many bytes come at a time\n");
    look(std::size_t{1} << 20, LookForm::json);
    return 0;
}

// SPDX-License-Identifier: MIT
/// Definitions as a test writes them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "engine/document/yaml.hpp"
#include "engine/pathway/from_document.hpp"
#include "rules/text/snippet.hpp"
#include "tests/support/calendars.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/document.hpp"

namespace csapath {

/// What every definition begins with; 6 lines, so that the text after it begins in line 7.
inline constexpr std::string_view head =
    "language: 1\n"
    "pathway: test\n"
    "title: Test pathway\n"
    "version: \"1\"\n"
    "time-zone: Europe/London\n"
    "calendar: england-and-wales\n";

/// The head, and then agencies, facts and steps: `definition("steps:\n  referral: {}\n")`.
inline std::string definition(std::string_view rest) {
    return std::string{head}.append(rest);
}

struct LoadedDefinition {
    std::shared_ptr<rules::Sources> texts;           ///< what the diagnostics point into
    std::shared_ptr<const engine::Pathway> pathway;  ///< nullptr if there was an error
    rules::Diagnostics diagnostics;

    /// "P006 12:7", one a line and in the order of the text: line 7 is the first after the head.
    std::string codes() const {
        rules::Diagnostics sorted = diagnostics;
        sorted.sort();
        return codes_and_places(sorted);
    }

    /// As a person would read them, in the order of the text.
    std::string told() const {
        rules::Diagnostics sorted = diagnostics;
        sorted.sort();
        std::string all;
        for (const auto& diagnostic : sorted.found()) all += rules::rendered(diagnostic);
        return all;
    }
};

/// The calendar of tests is the shipped one for England and Wales, and there is no other.
inline engine::FoundCalendar calendar_of_tests(const std::string& name, const rules::Span& where,
                                               rules::Diagnostics& diagnostics) {
    if (name == "england-and-wales")
        return {.calendar = std::make_shared<const engine::Calendar>(england_and_wales()), .sha256 = "00"};
    diagnostics.add(
        {.code = rules::Code::pathway_calendar_unknown, .where = where, .message = "there is no calendar " + name});
    return {};
}

/// Reads a whole definition, right or wrong. It is called "test.yaml".
inline LoadedDefinition load_definition(std::string yaml) {
    LoadedDefinition loaded{.texts = std::make_shared<rules::Sources>(), .pathway = nullptr, .diagnostics = {}};
    const rules::Source& source = loaded.texts->add("test.yaml", std::move(yaml));
    if (const auto document = engine::node_from_yaml(source, loaded.diagnostics)) {
        if (auto pathway = engine::pathway_from_document(*document, calendar_of_tests, loaded.diagnostics)) {
            pathway->texts = loaded.texts;
            loaded.pathway = std::move(pathway);
        }
    }
    return loaded;
}

/// A definition that must load; warnings are let pass. The test fails, with what is wrong, if it does not.
inline std::shared_ptr<const engine::Pathway> pathway_of(std::string yaml) {
    LoadedDefinition loaded = load_definition(std::move(yaml));
    if (!loaded.pathway) FAIL(loaded.told());
    return loaded.pathway;
}

}  // namespace csapath

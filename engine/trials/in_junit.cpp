// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "engine/trials/trial_results.hpp"
#include "rules/text/character.hpp"

namespace csapath::engine {

namespace {

/// For an attribute or an element of XML 1.0. What it cannot hold, and bytes that are not UTF-8, become U+FFFD.
std::string escaped(std::string_view text) {
    std::string xml;
    while (!text.empty()) {
        const auto next = rules::first_character(text);
        const std::string_view bytes = text.substr(0, next.bytes);
        text.remove_prefix(next.bytes);
        const bool control = next.code < 0x20 && next.code != '\t' && next.code != '\n' && next.code != '\r';
        if (!next.valid || control || next.code == 0xFFFE || next.code == 0xFFFF)
            xml += "\xEF\xBF\xBD";
        else if (next.code < 0x20 || next.code == 0x7F)
            xml += fmt::format("&#{};", static_cast<unsigned>(next.code));
        else if (bytes == "&")
            xml += "&amp;";
        else if (bytes == "<")
            xml += "&lt;";
        else if (bytes == ">")
            xml += "&gt;";
        else if (bytes == "\"")
            xml += "&quot;";
        else
            xml += bytes;
    }
    return xml;
}

std::string failure(const Complaint& of) {
    std::string text;
    for (const std::string& message : of.messages)
        if (!message.empty()) text += message + "; ";
    const std::string what = of.rule.empty() ? "the rules that have findings" : of.rule;
    return fmt::format("      <failure type=\"expectation\" message=\"{}\">{}</failure>\n",
                       escaped(fmt::format("{}: expected {}, got {}", what, of.expected, of.got)),
                       escaped(text + rules::address(of.where)));
}

std::string test_case(const TrialResults& of, const TriedCase& one) {
    std::string xml =
        fmt::format("    <testcase classname=\"{}\" name=\"{}\" file=\"{}\" line=\"{}\"", escaped(of.pathway),
                    escaped(one.name), escaped(of.file), one.where.source->place(one.where.begin).line);
    if (one.passed()) return xml + "/>\n";
    xml += ">\n";
    for (const Complaint& complaint : one.complaints) xml += failure(complaint);
    return xml + "    </testcase>\n";
}

/// A rule that no case misses is a test of the cases themselves that failed.
std::string unnoticed_case(const TrialResults& of, const std::string& rule) {
    return fmt::format(
        "    <testcase classname=\"{}\" name=\"{}\">\n"
        "      <failure type=\"unnoticed\" message=\"no case fails\"></failure>\n    </testcase>\n",
        escaped(of.pathway), escaped("without " + rule));
}

struct Counts {
    std::size_t tests = 0, failures = 0;
};

Counts counts(const TrialResults& of) {
    const std::size_t unnoticed = of.unnoticed ? of.unnoticed->rules.size() : 0;
    return {of.cases.size() + unnoticed, of.failed() + unnoticed};
}

void append(const TrialResults& of, std::string& to) {
    to += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n",
                      escaped(of.file), counts(of).tests, counts(of).failures);
    for (const TriedCase& one : of.cases) to += test_case(of, one);
    if (of.unnoticed)
        for (const std::string& rule : of.unnoticed->rules) to += unnoticed_case(of, rule);
    to += "  </testsuite>\n";
}

}  // namespace

std::string in_junit(const std::vector<TrialResults>& all) {
    std::string suites;
    Counts all_counts;
    for (const TrialResults& one : all) {
        append(one, suites);
        all_counts.tests += counts(one).tests;
        all_counts.failures += counts(one).failures;
    }
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{}\" failures=\"{}\">\n{}"
        "</testsuites>\n",
        all_counts.tests, all_counts.failures, suites);
}

}  // namespace csapath::engine

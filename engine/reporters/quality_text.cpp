// SPDX-License-Identifier: MIT
#include "engine/reporters/quality_text.hpp"

#include "engine/reporters/paragraph.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

namespace {
void append_quality_line(std::string_view text, std::string& to) {
    to += "  ";
    append_wrapped(text, 2, 4, to);
}

std::string with_code(const DataQuality::Reason& reason) {
    const std::string message = rules::printable(reason.message);
    return reason.code.empty() ? message : reason.code + ": " + message;
}
}  // namespace

std::string places_in_words(const DataQuality::Reason& reason, const Results& results) {
    std::string places;
    for (const auto& [source, row] : reason.rows) {
        if (!places.empty()) places += "; ";
        const bool known = source < results.inputs.size();
        if (known) places += rules::printable(results.inputs[source].path) + ", ";
        places += (known && results.inputs[source].rows_are_lines ? "line " : "row ") + std::to_string(row);
    }
    if (reason.count > reason.rows.size() && !reason.rows.empty()) places += "; and others";
    return places;
}

void append_quality_text(const Results& results, std::string& to) {
    const DataQuality& quality = results.quality;
    if (quality.refused_for.empty() && quality.doubtful.empty() && quality.cases_not_judged == 0) return;
    to += "\nData quality\n";
    for (const DataQuality::Reason& reason : quality.refused_for)
        append_quality_line("refused (" + std::to_string(reason.count) + "): " + with_code(reason), to);
    for (const DataQuality::Reason& reason : quality.doubtful)
        append_quality_line("doubtful (" + std::to_string(reason.count) + "): " + with_code(reason) + " (" +
                                places_in_words(reason, results) + ")",
                            to);
    if (quality.cases_not_judged > 0)
        append_quality_line(std::to_string(quality.cases_not_judged) +
                                (quality.cases_not_judged == 1 ? " case was" : " cases were") +
                                " not judged: nothing there up to the as-of date is a step of this pathway",
                            to);
}

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
#include "engine/reporters/quality_json.hpp"

#include "engine/findings/append.hpp"
#include "engine/reporters/escape.hpp"

namespace csapath::engine {

namespace {

void append_count(std::string_view key, std::uint64_t count, std::string& to) {
    to += key;
    append_number(count, to);
}

void append_quality_reasons(std::string_view key, const std::vector<DataQuality::Reason>& reasons,
                            const Results& results, bool with_rows, std::string& to) {
    to += ",\n    ";
    append_json(key, to);
    to += ": [";
    bool first = true;
    for (const DataQuality::Reason& reason : reasons) {
        to += first ? "\n      {\"code\": " : ",\n      {\"code\": ";
        first = false;
        if (reason.code.empty())
            to += "null";
        else
            append_json(reason.code, to);
        to += ", \"message\": ";
        append_json(reason.message, to);
        append_count(", \"count\": ", reason.count, to);
        if (with_rows) {
            to += ", \"rows\": [";
            for (const auto& [source, row] : reason.rows) {
                if (to.back() != '[') to += ", ";
                to += "{\"source\": ";
                append_json(source < results.inputs.size() ? results.inputs[source].path : std::string{}, to);
                append_count(", \"row\": ", row, to);
                to += '}';
            }
            to += ']';
        }
        to += '}';
    }
    to += first ? "]" : "\n    ]";
}

}  // namespace

void append_quality(const Results& results, std::string& to) {
    to += ",\n  \"identities\": ";
    if (results.identities) {
        to += "{\"path\": ";
        append_json(results.identities->path, to);
        to += ", \"sha256\": ";
        append_json(results.identities->sha256, to);
        append_count(", \"rows\": ", results.identities->rows, to);
        append_count(", \"unused\": ", results.identities->unused, to);
        to += '}';
    } else {
        to += "null";
    }
    const DataQuality& quality = results.quality;
    append_count(",\n  \"data_quality\": {\"rows\": ", quality.rows, to);
    append_count(", \"used\": ", quality.used, to);
    append_count(", \"filtered\": ", quality.filtered, to);
    append_count(", \"refused\": ", quality.refused, to);
    append_count(", \"cases_not_judged\": ", quality.cases_not_judged, to);
    append_count(", \"conflicts\": ", quality.conflicts, to);
    append_quality_reasons("refused_for", quality.refused_for, results, false, to);
    append_quality_reasons("filtered_for", quality.filtered_for, results, false, to);
    append_quality_reasons("unknown", quality.unknown, results, false, to);
    append_quality_reasons("doubtful", quality.doubtful, results, true, to);
    to += "}";
}

}  // namespace csapath::engine

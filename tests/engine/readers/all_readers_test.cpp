// SPDX-License-Identifier: MIT
#include <string>

#include "engine/readers/reader.hpp"
#include "tests/support/catch.hpp"

using namespace csapath::engine;
using namespace std::string_literals;

namespace {
/// The format that reads such a file: the first that recognises it.
std::string format_of(const std::string& name, const std::string& first_bytes) {
    for (const ReaderRow& row : all_readers())
        if (row.recognises(name, first_bytes)) return std::string{row.name};
    return "";
}
}  // namespace

TEST_CASE("a file is known by its first bytes, whatever it is called") {
    const auto [name, bytes, format] = GENERATE(table<std::string, std::string, std::string>({
        {"cases.csv", "case,event,at\n", "csv"},
        {"-", "case,event,at\n", "csv"},
        {"cases.txt", "case;event;at\n", "csv"},
        {"cases.csv", "", "csv"},
        {"cases.csv",
         "\xEF\xBB\xBF"
         "case,event,at\n",
         "csv"},
        {"cases", "sep=;\ncase;event;at\n", "csv"},
        {"cases.csv", "{\"case\":\"W-1\"}\n", "ndjson"},
        {"cases.ndjson", "\xEF\xBB\xBF\n {\"case\":\"W-1\"}\n", "ndjson"},
        {"cases.json", "[\n{}]", "json"},
        {"cases.json", "{\"child\":\"C1\"", "json"},
        {"log.json", "{\"objectTypes\":[", "ocel"},
        {"log.xml", "<?xml version=\"1.0\"?>\n<log xes.version=\"1.0\">", "xes"},
        {"cases.csv", "PK\x03\x04, and more", "xlsx"},
        {"cases.xlsx", "PK\x03\x04", "xlsx"},
        {"cases.xlsx", "PK\x05\x06", ""},
        {"cases.csv", "\x1F\x8B\x08,", ""},
        {"letter.doc", "Dear all", ""},
    }));
    CAPTURE(name, bytes);
    CHECK(format_of(name, bytes) == format);
}

TEST_CASE("what no reader takes is named by its first bytes") {
    const auto [bytes, said] = GENERATE(table<std::string, std::string>({
        {"\x1F\x8B\x08"s, "gzip"},
        {"PK\x03\x04"s, "workbook"},
        {"\xD0\xCF\x11\xE0\xA1"s, "old workbook"},
        {"SQLite format 3\0"s, "SQLite"},
        {"<?xml version=\"1.0\"?>\n<log xes.version=\"1.0\">"s, "XES"},
        {"%PDF-1.7"s, "PDF"},
        {"<?xml version=\"1.0\"?><log><object-types/>"s, "OCEL event log in XML"},
        {"<!doctype html>\n<html lang=\"en\">"s, "web page"},
        {"<message>xes <log></message>"s, "root element is 'message'"},
        {"<!-- <log> -->\n<a:logs>"s, "root element is 'logs'"},
    }));
    CAPTURE(said);
    CHECK(named_format(bytes).find(said) != std::string::npos);
}

TEST_CASE("a text that only mentions such things has no other name") {
    CHECK(named_format("").empty());
    CHECK(named_format("case,event,at\n").empty());
    CHECK(named_format("note\n<log xes=''>"s).empty());
    CHECK(named_format("<!-- <log>"s).empty());
    CHECK(named_format("<"s).empty());
}

TEST_CASE("each format has a name of its own and a sentence") {
    for (const ReaderRow& row : all_readers()) {
        CHECK_FALSE(row.name.empty());
        CHECK_FALSE(row.sentence.empty());
        for (const ReaderRow& other : all_readers())
            if (&other != &row) CHECK(row.name != other.name);
    }
}

// SPDX-License-Identifier: MIT
#include <array>

#include "engine/readers/cin_census.hpp"
#include "engine/readers/csv.hpp"
#include "engine/readers/database.hpp"
#include "engine/readers/json_records.hpp"
#include "engine/readers/mapped.hpp"
#include "engine/readers/ndjson.hpp"
#include "engine/readers/ocel.hpp"
#include "engine/readers/reader.hpp"
#include "engine/readers/workbook.hpp"
#include "engine/readers/xes.hpp"

namespace csapath::engine {

namespace {
/// The list of formats. The first that recognises a file reads it: those that know their own signs stand before CSV,
/// which is what is left.
constexpr std::array rows = {
    ReaderRow{"cin-census", "the children in need census, XML as it is sent to the DfE", recognises_cin_census,
              cin_census_reader},
    ReaderRow{"xes", "an event log in XES", recognises_xes, xes_reader, xes_reader, xes_columns},
    ReaderRow{"ocel", "an event log in OCEL 2.0, as JSON", recognises_ocel, ocel_reader, ocel_reader, ocel_columns},
    ReaderRow{"json", "a list of JSON objects: of events, or of what a mapping describes", recognises_json, json_reader,
              json_reader, json_columns},
    ReaderRow{"ndjson", "one JSON object a line, with the same keys", recognises_ndjson, ndjson_reader},
    ReaderRow{"xlsx", "a workbook, each sheet a table: of events, or of what a mapping describes", recognises_xlsx,
              xlsx_reader, xlsx_reader},
    ReaderRow{"sqlite", "an SQLite database, each table as it is, or what a mapping selects", recognises_sqlite,
              sqlite_reader, sqlite_reader},
    ReaderRow{"csv", "comma-separated values with a header: case,event,at and what else there is", recognises_csv,
              csv_reader, mapped_csv_reader},
};
}  // namespace

std::span<const ReaderRow> all_readers() {
    return rows;
}

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
#include "engine/readers/log_reader.hpp"

#include "engine/readers/mapped.hpp"
#include "engine/readers/table_binding.hpp"

namespace csapath::engine {

using rules::Code;

bool describes(const Mapping* mapping, const LogColumns& columns) {
    return mapping != nullptr && !fitting(*mapping, Header(columns.names()), "").empty();
}

bool read_log(Bytes& bytes, Log& log, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) {
    report.rows_are_lines = log.rows_are_lines();
    report.coverage = Coverage::every_event(schema);
    Faults faults(options, report);
    bool more = true;
    if (!bytes.rewind()) {
        faults.add(Code::file_unreadable, {}, "the file cannot be read more than once", "save it, and name the file");
        faults.tell();
        return true;
    }
    log.learn();
    const std::optional<Mapping> own = options.mapping == nullptr ? log.own_mapping() : std::nullopt;
    const Mapping* const mapping = own ? &*own : options.mapping;
    if (log.tell_unfit(mapping, faults)) {
        // It has said what there is to say.
    } else if (log.holds_nothing()) {
        if (!options.allow_empty)
            faults.add(Code::data_no_rows, {}, "the file holds no events",
                       "if that is as it should be, say so with --allow-empty");
    } else if (mapping == nullptr) {
        faults.add(Code::mapping_table_unfit, {}, "no mapping says what stands in this file",
                   "name one with --mapping; docs/mappings.md tells how to write one");
    } else {
        const OpenTable opened = [&](Faults&, InputReport&) {
            bytes.rewind();
            return log.open(*mapping);
        };
        more = read_mapped(opened, *mapping, schema, options, take, report, faults);
    }
    faults.tell();
    return more;
}

}  // namespace csapath::engine

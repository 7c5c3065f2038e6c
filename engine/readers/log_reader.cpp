// SPDX-License-Identifier: MIT
#include "engine/readers/log_reader.hpp"

#include "engine/readers/mapped.hpp"

namespace csapath::engine {

using rules::Code;

bool read_log(Bytes& bytes, const std::function<void()>& learn,
              const std::function<std::unique_ptr<Table>(const Mapping&)>& open, const Schema& schema,
              const ReadOptions& options, const TakeEvent& take, InputReport& report) {
    report.rows_are_lines = true;
    report.coverage = Coverage::every_event(schema);
    Faults faults(options, report);
    bool more = true;
    if (options.mapping == nullptr) {
        faults.add(Code::mapping_table_unfit, {}, "no mapping says what stands in this file",
                   "name one with --mapping; what a mapping is, docs/mappings.md tells");
    } else if (!bytes.rewind()) {
        faults.add(Code::file_unreadable, {}, "the file cannot be read more than once", "save it, and name the file");
    } else {
        learn();
        const OpenTable opened = [&](Faults&, InputReport&) {
            bytes.rewind();
            return open(*options.mapping);
        };
        more = read_mapped(opened, *options.mapping, schema, options, take, report, faults);
    }
    faults.tell();
    return more;
}

}  // namespace csapath::engine

// SPDX-License-Identifier: MIT
#include "engine/readers/xes.hpp"

#include <algorithm>
#include <memory>

#include "engine/mappings/mapping.hpp"
#include "engine/readers/log_reader.hpp"
#include "engine/readers/xes_table.hpp"

namespace csapath::engine {

namespace {

class XesReader final : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        report.format = "xes";
        LogColumns columns;
        const auto learn = [&] { XesTable::learn(bytes, columns); };
        const auto open = [&](const Mapping& mapping) {
            const bool merged = std::ranges::any_of(mapping.tables, &MappedTable::traces_merged);
            return std::make_unique<XesTable>(bytes, columns, merged);
        };
        return read_log(bytes, learn, open, schema, options, take, report);
    }
};

}  // namespace

const Reader& xes_reader() {
    static const XesReader reader;
    return reader;
}

bool recognises_xes(std::string_view, std::string_view first_bytes) {
    return root_element(first_bytes) == "log";
}

std::vector<std::string> xes_columns(Bytes& bytes) {
    LogColumns columns;
    XesTable::learn(bytes, columns);
    return columns.names();
}

}  // namespace csapath::engine

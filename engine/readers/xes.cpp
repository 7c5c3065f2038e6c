// SPDX-License-Identifier: MIT
#include "engine/readers/xes.hpp"

#include <algorithm>
#include <iterator>
#include <memory>

#include "engine/mappings/mapping.hpp"
#include "engine/readers/beginning.hpp"
#include "engine/readers/log_reader.hpp"
#include "engine/readers/xes_table.hpp"

namespace csapath::engine {

namespace {

class XesLog final : public Log {
public:
    explicit XesLog(Bytes& bytes) : bytes_(bytes) {}

    bool rows_are_lines() const override { return true; }
    void learn() override { fault_ = XesTable::learn(bytes_, columns_); }
    bool holds_nothing() const override { return columns_.names().empty(); }
    std::unique_ptr<Table> open(const Mapping& mapping) override {
        const bool merged = std::ranges::any_of(mapping.tables, &MappedTable::traces_merged);
        return std::make_unique<XesTable>(bytes_, columns_, merged);
    }
    /// Where the log breaks off before its columns were seen, no mapping is to blame.
    bool tell_unfit(const Mapping* mapping, Faults& faults) const override {
        if (!fault_ || describes(mapping, columns_)) return false;
        faults.add(fault_->code, {fault_->at.line, fault_->at.line, fault_->at.line}, fault_->message, fault_->help);
        return true;
    }

private:
    Bytes& bytes_;
    LogColumns columns_;
    std::optional<XmlFault> fault_;
};

class XesReader final : public Reader {
public:
    bool read(Bytes& bytes, const Schema& schema, const ReadOptions& options, const TakeEvent& take,
              InputReport& report) const override {
        report.format = "xes";
        XesLog log(bytes);
        return read_log(bytes, log, schema, options, take, report);
    }
};

}  // namespace

std::unique_ptr<Log> xes_log(Bytes& bytes) {
    return std::make_unique<XesLog>(bytes);
}

const Reader& xes_reader() {
    static const XesReader reader;
    return reader;
}

bool recognises_xes(std::string_view, std::string_view first_bytes) {
    std::string text;  // what is written in UTF-16 is plain letters and zeros behind its mark
    if (first_bytes.starts_with("\xFF\xFE") || first_bytes.starts_with("\xFE\xFF")) {
        std::ranges::remove_copy(first_bytes.substr(2), std::back_inserter(text), '\0');
        first_bytes = text;
    }
    return root_element(first_bytes) == "log" && !is_ocel_xml(first_bytes);
}

std::vector<std::vector<std::string>> xes_columns(Bytes& bytes) {
    LogColumns columns;
    Beginning beginning(bytes);
    XesTable::learn(beginning, columns);
    return {columns.names()};
}

}  // namespace csapath::engine

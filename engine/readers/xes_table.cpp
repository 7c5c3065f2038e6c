// SPDX-License-Identifier: MIT
#include "engine/readers/xes_table.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "engine/readers/moment_text.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

constexpr std::string_view of_the_trace = "case:", trace_name = "case:concept:name";

using XesOwner = xes::Listener::Owner;

bool of_a_trace(XesOwner owner) {
    return owner == XesOwner::trace || owner == XesOwner::trace_default;
}

template <class Number>
bool reads_as(std::string_view text) {
    Number number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

/// Whether a text is what its type says.
bool fits_type(xes::Type type, std::string_view text) {
    switch (type) {
        case xes::Type::date:
            return parse_moment(text).has_value();
        case xes::Type::whole:
            return reads_as<std::int64_t>(text.substr(text.starts_with('+') ? 1 : 0));
        case xes::Type::number:
            return reads_as<double>(text.substr(text.starts_with('+') ? 1 : 0));
        case xes::Type::yes_no:
            return text == "true" || text == "false" || text == "1" || text == "0";
        default:
            return true;
    }
}

/// Learns which columns there are.
class ColumnListener final : public xes::Listener {
public:
    explicit ColumnListener(LogColumns& columns) : columns_(columns) {}

private:
    void tell(Owner owner, std::string_view key, xes::Type type, std::string_view value, XmlPlace) override {
        // What the log gives as a default time is the time of nothing.
        const bool of_default = owner == Owner::trace_default || owner == Owner::event_default;
        if (!of_default || (type != xes::Type::date && !value.empty())) learn(owner, key);
    }
    void tell_list(Owner owner, std::string_view key, const std::vector<std::string>&) override { learn(owner, key); }

    void learn(Owner owner, std::string_view key) {
        if (owner == Owner::log) return;
        if (!of_a_trace(owner)) return columns_.learn(key);
        columns_.learn(name_.assign(of_the_trace).append(key));
    }

    LogColumns& columns_;
    std::string name_;
};

}  // namespace

std::optional<XmlFault> XesTable::learn(Bytes& bytes, LogColumns& columns) {
    ColumnListener listener(columns);
    const auto broken = read_xml(bytes, listener);
    columns.settle();
    return listener.refused() ? listener.refused() : broken;
}

XesTable::XesTable(Bytes& bytes, const LogColumns& columns, bool merged)
    : columns_(columns), merged_(merged), xml_(bytes, *this), name_column_(columns.find(trace_name)) {}

bool XesTable::next(TableRow& row) {
    row.fault.reset();
    if (!header_told_ && !columns_.names().empty()) {
        header_told_ = true;
        LogRow::hand_on_header(columns_, row, out_text_);
        return true;
    }
    if (at_ == whole_) {
        at_ = whole_ = 0;
        while (whole_ == 0 && xml_.more()) {
        }
    }
    if (at_ < whole_) {
        rows_[at_++].hand_on(columns_, row, out_text_);
        return true;
    }
    const auto& fault = refused() ? refused() : xml_.fault();
    if (!fault || std::exchange(fault_told_, true)) return false;
    row.cells.clear();
    row.text = {};
    row.place = {fault->at.line, fault->at.line, fault->at.line};
    row.fault = {fault->code, fault->message, fault->help};
    return true;
}

void XesTable::tell_of_all(Faults& faults, InputReport& report, std::uint64_t) {
    if (traces_without_events_ > 0) report.note(Code::data_case_empty, "traces without events", traces_without_events_);
    if (unknown_elements() > 0)
        report.note(Code::xml_element_unknown, "elements that are no part of an XES log; they are left out",
                    unknown_elements());
    if (stray_texts() > 0)
        report.note(Code::xml_stray_text, "text between the elements; it is left out", stray_texts());
    if (signs_in_values_ > 0)
        faults.add(Code::log_sign_in_value, {},
                   "lists of which a value holds ';', which would make it two; they count as unknown: " +
                       std::to_string(signs_in_values_),
                   "write another sign in these values");
    if (late_attributes_ > 0)
        faults.add(Code::log_late_attribute, {},
                   "attributes of a trace that stand after its first event; they are not read: " +
                       std::to_string(late_attributes_),
                   "write the attributes of a trace before its events, as the standard says");
}

/// The row that an attribute belongs to; nullptr where it is told too late, or of the log.
LogRow* XesTable::row_of(Owner owner) {
    switch (owner) {
        case Owner::trace:
            if (trace_begun_) ++late_attributes_;
            return trace_begun_ ? nullptr : &trace_;
        case Owner::event:
            return &event_;
        case Owner::trace_default:
            return &trace_defaults_;
        case Owner::event_default:
            return &event_defaults_;
        case Owner::log:
            break;
    }
    return nullptr;
}

void XesTable::add(Owner owner, std::string_view key, std::string_view text, bool date, bool broken) {
    LogRow* const row = row_of(owner);
    if (row == nullptr || text.empty()) return;
    const auto column = columns_.find(of_a_trace(owner) ? column_.assign(of_the_trace).append(key) : key);
    if (!column) return;
    std::erase_if(row->pieces, [&](const LogRow::Piece& piece) { return piece.column == *column; });
    row->add(*column, text, date, broken);
}

void XesTable::tell(Owner owner, std::string_view key, xes::Type type, std::string_view value, XmlPlace) {
    if (type == xes::Type::date && (owner == Owner::trace_default || owner == Owner::event_default)) return;
    const bool fits = fits_type(type, value);
    add(owner, key, value, type == xes::Type::date && fits, !fits);
}

void XesTable::tell_list(Owner owner, std::string_view key, const std::vector<std::string>& items) {
    list_.clear();
    bool broken = false;
    for (const std::string& item : items) {
        broken = broken || item.find(between_values) != std::string::npos;
        list_.append(list_.empty() ? "" : between_values).append(item);
    }
    if (broken) ++signs_in_values_;
    add(owner, key, items.empty() ? "none" : std::string_view{list_}, false, broken);
}

void XesTable::begin_trace() {
    trace_.clear();
    trace_begun_ = second_ = false;
}

void XesTable::begin_event(XmlPlace at) {
    if (!trace_begun_) {
        trace_begun_ = true;
        for (const LogRow::Piece& piece : trace_defaults_.pieces)
            if (!trace_.has(piece.column)) trace_.add(piece.column, trace_defaults_.text(piece));
        if (!merged_ && name_column_)
            for (const LogRow::Piece& piece : trace_.pieces)
                if (piece.column == *name_column_) second_ = !names_.emplace(trace_.text(piece)).second;
    }
    event_ = trace_;
    event_.place = {at.line, at.line, at.line};
}

void XesTable::end_event() {
    for (const LogRow::Piece& piece : event_defaults_.pieces)
        if (!event_.has(piece.column)) event_.add(piece.column, event_defaults_.text(piece));
    if (second_)
        event_.fault = {Code::log_trace_twice, "an event of a second trace with the same name",
                        "if both are of one case, say so in the mapping: traces: merged"};
    if (whole_ == rows_.size()) rows_.emplace_back();
    std::swap(rows_[whole_++], event_);
}

void XesTable::end_trace() {
    if (!trace_begun_) ++traces_without_events_;
}

}  // namespace csapath::engine

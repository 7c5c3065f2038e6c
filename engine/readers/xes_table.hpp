// SPDX-License-Identifier: MIT
/// An XES log as a table while it streams in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/readers/log_columns.hpp"
#include "engine/readers/log_row.hpp"
#include "engine/readers/table.hpp"
#include "engine/readers/xml.hpp"

namespace csapath::engine {

namespace xes {
enum class Type : std::uint8_t { text, date, whole, number, yes_no, id, list, container };

/// Follows the elements of a log, and tells the attributes that matter.
class Listener : public XmlListener {
public:
    enum class Owner : std::uint8_t { log, trace, event, trace_default, event_default };

    /// A fault that is no fault of XML.
    const std::optional<XmlFault>& refused() const { return refused_; }
    /// Names of elements that do not belong into a log, and text where none belongs: how many there were.
    std::uint64_t unknown_elements() const { return unknown_; }
    std::uint64_t stray_texts() const { return stray_; }

protected:
    /// `key`: those of the attributes around it before it, with / between. A list has the texts of its items.
    virtual void tell(Owner owner, std::string_view key, Type type, std::string_view value, XmlPlace at) = 0;
    virtual void tell_list(Owner owner, std::string_view key, const std::vector<std::string>& items) = 0;
    virtual void begin_trace() {}
    virtual void end_trace() {}
    virtual void begin_event(XmlPlace) {}
    virtual void end_event() {}

private:
    enum class In : std::uint8_t { log, trace, event, defaults, attribute, list, values, item };
    struct Open {
        In in;
        std::size_t key_size;  ///< of the keys before it was opened
    };

    void attribute(std::string_view name, std::string_view value) override;
    bool start(std::string_view name, XmlPlace at) override;
    bool text(std::string_view text, XmlPlace at) override;
    bool end(std::string_view name) override;

    void open(In in) { open_.push_back({in, key_.size()}); }
    void set_aside(bool known);
    void start_attribute(Type type, XmlPlace at);

    std::optional<XmlFault> refused_;
    std::vector<Open> open_;  ///< from the root; none that is set aside
    std::size_t aside_ = 0;   ///< open elements of which nothing is read
    Owner owner_ = Owner::log;
    std::string key_;  ///< of the attributes that are open
    std::vector<std::string> items_;
    std::string next_key_, next_value_, next_scope_;  ///< attributes of the element that starts next
    std::uint64_t unknown_ = 0, stray_ = 0;
};
}  // namespace xes

class XesTable final : public Table, private xes::Listener {
public:
    /// Both must outlive this; the columns are learned. Two traces of one name are refused unless they are `merged`.
    XesTable(Bytes& bytes, const LogColumns& columns, bool merged);

    /// Learns the columns of a log from its first byte to its last, or to its first fault, which is handed back.
    static std::optional<XmlFault> learn(Bytes& bytes, LogColumns& columns);

    bool next(TableRow& row) override;
    void expect(std::size_t) override {}
    void tell_of_all(Faults& faults, InputReport& report, std::uint64_t blank_rows) override;

private:
    void tell(Owner owner, std::string_view key, xes::Type type, std::string_view value, XmlPlace at) override;
    void tell_list(Owner owner, std::string_view key, const std::vector<std::string>& items) override;
    void begin_trace() override;
    void end_trace() override;
    void begin_event(XmlPlace at) override;
    void end_event() override;

    LogRow* row_of(Owner owner);
    void add(Owner owner, std::string_view key, std::string_view text, bool date, bool broken);

    const LogColumns& columns_;
    bool merged_;
    XmlStream xml_;
    bool header_told_ = false, fault_told_ = false;

    LogRow trace_, trace_defaults_, event_defaults_;
    std::optional<std::size_t> name_column_;
    std::unordered_set<std::string> names_;  ///< of the traces so far
    bool trace_begun_ = false, second_ = false;
    std::string column_, list_;

    LogRow event_;              ///< being read
    std::vector<LogRow> rows_;  ///< those before `whole_`, from `at_` on, are still to be handed out
    std::size_t at_ = 0, whole_ = 0;
    std::string out_text_;
    std::uint64_t traces_without_events_ = 0, signs_in_values_ = 0, late_attributes_ = 0;
};

}  // namespace csapath::engine

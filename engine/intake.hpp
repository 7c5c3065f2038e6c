// SPDX-License-Identifier: MIT
/// Inputs -> cases, one after another: which reader reads which file, whether it can stream, and what became of each.
#pragma once

#include <functional>
#include <vector>

#include "engine/cases/case_book.hpp"
#include "engine/cases/source_name.hpp"
#include "engine/engine.hpp"
#include "engine/plan/plan.hpp"

namespace csapath::engine {

/// What became of one input.
struct IntakeReport {
    InputReport read;
    std::string sha256;  ///< empty unless asked for
};

class Intake {
public:
    Intake(const Run& run, const Plan& plan, bool hash_inputs) : run_(run), plan_(plan), hash_inputs_(hash_inputs) {}

    /// Reads every input and calls `complete` after each case, as CaseBook does. False if the case ids of a single
    /// input turned out not to ascend: then nothing that came of it counts, and it must be read again with Order::any.
    bool read(CaseBook::Order order, Timeline& first, std::function<Timeline&()> complete);

    /// One input whose ids may ascend; several are always grouped. Pseudonyms ascend by chance alone.
    bool may_stream() const {
        return run_.inputs.size() == 1 && run_.identities == nullptr && run_.pseudonyms == nullptr;
    }

    std::vector<IntakeReport>& reports() { return reports_; }
    /// What each input can show. Tables that were read by one mapping come from one system, and what one of them can
    /// show, they can show together: that a child has no row among the visits does not mean that visits are not kept.
    std::vector<Coverage> coverages() const;
    /// What each input is called, and the system whose records it holds.
    std::vector<SourceName> names() const;
    /// By row of the identity map: whether some row of the data needed it.
    const std::vector<bool>& identities_used() const { return identities_used_; }
    bool too_many_events() const { return too_many_events_; }

private:
    bool read_one(std::size_t number, CaseBook& book);
    /// The mapping that a table is to be read with; nullptr if it is a plain event file, or says nothing.
    const Mapping* mapping_for(const InputFile& file, const ReaderRow& format, std::string_view first_bytes,
                               InputReport& report) const;
    /// The mapping of a CSV file, or that of the plain form, with what the command line says of encoding and delimiter.
    Mapping as_declared(const Mapping* mapping, std::string_view first_bytes, InputReport& report) const;
    void tell_of_unread_workbooks();
    void tell_of_kinds();
    /// What the identity map calls an input: the kind of its case ids, its mapping, its format, or its file.
    std::string called(std::size_t number) const;

    const Run& run_;
    const Plan& plan_;
    bool hash_inputs_;
    bool too_many_events_ = false;
    std::vector<IntakeReport> reports_;
    std::vector<bool> identities_used_;
};

}  // namespace csapath::engine

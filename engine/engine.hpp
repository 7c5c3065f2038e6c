// SPDX-License-Identifier: MIT
/// The front door of the engine: load a definition, read inputs, evaluate cases, report what was found.
///
///     auto definition = load(file, shipped, texts, diagnostics);
///     Run run{.definition = *definition, .inputs = …, .as_of = …};
///     Outcome outcome = check(run, outputs);
///
/// The engine never prints and never reads the clock: the as-of is given, results go where `outputs` says, and what
/// went wrong comes back in the outcome.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/accepted/baseline.hpp"
#include "engine/cases/identities.hpp"
#include "engine/figures/figure_table.hpp"
#include "engine/findings/exceptions.hpp"
#include "engine/findings/results.hpp"
#include "engine/graph/drawing.hpp"
#include "engine/mappings/shelf.hpp"
#include "engine/pathway/pathway.hpp"
#include "engine/pseudonyms/pseudonyms.hpp"
#include "engine/readers/reader.hpp"
#include "engine/reporters/reporter.hpp"
#include "engine/trials/trial_results.hpp"
#include "engine/worklist/due_item.hpp"
#include "rules/text/diagnostic.hpp"

namespace csapath::engine {

/// The whole of a definition, its layers laid together, each value with the place where it was written: as YAML that
/// loads as the same pathway (where the calendar is found again), or as JSON for programs.
enum class Resolved : std::uint8_t { yaml, json };

/// A definition that loaded: the pathway, its graph, and the plan made from both. Immutable; shared between runs.
class Definition {
public:
    struct Parts;  ///< known to engine.cpp alone
    explicit Definition(std::unique_ptr<const Parts> parts);
    ~Definition();
    Definition(Definition&&) noexcept;

    const Pathway& pathway() const;
    /// Everything that results can name: the pathway's rules that demand something, and the steps that must be passed.
    const std::vector<ReportedRule>& rules() const;
    std::string drawn(Drawing as) const;
    std::string resolved(Resolved as) const;
    const Parts& parts() const { return *parts_; }

private:
    std::unique_ptr<const Parts> parts_;
};

/// Reads and checks a definition. Errors, and warnings such as a step that nothing leads to, are in `diagnostics`; with
/// an error there is no definition (nullptr). `texts` must outlive the diagnostics and the definition.
std::unique_ptr<const Definition> load(const std::filesystem::path& file, const std::filesystem::path& shipped_root,
                                       const std::shared_ptr<rules::Sources>& texts, rules::Diagnostics& diagnostics);

/// A file to read. `open` gives its bytes anew; it throws std::system_error with the reason if it cannot.
struct InputFile {
    std::string name;    ///< as the user called it
    std::string format;  ///< a name of all_readers(); empty: by name and first bytes
    std::function<std::unique_ptr<Bytes>()> open;
    std::string sheet = {};   ///< of a workbook or a database: the table that is meant
    bool waits = false;       ///< its bytes may still have to be written by somebody: it is not looked into beforehand
    bool unfinished = false;  ///< a journal lies beside it: what a database holds may be only half written
};

/// The same inputs, and for each workbook one for each of its sheets, for each database one for each of its tables; or,
/// where the mapping has selects, one for each of these and for each table that the mapping names. What cannot be taken
/// apart stays one input, whose reading will tell what is wrong with it.
std::vector<InputFile> one_for_each_sheet(std::vector<InputFile> inputs, const Mapping* mapping = nullptr);

/// What to leave out of the findings; empty means everything. Cases are named as the inputs name them, or by the
/// pseudonyms of the run. Counts and the table of rules are of what is left in.
struct Filters {
    std::set<std::string> cases, rules, agencies, areas;
    std::set<Kind> kinds;
    std::optional<rules::Date> from, to;  ///< activations in this window, both ends inclusive
};

struct Run {
    const Definition& definition;
    std::vector<InputFile> inputs;
    rules::Moment as_of;                     ///< a date alone: the end of that day
    const Mapping* mapping = nullptr;        ///< how tables are to be understood
    const MappingShelf* mappings = nullptr;  ///< where none is named: those that a table may say itself it is meant for
    std::optional<Encoding> encoding = {};   ///< of CSV, whatever its mapping says
    std::optional<char> delimiter = {};      ///< of CSV, whatever its header or its mapping says
    const Identities* identities = nullptr;  ///< which ids belong to one case
    Filters filters = {};
    const Exceptions* exceptions = nullptr;  ///< what people agreed to let pass; engine/accepted/exceptions_file.hpp
    std::string exceptions_name = {};        ///< the file they came from, for messages
    const Baseline* baseline = nullptr;      ///< only what is new since then is reported; everything is still counted
    const Pseudonyms* pseudonyms = nullptr;  ///< cases and free texts are covered as they are read
    bool show_values = false;
    bool allow_empty = false;
    std::string tool_version = {};
    unsigned jobs = 1;  ///< threads that judge cases; the results do not depend on it
};

/// A reporter and where it writes.
struct Output {
    std::unique_ptr<Reporter> reporter;
    Out* out = nullptr;
    bool hashes_inputs = false;
};

/// What came of a run, for the exit code.
struct Outcome {
    Results results;
    bool finding_at_or_above(Severity severity) const { return by_severity[static_cast<std::size_t>(severity)] > 0; }
    std::array<std::uint64_t, 3> by_severity{};  ///< findings of this severity or above it
    bool limit_hit = false;
    /// What was wrong with the inputs, in order of input, then row; last, what agreed exceptions did not do.
    std::vector<rules::Diagnostics> faults;
};

class Onlooker;

/// Reads every input, judges every case and reports. Throws std::system_error where an input cannot be read or an
/// output cannot be written. An onlooker (evaluation/onlooker.hpp) is shown every case; then inputs are hashed.
Outcome check(const Run& run, std::vector<Output>& outputs, Onlooker* onlooker = nullptr);

/// Who will read a report: those who may see cases, or anybody.
enum class Audience : std::uint8_t { cases, published };

/// What a report tells besides counts.
struct ReportWanted {
    /// Published: counts of cases alone, small ones hidden (report/published_page.hpp). Then there is the page alone:
    /// neither a workbook is written nor figures made, because these name cases.
    Audience audience = Audience::cases;
    std::set<std::string> cases = {};  ///< told in full whether or not anything was found in them
    std::size_t most_files = 500;      ///< how many others are told in full: those with findings, in order of their ids
    Out* workbook = nullptr;           ///< where its tables go as a workbook (report/sheets.hpp), if they are wanted
    std::string scratch = {};          ///< of the workbook: a folder for what is put aside while it is written
    std::string marking = {};          ///< how the page is to be handled; empty: as case records
};

struct Reported {
    Outcome outcome;
    std::uint64_t cases_absent = 0;         ///< of those wanted, which the inputs do not hold, or the filters leave out
    std::vector<FigureTable> figures = {};  ///< those that audits asked for, as the page has them and more
};

/// The same judged, and written as one HTML page for the people who meet about it; see report/page.hpp. Filters by
/// agency and by kind must be empty: they would leave findings out that counts are still made of.
/// `beside` are shown the findings too.
Reported report(const Run& run, const ReportWanted& wanted, Out& out, std::vector<Output> beside = {});

/// What has to happen next: all that is pending or overdue, by due date.
struct Due {
    Outcome outcome;
    std::vector<DueItem> items;
};
Due due(const Run& run, const WorklistWanted& wanted);

/// One case, told in full: its timeline, every obligation with its verdict, the days counted, why and why not. Plain
/// text, at most 110 columns. Empty if the inputs hold no such case; then `near` are ids like it.
struct Explanation {
    std::string text;
    std::vector<std::string> near;
    Outcome outcome;
};
Explanation explain(const Run& run, const std::string& case_id);

/// The cases of a file that lies beside a definition, tried on it. With an error in the file, which `diagnostics` tell,
/// nothing is tried. `without_each_rule`: also whether some case misses each rule where it is taken out. `texts` must
/// outlive the results.
std::optional<TrialResults> try_cases(const Definition& definition, const std::filesystem::path& file,
                                      const std::shared_ptr<rules::Sources>& texts, bool without_each_rule,
                                      rules::Diagnostics& diagnostics);

}  // namespace csapath::engine

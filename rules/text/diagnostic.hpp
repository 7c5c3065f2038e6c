// SPDX-License-Identifier: MIT
/// Bad news about a text that a person wrote.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "rules/text/codes.hpp"
#include "rules/text/source.hpp"

namespace csapath::rules {

/// One thing wrong in a text that a person wrote, told so that they can mend it.
///
/// It is about a definition or an input file, never about a case: what a case shows or does not show is an
/// engine::Finding. A mistake of ours is neither; that one is thrown.
struct Diagnostic {
    /// A second place that matters: the first of two keys, the other end of a contradiction.
    struct Related {
        Span where;
        std::string message;
        friend bool operator==(const Related&, const Related&) = default;
    };

    Code code;                       ///< fixes the severity, and the page that explains it
    Span where;                      ///< the narrowest text that is wrong
    std::string message;             ///< what was seen and what was expected; lower case, no full stop
    std::string label = {};          ///< a few words under the underline; often empty
    std::string help = {};           ///< what to do, where there is one thing to do
    std::vector<Related> also = {};  ///< other places to look at
    /// Where there is no span (a row of a data file): "cases.csv:17" or "cases.csv: row 17, column 'at'". Used
    /// only while `where` is nowhere.
    std::string address = {};

    friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Every stage takes one of these and carries on as far as it can, so that an author sees all the mistakes of a
/// file at once.
class Diagnostics {
public:
    void add(Diagnostic found) { found_.push_back(std::move(found)); }
    void add(Diagnostics other);

    bool any_error() const;
    bool empty() const { return found_.empty(); }
    std::size_t errors() const;
    const std::vector<Diagnostic>& found() const { return found_; }

    /// By source name, place, then code; ties keep the order in which they were found. What is nowhere stands first,
    /// as found. Exact repeats are dropped.
    void sort();

private:
    std::vector<Diagnostic> found_;
};

}  // namespace csapath::rules

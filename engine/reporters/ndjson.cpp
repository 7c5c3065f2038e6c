// SPDX-License-Identifier: MIT
#include <optional>

#include "engine/reporters/finding_json.hpp"
#include "engine/reporters/json.hpp"

namespace csapath::engine {

namespace {
class NdjsonReporter final : public Reporter {
public:
    void begin(const RunHeader& run, Out& /*out*/) override { json_.emplace(run); }

    void add(const Finding& finding, Out& out) override {
        if (!is_finding(finding.verdict)) return;
        json_->append(finding, out.buffer);
        out.buffer += '\n';
        out.breathe();
    }

    void end(const Results& /*results*/, Out& out) override { out.flush(); }
    bool wants_listed() const override { return false; }

private:
    std::optional<FindingJson> json_;
};
}  // namespace

std::unique_ptr<Reporter> ndjson_reporter() {
    return std::make_unique<NdjsonReporter>();
}

}  // namespace csapath::engine

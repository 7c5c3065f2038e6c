// SPDX-License-Identifier: MIT
/// A shipped definition, and plain event files judged by it, in process.
///
///     const Shipped national("national/csa-response.yaml");
///     const Checked checked(national, "case,event,at\nC1,referral,2025-05-02\n", "2025-05-30");
///     CHECK(checked.said("referral.next.screening") == "overdue (delay), due 2025-05-06");
#pragma once

#include <algorithm>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/engine.hpp"
#include "tests/support/days.hpp"

namespace csapath {

class Shipped {
public:
    explicit Shipped(std::string_view name) {
        const auto root = std::filesystem::path{CSAPATH_ROOT} / "pathway-definitions";
        definition_ = engine::load(root / name, root, texts_, diagnostics_);
        if (!definition_) throw std::runtime_error("a shipped definition does not load");
    }
    const engine::Definition& operator*() const { return *definition_; }
    const rules::Diagnostics& diagnostics() const { return diagnostics_; }

private:
    std::shared_ptr<rules::Sources> texts_ = std::make_shared<rules::Sources>();
    rules::Diagnostics diagnostics_;
    std::unique_ptr<const engine::Definition> definition_;
};

class Checked {
public:
    /// `only`: the one rule to judge, so that no other finding speaks for it; empty for all of them.
    Checked(const Shipped& by, std::string_view events, std::string_view as_of, std::string_view only = {})
        : definition_(*by) {
        engine::Run run{.definition = definition_, .inputs = {}, .as_of = moment(as_of), .mapping = {}};
        run.inputs.push_back({"events.csv", "csv", [text = std::string(events)] { return bytes(text); }});
        if (!only.empty()) run.filters.rules.insert(std::string(only));
        Nowhere nowhere;
        std::vector<engine::Output> outputs;
        outputs.push_back({std::make_unique<Keeper>(told_), &nowhere, false});
        results_ = engine::check(run, outputs).results;
        if (results_.incomplete) throw std::invalid_argument(results_.errors.empty() ? "?" : results_.errors.front());
    }

    const std::vector<engine::Finding>& told() const { return told_; }  ///< findings, and what is listed
    const engine::Results& results() const { return results_; }

    /// The findings of a rule, in order: "late (delay), due 2025-05-06; missed (missed step)".
    std::string said(std::string_view rule) const {
        std::string all;
        for (const engine::Finding& finding : told_) {
            if (definition_.rules()[finding.rule].id != rule || !engine::is_finding(finding.verdict)) continue;
            if (!all.empty()) all += "; ";
            all += std::string(name(finding.verdict)) + " (" + std::string(name(finding.kind)) + ")";
            if (finding.due) all += ", due " + rules::iso(*finding.due);
        }
        return all;
    }
    std::uint64_t count(std::string_view rule, engine::Verdict verdict) const {
        const auto& rules = definition_.rules();
        const auto found = std::find_if(rules.begin(), rules.end(), [&](const auto& one) { return one.id == rule; });
        if (found == rules.end()) throw std::invalid_argument("no such rule: " + std::string(rule));
        return results_.by_rule[static_cast<std::size_t>(found - rules.begin())][static_cast<std::size_t>(verdict)];
    }

private:
    class Text final : public engine::Bytes {
    public:
        explicit Text(std::string text) : text_(std::move(text)) {}
        std::size_t read(std::span<char> room) override {
            const std::size_t size = std::min(room.size(), text_.size() - at_);
            std::copy_n(text_.data() + at_, size, room.data());
            at_ += size;
            return size;
        }
        bool rewind() override {
            at_ = 0;
            return true;
        }

    private:
        std::string text_;
        std::size_t at_ = 0;
    };
    static std::unique_ptr<engine::Bytes> bytes(const std::string& text) { return std::make_unique<Text>(text); }

    class Nowhere final : public engine::Out {
        void flush() override { buffer.clear(); }
        void take_back() override { buffer.clear(); }
    };
    class Keeper final : public engine::Reporter {
    public:
        explicit Keeper(std::vector<engine::Finding>& kept) : kept_(kept) {}
        void begin(const engine::RunHeader&, engine::Out&) override { kept_.clear(); }
        void add(const engine::Finding& finding, engine::Out&) override { kept_.push_back(finding); }
        void end(const engine::Results&, engine::Out&) override {}

    private:
        std::vector<engine::Finding>& kept_;
    };

    const engine::Definition& definition_;
    std::vector<engine::Finding> told_;
    engine::Results results_;
};

}  // namespace csapath

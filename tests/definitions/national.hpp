// SPDX-License-Identifier: MIT
/// The national pathway, the cases that lie beside it, and the example of the documentation.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "tests/support/checked.hpp"

namespace csapath {

inline const Shipped& national() {
    static const Shipped loaded("national/csa-response.yaml");
    return loaded;
}

inline const engine::TrialResults& cases_of_national() {
    static const auto texts = std::make_shared<rules::Sources>();
    static const engine::TrialResults tried = [] {
        rules::Diagnostics diagnostics;
        auto results =
            engine::try_cases(*national(), CSAPATH_ROOT "/pathway-definitions/national/csa-response.cases.yaml", texts,
                              false, diagnostics);
        if (!results) throw std::runtime_error("the cases of the national pathway cannot be read");
        return *std::move(results);
    }();
    return tried;
}

/// The events of docs/example.
inline const std::string& example_events() {
    static const std::string events = [] {
        std::ifstream file(CSAPATH_ROOT "/docs/example/cases.csv", std::ios::binary);
        if (!file) throw std::runtime_error("the example cannot be read");
        return std::string{std::istreambuf_iterator<char>(file), {}};
    }();
    return events;
}

}  // namespace csapath

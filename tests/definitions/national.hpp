// SPDX-License-Identifier: MIT
/// The national pathway and the cases that lie beside it, each read once.
#pragma once

#include <stdexcept>

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

}  // namespace csapath

// SPDX-License-Identifier: MIT
/// Somebody who looks at every case of a run once it is judged, to count what no finding tells.
#pragma once

#include "engine/evaluation/evaluate.hpp"
#include "engine/findings/results.hpp"

namespace csapath::engine {

class Onlooker {
public:
    virtual ~Onlooker() = default;
    /// Called a second time, it forgets all it was shown before: the run has started again.
    virtual void begin(const RunHeader& run) = 0;
    /// A case that passed the filters, in byte order of the ids; nothing of it holds after the call. `teller` puts
    /// what was judged into words. What was found in it goes to the reporters next, before another case is seen.
    virtual void see(const Case& of, const Judged& judged, Evaluation& teller) = 0;
};

}  // namespace csapath::engine

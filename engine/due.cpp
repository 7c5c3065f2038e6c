// SPDX-License-Identifier: MIT
#include "engine/definition_parts.hpp"
#include "engine/engine.hpp"
#include "engine/worklist/worklist.hpp"

namespace csapath::engine {

Due due(const Run& run, const WorklistWanted& wanted) {
    Worklist worklist(run.definition.parts().plan, wanted);
    std::vector<Output> no_outputs;
    Due found;
    found.outcome = check(run, no_outputs, &worklist);
    found.items = worklist.take();
    return found;
}

}  // namespace csapath::engine

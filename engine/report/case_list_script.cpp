// SPDX-License-Identifier: MIT
#include "engine/report/case_list_script.hpp"

#include <string>

namespace csapath::engine {

namespace {
constexpr std::string_view made =
#include "engine/report/case_list_script.inc"
    ;
}  // namespace

std::string_view case_list_script() {
    static const std::string wrapped = "//<![CDATA[\n" + std::string(made) + "\n//]]>";
    return wrapped;
}

}  // namespace csapath::engine

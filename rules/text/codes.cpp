// SPDX-License-Identifier: MIT
#include "rules/text/codes.hpp"

namespace csapath::rules {

namespace {
constexpr CodeRow rows[] = {
#define CSAPATH_CODE(name, id, severity, title) {Code::name, id, Severity::severity, title},
#include "rules/text/codes.inc"
#undef CSAPATH_CODE
};
}  // namespace

const CodeRow& row(Code code) {
    return rows[static_cast<std::size_t>(code)];
}

std::span<const CodeRow> all_codes() {
    return rows;
}

}  // namespace csapath::rules

// SPDX-License-Identifier: MIT
#include "rules/value/value.hpp"

namespace csapath::rules {

bool same(const Value& left, const Value& right) {
    if (left.kind != right.kind || left.partial || right.partial) return false;
    switch (left.kind) {
        case Value::Kind::missing:
            return false;
        case Value::Kind::text:
            return left.text == right.text;
        case Value::Kind::number:
            return left.number == right.number;
        case Value::Kind::yes_no:
            return left.yes == right.yes;
        case Value::Kind::moment:
            return left.moment.day == right.moment.day && left.moment.time == right.moment.time &&
                   left.moment.second_pass == right.moment.second_pass;
        case Value::Kind::option:
            return left.option == right.option;
        case Value::Kind::options:
            return left.options == right.options;
    }
    return false;
}

}  // namespace csapath::rules

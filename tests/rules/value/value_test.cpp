// SPDX-License-Identifier: MIT
#include "rules/value/value.hpp"

#include <string>
#include <vector>

#include "tests/support/catch.hpp"

using namespace csapath::rules;

namespace {
Options options(std::initializer_list<std::size_t> which) {
    Options all;
    for (const std::size_t option : which) all.add(option);
    return all;
}
}  // namespace

TEST_CASE("values of one kind and content are the same") {
    const std::string one = "neglect", other = "neglect";  // two texts at two addresses
    CHECK(same(Value::of_text(one), Value::of_text(other)));
    CHECK(same(Value::of_text(""), Value::of_text("")));
    CHECK(same(Value::of_number(-3), Value::of_number(-3)));
    CHECK(same(Value::of_yes_no(false), Value::of_yes_no(false)));
    CHECK(same(Value::of_moment({Date{7}, hour}), Value::of_moment({Date{7}, hour})));
    CHECK(same(Value::of_option(0), Value::of_option(0)));
    CHECK(same(Value::of_options(options({1, 127})), Value::of_options(options({127, 1}))));
    CHECK(same(Value::of_options({}), Value::of_options({})));
}

TEST_CASE("values of other content are not the same") {
    CHECK_FALSE(same(Value::of_text("neglect"), Value::of_text("Neglect")));
    CHECK_FALSE(same(Value::of_text("neglect"), Value::of_text("neglect ")));
    CHECK_FALSE(same(Value::of_number(3), Value::of_number(4)));
    CHECK_FALSE(same(Value::of_yes_no(true), Value::of_yes_no(false)));
    CHECK_FALSE(same(Value::of_moment({Date{7}}), Value::of_moment({Date{8}})));
    CHECK_FALSE(same(Value::of_moment({Date{7}, hour}), Value::of_moment({Date{7}})));
    CHECK_FALSE(same(Value::of_option(1), Value::of_option(2)));
    CHECK_FALSE(same(Value::of_options(options({1})), Value::of_options(options({1, 65}))));
    CHECK_FALSE(same(Value::of_options(options({1})), Value::of_options(options({65}))));
}

TEST_CASE("values of two kinds are never the same") {
    const std::vector<Value> values = {Value::of_text("0"),         Value::of_number(0), Value::of_yes_no(false),
                                       Value::of_moment({Date{0}}), Value::of_option(0), Value::of_options({})};
    for (std::size_t left = 0; left < values.size(); ++left) {
        for (std::size_t right = 0; right < values.size(); ++right) {
            CAPTURE(left, right);
            CHECK(same(values[left], values[right]) == (left == right));
        }
    }
}

TEST_CASE("whether two missing values are the same nobody knows") {
    CHECK_FALSE(same(Value{}, Value{}));
    CHECK_FALSE(same(Value{}, Value::of_number(0)));
    CHECK_FALSE(Value{}.known());
    CHECK(Value::of_yes_no(false).known());
}

TEST_CASE("a list that names something unknown is the same as none") {
    Value partial = Value::of_options(options({1}));
    partial.partial = true;
    CHECK_FALSE(same(partial, Value::of_options(options({1}))));
    CHECK_FALSE(same(Value::of_options(options({1})), partial));
    CHECK_FALSE(same(partial, partial));
}

TEST_CASE("the two passes of one clock time are two moments, however the first was written") {
    const Moment first{Date{7}, hour};
    Moment second_time = first;
    second_time.second_pass = true;
    Moment taken_for_first = first;
    taken_for_first.ambiguous = true;
    CHECK_FALSE(same(Value::of_moment(first), Value::of_moment(second_time)));
    CHECK(same(Value::of_moment(first), Value::of_moment(taken_for_first)));
}

TEST_CASE("a set keeps 128 options apart") {
    Options all;
    for (std::size_t option = 0; option < Options::most; ++option) {
        CHECK_FALSE(all.has(option));
        all.add(option);
        CHECK(all.has(option));
        CHECK(all.count() == static_cast<int>(option) + 1);
    }
}

TEST_CASE("sets join, meet and differ across both halves") {
    const Options one = options({0, 63, 64}), other = options({63, 64, 127});
    CHECK((one | other) == options({0, 63, 64, 127}));
    CHECK((one & other) == options({63, 64}));
    CHECK((one - other) == options({0}));
    CHECK((one - one).none());
    CHECK_FALSE(options({127}).none());
}

// SPDX-License-Identifier: MIT
#include "engine/readers/identities_file.hpp"

#include <algorithm>
#include <array>

#include "engine/document/digest.hpp"
#include "engine/readers/csv_table.hpp"
#include "rules/text/snippet.hpp"

namespace csapath::engine {

using rules::Code;

namespace {

/// Counts what passes into a digest.
class CountedBytes final : public Bytes {
public:
    explicit CountedBytes(Bytes& bytes) : bytes_(bytes) {}
    std::size_t read(std::span<char> room) override {
        const std::size_t got = bytes_.read(room);
        digest_.add({room.data(), got});
        return got;
    }
    bool rewind() override { return false; }
    std::string sha256() {
        std::array<char, 4096> rest{};
        while (read(rest) > 0) {
        }
        return hexadecimal(digest_.finish());
    }

private:
    Bytes& bytes_;
    Digest digest_;
};

class IdentityRows {
public:
    IdentityRows(const std::string& name, bool show_values) : options_{.name = name, .show_values = show_values} {}

    std::vector<Identity> read(Bytes& bytes) {
        Window window(bytes);
        const auto start = csv_start(window, faults_, report_, std::nullopt);
        if (!start) {
            if (!faults_.last()) tell_of_columns({});
            return {};
        }
        CsvTable table(window, *start);
        TableRow row;
        if (!table.next(row)) {
            tell_of_columns({});
            return {};
        }
        if (row.fault) {
            faults_.add(row.fault->code, row.place, row.fault->message, row.fault->help);
            return {};
        }
        if (!read_header(row)) return {};
        table.expect(row.cells.size());
        std::vector<Identity> rows;
        while (table.next(row)) read_row(row, rows);
        return rows;
    }

    void tell(const std::vector<IdentityFault>& faults) {
        for (const IdentityFault& fault : faults) {
            const bool circle = fault.what == IdentityFault::What::circle;
            const std::string id =
                options_.show_values ? "the id '" + rules::printable(fault.other->id) + "'" : "an id";
            faults_.add(circle ? Code::identity_circle : Code::identity_two_cases, {fault.other->row, fault.other->row},
                        circle ? id + " leads back to row " + std::to_string(fault.one->row) + ", and so to no case"
                               : id + " belongs to another case by row " + std::to_string(fault.one->row),
                        circle ? "take out one of the rows: the last of a chain names the case"
                               : "find out which is right; a row without a source holds for every source");
        }
    }
    const rules::Diagnostics& told() {
        faults_.tell();
        return report_.faults;
    }

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    bool read_header(const TableRow& row) {
        const auto column = [&row](std::string_view name) {
            for (std::size_t at = 0; at < row.cells.size(); ++at)
                if (row.cells[at].text == name) return at;
            return nowhere;
        };
        id_ = column("id");
        case_ = column("case");
        source_ = column("source");
        if (id_ != nowhere && case_ != nowhere) return true;
        tell_of_columns(row.place);
        return false;
    }
    void tell_of_columns(const RowPlace& place) {
        faults_.add(Code::identity_columns, place, "an identity map has the columns 'id' and 'case'",
                    "and 'source', where equal ids of several sources are not one child");
    }

    void read_row(const TableRow& row, std::vector<Identity>& into) {
        if (row.fault) return faults_.add(row.fault->code, row.place, row.fault->message, row.fault->help);
        if (std::ranges::all_of(row.cells, [](const TableCell& cell) { return cell.text.empty(); })) return;
        const auto text = [&row](std::size_t column) { return std::string(row.cell(column).text); };
        Identity identity{source_ == nowhere ? std::string{} : text(source_), text(id_), text(case_),
                          static_cast<std::uint32_t>(row.place.number)};
        if (identity.id.empty() || identity.case_id.empty())
            return faults_.add(Code::identity_row, row.place,
                               identity.id.empty() ? "the row names no id" : "the row names no case",
                               "each row says that an id belongs to a case");
        into.push_back(std::move(identity));
    }

    ReadOptions options_;
    InputReport report_;
    Faults faults_{options_, report_};
    std::size_t id_ = nowhere, case_ = nowhere, source_ = nowhere;
};

}  // namespace

std::unique_ptr<const Identities> read_identities(Bytes& bytes, const std::string& name, bool show_values,
                                                  rules::Diagnostics& diagnostics) {
    CountedBytes counted(bytes);
    IdentityRows rows(name, show_values);
    auto identities = std::make_unique<Identities>(rows.read(counted));
    rows.tell(identities->faults());
    identities->name = name;
    identities->sha256 = counted.sha256();
    const rules::Diagnostics& told = rows.told();
    const bool good = !told.any_error();
    diagnostics.add(told);
    return good ? std::move(identities) : nullptr;
}

}  // namespace csapath::engine

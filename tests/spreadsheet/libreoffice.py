#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The workbook of a report as LibreOffice opens it, held against what csapath writes as CSV: two writers that share no
line, so that what both say is what was meant. Where there is no LibreOffice this is skipped (77), unless it must be run."""

import csv
import decimal
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ["CSAPATH_PROGRAM"]
# Every sheet to a file of its own: comma, quotes, UTF-8, from the first line, values and not what is shown of them.
AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"

# Ids and texts that a spreadsheet would like to make something else of.
TEMPTING = """case,event,at,agency,attended,case.area
=1+1,referral,2025-05-12,school,,North
+44 20 7946,referral,2025-05-12,school,,@SUM(A1)
-7,referral,2025-05-12,school,,"-1+2"
00123,referral,2025-05-12,school,,1e5
2025-05-12,referral,2025-05-12,school,,31/12/2025
'quoted,referral,2025-05-12,school,,"West ""inner"", upper"
"=HYPERLINK(""x"")",referral,2025-05-12,school,,_x0041_
TRUE,referral,2025-05-12,school,,Ŵrexham
<b>&amp;</b>,referral,2025-05-12,school,,]]><!-- x -->
＝1+1,referral,2025-05-12,school,,🦊 East
\u05d0\u05d1-1,referral,2025-05-12,school,,W-1\u202etpircs
a\u200bb,referral,2025-05-12,school,,a\u2028b
javascript:alert(1),referral,2025-05-12,school,,http://example.invalid/x
"""


def program(*words):
    ran = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, check=False)
    if ran.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, words))}: exit code {ran.returncode}\n{ran.stderr}")
    return ran.stdout


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def opened(office, workbook, folder):
    """Sheet -> its rows, as LibreOffice has them."""
    subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", AS_CSV,
                    "--outdir", folder / "sheets", workbook], check=True, capture_output=True, timeout=300)
    begin = len(workbook.stem) + 1
    return {path.stem[begin:]: rows_of(path) for path in (folder / "sheets").iterdir()}


def undone(text):
    """A cell of CSV for spreadsheets without the apostrophe that keeps it from being a formula."""
    bare = text.lstrip("'")
    return text[1:] if bare != text and bare[:1] in ("=", "+", "-", "@", "\uff1d") else text


def spelled(text):
    """Marks that nobody sees, and that can make a text read as another, are spelled out in a workbook. In CSV they stand
    as they were recorded, so that another program finds its ids again."""
    return re.sub("[\u200b\u2028\u202e]", lambda mark: f"\\u{ord(mark[0]):04x}", text)


def same_cell(told, shown):
    """A share is a percentage with one decimal in CSV, and a number with all it has in a workbook."""
    if shown.endswith("%"):
        exact = decimal.Decimal(shown[:-1])
        return told != "" and exact.quantize(decimal.Decimal("0.1"), decimal.ROUND_HALF_UP) == decimal.Decimal(told)
    return spelled(undone(told)) == shown


class Comparison:
    def __init__(self):
        self.cells = 0
        self.differences = []

    def cell(self, where, told, shown):
        self.cells += 1
        if not same_cell(told, shown):
            self.differences.append(f"{where}: CSV has {told!r}, LibreOffice {shown!r}")

    def figures(self, folder, sheets):
        for figure in rows_of(folder / "figures.csv")[1:]:
            name = figure[0].removesuffix(".csv")
            told, shown = rows_of(folder / figure[0])[1:], sheets[name][1:]
            if len(told) != len(shown):
                self.differences.append(f"{name}: {len(told)} rows in CSV, {len(shown)} in LibreOffice")
            for number, (ours, theirs) in enumerate(zip(told, shown), start=1):
                for column, (mine, its) in enumerate(zip(ours, theirs, strict=True)):
                    self.cell(f"{name} row {number} column {column + 1}", mine, its)

    def findings(self, told, sheet):
        by_id = {row["Id"]: row for row in (dict(zip(sheet[0], row)) for row in sheet[1:])}
        if len(by_id) != len(told) or len(sheet) - 1 != len(told):
            self.differences.append(f"{len(told)} findings in CSV, {len(sheet) - 1} in LibreOffice")
        columns = {"case": "Case", "verdict": "Verdict", "severity": "Severity", "kind": "Kind", "rule": "Rule",
                   "times": "Times", "due": "Due", "late_by": "Late by", "late_unit": "In", "activated_row": "Row",
                   "activated_at": "On", "fulfilled_at": "At", "basis": "Basis"}
        for finding in told:
            shown = by_id.get(finding["id"], {})
            for mine, its in columns.items():
                value = finding[mine]
                if its in ("On", "At", "Due") and "T" in value:
                    value = value.replace("T", " ") + ":00"
                self.cell(f"{finding['id']} {its}", value, shown.get(its, ""))
            self.cell(f"{finding['id']} What", finding["message"][:1].upper() + finding["message"][1:],
                      shown.get("What", ""))


def compare(office, events, comparison):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        judged = [events, "-p", "national/csa-response", "--as-of", "2026-03-31", "-q"]
        program("report", *judged, "--output", f"xlsx:{folder}/report.xlsx", "--figures", folder / "figures")
        told = list(csv.DictReader(program("check", *judged, "--format", "csv").splitlines()))
        sheets = opened(office, folder / "report.xlsx", folder)
        comparison.figures(folder / "figures", sheets)
        comparison.findings(told, sheets["Findings"])


def main():
    office = shutil.which("soffice")
    if office is None:
        print("no LibreOffice; ./dev test --browser installs it", file=sys.stderr)
        return 1 if os.environ.get("CSAPATH_BROWSER") == "required" else 77
    comparison = Comparison()
    compare(office, ROOT / "docs/example/cases.csv", comparison)
    with tempfile.TemporaryDirectory() as name:
        tempting = pathlib.Path(name) / "cases.csv"
        tempting.write_text(TEMPTING, encoding="utf-8")
        compare(office, tempting, comparison)
    for difference in comparison.differences[:50]:
        print(difference)
    print(f"{comparison.cells} cells compared, {len(comparison.differences)} differ")
    return 0 if comparison.cells > 0 and not comparison.differences else 1


if __name__ == "__main__":
    sys.exit(main())

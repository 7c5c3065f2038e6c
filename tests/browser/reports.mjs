// SPDX-License-Identifier: MIT
// The reports that are tried: made by the program itself, once, in a folder that is thrown away.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.CSAPATH_PROGRAM ?? join(root, "build/csapath");
const folder = mkdtempSync(join(tmpdir(), "csapath-browser-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** What people type, and what people who wish us ill type, where an id, a team or an area is asked for. */
export const hostile = [
  "<script>alert(1)</script>",
  "<img src=http://example.invalid/x onerror=alert(1)>",
  "\"><svg/onload=alert(1)>",
  "' onmouseover='alert(1)",
  "</title></style></script><h1>gone</h1>",
  "<!-- ]]> -->",
  "&lt;b&gt;",
  "javascript:alert(1)",
  "=HYPERLINK(\"http://example.invalid\")",
  "+1+1", "-1-1", "@SUM(A1)", "\uff1d1+1", "'1",
  "W-1\u202etpircs",
  "W-\u200b1", "W-\u2066\u05d0\u05d1\u2069",
  "\u05d0\u05d1\u05d2-1", "Zo\u00eb \u0141", "\ud83e\udd8a",
  "%3Cscript%3E", "{{7*7}}${7*7}", "{}{:d}", "\\u003cscript\\u003e",
  "W\u001b[31m1", "W\u00071",
  "x".repeat(200),
  "a b  c", "a,b;c", "a\"b",
  "a\u2028b", "a\u2029b",
];

function inCsv(cell) {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function report(name, ...words) {
  const file = join(folder, `${name}.html`);
  const ran = spawnSync(program, ["report", ...words, "--as-of", "2026-03-31", "-q", "--output", `html:${file}`], {
    cwd: root, encoding: "utf8",
  });
  if (ran.status !== 0 && ran.status !== 4) throw new Error(`no report of ${name}: ${ran.stderr}`);
  return file;
}

function written(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const national = ["-p", "national/csa-response"];
const header = "case,event,at,agency,case.area,case.team\n";

/** Each id with a referral and, three weeks late, its screening; area and team are as hostile as the id. */
function hostileCases() {
  return header + hostile.flatMap((text) => {
    const id = inCsv(text);
    return [`${id},referral,2025-04-01,police,${id},${id}`, `${id},screening,2025-04-22,social-care,${id},${id}`];
  }).join("\n") + "\n";
}

/** More cases than two pages of the list hold, over two areas, every eleventh of them late. */
function manyCases() {
  const rows = [];
  for (let number = 1; number <= 250; ++number) {
    const id = `M-${String(number).padStart(4, "0")}`, area = number % 2 ? "North" : "South";
    rows.push(`${id},referral,2025-04-01,police,${area},Team ${number % 5}`);
    rows.push(`${id},screening,2025-04-${number % 11 ? "02" : "22"},social-care,${area},Team ${number % 5}`);
  }
  return header + rows.join("\n") + "\n";
}

/** More cases than are in the page for a browser that runs its script; the ids of the last ones are hostile. */
function longList() {
  const rows = [];
  for (let number = 1; number <= 600; ++number)
    rows.push(`A-${String(number).padStart(4, "0")},referral,2025-04-01,police,North,`);
  return header + rows.join("\n") + "\n" +
    hostile.map((text) => inCsv(`x${text}`)).map((id) => `${id},referral,2025-04-01,police,${id},${id}\n`).join("");
}

export const reports = {
  example: report("example", "docs/example/cases.csv", ...national),
  empty: report("empty", written("empty.csv", header), ...national, "--allow-empty"),
  hostile: report("hostile", written("hostile.csv", hostileCases()), ...national),
  many: report("many", written("many.csv", manyCases()), ...national,
    "--rule", "referral.next.screening"),
  long: report("long", written("long.csv", longList()), ...national, "--rule", "screening.decision"),
  incomplete: report("incomplete", written("incomplete.csv",
    `${header}W-1,referral,2025-04-31,police,North,\nW-2,referral,2025-04-01,police,North,\n`), ...national),
};

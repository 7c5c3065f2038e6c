// SPDX-License-Identifier: MIT
// The list of all cases: what is filtered stays filtered, can be passed on by its address, and is saved as it is seen.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { open, startBrowser } from "./browser.mjs";
import { hostile, reports } from "./reports.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

const status = (page) => page.locator("[role=status]").textContent();
const ids = (page) => page.locator("#cases tbody th").allTextContents();
/** Of 250 cases the odd ones are North's; those are late whose number is a multiple of eleven. */
const cases = Array.from({ length: 250 }, (_, place) => place + 1);
const called = (number) => `M-${String(number).padStart(4, "0")}`;

test("a hundred cases at a time, in the order of their ids", async () => {
  const { page, close } = await open(browser, reports.many);
  assert.equal(await status(page), "Showing 1 to 100 of 250 cases.");
  assert.deepEqual(await ids(page), cases.slice(0, 100).map(called));
  assert.ok(await page.getByRole("button", { name: "Previous page" }).isDisabled());
  for (let turns = 0; turns < 2; ++turns) await page.getByRole("button", { name: "Next page" }).click();
  assert.equal(await status(page), "Showing 201 to 250 of 250 cases.");
  assert.deepEqual(await ids(page), cases.slice(200).map(called));
  assert.ok(await page.getByRole("button", { name: "Next page" }).isDisabled());
  await close();
});

test("filters are kept in the address, and an address brings them back", async () => {
  const { page, close } = await open(browser, reports.many);
  await page.getByLabel("Case or team").fill("team 3");
  await page.getByRole("combobox", { name: "Area" }).selectOption("North");
  await page.getByRole("button", { name: "Last event" }).click();
  await page.getByRole("button", { name: "Last event" }).click();
  const left = cases.filter((number) => number % 5 === 3 && number % 2);
  // The later ones first; of one day in the order of the page.
  const sorted = [...left.filter((number) => number % 11 === 0), ...left.filter((number) => number % 11)].map(called);
  assert.deepEqual(await ids(page), sorted);
  const address = await page.evaluate(() => location.hash);
  await close();

  const again = await open(browser, reports.many, {}, address);
  assert.deepEqual(await ids(again.page), sorted);
  assert.equal(await status(again.page), `Showing 1 to ${left.length} of ${left.length}, out of 250 cases.`);
  assert.equal(await again.page.getByLabel("Case or team").inputValue(), "team 3");
  assert.equal(await again.page.getByRole("combobox", { name: "Area" }).inputValue(), "North");
  assert.equal(await again.page.locator("th[aria-sort=descending]").textContent(), "Last event");
  await again.close();
});

test("an address that somebody made up does no harm", async () => {
  for (const address of ["#cases?page=999999&sort=77", "#cases?page=-1&sort=x&down=2", "#cases?area=<script>", "#cases?%E0%A4%A", "#nowhere"]) {
    const { page, complaints, close } = await open(browser, reports.many, {}, address);
    assert.match(await status(page), /^(Showing|None of)/, address);
    assert.deepEqual(complaints, [], address);
    await close();
  }
});

async function saved(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save as CSV" }).click();
  return readFileSync(await (await download).path(), "utf8");
}

test("what is saved as CSV is what the filters leave, all its pages, for a spreadsheet", async () => {
  const { page, close } = await open(browser, reports.many, {}, "#cases?area=South");
  const text = await saved(page);
  assert.ok(text.startsWith("\ufeffCase,Area,Team,First event,Last event,Stands,Events,Findings,High,Medium,Low,"));
  const lines = text.slice(1).split("\r\n");
  assert.equal(lines.pop(), "");
  assert.deepEqual(lines.slice(1).map((line) => line.split(",")[0]), cases.filter((number) => number % 2 === 0).map(called));
  assert.ok(lines[1].startsWith("M-0002,South,Team 2,2025-04-01,2025-04-02,open,2,"), lines[1]);
  await close();
});

test("no cell that is saved as CSV is a formula", async () => {
  const { page, close } = await open(browser, reports.hostile);
  const text = await saved(page);
  const begins = [...text.slice(1).matchAll(/(?:^|,|\r\n)"?(.)/g)].map((match) => match[1]);
  assert.ok(begins.length > 100);
  assert.deepEqual(begins.filter((sign) => "=+-@\t\r\uff1d\uff0b\uff0d\uff20".includes(sign)), []);
  assert.match(text, /\r\n'=1\+1|\r\n"'=HYPERLINK\(""http:\/\/example\.invalid""\)"/);
  await close();
});

test("Print writes the whole list that is left, not a page of it, and then shows the page again", async () => {
  const { page, close } = await open(browser, reports.many, {}, "#cases?area=South&page=2");
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal((await ids(page)).length, 125);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await status(page), "Showing 101 to 125 of 125, out of 250 cases.");
  await close();
});

test("of a long list the rows that a browser has not read are found, sorted, shown and saved as the others", async () => {
  const { page, complaints, close } = await open(browser, reports.long);
  const kept = hostile.filter((text) => !/[\u0000-\u001f]/.test(text)).length;
  assert.equal(await status(page), `Showing 1 to 100 of ${600 + kept} cases.`);
  assert.equal(await page.locator("noscript").count(), 0);

  await page.getByLabel("Case or team").fill("A-05");
  assert.deepEqual(await ids(page), Array.from({ length: 100 }, (_, place) => `A-0${500 + place}`));

  const texts = ["<img src=http://example.invalid/x onerror=alert(1)>", "&lt;b&gt;", "a\"b", "' onmouseover='alert(1)"];
  for (const text of texts) {
    await page.getByLabel("Case or team").fill(`x${text}`);
    assert.deepEqual(await ids(page), [`x${text}`]);
    assert.equal(await page.locator("#cases tbody td").first().textContent(), `x${text}`);
    assert.equal(await page.getByRole("combobox", { name: "Area" }).locator("option", { hasText: `x${text}` }).count(), 1);
  }
  assert.equal(await page.locator("#cases tbody :is(img, svg, script)").count(), 0);
  await page.getByLabel("Case or team").fill(`xa"b`);
  assert.match(await saved(page), /\r\n"xa""b","xa""b","xa""b",2025-04-01,/);

  await page.getByLabel("Case or team").fill("");
  await page.getByRole("button", { name: "Case", exact: true }).click();
  await page.getByRole("button", { name: "Case", exact: true }).click();
  assert.ok((await ids(page))[0].startsWith("x"));
  assert.deepEqual(complaints, []);
  await close();
});

test("of a long list a browser that runs no script shows every row", async () => {
  const { page, close } = await open(browser, reports.long, { javaScriptEnabled: false });
  const kept = hostile.filter((text) => !/[\u0000-\u001f]/.test(text)).length;
  const shown = await ids(page);
  assert.equal(shown.length, 600 + kept);
  assert.deepEqual(shown.slice(0, 600), Array.from({ length: 600 }, (_, place) => `A-${String(place + 1).padStart(4, "0")}`));
  assert.ok(shown.includes("x</title></style></script><h1>gone</h1>"));
  await close();
});

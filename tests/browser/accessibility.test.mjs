// SPDX-License-Identifier: MIT
// axe finds nothing wrong with any report, in any state that a reader can bring it into.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { faults, open, startBrowser } from "./browser.mjs";
import { reports } from "./reports.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

/** axe is a script itself, so it cannot be asked where scripts are off: it is shown the same page with its own left out. */
function withoutScript(file) {
  const copy = file.replace(/\.html$/, "-without-script.html");
  const whole = readFileSync(file, "utf8");
  const bare = whole.replace(/<script[^>]*>[^]*?<\/script>/g, "");
  assert.notEqual(bare, whole);
  writeFileSync(copy, bare);
  return copy;
}

const narrow = { viewport: { width: 320, height: 640 } };
const states = [
  ["an ordinary report", "example", {}],
  ["a report on no case", "empty", {}],
  ["a report on hostile texts", "hostile", {}],
  ["an incomplete report", "incomplete", {}],
  ["a list of cases with pages", "many", {}, "#cases?page=2", "#cases"],
  ["a list that is filtered and sorted", "many", {}, "#cases?area=North&found=1&sort=7&down=1", "#cases"],
  ["a list of which nothing is left", "many", {}, "#cases?find=nobody", "#cases"],
  ["a narrow window", "incomplete", narrow],
  ["a narrow window, a list that is filtered", "many", narrow, "#cases?found=1", "#cases"],
  ["dark colours asked for", "incomplete", { colorScheme: "dark" }],
  ["forced colours", "incomplete", { forcedColors: "active" }],
  ["forced dark colours", "incomplete", { forcedColors: "active", colorScheme: "dark" }],
  ["more contrast asked for", "incomplete", { contrast: "more" }],
];

for (const [state, name, wanted, address, part] of states)
  test(`axe finds no fault: ${state}`, async () => {
    const { page, close } = await open(browser, reports[name], wanted, address);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
    assert.deepEqual(await faults(page, part), []);
    await close();
  });

test("axe finds no fault: no script", async () => {
  const { page, close } = await open(browser, withoutScript(reports.incomplete));
  assert.equal(await page.locator("script").count(), 0);
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  assert.deepEqual(await faults(page), []);
  await close();
});

test("axe is really asked: a picture without a name is found", async () => {
  const { page, close } = await open(browser, reports.empty);
  await page.evaluate(() => document.querySelector("main").append(document.createElement("img")));
  const found = await faults(page);
  assert.ok(found.some((fault) => fault.startsWith("image-alt")), found.join("\n"));
  await close();
});

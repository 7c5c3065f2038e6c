// SPDX-License-Identifier: MIT
// A report fits where it is read: a narrow window, paper, forced colours, a browser that runs no script.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { open, startBrowser } from "./browser.mjs";
import { reports } from "./reports.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

for (const name of ["example", "hostile", "many", "incomplete", "empty"])
  test(`at 320 pixels nothing but a table or picture in its own frame is wider than the window: ${name}`, async () => {
    const { page, close } = await open(browser, reports[name], { viewport: { width: 320, height: 640 } });
    const wide = await page.evaluate(() => {
      // What is not laid out until it comes into sight is laid out for this.
      for (const late of document.querySelectorAll("section, .part")) late.style.contentVisibility = "visible";
      return {
        page: document.documentElement.scrollWidth,
        parts: Array.from(document.querySelectorAll("main *, header *"))
          .filter((one) => !one.closest(".wide, .defs") && one.getBoundingClientRect().right > 321)
          .map((one) => `${one.localName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`),
      };
    });
    assert.deepEqual(wide, { page: 320, parts: [] });
    await close();
  });

test("with text at twice its size nothing is cut off", async () => {
  const { page, close } = await open(browser, reports.incomplete, { viewport: { width: 640, height: 480 } });
  await page.evaluate(() => { document.documentElement.style.setProperty("font-size", "200%"); });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 640);
  await close();
});

test("without a script everything is there to be read", async () => {
  const { page, close } = await open(browser, reports.many, { javaScriptEnabled: false });
  assert.equal(await page.locator("#cases tbody tr").count(), 250);
  assert.equal(await page.locator("#cases form").count(), 0);
  const hidden = await page.evaluate(() =>
    Array.from(document.querySelectorAll("main :is(h2, h3, h4, p, li, caption)"))
      .filter((one) => !one.closest("details") && !one.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .map((one) => one.textContent));
  assert.deepEqual(hidden, []);
  await close();
});

test("every way within the page leads somewhere", async () => {
  const { page, close } = await open(browser, reports.example);
  const lost = await page.evaluate(() =>
    Array.from(document.querySelectorAll("a[href^='#']"))
      .map((link) => link.getAttribute("href"))
      .filter((href) => !document.getElementById(href.slice(1))));
  assert.deepEqual(lost, []);
  const ids = await page.evaluate(() => Array.from(document.querySelectorAll("[id]"), (one) => one.id));
  assert.equal(new Set(ids).size, ids.length);
  await close();
});

test("in forced colours every verdict is told by words, and every drawing by lines of the text's own colour", async () => {
  const { page, close } = await open(browser, reports.example, { forcedColors: "active", colorScheme: "dark" });
  const seen = await page.evaluate(() => {
    const probe = document.createElement("p");
    document.body.append(probe);
    probe.className = "forced";
    const colour = (element, property) => getComputedStyle(element)[property];
    const text = colour(probe, "color");
    return {
      text,
      lines: Array.from(document.querySelectorAll(".axis, .line, .limit, .arrow, .box"), (one) => colour(one, "stroke")).filter((one) => one !== text),
      labels: Array.from(document.querySelectorAll("svg text:not(.light, .mark)"), (one) => colour(one, "fill")).filter((one) => one !== text),
      tags: Array.from(document.querySelectorAll(".tag"), (one) => one.textContent.trim()).filter((one) => !/[a-z]{3}/.test(one)),
    };
  });
  assert.deepEqual({ lines: seen.lines, labels: seen.labels, tags: seen.tags }, { lines: [], labels: [], tags: [] });
  await close();
});

/** The text of each page of a PDF, if something is here that can tell. */
function pagesOf(pdf) {
  const read = spawnSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  return read.status === 0 ? read.stdout.split("\f").slice(0, -1) : null;
}

test("printed, each case begins a page, and nothing that only a screen can use is on paper", async (t) => {
  const { page, close } = await open(browser, reports.example);
  const pdf = join(dirname(reports.example), "example.pdf");
  writeFileSync(pdf, await page.pdf({ preferCSSPageSize: true }));
  const cases = await page.locator(".case h3").allTextContents();
  await close();
  const pages = pagesOf(pdf);
  if (!pages) return t.skip("pdftotext is not here");
  assert.ok(cases.length > 5);
  const first = pages.map((text) => text.trim().split("\n")[0].trim());
  for (const title of cases) assert.equal(first.filter((line) => line === title).length, 1, title);
  const whole = pages.join("\n");
  for (const control of ["Save as CSV", "Next page", "Skip to the summary", "Case or team"])
    assert.ok(!whole.includes(control), control);
  // The figures of a chart are folded away on a screen, and there on paper.
  assert.ok(whole.includes("Sep 2024"));
  assert.equal(pages.filter((text) => text.trim() === "").length, 0);
});

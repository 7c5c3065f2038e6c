// SPDX-License-Identifier: MIT
// A report can be used without a mouse: everything is reached, in order, and one sees where one is.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, startBrowser } from "./browser.mjs";
import { reports } from "./reports.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

/** Presses Tab from the top of the page until the focus leaves it. */
async function walk(page) {
  const steps = [];
  const number = await page.evaluate(() => {
    const all = Array.from(document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']"))
      .filter((element) => !element.closest("details:not([open]) > :not(summary)"));
    all.forEach((element, place) => { element.dataset.place = String(place); });
    return all.length;
  });
  for (let press = 0; press < number + 5; ++press) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const style = getComputedStyle(element), box = element.getBoundingClientRect();
      return {
        place: Number(element.dataset.place),
        what: `${element.localName} ${element.textContent.trim().slice(0, 40)}`,
        outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      };
    });
    if (at === null) break;
    steps.push(at);
  }
  return { steps, number };
}

for (const [state, name, wanted] of [
  ["an ordinary report", "example", {}],
  ["many cases", "many", {}],
  ["a narrow window", "incomplete", { viewport: { width: 320, height: 640 } }],
  ["forced colours", "incomplete", { forcedColors: "active" }],
])
  test(`Tab reaches every control once, in the order of the page, and shows it: ${state}`, async () => {
    const { page, close } = await open(browser, reports[name], wanted);
    const { steps, number } = await walk(page);
    const disabled = await page.locator("button:disabled").count();
    assert.equal(steps.length, number - disabled);
    for (let i = 1; i < steps.length; ++i) assert.ok(steps[i].place > steps[i - 1].place, steps[i].what);
    assert.deepEqual(steps.filter((step) => !step.outlined).map((step) => step.what), []);
    assert.deepEqual(steps.filter((step) => !step.seen).map((step) => step.what), []);
    await close();
  });

test("the first Tab shows the way past the contents, and Enter takes it", async () => {
  const { page, close } = await open(browser, reports.example);
  await page.keyboard.press("Tab");
  const skip = page.locator(".skip");
  assert.ok(await skip.evaluate((link) => link === document.activeElement));
  const box = await skip.boundingBox();
  assert.ok(box.x >= 0 && box.y >= 0);
  await page.keyboard.press("Enter");
  assert.equal(new URL(page.url()).hash, "#summary");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
  await close();
});

test("the list is filtered, sorted and turned by keys alone, and the focus stays where it is", async () => {
  const { page, close } = await open(browser, reports.many);
  await page.locator("input[type=search]").focus();
  await page.keyboard.type("Team 3");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  assert.match(await page.locator("[role=status]").textContent(), /out of 250 cases/);
  const next = page.getByRole("button", { name: "Next page" });
  await page.goto(page.url().split("#")[0] + "#cases");
  await next.focus();
  await page.keyboard.press("Enter");
  assert.match(await page.locator("[role=status]").textContent(), /^Showing 101 to 200 of 250/);
  assert.ok(await next.evaluate((button) => button === document.activeElement));
  const findings = page.getByRole("button", { name: "Findings", exact: true });
  await findings.focus();
  await page.keyboard.press("Space");
  assert.equal(await page.locator("th[aria-sort=ascending]").count(), 1);
  assert.ok(await findings.evaluate((button) => button === document.activeElement));
  await close();
});

// SPDX-License-Identifier: MIT
// A report asks for nothing, runs nothing of its data's, and keeps to its own policy, whatever stands in the data.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, startBrowser } from "./browser.mjs";
import { hostile, reports } from "./reports.mjs";

let browser;
before(async () => { browser = await startBrowser(); });
after(() => browser.close());

for (const name of Object.keys(reports))
  test(`nothing is asked for, run or complained of: ${name}`, async () => {
    const { page, asked, complaints, close } = await open(browser, reports[name]);
    // Everything in sight once, so that whatever loads late has its chance.
    await page.evaluate(async () => {
      for (let y = 0; y < document.body.scrollHeight; y += 2000) {
        scrollTo(0, y);
        await new Promise(requestAnimationFrame);
      }
    });
    assert.deepEqual(asked, []);
    assert.deepEqual(complaints, []);
    await close();
  });

test("the policy of the page is in force: neither script, style, picture nor request gets past it", async () => {
  const { page, asked, keptIn, complaints, close } = await open(browser, reports.example);
  await page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'run'";
    const picture = document.createElement("img");
    picture.src = "http://example.invalid/picture.png";
    document.body.append(script, picture);
    document.body.setAttribute("style", "color: red");
    await fetch("http://example.invalid/").catch(() => {});
  });
  assert.notEqual(await page.title(), "run");
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).color), "rgb(255, 0, 0)");
  assert.deepEqual(asked, keptIn);
  for (const what of ["inline script", "inline style", "picture.png", "Connecting"])
    assert.ok(complaints.some((complaint) => complaint.includes(what)), `${what}: ${complaints.join("\n")}`);
  await close();
});

/** As html_text() spells what cannot be seen, or turns the direction of writing. */
function spelled(text) {
  return text.replace(/[\u0000-\u001f\u200b\u2028-\u202e\u2066-\u2069]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

test("hostile texts are texts: each stands in the list of cases as it was recorded", async () => {
  const { page, close } = await open(browser, reports.hostile);
  const ids = await page.locator("#cases tbody th").allTextContents();
  // Control characters are refused where they are read; everything else is there.
  const readable = hostile.filter((text) => !/[\u0000-\u001f]/.test(text));
  assert.deepEqual(new Set(ids), new Set(readable.map((text) => spelled(text))));
  assert.equal(await page.locator("#cases :is(img, svg, script, style, iframe, object)").count(), 0);
  assert.equal(await page.locator("script").count(), 1);
  assert.equal(await page.locator("style").count(), 1);
  await close();
});

test("no element carries a script, a style or an address out of the page", async () => {
  const { page, close } = await open(browser, reports.hostile, { javaScriptEnabled: false });
  const found = await page.evaluate(() =>
    Array.from(document.querySelectorAll("*")).flatMap((element) =>
      Array.from(element.attributes)
        .filter(({ name, value }) =>
          name.startsWith("on") || name === "style" || name === "src" || (name === "href" && !value.startsWith("#")))
        .map(({ name }) => `${element.localName} ${name}`)));
  assert.deepEqual(found, []);
  await close();
});

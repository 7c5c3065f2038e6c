// SPDX-License-Identifier: MIT
// A browser, and pages in it that are watched: what they ask for, what they complain of.
import axe from "axe-core";
import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";

const flags = [
  "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Chromium without a window, with a profile of its own that is empty. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CSAPATH_CHROMIUM ?? "/usr/bin/chromium",
    chromiumSandbox: false,
    args: flags,
  });
}

/**
 * Opens a file as a person does, by its path. `wanted` is what a browser context may be told: viewport, colorScheme,
 * forcedColors, javaScriptEnabled. What comes back has the page, everything that it asked for beside itself, and every
 * complaint in its console: a breach of its own policy is one of these. What the page's policy kept it from asking for is
 * in `keptIn` too.
 */
export async function open(browser, file, wanted = {}, address = "") {
  const context = await browser.newContext({ acceptDownloads: true, ...wanted });
  const page = await context.newPage();
  const own = pathToFileURL(file).href;
  const asked = [], keptIn = [], complaints = [];
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== own) asked.push(request.url());
  });
  page.on("requestfailed", (request) => {
    if (request.failure()?.errorText === "csp") keptIn.push(request.url());
  });
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("dialog", (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(own + address);
  return { page, asked, keptIn, complaints, close: () => context.close() };
}

/**
 * What axe finds wrong by WCAG 2.2 AA and its own counsel, in a line each: in all of the page, or a part of it. Where
 * colours are forced axe holds the page's own text colours, which nobody sees, against the background that was forced: then
 * contrast is left to layout.test.mjs, which asks what colours are in force.
 */
export async function faults(page, part = "html") {
  await page.evaluate(axe.source);
  const found = await page.evaluate((within) =>
    globalThis.axe.run(within, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      resultTypes: ["violations"],
      rules: { "color-contrast": { enabled: !matchMedia("(forced-colors: active)").matches } },
    }),
  part);
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}

// Looks at the HTML of every view in a browser, narrow and wide, light and dark: axe finds nothing, and no page is wider than the screen.
//
//     node check.mjs [--screenshots FOLDER] [VIEW…]
//
// COUNTERPOINT names the program and CHROMIUM the browser, where they are not where they usually are.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.COUNTERPOINT ?? join(root, "target/debug/counterpoint");
const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const chromium = process.env.CHROMIUM ?? browsers.find((path) => existsSync(path));
const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

// Each view, and each look that a part of a page can have. What follows the commands are names of the map of the repository.
const views = [
  "table", "table --by source --full", "table --by organisation --cells quotes", "table --by year --cells text --voices",
  "table --transpose", "table --compact --keys", "table --derived --counts",
  "compare sedgwick hanatani", "compare sedgwick hanatani --full", "compare sedgwick hanatani --issue main-contribution",
  "compare sedgwick hanatani yamashita tase", "diff sedgwick hanatani", "diff tests/findings/misquotation arguments",
  "stand", "stand --full", "stand main-contribution", "stand --why hanatani-2017.engineering-fits", "stand --strength qe",
  "show main-contribution", "show sedgwick", "show sedgwick-2017", "show sedgwick-2017.ssr-leadership",
  "list authors", "list sources", "list issues", "list statements", "list terms", "list statements --unanswered",
  "agree", "agree --figures", "agree --cluster", "divide", "divide --figures",
  "agree --coders tests/command/coders/ann tests/command/coders/ben",
  "terms", "terms human-security", "network", "network --of statements --author hanatani",
  "quotes", "quotes --full", "quotes --suggest sedgwick-2017.ssr-leadership", "quotes tests/findings/edited-quotation",
  "check", "check tests/findings/unknown-name.arg", "explain", "explain unknown-name",
  "solve --all preferred --file tests/command/choice.apx",
];
const widths = [390, 1280];
const schemes = ["light", "dark"];

/** The page of a view. Exit status 1 is a map with errors, and its page is one all the same. */
function htmlOf(view) {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "pipe"] };
  try {
    return execFileSync(program, [...view.split(" "), "--format", "html"], options);
  } catch (error) {
    if (error.status === 1 && error.stdout) return error.stdout;
    throw new Error(`counterpoint ${view}: ${error.stderr || error.message}`);
  }
}

/** Runs in the page: whatever is wider than the screen and cannot be scrolled in a box of its own that the keyboard reaches. */
function tooWide() {
  const found = [];
  const screen = document.documentElement;
  if (screen.scrollWidth > screen.clientWidth) found.push(`the page is ${screen.scrollWidth} wide on ${screen.clientWidth}`);
  for (const box of document.querySelectorAll(".wide, pre")) {
    if (box.scrollWidth > box.clientWidth && box.tabIndex < 0) found.push(`no key scrolls ${box.outerHTML.slice(0, 80)}`);
  }
  return found;
}

const asked = process.argv.slice(2);
let pictures;
if (asked[0] === "--screenshots") {
  [, pictures] = asked.splice(0, 2);
  mkdirSync(pictures, { recursive: true });
}
const folder = mkdtempSync(join(tmpdir(), "counterpoint-"));
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
let looked = 0;
const faults = [];
try {
  const page = await browser.newPage();
  for (const view of asked.length > 0 ? asked : views) {
    const file = join(folder, "page.html");
    writeFileSync(file, htmlOf(view));
    for (const width of widths) {
      await page.setViewport({ width, height: 800 });
      for (const scheme of schemes) {
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.goto(pathToFileURL(file).href);
        await page.addScriptTag({ path: axe });
        const where = `${view} (${width} px, ${scheme})`;
        const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
        for (const { id, help, nodes } of violations) {
          faults.push(`${where}: ${id}: ${help}\n    ${nodes.length} times, first: ${nodes[0].html.slice(0, 160)}\n    ${(nodes[0].failureSummary ?? "").replaceAll("\n", "\n    ")}`);
        }
        faults.push(...(await page.evaluate(tooWide)).map((fault) => `${where}: ${fault}`));
        looked += 1;
        if (pictures && scheme === "light") {
          const name = `${view.replaceAll(/[^a-z0-9]+/gi, "-")}-${width}.png`;
          await page.screenshot({ path: join(pictures, name) });
        }
      }
    }
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(faults.join("\n"));
console.log(`${looked} looks, ${faults.length} faults`);
process.exitCode = looked > 0 && faults.length === 0 ? 0 : 1;

// Opens sites in a browser as somebody would who was sent one: from a file, with and without script, on a phone and on a desk.
//
//     node site.mjs [--screenshots FOLDER]
//
// COUNTERPOINT names the program and CHROMIUM the browser, where they are not where they usually are.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";
import { hostileMap } from "./hostile.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const program = process.env.COUNTERPOINT ?? join(root, "target/debug/counterpoint");
const browsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const chromium = process.env.CHROMIUM ?? browsers.find((path) => existsSync(path));
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const KILOBYTES = 600;

const [, , flag, pictures] = process.argv;
if (flag === "--screenshots") mkdirSync(pictures, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "counterpoint-"));
const faults = [];
let looked = 0;
function expect(is, what) {
  looked += 1;
  if (!is) faults.push(what);
}

/** A site of a map, as a file. Exit status 1 is a map with errors, and its site is one all the same. */
function siteOf(map, name) {
  const file = join(folder, name);
  try {
    execFileSync(program, ["site", map, "-o", file], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    if (error.status !== 1) throw new Error(`site ${map}: ${error.stderr || error.message}`);
  }
  return file;
}

/** A page on which every request but that of the file itself, every message and every dialog is a fault. */
async function opened(browser, file, { width = 1280, scheme = "light", script = true, hash = "" } = {}) {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 844 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await page.setJavaScriptEnabled(script);
  const own = pathToFileURL(file).href;
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== own) faults.push(`asks for ${request.url().slice(0, 100)}`);
  });
  page.on("console", (message) => faults.push(`says ${message.text().slice(0, 300)}`));
  page.on("pageerror", (error) => faults.push(`fails: ${error.message}`));
  page.on("dialog", (dialog) => {
    faults.push(`a text opened a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  await page.goto(`${own}${hash}`);
  return page;
}

const isSeen = (page, selector) =>
  page.evaluate((it) => document.querySelector(it)?.checkVisibility({ contentVisibilityAuto: true }) ?? false, selector);

/** Waits until a condition holds in the page; a condition that never does is a fault of its own. */
const until = (page, condition, ...values) => page.waitForFunction(condition, { timeout: 5000 }, ...values);

/** Goes where a reader goes by a click on a link of the page. */
async function route(page, address) {
  await page.evaluate((to) => (location.hash = to), address);
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
}

/** Screens of each kind: the first question that is a clash, and the first of all others. */
const screensOf = (page) =>
  page.evaluate(() => {
    const first = (kind) => document.querySelector(`[id^="${kind}/"]`)?.id;
    return ["", first("i"), first("s"), first("c"), first("a"), first("d"), first("w"), "authors", "quotations", "t"].filter((it) => it !== undefined);
  });

async function looks(browser, file, map, sights) {
  for (const [width, schemes] of sights) {
    for (const scheme of schemes) {
      const page = await opened(browser, file, { width, scheme });
      for (const address of await screensOf(page)) {
        await route(page, address);
        const where = `${map} #${address} (${width} px, ${scheme})`;
        // Of all text at once it would take minutes, and nothing on it is not on the other screens.
        if (address !== "t") {
          // The policy of the page forbids to add a script to it, as it should: axe comes in beside it.
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
          for (const { id, help, nodes } of violations) {
            faults.push(`${where}: ${id}: ${help}, ${nodes.length} times, first: ${nodes[0].html.slice(0, 200)}\n    ${(nodes[0].failureSummary ?? "").replaceAll("\n", "\n    ")}`);
          }
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide <= 0, `${where}: ${wide} px wider than the screen`);
        const low = await page.evaluate(lowTargets);
        expect(low.length === 0, `${where}: lower than 44 px: ${low.slice(0, 3).join(" | ")}`);
        if (pictures) await page.screenshot({ path: join(pictures, `${map}-${address.replaceAll(/[^a-z0-9]+/gi, "-")}-${width}-${scheme}.png`) });
      }
      if (pictures) {
        await route(page, "");
        await page.click(".chip > summary");
        await page.screenshot({ path: join(pictures, `${map}-chip-${width}-${scheme}.png`) });
      }
      await page.close();
    }
  }
}

/** Runs in the page: what is tapped and is no link within a text, and is lower than a finger. */
function lowTargets() {
  const tapped = document.querySelectorAll("nav a, .chip > summary, .screen > summary, .more > summary, #tools input[type=search], #tools select, #tools label");
  const seen = [...tapped].filter((it) => it.checkVisibility());
  return seen.filter((it) => it.getBoundingClientRect().height < 43.5).map((it) => it.outerHTML.slice(0, 80));
}

/** Every address cold: a new page that opens there shows the thing, whatever it is folded into. */
async function everyAddress(browser, file) {
  const page = await opened(browser, file);
  const ids = await page.evaluate(() => [...document.querySelectorAll("main [id]")].map((it) => it.id));
  expect(new Set(ids).size === ids.length, "an id stands twice");
  expect(ids.length > 400, `only ${ids.length} ids`);
  const own = pathToFileURL(file).href;
  // A page that is opened anew a thousand times takes minutes: every kind is, and a tenth of the statements; the others are routed to.
  const cold = ids.filter((id, at) => !id.startsWith("s/") || at % 10 === 0);
  for (const id of cold) {
    await page.goto("about:blank");
    await page.goto(`${own}#${encodeURI(id)}`);
    expect(await isSeenId(page, id), `#${id} is not seen when it is opened cold`);
  }
  for (const id of ids) {
    await route(page, id);
    expect(await isSeenId(page, id), `#${id} is not seen`);
  }
  await page.close();
}

const isSeenId = (page, id) =>
  page.evaluate((it) => {
    const place = document.getElementById(it);
    const screen = place.closest(".screen") ?? place;
    const isOpen = screen.tagName !== "DETAILS" || screen.open;
    // A place of a former name is empty; what it stands in has to be seen.
    return isOpen && (place.classList.contains("former") ? screen : place).checkVisibility();
  }, id);

/** From any cell to the words of its source in at most two steps: the chip opens, and a link of it leads to them. */
async function cells(browser, file) {
  const page = await opened(browser, file);
  const found = await page.evaluate(() => {
    const marks = /[“"].+[”"]/;
    const chips = [...document.querySelectorAll(".chip")];
    const without = chips.filter((chip) => {
      const says = chip.querySelector("div");
      const links = [...says.querySelectorAll("a")];
      const there = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest(".screen"));
      return !(says.querySelector("i") || there.some((screen) => screen && marks.test(screen.textContent))) || there.includes(undefined);
    });
    return { chips: chips.length, without: without.map((chip) => chip.textContent.slice(0, 100)) };
  });
  expect(found.chips > 100, `only ${found.chips} chips`);
  expect(found.without.length === 0, `without a quotation in two steps: ${found.without.slice(0, 3).join(" | ")}`);
  const dead = await page.evaluate(() => {
    const links = [...document.querySelectorAll("a[href]")];
    return links.filter((it) => !["#t", "#main"].includes(it.getAttribute("href")) && !document.getElementById(decodeURIComponent(it.hash.slice(1)))).map((it) => it.outerHTML.slice(0, 100));
  });
  expect(dead.length === 0, `links that lead nowhere: ${dead.slice(0, 3).join(" | ")}`);
  await page.click(".chip > summary");
  expect(await isSeen(page, ".chip[open] > div p"), "a chip does not open");
  await page.click(".chip[open] > div a");
  await until(page, () => document.querySelector(".screen.on > p[id]")?.checkVisibility());
  expect(await page.evaluate(() => document.querySelector(".screen.on").innerText.includes("“")), "no quotation where a chip leads");
  await page.goBack();
  await until(page, () => document.documentElement.classList.contains("overview"));
  expect(await isSeen(page, ".question .lanes"), "back does not lead back");
  await page.goForward();
  await until(page, () => document.querySelector(".screen.on > p[id]")?.checkVisibility());
  await page.close();
}

async function searches(browser, file) {
  const page = await opened(browser, file);
  const hits = async (words) => {
    await page.$eval("#search", (it) => {
      it.value = "";
      it.blur();
    });
    await page.keyboard.press("/");
    await page.keyboard.type(words);
    return page.$$eval("#found a", (links) => links.map((link) => decodeURIComponent(link.hash.slice(1))));
  };
  expect((await hits("lasting reform")).includes("s/sedgwick-2017.ssr-leadership"), "search finds no statement by its words");
  expect((await hits("prime implementing leader")).includes("s/sedgwick-2017.ssr-leadership"), "search finds no quotation");
  expect((await hits("sedgwick-2017.ssr-leadership")).length === 1, "search finds no statement by its name");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await until(page, () => location.hash === "#s/sedgwick-2017.ssr-leadership");
  expect(await isSeenId(page, "s/sedgwick-2017.ssr-leadership"), "a key does not lead to what was found");
  const nested = await page.$$eval(".screen.on li li a", (links) => links.length);
  expect(nested > 2, "no second level of reasons");
  expect((await hits("xyzzy")).length === 0 && (await page.$eval("#found", (it) => it.textContent)) !== "", "nothing found is not said");
  await page.keyboard.press("Escape");
  await route(page, "");
  await page.setViewport({ width: 1280, height: 844 });
  for (const nowhere of ["s/nobody.says-this", "main", "%E0%A4"]) {
    await route(page, nowhere);
    expect((await page.$$eval(".on", (all) => all.length)) === 1, `#${nowhere} shows nothing`);
  }
  await route(page, "");
  const shown = () => page.$$eval(".question", (all) => all.filter((it) => it.checkVisibility()).length);
  const all = await shown();
  await page.click("#clash");
  const clashes = await shown();
  expect(clashes > 0 && clashes < all && (await page.$eval("#left", (it) => it.textContent)).includes(`${clashes} of`), "only clashes");
  await page.click("#clash");
  await page.select("#author", "hanatani");
  const theirs = await shown();
  expect(theirs > 0 && theirs < all, "questions of one author");
  await page.select("#author", "");
  await page.click("#stated");
  expect((await page.$$eval(".chip.read", (all) => all.filter((it) => it.checkVisibility()).length)) === 0, "readings are not left out");
  await page.click("#stated");
  const tag = await page.$eval("#tag option:nth-child(2)", (it) => it.value);
  await page.select("#tag", tag);
  expect((await shown()) > 0 && (await shown()) < all, "questions of one tag");
  await page.select("#tag", "");
  expect((await shown()) === all, "filters do not end");
  await page.close();
}

/** Without a script everything can be read, and every link leads to something that opens. */
async function withoutScript(browser, file) {
  const page = await opened(browser, file, { script: false, hash: "#s/sedgwick-2017.ssr-leadership" });
  const tree = await page.accessibility.snapshot({ interestingOnly: false });
  expect(tree !== null, "nothing is there without a script");
  const html = readFileSync(file, "utf8");
  const statements = html.match(/<p id=s\//g)?.length;
  expect(statements === 417, `${statements} statements in the HTML`);
  await page.screenshot({ path: join(folder, "plain.png") });
  if (pictures) await page.screenshot({ path: join(pictures, "without-script.png") });
  await page.close();
}

async function onPaper(browser, file) {
  const page = await opened(browser, file);
  const bytes = await page.pdf({ format: "A4", path: pictures ? join(pictures, "paper.pdf") : undefined });
  expect(bytes.length > 200_000, `on paper there are only ${bytes.length} bytes`);
  await page.close();
}

const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox"] });
try {
  const file = siteOf("arguments", "map.html");
  const size = statSync(file).size;
  expect(size <= KILOBYTES * 1000, `the site of the five papers has ${size} bytes`);
  expect(readFileSync(file).equals(readFileSync(siteOf("arguments", "again.html"))), "two sites of one map differ");
  await looks(browser, file, "five", [[390, ["light", "dark"]], [1280, ["light", "dark"]]]);
  await everyAddress(browser, file);
  await cells(browser, file);
  await searches(browser, file);
  await withoutScript(browser, file);
  await onPaper(browser, file);
  const hostile = join(folder, "hostile.arg");
  writeFileSync(hostile, hostileMap());
  const dangerous = siteOf(hostile, "hostile.html");
  await looks(browser, dangerous, "hostile", [[390, ["light"]], [1280, ["dark"]]]);
  for (const script of [true, false]) {
    const page = await opened(browser, dangerous, { script, hash: "#t" });
    if (script) {
      const ran = await page.evaluate(() => window.ran === undefined && !document.querySelector("main script, main img, main iframe, [onclick], [onerror]"));
      expect(ran, "a text of the map became markup");
      const leads = await page.$$eval("a", (links) => links.filter((it) => !it.getAttribute("href").startsWith("#")).map((it) => it.outerHTML));
      expect(leads.length === 0, `leads out of the page: ${leads[0]}`);
    }
    await page.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}
console.log(faults.join("\n"));
console.log(`${looked} looks at sites, ${faults.length} faults`);
process.exitCode = looked > 0 && faults.length === 0 ? 0 : 1;

// A map in which every field that takes a text holds what a text should not hold: markup, scripts, addresses that act, and words
// without end.

const LONG = "x".repeat(10_000);
const MARKUP = `</summary></details></script><script>window.ran=1</script><img src=x onerror="window.ran=2"><a href="javascript:window.ran=3">a</a>`;
const RIGHT = "שלום <b>עולם</b> مرحبا";
const TEXTS = [MARKUP, `javascript:alert(1) data:text/html,<script>alert(1)</script>`, LONG, RIGHT, `👩‍👧‍👦 "'&<>\`${"é".repeat(200)}`, `]]> --> <!-- </style><style>*{display:none}`];

/** The map, as text of the language. */
export function hostileMap() {
  const text = (at) => TEXTS[at % TEXTS.length];
  const lines = [];
  const authors = TEXTS.map((_, at) => `author${at}`);
  authors.forEach((name, at) => lines.push(`author ${name}: ${text(at)}`, `  of: ${text(at + 1)}`, ""));
  for (let issue = 0; issue < TEXTS.length; issue += 1) {
    lines.push(`issue issue${issue}: ${text(issue)}`, `  short: ${text(issue + 1)}`, `  scope: ${text(issue + 2)}`, `  tags: t${issue}`);
    lines.push(`  position one: ${text(issue + 3)}`, `  says: ${text(issue + 4)}`, `  position two: ${text(issue + 5)}`, "");
  }
  TEXTS.forEach((_, term) => lines.push(`term term${term}: ${text(term)}`, ""));
  authors.forEach((name, at) => {
    lines.push(`source source${at}: ${text(at + 2)}`, `  by: ${name}`, `  date: 201${at}`, `  url: javascript:alert(${at})`, `  cite: ${text(at + 3)}`, "");
  });
  authors.forEach((_, at) => {
    lines.push(`from source${at}`, "");
    for (let claim = 0; claim < TEXTS.length; claim += 1) {
      lines.push(`claim c${claim}: ${text(claim + at)}`, `  holds issue${claim}: ${(at + claim) % 2 ? "one" : "two"} if ${text(claim + 1).replaceAll(",", "")}`);
      lines.push(`  quote: ${text(claim + 2)} [${text(claim + 3).replaceAll(/[[\]]/g, "")}]`, `  note: ${text(claim + 4)}`);
      lines.push(`  defines term${claim}: ${text(claim + 5)}`);
      if (claim > 0) lines.push(`  because: c${claim - 1}`);
      if (at > 0) lines.push(`  against: source${at - 1}.c${claim}`);
      lines.push("");
    }
  });
  return `${lines.join("\n")}\n`;
}

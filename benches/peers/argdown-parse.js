// Argdown's parser library on one file, the best of five rounds: prints bytes, CPU seconds and how many errors it found.
const fs = require("fs");
const { tokenize, parser } = require("@argdown/core");

const text = fs.readFileSync(process.argv[2], "utf8");
let best = Infinity;
let errors = 0;
for (let round = 0; round < 5; round++) {
  const start = process.cpuUsage();
  const lexed = tokenize(text);
  parser.input = lexed.tokens;
  parser.argdown();
  const { user, system } = process.cpuUsage(start);
  best = Math.min(best, (user + system) / 1e6);
  errors = lexed.errors.length + parser.errors.length;
}
console.log(`${Buffer.byteLength(text)} ${best} ${errors}`);

#!/usr/bin/env node
import process from "node:process";

const [major = 0] = process.versions.node.split(".").map(Number);

if (major < 22) {
  process.stderr.write(
    `agent-pipeline needs Node.js 22 or newer; this is ${process.version}. https://nodejs.org has it.\n`,
  );
  process.exitCode = 2;
} else {
  // Loaded only now: what it is made of does not start on an older Node.js.
  const [{ runProgram }, { handlers }, { terminalOf }] = await Promise.all([
    import("./program.ts"),
    import("./adapters/handlers.ts"),
    import("./adapters/terminal.ts"),
  ]);
  process.exitCode = await runProgram(
    process.argv.slice(2),
    (name, asked) => handlers[name](asked),
    terminalOf(process),
  );
}

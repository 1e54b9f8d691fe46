import { spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { PipelineError } from "../../src/foundation/errors.ts";
import { type Answer, EXIT } from "../answer.ts";
import type { Asked } from "../commands.ts";
import { demoWords } from "../demo/demo-words.ts";
import { assertLinux } from "./verify.ts";

const PROGRAM = "scripts/demo/main.ts";

/** Plays the demo of a clone: it is made of the stand-ins for GitHub and the model, which are no part of this program. */
export async function demoAsked(asked: Asked): Promise<Answer> {
  assertLinux("the demo runs generated code in complete isolation");
  const clone = cloneAround(realpathSync(process.argv[1] ?? ""));
  if (clone === null) {
    throw new PipelineError("INPUT_INVALID", "The demo needs a clone of agent-pipeline", {
      hint: "git clone https://github.com/org/agent-pipeline && cd agent-pipeline && npm ci && npm run demo",
    });
  }
  const node = join(clone, "node_modules/.bin/node");
  const child = spawn(node, [join(clone, PROGRAM), ...demoWords(asked)], {
    // What it tells goes to people, not to a program that reads JSON.
    stdio: ["ignore", asked.isJson ? 2 : "inherit", "inherit"],
  });
  // It tidies up by itself, and is told by the terminal as we are.
  process.on("SIGINT", wait);
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? EXIT.unanswered));
  }).finally(() => process.off("SIGINT", wait));
  return {
    exit: exitCode === 0 ? EXIT.fine : EXIT.faults,
    blocks: [],
    data: { exitCode },
  };
}

function wait(): void {
  // The demo ends, and we with it.
}

/** By the place of the program: the bundle lies in dist/cli, the source in commands. */
function cloneAround(program: string): string | null {
  for (let folder = dirname(program); dirname(folder) !== folder; folder = dirname(folder)) {
    const isInstalled = existsSync(join(folder, "node_modules/.bin/node"));
    if (isInstalled && existsSync(join(folder, PROGRAM))) return folder;
  }
  return null;
}

import type { Answer } from "../answer.ts";
import { check } from "../check/check.ts";
import type { Asked, CommandName } from "../commands.ts";
import { pathIn, repositoryAround, storyFilesIn } from "./folder.ts";

/** Each command with the part of the world that it needs, loaded when it is asked for. */
export const handlers: Readonly<Record<CommandName, (asked: Asked) => Promise<Answer>>> = {
  async check({ words, directory }) {
    const root = repositoryAround(directory);
    return Promise.resolve(
      check(
        words.map((word) => pathIn(root, word)),
        storyFilesIn(root),
      ),
    );
  },
  async explain(asked) {
    return (await import("./explain.ts")).explainAsked(asked);
  },
  async init(asked) {
    return (await import("./init.ts")).initAsked(asked);
  },
  async verify(asked) {
    return (await import("./verify.ts")).verifyAsked(asked);
  },
  async discover(asked) {
    return (await import("./discover.ts")).discoverAsked(asked);
  },
  async replay(asked) {
    return (await import("./replay.ts")).replayAsked(asked);
  },
  async doctor(asked) {
    return (await import("./doctor.ts")).doctorAsked(asked);
  },
  async generate(asked) {
    return (await import("./generate.ts")).generateAsked(asked);
  },
  async demo(asked) {
    return (await import("./demo.ts")).demoAsked(asked);
  },
  async report(asked) {
    return (await import("./report.ts")).reportAsked(asked);
  },
};

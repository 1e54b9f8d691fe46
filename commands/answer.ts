import type { Block } from "../src/telling/blocks.ts";

/** How a command ends. docs/cli.md lists them for people who write scripts. */
export const EXIT = {
  /** All is as it should be. */
  fine: 0,
  /** Something was found that has to be mended. */
  faults: 1,
  /** The command could not be carried out: how it was called, a service, this machine, or a bug of ours. */
  unanswered: 2,
  /** Nothing wrong was found, but something could not be seen. Never taken for fine. */
  unknown: 3,
} as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** What a command found out: for people, and for programs. */
export interface Answer {
  readonly exit: Exit;
  readonly blocks: readonly Block[];
  /** What `--json` prints: JSON by itself, with the keys that docs/cli.md names. */
  readonly data: object;
}

import type { VerifySettings } from "../config/config.ts";
import type { Reason } from "../evidence/reasons.ts";
import { withoutBullet } from "../story/lines.ts";
import { META, type TaskContent } from "../task/folder.ts";
import { Manifest } from "../task/manifest.ts";
import { readMeta } from "../task/meta-file.ts";

/** What the author of a task has left to a person: tests that were taken away, and a question about the story. */
export function heldFor(files: readonly TaskContent[], config: VerifySettings): Reason[] {
  const bytes = files.find(({ path }) => path === META.manifest)?.content;
  const manifest = readMeta(Manifest, bytes);
  if (manifest === null) return [];
  const overruled = config["trust-rederived-tests"] ? [] : manifest.overruled;
  return [
    ...overruled.map(({ test, call, items, expected, answered }): Reason => ({
      code: "test_overruled",
      message: `A test said that ${call} must give ${expected}, and was taken away: the code gives ${answered}, and so did two answers that knew neither`,
      test,
      ...itemOf(items),
      expected,
      got: answered,
    })),
    ...(manifest.open === null ? [] : [unclear(manifest.open)]),
  ];
}

function unclear({ call, answers, items, line }: NonNullable<Manifest["open"]>): Reason {
  const said = answers.map(({ by, answer }) => `${by} says ${answer}`).join(", ");
  const what =
    call === ""
      ? "The story leaves open what a test of it expects"
      : `The story leaves open what ${call} gives: ${said}`;
  const advice =
    line === null
      ? "write into the story what holds"
      : `write into the story what holds, for example ${JSON.stringify(line)}`;
  return { code: "story_unclear", message: `${what}; ${advice}`, ...itemOf(items) };
}

function itemOf([first]: readonly string[]): Pick<Reason, "item"> {
  return first === undefined ? {} : { item: withoutBullet(first) };
}

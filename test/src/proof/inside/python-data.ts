import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { Answer, Data } from "../../../../src/proof/answers.ts";

const INSIDE = fileURLToPath(new URL("../../../../src/proof/inside", import.meta.url));

/** What a program that stands beside the ones inside prints as JSON, given `input` as JSON. */
function python(program: string, input: unknown): unknown {
  const output = execFileSync("python3", ["-c", program, INSIDE], {
    input: JSON.stringify(input),
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  const read: unknown = JSON.parse(output);
  return read;
}

const Judged = z.array(z.tuple([Data, Answer]));

/** An expected value and an answer, each as data. */
export function pythonAnswers(program: string, input: unknown): z.infer<typeof Judged> {
  return Judged.parse(python(program, input));
}

const Pairs = z.array(z.tuple([Data, Data, z.boolean()]));

/** Two values as data, and what Python says of them. */
export function pythonPairs(program: string): z.infer<typeof Pairs> {
  return Pairs.parse(python(program, null));
}

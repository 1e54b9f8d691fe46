import type { Example } from "../story/example.ts";
import { fieldNames, isSameLeaf, type Leaf, leavesIn, storyLeaves } from "./design-values.ts";
import type { Expression, Statement } from "./python-expression.ts";

interface Prepared {
  readonly setup: readonly Statement[];
  readonly call: Expression;
}

/** Whether the values that the story gives stand in setup and call, in its order, each as often as there. */
export function givenProblems({ setup, call }: Prepared, example: Example): string[] {
  const expressions = [...setup.map(({ value }) => value), call];
  const problems = orderProblems(
    expressions.flatMap((each) => leavesIn(each)),
    example,
  );
  const fields = new Set([...example.given, ...example.expected].flatMap(fieldNames));
  if (problems.length === 0 || fields.size === 0) return problems;
  // A dictionary made of an object of JSON has its names as texts.
  return orderProblems(
    expressions.flatMap((each) => leavesIn(each, fields)),
    example,
  );
}

function orderProblems(leaves: readonly Leaf[], { given, expected }: Example): string[] {
  const left = given.flatMap(storyLeaves);
  const right = expected.flatMap(storyLeaves);
  const isGiven = (leaf: Leaf): boolean => left.some((value) => isSameLeaf(leaf, value));
  const used = leaves.filter(isGiven);
  const isInOrder =
    used.length === left.length && used.every((leaf, index) => isSameLeaf(leaf, left[index]!));
  const problems = isInOrder
    ? []
    : [
        `\`setup\` and \`call\` must hold the values that the story gives, ${listed(left.map(shownValue))}, in its order and as often as there; they hold ${listed(used.map(shownLeaf))}`,
      ];
  const told = leaves.filter(
    (leaf) => !isGiven(leaf) && right.some((value) => isSameLeaf(leaf, value)),
  );
  if (told.length > 0) {
    problems.push(
      `\`setup\` and \`call\` hold ${listed(told.map(shownLeaf))}, which the story expects and does not give`,
    );
  }
  // An empty container may stand for nothing, as in `Cart()`; then nothing else may stand for it.
  const empties = given.filter(isEmpty).length;
  const others = leaves.filter((leaf) => !isGiven(leaf) && leaf.kind !== "empty");
  const held = leaves.filter(({ kind }) => kind === "empty").length;
  if (held < empties && others.length > 0) {
    problems.push(
      `the story gives something empty, and \`call\` holds ${listed(others.map(shownLeaf))} instead`,
    );
  }
  return problems;
}

function isEmpty(value: Example["given"][number]): boolean {
  return storyLeaves(value).length === 0;
}

function listed(texts: readonly string[]): string {
  return texts.length === 0 ? "none" : texts.join(", ");
}

function shownLeaf(leaf: Leaf): string {
  if (leaf.kind === "empty") return "an empty container";
  if (leaf.kind === "text") return JSON.stringify(leaf.text);
  return "text" in leaf ? leaf.text : leaf.name;
}

function shownValue(value: Example["given"][number]): string {
  if (value.kind === "text") return JSON.stringify(value.text);
  if (value.kind === "number") return value.text;
  return "name" in value ? String(value.name) : value.kind;
}

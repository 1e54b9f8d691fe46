import { describe, expect, test } from "vitest";
import { scopeOf, type ChangedTree } from "../../../actions/merge-gate/scope.ts";
import type { TreeChange } from "../../../src/git/repository.ts";
import { isTaskId } from "../../../src/task/task-id.ts";
import { assert, constantFrom, property, string } from "../../support/properties.ts";

const oid = "1".repeat(40);
const changed = (path: string, mode = "100644"): TreeChange => ({
  path,
  before: null,
  after: { mode, oid },
});
const folder = (path: string): TreeChange => changed(path, "040000");
const deleted = (path: string): TreeChange => ({
  path,
  before: { mode: "100644", oid },
  after: null,
});
const tree = (parts: Partial<ChangedTree>): ChangedTree => ({
  root: [],
  meta: [],
  stories: [],
  generated: [],
  ...parts,
});

const aTask = { root: [folder("generated")], generated: [folder("price")] };
const aStory = { root: [folder("meta")], meta: [folder("stories")], stories: [changed("a.json")] };

describe("scopeOf", () => {
  test.each([
    { when: "one task folder", given: aTask, tasks: ["price"], stories: [], out: [] },
    {
      when: "a story and its task",
      given: { ...aTask, ...aStory, root: [folder("meta"), folder("generated")] },
      tasks: ["price"],
      stories: ["meta/stories/a.json"],
      out: [],
    },
    {
      when: "a story in Markdown and its task",
      given: {
        ...aTask,
        ...aStory,
        root: [folder("meta"), folder("generated")],
        stories: [changed("a.md")],
      },
      tasks: ["price"],
      stories: ["meta/stories/a.md"],
      out: [],
    },
    {
      when: "a deleted story: nothing has to be built for it",
      given: { ...aStory, stories: [deleted("a.json")] },
      tasks: [],
      stories: [],
      out: [],
    },
    {
      when: "another file",
      given: { ...aTask, root: [folder("generated"), changed("README.md")] },
      tasks: ["price"],
      stories: [],
      out: ["README.md is neither a story nor a task folder"],
    },
    {
      when: "another file in meta",
      given: { ...aTask, root: [folder("meta")], meta: [changed("story.schema.json")] },
      tasks: ["price"],
      stories: [],
      out: ["meta/story.schema.json is neither a story nor a task folder"],
    },
    {
      when: "generated as a file",
      given: { root: [changed("generated")] },
      tasks: [],
      stories: [],
      out: ["generated is neither a story nor a task folder"],
    },
    {
      when: "a file directly in generated",
      given: { ...aTask, generated: [changed("notes")] },
      tasks: [],
      stories: [],
      out: ["generated/notes is no folder"],
    },
    {
      when: "a link in place of a task folder",
      given: { ...aTask, generated: [changed("price", "120000")] },
      tasks: [],
      stories: [],
      out: ["generated/price is no folder"],
    },
    {
      when: "a submodule in place of a task folder",
      given: { ...aTask, generated: [changed("price", "160000")] },
      tasks: [],
      stories: [],
      out: ["generated/price is no folder"],
    },
    {
      when: "a deleted task folder",
      given: { ...aTask, generated: [deleted("price")] },
      tasks: [],
      stories: [],
      out: ["generated/price is deleted"],
    },
    {
      when: "a folder whose name is no task id",
      given: { ...aTask, generated: [folder("Price\n")] },
      tasks: [],
      stories: [],
      out: ['generated/"Price\\n" has a name that is no task id'],
    },
    {
      when: "a story that is a link",
      given: { ...aStory, stories: [changed("a.json", "120000")] },
      tasks: [],
      stories: [],
      out: ["meta/stories/a.json is no plain file"],
    },
    {
      when: "a file beside the stories",
      given: { ...aStory, stories: [changed("a.py")] },
      tasks: [],
      stories: [],
      out: ["meta/stories/a.py is no story"],
    },
    {
      when: "a page about the stories",
      given: { ...aStory, stories: [changed("README.md")] },
      tasks: [],
      stories: [],
      out: ["meta/stories/README.md is no story"],
    },
    {
      when: "a story whose name is no text, which another could have as well",
      given: { ...aStory, stories: [changed("\uFFFD.json")] },
      tasks: [],
      stories: [],
      out: ['meta/stories/"\uFFFD.json" has a name that is no text'],
    },
    {
      when: "a name as long as git allows",
      given: { ...aTask, generated: [folder(" ".repeat(4_000))] },
      tasks: [],
      stories: [],
      out: [`generated/"${" ".repeat(100)}" has a name that is no task id`],
    },
    {
      when: "meta as a file",
      given: { root: [changed("meta")] },
      tasks: [],
      stories: [],
      out: ["meta is neither a story nor a task folder"],
    },
    {
      when: "meta, stories and generated deleted as a whole",
      given: { root: [deleted("meta"), deleted("generated")], meta: [deleted("stories")] },
      tasks: [],
      stories: [],
      out: [],
    },
  ])("sorts $when", ({ given, tasks, stories, out }) => {
    const scope = scopeOf(tree(given), "feature");
    expect(scope).toMatchObject({ tasks, stories, outOfScope: out });
  });

  test("allows a branch task/x nothing but generated/x", () => {
    const given = tree({
      ...aTask,
      ...aStory,
      root: [],
      generated: [folder("price"), folder("cost")],
    });
    expect(scopeOf(given, "task/price").outOfScope).toEqual([
      "generated/cost does not belong on the branch task/price",
      "meta/stories/a.json does not belong on the branch task/price",
    ]);
  });

  test.each([
    { when: "generated is a link", given: { root: [changed("generated", "120000")] } },
    { when: "meta/stories is a link", given: { meta: [changed("stories", "120000")] } },
    { when: "only a stray file lies beside the stories", given: { stories: [changed("a.py")] } },
  ])("is its business when $when", ({ given }) => {
    const scope = scopeOf(tree(given), "feature");
    expect(scope.concernsPipeline).toBe(true);
    expect(scope.outOfScope).toHaveLength(1);
  });

  test.each<{ what: string; given: Partial<ChangedTree>; expected: boolean }>([
    { what: "a task folder", given: aTask, expected: true },
    {
      what: "a task folder in a root that looks the same",
      given: { generated: [folder("a")] },
      expected: true,
    },
    { what: "a deleted task folder", given: { generated: [deleted("a")] }, expected: true },
    { what: "a story", given: aStory, expected: true },
    {
      what: "a deleted story",
      given: { ...aStory, stories: [deleted("a.json")] },
      expected: false,
    },
    { what: "generated as a file", given: { root: [changed("generated")] }, expected: true },
    {
      what: "generated as a folder without a change",
      given: { root: [folder("generated")] },
      expected: false,
    },
    { what: "meta/stories as a file", given: { meta: [changed("stories")] }, expected: true },
    { what: "meta/stories deleted", given: { meta: [deleted("stories")] }, expected: false },
    { what: "another file", given: { root: [changed("README.md")] }, expected: false },
    { what: "another file in meta", given: { meta: [changed("notes.md")] }, expected: false },
    { what: "nothing", given: {}, expected: false },
  ])("$what is its business: $expected", ({ given, expected }) => {
    expect(scopeOf(tree(given), "feature").concernsPipeline).toBe(expected);
  });

  test.each([
    { branch: "task/price", out: 0 },
    { branch: "task/cost", out: 1 },
    { branch: "task/", out: 0 },
    { branch: "my/task/cost", out: 0 },
    { branch: "story/cost", out: 0 },
  ])("a task on the branch $branch: $out out of scope", ({ branch, out }) => {
    expect(scopeOf(tree(aTask), branch).outOfScope).toHaveLength(out);
  });

  test("whatever its name, a changed entry of generated/ is a task or out of scope, never nothing", () => {
    const names = string({ minLength: 1, unit: "binary" }).filter((name) => !/[\0/]/.test(name));
    assert(
      property(names, constantFrom("040000", "100644", "120000", "160000"), (name, mode) => {
        const { tasks, outOfScope } = scopeOf(tree({ generated: [changed(name, mode)] }), "b");
        expect(tasks.length + outOfScope.length).toBe(1);
        expect(tasks.every(isTaskId)).toBe(true);
      }),
    );
  });
});

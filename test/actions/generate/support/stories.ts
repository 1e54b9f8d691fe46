import { parseStory, type Story, type StoryTask } from "../../../../src/story/story.ts";
import type { DesignDocument, ExecutableExample } from "../../../../src/task/design.ts";

export type StoryJson = Readonly<Record<string, unknown>> & { readonly id: string };

const LINES = ["double(number) MUST return twice the number.", "- number=2 → 4", "- number=0 → 0"];

/** A story that says the least a story can say, and what would be a good answer to it. */
export function smallStory(id: string, more: Readonly<Record<string, unknown>> = {}): StoryJson {
  return { id, feature: `Double numbers for ${id}`, requirements: LINES.join("\n"), ...more };
}

export function storyPath(id: string): string {
  return `meta/stories/${id}.json`;
}

export function storyText(story: object): string {
  return `${JSON.stringify(story, null, 2)}\n`;
}

export function read(story: object, path = "meta/stories/story.json"): Story {
  const result = parseStory(path, Buffer.from(storyText(story)));
  if (!result.ok) throw new Error(result.problems.join("; "));
  return result.story;
}

export function onlyTask(story: Story): StoryTask {
  const [task, ...others] = story.tasks;
  if (task === undefined || others.length > 0) throw new Error(`${story.id} has several tasks`);
  return task;
}

function doubled(given: string, returns: string): ExecutableExample {
  return { setup: [], call: `double(${given})`, returns, raises: null };
}

export const DESIGN: DesignDocument = {
  summary: "One function that doubles.",
  modules: [
    {
      path: "src/doubling.py",
      import: "from src.doubling import double",
      purpose: "Doubles numbers",
      names: [
        {
          name: "double",
          kind: "function",
          signature: "double(number: int) -> int",
          behaviour: "Returns twice the number",
        },
      ],
    },
  ],
  criteria: [
    { id: "AC-1", source: LINES[0]!, statement: "Twice the number is returned", example: null },
    { id: "AC-2", source: "number=2 → 4", statement: "2 gives 4", example: doubled("2", "4") },
    { id: "AC-3", source: "number=0 → 0", statement: "0 gives 0", example: doubled("0", "0") },
  ],
  notTestable: [],
  assumptions: [],
};

export const CODE = "def double(number: int) -> int:\n    return number * 2\n";

export const TESTS = `import pytest

from src.doubling import double


@pytest.mark.criterion("AC-1")
def test_doubles():
    assert double(21) == 42
    assert double(5) == 10
    assert double(-3) == -6


@pytest.mark.criterion("AC-2")
def test_example():
    assert double(2) == 4


@pytest.mark.criterion("AC-3")
def test_nothing():
    assert double(0) == 0
`;

export const REPLIES = {
  design: DESIGN,
  code: { files: [{ path: "src/doubling.py", content: CODE }], notes: null },
  tests: { files: [{ path: "tests/test_story.py", content: TESTS }], notes: null },
} as const;

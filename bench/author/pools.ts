import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { parseStory, type Story, type StoryTask } from "../../src/story/story.ts";
import { DesignDocument } from "../../src/task/design.ts";
import { metaOfProblem } from "../verify/problem-story.ts";
import { type Problem, PROBLEMS } from "../verify/problems.ts";
import { shuffled } from "./chance.ts";

/** How an author understood the story: rightly, or by one of its mistakes. */
export type Reading = "right" | number;

/** A text that an author may write at a stage, and what is true of it. */
export interface Version {
  readonly text: string;
  readonly reading: Reading;
  /** A suite that shows nothing, whatever was understood. */
  readonly isHollow: boolean;
  /** Of a suite: the inputs for which it expects the right answer. */
  readonly truths: ReadonlySet<string>;
}

export interface Pool {
  readonly name: string;
  readonly story: Story;
  readonly task: StoryTask;
  /** The inputs of the story's examples, and its line that a criterion quotes. */
  readonly told: readonly string[];
  readonly lineOf: (criterion: string) => string | undefined;
  readonly mistakes: readonly Mistake[];
  /** What an author answers to an input who understood the story so; the name of an error begins with `!`. */
  readonly answer: (reading: Reading, given: string) => string | null;
  readonly codes: { readonly right: Version; readonly wrong: readonly Version[] };
  readonly suites: {
    readonly honest: readonly Version[];
    readonly mistaken: readonly Version[];
    readonly hollow: readonly Version[];
  };
  readonly designs: { readonly right: Version; readonly bent: readonly Version[] };
}

/** One way to get the story wrong. */
export interface Mistake {
  /** The inputs for which its code gives another answer. */
  readonly inputs: ReadonlySet<string>;
  /** Whether an example of the story is among them. */
  readonly isToldByExample: boolean;
}

const Code = z.object({ code: z.string(), answers: z.array(z.string()) });
const WorkedOut = z.object({
  inputs: z.array(z.string()),
  answers: z.array(z.string()),
  wrong: z.array(Code),
});
type WorkedOut = z.infer<typeof WorkedOut>;
type Code = z.infer<typeof Code>;

const MISTAKES = 2;
const HONEST = 3;
/** How many inputs that the story does not tell each suite tries. */
const FURTHER = 6;
/** How many of them at least are new in all they hold. */
const FRESH = 4;

export function poolsOf(problems: readonly Problem[] = PROBLEMS): Pool[] {
  const worked = z.array(WorkedOut).parse(workOut("problems", problems));
  return problems.map((problem, index) => poolOf(problem, worked[index]!));
}

/** What each code answers to each input, as Python writes it; the name of an error begins with `!`. */
export function answersTo(
  name: string,
  codes: readonly string[],
  inputs: readonly string[],
): string[][] {
  return z.array(z.array(z.string())).parse(workOut("answers", { name, codes, inputs }));
}

function workOut(what: "problems" | "answers", asked: unknown): unknown {
  const program = fileURLToPath(new URL("work_out.py", import.meta.url));
  const said = execFileSync("python3", [program, what], {
    input: JSON.stringify(asked),
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(said.toString());
}

function poolOf(problem: Problem, worked: WorkedOut): Pool {
  // Every other case, so that some mistakes are told by an example and some are not.
  const told = problem.cases.filter((_, index) => index % 2 === 0);
  const toldInputs = new Set(told.map(([given]) => given));
  const chosen = chosenMistakes(worked, toldInputs);
  const { story, task, criteria, design } = storyOf(problem, told);
  const tried = inputChooser(told);
  const suiteOf = suiteWriter(problem, told);
  const right = answersOf(worked.inputs, worked.answers);
  const others = worked.inputs.filter((given) => !toldInputs.has(given));
  const isAnswered = (given: string): boolean => right.get(given) !== "!ValueError";
  const mistakes = chosen.map((wrong): Mistake => {
    const inputs = new Set(differing(worked, wrong));
    return { inputs, isToldByExample: isAnyIn(toldInputs, inputs) };
  });
  const honest = Array.from({ length: HONEST }, (_, index) =>
    suiteOf("right", tried(shuffled(others, problem.name, "honest", index)), right),
  );
  return {
    name: problem.name,
    story,
    task,
    told: [...toldInputs],
    lineOf: (criterion) => criteria.find(({ id }) => id === criterion)?.source,
    mistakes,
    answer: (reading, given) => {
      const answers = reading === "right" ? worked.answers : chosen[reading]!.answers;
      return answers[worked.inputs.indexOf(given)] ?? null;
    },
    codes: {
      right: versionOf(problem.code, "right"),
      wrong: chosen.map(({ code }, index) => versionOf(code, index)),
    },
    suites: {
      honest,
      mistaken: chosen.map((wrong, index) => {
        const answers = answersOf(worked.inputs, wrong.answers);
        const isMistaken = (given: string): boolean => mistakes[index]!.inputs.has(given);
        const usable = shuffled(others, problem.name, "mistaken").filter((given) =>
          answers.has(given),
        );
        const [shows, ...more] = usable.filter(isMistaken);
        const agreeing = usable.filter((given) => !isMistaken(given));
        return suiteOf(index, tried([...agreeing, ...more], shows), answers, isMistaken);
      }),
      hollow: hollowSuites(problem, told, tried(others.filter(isAnswered))),
    },
    designs: {
      right: versionOf(JSON.stringify(design("As the story says.")), "right"),
      bent: chosen.map(({ code }, index) =>
        versionOf(JSON.stringify(design(behaviourOf(index, code))), index),
      ),
    },
  };
}

export function isAnyIn(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((each) => others.has(each));
}

/** What a design says of a name that it got wrong. */
function behaviourOf(mistake: number, code: string): string {
  return `By reading ${mistake} of the story, which this is: ${code}`;
}

/** The mistake that a text took over from a design, if it holds one. */
export function bentReadingIn(text: string): Reading {
  const mistake = /By reading (?<mistake>\d+) of the story/u.exec(text)?.groups?.["mistake"];
  return mistake === undefined ? "right" : Number(mistake);
}

function versionOf(text: string, reading: Reading): Version {
  return { text: `${text}\n`, reading, isHollow: false, truths: new Set() };
}

function differing({ inputs, answers }: WorkedOut, wrong: Code): string[] {
  return inputs.filter((_, index) => wrong.answers[index] !== answers[index]);
}

/** The problem's own mistake, then those that the fewest inputs show, first of all where no example does. */
function chosenMistakes(worked: WorkedOut, told: ReadonlySet<string>): readonly Code[] {
  const [own, ...rest] = worked.wrong;
  const isTestable = (wrong: Code): boolean => {
    const answers = answersOf(worked.inputs, wrong.answers);
    return differing(worked, wrong).some((given) => !told.has(given) && answers.has(given));
  };
  const rank = (wrong: Code): number => {
    const inputs = differing(worked, wrong);
    return inputs.length + (inputs.some((given) => told.has(given)) ? 1_000 : 0);
  };
  const ordered = rest.toSorted((a, b) => rank(a) - rank(b));
  return [own!, ...ordered].filter(isTestable).slice(0, MISTAKES);
}

/** What a test can say of each input: a value, or the error that these problems know. */
function answersOf(inputs: readonly string[], said: readonly string[]): Map<string, string> {
  const pairs = inputs.map((given, index) => [given, said[index]!] as const);
  return new Map(pairs.filter(([, answer]) => !answer.startsWith("!") || answer === "!ValueError"));
}

/** The inputs of a suite from those at hand, in their order: verify asks for three of which the story says nothing. */
function inputChooser(told: Cases) {
  const words = wordsOf(told.flat().join(" "));
  const isFresh = (given: string): boolean => [...wordsOf(given)].some((word) => !words.has(word));
  return (inputs: readonly string[], ...first: readonly (string | undefined)[]): string[] => {
    const fresh = inputs.filter(isFresh).slice(0, FRESH);
    const rest = inputs.filter((given) => !fresh.includes(given));
    const all = [...first.filter((given) => given !== undefined), ...fresh, ...rest];
    return all.slice(0, FURTHER);
  };
}

function wordsOf(text: string): Set<string> {
  return new Set(text.match(/'[^']*'|[\d.]+/gu));
}

type Cases = Problem["cases"];

/** What a suite is written of: the examples of the story, word for word, and further inputs with an author's answers. */
function suiteWriter({ name }: Problem, told: Cases) {
  return (
    reading: Reading,
    further: readonly string[],
    answers: ReadonlyMap<string, string>,
    isMistaken: (given: string) => boolean = () => false,
  ): Version => {
    const cases = [
      ...told.map(([given, result]) => [given, result.replace("ValueError", "!ValueError")]),
      ...further.map((given) => [given, answers.get(given)!]),
    ];
    const bodies = cases.map(([given, answer]) =>
      answer === "!ValueError"
        ? `with pytest.raises(ValueError):\n        ${name}(${given})`
        : `assert ${name}(${given}) == ${answer}`,
    );
    return {
      ...versionOf(suiteText(name, told.length, bodies), reading),
      truths: new Set([
        ...told.map(([given]) => given),
        ...further.filter((given) => !isMistaken(given)),
      ]),
    };
  };
}

/** One that looks at the examples alone, and one that looks at nothing. */
function hollowSuites({ name }: Problem, told: Cases, further: readonly string[]): Version[] {
  const itself = (given: string): string =>
    `result = ${name}(${given})\n    assert ${name}(${given}) == result`;
  const examples = told.map(([given, result]) =>
    result === "ValueError"
      ? `with pytest.raises(ValueError):\n        ${name}(${given})`
      : `assert ${name}(${given}) == ${result}`,
  );
  const callable = told.map(() => `assert callable(${name})`);
  return [examples, callable].map((first) => ({
    ...versionOf(suiteText(name, told.length, [...first, ...further.map(itself)]), "right"),
    isHollow: true,
  }));
}

function suiteText(name: string, marked: number, bodies: readonly string[]): string {
  const tests = bodies.map((body, index) => {
    const mark = index < marked ? `@pytest.mark.criterion("AC-${index + 1}")\n` : "";
    return `${mark}def test_${index}():\n    ${body}\n`;
  });
  return `import pytest\n\nfrom src.${name} import ${name}\n\n\n${tests.join("\n\n")}`.trimEnd();
}

function storyOf(problem: Problem, told: Cases) {
  const { name, code } = problem;
  const meta = metaOfProblem(problem, told);
  const document = {
    ...z.record(z.string(), z.unknown()).parse(jsonOf(meta["meta/story.json"])),
    title: `A function ${name}, for inputs such as these and all others of their kind`,
  };
  const read = parseStory(`meta/stories/${name}.json`, Buffer.from(JSON.stringify(document)));
  if (!read.ok) throw new Error(read.problems.join("; "));
  const signature = /^def (?<signature>.*):$/mu.exec(code)!.groups!["signature"]!;
  const plain = DesignDocument.parse(jsonOf(meta["meta/design.json"]));
  const design = (behaviour: string): DesignDocument => ({
    ...plain,
    modules: plain.modules.map((module) => ({
      ...module,
      names: module.names.map((each) => ({ ...each, signature, behaviour })),
    })),
  });
  return { story: read.story, task: read.story.tasks[0]!, criteria: plain.criteria, design };
}

function jsonOf(text: unknown): unknown {
  return JSON.parse(z.string().parse(text));
}

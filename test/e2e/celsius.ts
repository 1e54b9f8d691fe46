// One small story, and what a model would answer to it.
import type { Replies, Reply } from "../../world/model.ts";

export const TASK = "celsius_v1";
export const STORY_PATH = "meta/stories/celsius_v1.json";

const lines = {
  rounding: "The result is in degrees Celsius, rounded to one decimal.",
  example: "fahrenheit=451 → celsius=232.8",
  absoluteZero: "Below absolute zero (-459.67 °F) a ValueError is raised.",
};

export const STORY = `${JSON.stringify(
  {
    id: TASK,
    feature: "Convert temperatures from Fahrenheit to Celsius",
    requirements: Object.values(lines),
  },
  null,
  2,
)}\n`;

const design = {
  summary: "One function that converts a temperature.",
  modules: [
    {
      path: "src/celsius.py",
      import: "from src.celsius import celsius",
      purpose: "Converts temperatures",
      names: [
        {
          name: "celsius",
          kind: "function",
          signature: "celsius(fahrenheit: float) -> float",
          behaviour: "Returns degrees Celsius; raises ValueError below absolute zero",
        },
      ],
    },
  ],
  criteria: [
    {
      id: "AC-1",
      source: lines.rounding,
      statement: "Results have one decimal",
      example: null,
    },
    {
      id: "AC-2",
      source: lines.example,
      statement: "451 °F are 232.8 °C",
      example: { setup: [], call: "celsius(451)", returns: "232.8", raises: null },
    },
    {
      id: "AC-3",
      source: lines.absoluteZero,
      statement: "Colder than possible is refused",
      example: null,
    },
  ],
  notTestable: [],
  assumptions: [],
};

export const CODE = `ABSOLUTE_ZERO = -459.67


def celsius(fahrenheit: float) -> float:
    if fahrenheit < ABSOLUTE_ZERO:
        raise ValueError(f"{fahrenheit} °F is below absolute zero")
    return round((fahrenheit - 32) * 5 / 9, 1)
`;

export const WRONG_CODE = CODE.replace("fahrenheit - 32", "fahrenheit - 30");

export const TESTS = `import pytest

from src.celsius import celsius


@pytest.mark.criterion("AC-1")
@pytest.mark.parametrize(
    ("fahrenheit", "expected"), [(32, 0.0), (212, 100.0), (-40, -40.0), (100, 37.8)]
)
def test_converts_to_one_decimal(fahrenheit, expected):
    assert celsius(fahrenheit) == expected


@pytest.mark.criterion("AC-2")
def test_book_burning_point():
    fahrenheit = 451
    assert celsius(fahrenheit) == 232.8


@pytest.mark.criterion("AC-3")
def test_refuses_what_is_colder_than_possible():
    assert celsius(-459.67) == -273.1
    with pytest.raises(ValueError):
        celsius(-459.68)
`;

/** The test that fails first with the wrong code. */
export const FIRST_FAILURE = "test_converts_to_one_decimal";

/** The files of the task, as a person would write them by hand: without \`meta/\`. */
export function taskByHand(code: string): Record<string, string> {
  return {
    [`generated/${TASK}/src/celsius.py`]: code,
    [`generated/${TASK}/tests/test_story.py`]: TESTS,
  };
}

export function repliesWith(code: string) {
  return {
    design,
    code: { files: [{ path: "src/celsius.py", content: code }], notes: null },
    tests: { files: [{ path: "tests/test_story.py", content: TESTS }], notes: null },
  } satisfies Replies;
}

function written(path: string, content: string): Reply {
  return { files: [{ path, content }], notes: null };
}

/** First the code fails the example, then there is something in it that no test looks at. */
export function wrongTwice(): Replies {
  const twoFunctions = {
    ...design,
    modules: [
      {
        ...design.modules[0]!,
        import: "from src.celsius import celsius, shown",
        names: [
          ...design.modules[0]!.names,
          {
            name: "shown",
            kind: "function",
            signature: "shown(fahrenheit: float) -> str",
            behaviour: "The same as text with its unit",
          },
        ],
      },
    ],
  };
  const shown = `\n\ndef shown(fahrenheit: float) -> str:\n    return f"{celsius(fahrenheit)} °C"\n`;
  const weak = `${TESTS.replace("import celsius", "import celsius, shown")}    assert isinstance(shown(212), str)\n`;
  const strong = `import pytest

from src.celsius import shown


@pytest.mark.criterion("AC-1")
def test_shows_one_decimal():
    assert shown(212) == "100.0 °C"
    assert shown(-40) == "-40.0 °C"
`;
  const answers: Record<string, Reply[]> = {
    // The line is no call: it is first written as one by somebody else.
    design: [
      twoFunctions,
      { example: { setup: [], call: "celsius(451)", returns: "232.8", raises: null } },
    ],
    code: [
      written("src/celsius.py", `${WRONG_CODE}${shown}`),
      written("src/celsius.py", `${CODE}${shown}`),
    ],
    tests: [written("tests/test_story.py", weak), written("tests/test_shown.py", strong)],
  };
  return ({ stage }) => {
    const left = answers[stage] ?? [];
    return (left.length > 1 ? left.shift() : left[0]) ?? { fault: "status", status: 500, body: {} };
  };
}

/** The example of the story, written as a call once more. */
const MAPPED = { example: { setup: [], call: "celsius(451)", returns: "232.8", raises: null } };

/** Code that is wrong so often, and right from then on. */
export function wrongFirst(times: number): Replies {
  const right = repliesWith(CODE);
  const wrong = repliesWith(WRONG_CODE).code;
  return {
    design: [right.design, ...repeated(MAPPED, 20)],
    code: [...repeated(wrong, times), ...repeated(right.code, 20)],
    tests: right.tests,
  };
}

function repeated<T>(value: T, times: number): T[] {
  return Array.from({ length: times }, () => value);
}

import { describe, expect, test } from "vitest";
import { notTestableProblem } from "../../../src/contract/not-testable.ts";
import { storyItems } from "../../../src/story/items.ts";
import type { NotTestable } from "../../../src/task/design.ts";

type Reason = NotTestable["reason"];

const problemOf = (line: string, reason: Reason): string | null =>
  notTestableProblem(storyItems({ acceptance: [line] }).items[0]!, reason);

const FITS: Readonly<Record<Reason, readonly string[]>> = {
  version: [
    "Python 3.11 or newer.",
    "- Python >= 3.10",
    "Works with CPython 3.12 and PyPy.",
    "Must run on Python 3.",
    "Compatible with all supported versions of Python.",
    "Läuft mit Python 3.11 oder neuer.",
    "Python-Version: aktuell",
    "Compatible avec Python 3.10 et plus récent.",
    "Versión de Python: 3.12",
    "Python 3.11 以上で動くこと。",
    "Targets Python 3.10 and above, on Linux, macOS and Windows.",
    "Requires Python 3.12 (no older versions).",
    "Benötigt Python 3.11 oder höher.",
    "Nécessite Python 3.11 ou plus.",
    "Python 3.11 или новее.",
  ],
  libraries: [
    "Python 3.11 or newer, standard library only.",
    "Use only the standard library.",
    "stdlib only",
    "No third-party packages.",
    "No dependencies.",
    "It has no further dependencies.",
    "No external libraries or frameworks.",
    "Use the library sortedcontainers, so that a place is found without sorting anew.",
    "Decimal for every calculation with fractions, never float.",
    "Use Decimal for money.",
    "Use Decimal for all monetary arithmetic and rounding (ROUND_HALF_UP).",
    "Use decimal.Decimal for all money values; never float.",
    "Use the decimal module.",
    "Built on asyncio.",
    "Use numpy where it helps.",
    "Nur die Standardbibliothek.",
    "Keine externen Abhängigkeiten.",
    "Uniquement la bibliothèque standard.",
    "Aucune dépendance externe.",
    "Solo la biblioteca estándar.",
    "Sin dependencias externas.",
    "標準ライブラリのみを使うこと。",
    "外部ライブラリは使わない。",
    "只使用标准库。",
    "Please stick to the standard library of Python.",
    "Don't use third-party libraries such as numpy or pandas.",
    "No runtime dependencies, so that it can be copied anywhere.",
    "Use the csv module for parsing.",
    "No usar dependencias externas.",
    "Pythonの標準ライブラリのみで実装する。",
  ],
  style: [
    "Follow PEP 8.",
    "Every public function has a docstring.",
    "Full type hints.",
    "The code is fully typed.",
    "All functions are annotated.",
    "Line length at most 100.",
    "Formatted with black, checked by ruff.",
    "The code is readable and commented.",
    "Descriptive names.",
    "The function is named double.",
    "The module is called shipping_cost.",
    "Put the code into src/shipping_cost.py.",
    "Everything in one module.",
    "Typannotationen überall.",
    "Lesbarer Code: der Quelltext ist kommentiert.",
    "Die Funktion heißt verdoppeln.",
    "Annotations de type partout.",
    "La fonction est nommée doubler.",
    "Anotaciones de tipo en todo.",
    "La función se llama doblar.",
    "Include docstrings for all classes and methods.",
    "型ヒントを付けること。",
    "添加类型注解。",
    "All public functions have type hints and docstrings.",
    "Code must be PEP 8 compliant and pass mypy --strict.",
    "The module file MUST be named src/shipping_cost.py and expose calculate_shipping_cost.",
    "Module src/badges.py with the function badge(points).",
    "The class must be called ShoppingCart.",
    "El código sigue PEP 8 y está documentado.",
  ],
  purity: [
    "Pure functions: no input, output, clock or randomness.",
    "Pure function.",
    "The function must be pure.",
    "No clock: the calendar knows no today.",
    "No side effects.",
    "Reine Funktionen ohne Seiteneffekte.",
    "Deterministic: the same input always gives the same output.",
    "No I/O.",
    "No network access, no files.",
    "It must not access the network.",
    "Never use global state.",
    "Works without any network.",
    "No global state and no randomness.",
    "Deterministic.",
    "Deterministic for a given seed.",
    "The module is stateless and thread-safe.",
    "Reine Funktionen, keine Nebenwirkungen.",
    "Kein Netzwerk, kein Dateizugriff.",
    "Fonctions pures, sans effets de bord.",
    "Aucun accès au réseau.",
    "Funciones puras, sin efectos secundarios.",
    "Sin acceso a la red.",
    "純粋関数であること。",
    "副作用がないこと。",
    "无副作用。",
    "No network or file I/O in the function. Pure computation.",
    "Keep function deterministic; no randomness or time dependence.",
    "Pure functions: no state is kept between calls.",
    "No clock: today plays no part.",
    "The module must not access the network or the file system.",
    "Die Funktion ist rein und deterministisch, ohne Nebenwirkungen.",
  ],
};

const REFUSED: readonly { line: string; reason: Reason; says: string }[] = [
  // What a test can show, whatever else the line says
  ...(["version", "libraries", "style", "purity"] as const).flatMap((reason) => [
    { line: "Python 3.11: weight=1 → 4.70", reason, says: "it is an example" },
    { line: "Pure, PEP 8, stdlib, Python 3: x → 'a' or 'b'", reason, says: "it is an example" },
    { line: "Pure functions, PEP 8, Python 3: says “done”", reason, says: "it quotes a text" },
    {
      line: "Pure, stdlib, PEP 8, Python 3: ValueError otherwise",
      reason,
      says: "it names an exc",
    },
    {
      line: "Pure, stdlib, PEP 8, Python 3: rounds half up",
      reason,
      says: "it says what the code",
    },
    { line: "Reine Funktion, Python 3: liefert die Summe", reason, says: "it says what the code" },
  ]),
  {
    line: "Round to two decimal places.",
    reason: "libraries",
    says: "it says what the code gives",
  },
  { line: "No side effects after 3 retries.", reason: "purity", says: "it states a number" },
  {
    line: "Standard library only, at most 5 items.",
    reason: "libraries",
    says: "it states a number",
  },
  // Words that mean another thing here
  ...(
    [
      ["version", "Each version is greater than the one before."],
      ["version", "A conversion keeps the sum."],
      ["version", "Pythons are snakes."],
      ["libraries", "The package weighs as much as its parts."],
      ["libraries", "Two decimal places for money."],
      ["libraries", "Decimal places: two for money."],
      ["libraries", "Import rows and skip duplicates."],
      ["libraries", "Each module has a grade and a weight."],
      ["libraries", "Standard customers pay the default."],
      ["libraries", "A task with no dependencies comes first."],
      ["libraries", "No dependencies means that it can start."],
      ["libraries", "No library lends more than it has."],
      ["libraries", "Das Paket wiegt höchstens zwei Kilo."],
      ["libraries", "Le paquet est trop lourd."],
      ["style", "Names are sorted by length."],
      ["style", "The output format is CSV."],
      ["style", "A file without rows is an empty list."],
      ["style", "Each comment has an author."],
      ["style", "Documents are numbered from one."],
      ["style", "The path from A to B is the shortest."],
      ["style", "Lines are joined by a comma."],
      ["style", "Format the date as the user wants."],
      ["style", "Ein Kommentar hat einen Autor."],
      ["style", "コメントには著者がいる。"],
      ["purity", "Without files the total is zero."],
      ["purity", "No files give an empty list."],
      ["purity", "No input means zero."],
      ["purity", "The clock shows the whole day."],
      ["purity", "A random card is never drawn twice."],
      ["purity", "The thread with most replies comes first."],
      ["purity", "No time may overlap."],
      ["purity", "Global customers pay no tax."],
      ["purity", "Pure gold costs double."],
      ["purity", "The input list is not mutated."],
      ["purity", "The deterministic automaton reads every word."],
      ["purity", "Rein kommt, wer zahlt."],
      ["purity", "Sans réduction, le prix est plein."],
      ["purity", "税込みの金額を計算する。"],
    ] as const
  ).map(([reason, line]) => ({ line, reason, says: "it does not say" })),
  // What the product does, in words of code
  ...(
    [
      ["version", "Python 3.11 users see the new menu."],
      ["libraries", "Only requests within the window count."],
      ["libraries", "Decimal amounts are rounded up, not down."],
      ["libraries", "External packages cost double."],
      ["libraries", "No external packages are shipped on Sundays."],
      ["libraries", "Use Decimal for money and charge double on Sundays."],
      ["libraries", "Use Decimal for money, charge double."],
      ["libraries", "Standard library only; the total is the sum of all items."],
      ["libraries", "The standard library fee applies to each book."],
      ["libraries", "No dependencies, and the first task wins."],
      ["style", "The voucher code has the format of two letters and a dash."],
      ["style", "A file named twice is counted once."],
      ["style", "The callback function is called once per item."],
      ["style", "The function is called once."],
      ["style", "The method is called with each item."],
      ["style", "The file is named report.txt."],
      ["style", "Black pawns move down the board."],
      ["style", "Annotated lines are kept."],
      ["style", "Functions without type hints are listed first."],
      ["style", "PEP 8, and empty lists give zero."],
      ["purity", "Guests may not read files."],
      ["purity", "An expired token must not access the database."],
      ["purity", "With no input, the list is empty."],
      ["purity", "No network: the total is the sum of all items."],
      ["purity", "No side effects; the total is never negative."],
      ["purity", "Users without network access stay offline."],
      ["purity", "The game is deterministic."],
      ["purity", "Deterministic ties: the first player wins."],
      ["purity", "副作用がある薬は赤で表示する。"],
      ["purity", "网络不可用时不访问网络。"],
    ] as const
  ).map(([reason, line]) => ({ line, reason, says: "it says more than" })),
];

const REASONS = ["version", "libraries", "style", "purity"] as const;

describe("a line that no test can show", () => {
  test.each(REASONS.flatMap((reason) => FITS[reason].map((line) => ({ line, reason }))))(
    "$reason: $line",
    ({ line, reason }) => {
      expect(problemOf(line, reason)).toBeNull();
    },
  );

  test.each(["- ", "* ", "1. ", "- [ ] "])("stays one behind the bullet %j", (bullet) => {
    const lines = REASONS.flatMap((reason) => FITS[reason].map((line) => ({ line, reason })));
    const left = lines.filter(({ line, reason }) => problemOf(`${bullet}${line}`, reason) !== null);
    expect(left).toEqual([]);
  });

  test.each(REFUSED)("is not, for $reason: $line", ({ line, reason, says }) => {
    expect(problemOf(line, reason)).toContain(says);
  });

  test("is not said to be one for another reason", () => {
    expect(problemOf("Follow PEP 8.", "purity")).toContain("it states a number");
    expect(problemOf("Full type hints.", "libraries")).toBe(
      "it does not say which libraries it uses",
    );
    expect(problemOf("No I/O.", "style")).toBe("it does not say how its text looks");
    expect(problemOf("stdlib only", "version")).toBe(
      "it does not say which Python or which versions it runs with",
    );
    expect(problemOf("Python 3.11 or newer", "purity")).toBe(
      "it does not say what it must not touch or depend on",
    );
  });

  test("says what else it says", () => {
    expect(problemOf("External packages cost double.", "libraries")).toBe(
      "it says more than which libraries it uses (cost, double): quote it in a criterion, and show that by a test",
    );
  });

  test.each(["199", "7.5 / 3"])("holds a word: %s", (line) => {
    expect(problemOf(line, "style")).toBe("it does not say how its text looks");
  });

  test.each([
    ["libraries", "Только стандартная библиотека."],
    ["libraries", "표준 라이브러리만 사용한다."],
    ["style", "Код со строками документации и аннотациями типов."],
    ["purity", "Чистые функции без побочных эффектов."],
    ["purity", "네트워크를 사용하지 않는다."],
    ["libraries", "ใช้เฉพาะไลบรารีมาตรฐาน"],
  ] as const)("may be in a script of which little is known or nothing: %s, %s", (reason, line) => {
    expect(problemOf(line, reason)).toBeNull();
  });

  test.each(
    REASONS.flatMap((reason) =>
      ["Возвращает сумму чисел.", "합계를 돌려준다."].map((line) => ({ reason, line })),
    ),
  )(
    "is not, in a script of which little is known, without a word of it: $reason, $line",
    ({ reason, line }) => {
      expect(problemOf(line, reason)).toContain("it does not say");
    },
  );
});

/** A test that must fail, in a file of its own. */
export interface Canary {
  /** The node id under which pytest knows it. */
  readonly id: string;
  readonly path: string;
  readonly source: string;
}

/** A whole number from 0 up to, but not including, `limit`. */
export type Random = (limit: number) => number;

/**
 * Makes a canary whose file and function are named like the real ones: both names are put together from words of the
 * real names, so that no pattern tells it from them.
 */
export function makeCanary(tests: readonly string[], random: Random): Canary {
  const files = [...new Set(tests.map(fileOf))];
  const model = files.length === 0 ? "tests/test_story.py" : files[random(files.length)]!;
  const folder = model.slice(0, model.lastIndexOf("/") + 1);
  const fileName = freshName(
    files.map(stemOf),
    random,
    (name) => !files.includes(`${folder}${name}.py`),
  );
  const functions = new Set(tests.map(functionOf));
  const name = freshName([...functions], random, (each) => !functions.has(each));
  const path = `${folder}${fileName}.py`;
  return { id: `${path}::${name}`, path, source: sourceOf(name, random) };
}

/** The tests with the canary at a random place among them. */
export function withCanary(tests: readonly string[], canary: Canary, random: Random): string[] {
  const position = random(tests.length + 1);
  return [...tests.slice(0, position), canary.id, ...tests.slice(position)];
}

function fileOf(id: string): string {
  return id.split("::", 1)[0]!;
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.py$/, "");
}

function functionOf(id: string): string {
  const name = /::([^:[]+)(?:\[.*)?$/su.exec(id)?.[1] ?? "test_result";
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : "test_result";
}

function freshName(
  names: readonly string[],
  random: Random,
  isFree: (name: string) => boolean,
): string {
  const words = [...new Set(names.flatMap((name) => name.split("_")))].filter(
    (word) => word !== "" && word !== "test",
  );
  const pool = words.length === 0 ? ["result"] : words;
  for (let tries = 0; ; tries++) {
    const length = 1 + random(3) + Math.floor(tries / 20);
    const picked = Array.from({ length }, () => pool[random(pool.length)]!);
    const name = ["test", ...picked].join("_").slice(0, 120);
    if (isFree(name)) return name;
    if (tries > 100) pool.push(String(random(1_000)));
  }
}

function sourceOf(name: string, random: Random): string {
  const expected = random(1_000);
  const actual = expected + 1 + random(1_000);
  return `def ${name}():\n    result = ${actual}\n    assert result == ${expected}\n`;
}

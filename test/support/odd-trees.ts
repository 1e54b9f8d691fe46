import { execFileSync } from "node:child_process";
import type { TestRepository } from "../actions/verify/support.ts";

type Line = readonly [mode: string, name: string, oid: string];

const HONEST = ["honest_first", "zz_honest_last"] as const;
const ABSENT = "1".repeat(40);

/** A commit on `main` whose task folders are as git would never write them, each by what is odd, and honest ones beside them. */
export function commitOddTrees(repository: TestRepository): {
  readonly commit: string;
  readonly odd: ReadonlyMap<string, string>;
  readonly honest: readonly string[];
} {
  const folders = oddFolders(repository.path);
  const odd = new Map(Object.keys(folders.odd).map((what, index) => [what, `odd_${index + 10}`]));
  const lines = Object.entries(folders.odd).map(([what, oid]): Line => [
    "40000",
    odd.get(what)!,
    oid,
  ]);
  const all = [...lines, ...HONEST.map((task): Line => ["40000", task, folders.honest])];
  const generated = tree(
    repository.path,
    all.toSorted(([, a], [, b]) => (`${a}/` < `${b}/` ? -1 : 1)),
  );
  const root = tree(repository.path, [["40000", "generated", generated]]);
  const commit = repository.git("commit-tree", "-m", "odd", root);
  repository.git("update-ref", "refs/heads/main", commit);
  return { commit, odd, honest: HONEST };
}

function write(folder: string, type: "blob" | "tree", input: Buffer | string): string {
  const args = ["hash-object", "-w", "-t", type, "--literally", "--stdin"];
  return execFileSync("git", args, { cwd: folder, input, encoding: "utf8" }).trim();
}

/** A tree with these entries as they are: git itself would refuse most of what is told here. */
function tree(folder: string, lines: readonly Line[]): string {
  const entries = lines.map(([mode, name, oid]) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`, "latin1"), Buffer.from(oid, "hex")]),
  );
  return write(folder, "tree", Buffer.concat(entries));
}

/** Some would run as another code than the one that a person sees, or that git checks out. */
function oddFolders(folder: string): {
  readonly odd: Readonly<Record<string, string>>;
  readonly honest: string;
} {
  const code = write(folder, "blob", "def answer():\n    return 42\n");
  const other = write(folder, "blob", "def answer():\n    return 0\n");
  const tests = write(
    folder,
    "blob",
    "from src.code import answer\n\n\ndef test_answer():\n    assert answer() == 42\n",
  );
  const src = tree(folder, [["100644", "code.py", code]]);
  const testFolder = tree(folder, [["100644", "test_story.py", tests]]);
  const empty = write(folder, "tree", "");

  const SRC: Line = ["40000", "src", src];
  const TESTS: Line = ["40000", "tests", testFolder];

  /** A task folder whose `src` has these entries, in this order. */
  function withSource(...lines: readonly Line[]): string {
    return tree(folder, [["40000", "src", tree(folder, lines)], TESTS]);
  }

  const odd = {
    "two files of one name": withSource(["100644", "code.py", code], ["100644", "code.py", other]),
    "a file and a folder of one name": withSource(
      ["100644", "code", code],
      ["40000", "code", empty],
    ),
    "two folders of one name": tree(folder, [SRC, SRC, TESTS]),
    "a slash in a name": tree(folder, [["100644", "src/code.py", code], TESTS]),
    "a name that is empty": withSource(["100644", "", code]),
    "entries out of order": tree(folder, [TESTS, SRC]),
    "a folder whose mode begins with zero": tree(folder, [["040000", "src", src], TESTS]),
    "a mode that is none": withSource(["999999", "code.py", code]),
    "a mode that git does not know": withSource(["140644", "code.py", code]),
    "a file with rights that git does not keep": withSource(["100664", "code.py", code]),
    "a name that is .git": withSource(["40000", ".git", src], ["100644", "code.py", code]),
    "a name that is ..": withSource(["40000", "..", src], ["100644", "code.py", code]),
    "a name that is .": withSource(["40000", ".", src], ["100644", "code.py", code]),
    "a name that is no UTF-8": withSource(["100644", "\xff.py", code], ["100644", "\xfe.py", code]),
    "half an entry": tree(folder, [
      ["40000", "src", write(folder, "tree", Buffer.from("100644 code.py\0half"))],
      TESTS,
    ]),
    "bytes that are no entry": tree(folder, [
      ["40000", "src", write(folder, "tree", "nothing of the kind")],
      TESTS,
    ]),
    "a file that is a folder": withSource(["100644", "code.py", src]),
    "a folder that is a file": tree(folder, [["40000", "src", code], TESTS]),
    "a file that is missing": withSource(["100644", "code.py", ABSENT]),
    "a folder that is missing": tree(folder, [
      ["40000", "src", ABSENT.replaceAll("1", "2")],
      TESTS,
    ]),
    "an odd tree itself": write(folder, "tree", "nothing at all"),
  };
  return { odd, honest: tree(folder, [SRC, TESTS]) };
}

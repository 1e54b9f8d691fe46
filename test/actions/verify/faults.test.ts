import { tmpdir } from "node:os";
import { afterEach, describe, expect, test } from "vitest";
import { openRepository } from "../../../src/git/adapters/repository.ts";
import { installedPython } from "../../../src/proof/adapters/installed-python.ts";
import type { PythonEnvironments } from "../../../src/proof/python-environments.ts";
import type { IsolatedPytest } from "../../../src/proof/session.ts";
import { codesOf, RecordingLog, tasks, TestRepository, verify, type Files } from "./support.ts";

const TASK: Files = {
  "src/double.py": "def double(x):\n    return x * 2\n",
  "tests/test_story.py":
    "from src.double import double\n\n\ndef test_a():\n    assert double(2) == 4\n\n\ndef test_b():\n    assert double(3) == 6\n\n\ndef test_c():\n    assert double(0) == 0\n",
};

const repositories: TestRepository[] = [];
function repositoryWith(
  folders: Readonly<Record<string, Files>>,
  more: Files = {},
): TestRepository {
  const repository = new TestRepository();
  repositories.push(repository);
  repository.commit({ ...tasks(folders), ...more });
  return repository;
}

afterEach(() => {
  for (const repository of repositories.splice(0)) repository.remove();
});

function environmentsThat(isolated: IsolatedPytest): PythonEnvironments {
  return {
    prepare: () => Promise.resolve({ kind: "ready", isolated }),
  };
}

/** A machine on which no way of isolation works: what the interpreter needs holds what must stay hidden. */
function withoutNamespaces(): PythonEnvironments {
  return installedPython({
    python: "python3",
    isolation: "best-effort",
    hidden: [],
    temporary: tmpdir(),
    log: new RecordingLog(),
    ways: [],
  });
}

describe("a fault of the world is a reason", () => {
  test("no_task_folder: the candidate has no such folder", async () => {
    const { evidence } = await verify(repositoryWith({ a: TASK }), { tasks: "b" });
    expect(codesOf(evidence.get("b"))).toEqual(["no_task_folder"]);
  });

  test("conflict: both sides changed the task", async () => {
    const repository = repositoryWith({ a: TASK });
    const mergeBase = repository.git("rev-parse", "main");
    const path = "generated/a/src/x.py";
    const head = repository.commit({ [path]: "x = 1\n" }, "head", mergeBase);
    const base = repository.commit({ [path]: "x = 2\n" }, "main", mergeBase);
    const { evidence } = await verify(repository, {
      tasks: "a",
      head,
      base,
      "merge-base": mergeBase,
    });
    expect(codesOf(evidence.get("a"))).toEqual(["conflict"]);
    expect(evidence.get("a")).toMatchObject({ head, base, mergeBase, inputs: null });
  });

  test("isolation_unavailable: nothing of the task is run", async () => {
    const { evidence, outcome } = await verify(
      repositoryWith({ a: TASK }),
      {},
      {
        environmentsFor: () =>
          environmentsThat({
            open: () =>
              Promise.resolve({ kind: "unavailable", tried: ["sudo: a password is required"] }),
          }),
      },
    );
    expect(codesOf(evidence.get("a"))).toEqual(["isolation_unavailable"]);
    expect(evidence.get("a")?.reasons[0]?.message).toContain("sudo: a password is required");
    expect(outcome.failed).toEqual(["a"]);
  });

  test("internal_error: the isolation breaks down in an unforeseen way", async () => {
    const { evidence } = await verify(
      repositoryWith({ a: TASK, b: TASK }),
      {},
      {
        environmentsFor: () =>
          environmentsThat({ open: () => Promise.reject(new Error("disk on fire")) }),
      },
    );
    expect(codesOf(evidence.get("a"))).toEqual(["internal_error"]);
    expect(codesOf(evidence.get("b"))).toEqual(["internal_error"]);
    expect(evidence.get("a")?.reasons[0]?.message).toContain("disk on fire");
  });

  test("internal_error: the repository does not answer", async () => {
    const repository = repositoryWith({ a: TASK });
    const broken = openRepository({ url: repository.path, serverUrl: "", token: "" });
    broken.readBlobs = () => Promise.reject(new Error("early EOF"));
    const { evidence } = await verify(repository, {}, { repository: broken });
    expect(codesOf(evidence.get("a"))).toEqual(["internal_error"]);
  });

  test("internal_error: the config of the base branch cannot be used", async () => {
    const repository = repositoryWith({ a: TASK }, { ".github/agent-pipeline.yml": "what: 1\n" });
    const { evidence } = await verify(repository);
    expect(codesOf(evidence.get("a"))).toEqual(["internal_error"]);
    expect(evidence.get("a")?.reasons[0]?.message).toContain(
      ".github/agent-pipeline.yml cannot be used",
    );
  });

  test("dependency_failed: there is no such interpreter", async () => {
    const { evidence } = await verify(
      repositoryWith({ a: TASK }),
      {},
      {
        environmentsFor: () => ({
          prepare: () =>
            Promise.resolve({ kind: "failed", problem: "no-python is no interpreter" }),
        }),
      },
    );
    expect(codesOf(evidence.get("a"))).toEqual(["dependency_failed"]);
  });

  test("timeout: a test never ends, and the others do not mind", async () => {
    const { evidence } = await verify(
      repositoryWith({
        hangs: {
          ...TASK,
          "tests/test_story.py": "import time\n\n\ndef test_a():\n    time.sleep(100)\n",
        },
        imports_for_ever: { ...TASK, "src/double.py": "while True:\n    pass\n" },
        fine: TASK,
      }),
      { "timeout-seconds": "3" },
    );
    expect(codesOf(evidence.get("hangs"))).toEqual(["timeout"]);
    expect(evidence.get("hangs")?.reasons[0]?.message).toContain("tests/test_story.py::test_a");
    expect(codesOf(evidence.get("imports_for_ever"))).toEqual(["timeout"]);
    expect(evidence.get("fine")?.verdict).toBe("passed");
  });

  test("policy_violation: a few trees stand for more files than there are, and the others do not mind", async () => {
    const repository = repositoryWith({ a: TASK });
    let tree = repository.git("rev-parse", "main:generated/a/src");
    for (let level = 0; level < 40; level++) {
      tree = repository.tree(
        Array.from({ length: 10 }, (_, index) => `040000 tree ${tree}\td${index}`),
      );
    }
    const generated = repository.tree([
      `040000 tree ${repository.git("rev-parse", "main:generated/a")}\ta`,
      `040000 tree ${tree}\tbomb`,
    ]);
    const root = repository.tree([`040000 tree ${generated}\tgenerated`]);
    repository.git(
      "update-ref",
      "refs/heads/main",
      repository.git("-c", "user.name=T", "-c", "user.email=t@e", "commit-tree", "-m", "b", root),
    );
    const { evidence } = await verify(repository, { tasks: "a,bomb" });
    expect(codesOf(evidence.get("a"))).toEqual([]);
    expect(evidence.get("bomb")?.reasons).toEqual([
      {
        code: "policy_violation",
        message: '"." holds more than 200 files, or many more folders than they need',
        file: ".",
      },
    ]);
  });

  test("resource_limit: all runs of one task take longer than it may, and the others do not mind", async () => {
    const slow =
      "import time\n\nfrom src.double import double\n\n\ndef test_a():\n    time.sleep(7)\n    assert double(2) == 4\n";
    const { evidence } = await verify(
      repositoryWith(
        { slow: { ...TASK, "tests/test_story.py": slow }, fine: TASK },
        { ".github/agent-pipeline.yml": "task-seconds: 20\n" },
      ),
      { mutants: "0", reruns: "0" },
    );
    expect(evidence.get("slow")).toMatchObject({
      verdict: "failed",
      reasons: [
        {
          code: "resource_limit",
          message: "The task was not done after 20 seconds (`task-seconds` of the config)",
        },
      ],
    });
    expect(evidence.get("fine")?.verdict).toBe("passed");
  });

  test("resource_limit: the report has no end", async () => {
    const flood =
      "import os\n\n\ndef test_a():\n    for number in range(3, 8):\n        try:\n            while True:\n                os.write(number, b'x' * 65536)\n        except OSError:\n            pass\n";
    const { evidence } = await verify(
      repositoryWith({ a: { ...TASK, "tests/test_story.py": flood } }),
    );
    expect(codesOf(evidence.get("a"))).toEqual(["resource_limit"]);
  });
});

function withTests(tests: string): Files {
  return {
    ...TASK,
    "tests/test_story.py": `import pytest\n\nfrom src.double import double\n\n\n${tests}`,
  };
}

describe("flaky: what does not repeat", () => {
  test("is told from what does", async () => {
    const { evidence, outcome } = await verify(
      repositoryWith({
        order: withTests(
          "SEEN = []\n\n\n@pytest.mark.parametrize('n', range(12))\ndef test_in_order(n):\n    SEEN.append(n)\n    assert SEEN == list(range(n + 1))\n    assert double(n) == n + n\n",
        ),
        hashes: withTests(
          "def test_hash():\n    assert hash('a') == __import__('zlib').crc32(b'a') or double(2) == 4 and hash('story') == HASH\n\n\nHASH = hash('story') if __import__('os').environ['PYTHONHASHSEED'] == '0' else None\n",
        ),
        broken: withTests("def test_a():\n    assert double(2) == 5\n"),
        steady: TASK,
      }),
      { reruns: "2" },
    );
    expect(new Set(codesOf(evidence.get("order")))).toEqual(new Set(["flaky"]));
    expect(evidence.get("order")?.tests).toMatchObject({ expected: 12, passed: 12 });
    expect(evidence.get("order")?.tests.flaky).toBeGreaterThan(0);
    expect(codesOf(evidence.get("hashes"))).toEqual(["flaky"]);
    expect(codesOf(evidence.get("broken"))).toEqual(["test_failed"]);
    expect(evidence.get("steady")).toMatchObject({ verdict: "passed", inputs: { reruns: 2 } });
    expect(outcome.failed.toSorted()).toEqual(["broken", "hashes", "order"]);
  });

  test("is a test that is not run, or a run that breaks off, the second time", async () => {
    const again = 'os.environ["PYTHONHASHSEED"] != "0"';
    const { evidence } = await verify(
      repositoryWith({
        leaves: withTests(
          `import os\n\nimport pytest\n\n\ndef test_a():\n    assert double(2) == 4\n    if ${again}:\n        pytest.exit("enough", 0)\n\n\ndef test_b():\n    assert double(3) == 6\n`,
        ),
        crashes: withTests(
          `import os\n\n\ndef test_a():\n    assert double(2) == 4\n    if ${again}:\n        os._exit(0)\n`,
        ),
        skips: withTests(
          `import os\n\nimport pytest\n\n\n@pytest.mark.skipif(${again}, reason="no")\ndef test_a():\n    assert double(2) == 4\n`,
        ),
      }),
      { reruns: "1" },
    );
    for (const task of ["leaves", "crashes", "skips"]) {
      expect(codesOf(evidence.get(task))).toEqual(["flaky"]);
    }
  });

  test("is not a failure either", async () => {
    const { evidence } = await verify(
      repositoryWith({
        a: withTests(
          "def test_seed():\n    assert double(2) == 4\n    assert __import__('os').environ['PYTHONHASHSEED'] != '0', 'the first time'\n",
        ),
      }),
      { reruns: "1" },
    );
    expect(codesOf(evidence.get("a"))).toEqual(["flaky"]);
    expect(evidence.get("a")?.reasons[0]?.message).toContain("failed at first, passed with");
  });
});

describe("a selection", () => {
  test("that passes is unproven for that reason alone, and does not fail the step", async () => {
    const { evidence, outcome } = await verify(repositoryWith({ a: TASK }), { "max-tests": "2" });
    expect(codesOf(evidence.get("a"))).toEqual(["partial_selection"]);
    expect(outcome.failed).toEqual([]);
    expect(evidence.get("a")).toMatchObject({
      verdict: "unproven",
      tests: { expected: 3, selected: 2, passed: 2 },
      canary: { outcome: "failed" },
      stubs: null,
      mutants: null,
      criteria: null,
      inputs: { selection: 2 },
    });
    expect(evidence.get("a")?.results.map(({ id }) => id)).toEqual([
      "tests/test_story.py::test_a",
      "tests/test_story.py::test_b",
    ]);
  });

  test.each(["", "99"])("of %j is all of three", async (maxTests) => {
    const { evidence } = await verify(repositoryWith({ a: TASK }), { "max-tests": maxTests });
    expect(evidence.get("a")?.verdict).toBe("passed");
    expect(evidence.get("a")?.inputs?.selection).toBe("all");
  });

  test("whose test fails is failed", async () => {
    const wrong = { ...TASK, "src/double.py": "def double(x):\n    return x + 1\n" };
    const { evidence, outcome } = await verify(repositoryWith({ a: wrong }), { "max-tests": "1" });
    expect(codesOf(evidence.get("a"))).toEqual(["test_failed"]);
    expect(outcome.failed).toEqual(["a"]);
  });

  test.each(["-1", "all", "1.5", "1e3", "99999999999"])(
    "of %j is an input error",
    async (maxTests) => {
      await expect(verify(repositoryWith({ a: TASK }), { "max-tests": maxTests })).rejects.toThrow(
        '"max-tests" must be a whole number, or empty',
      );
    },
  );
});

describe("best-effort without isolation", () => {
  test("runs the tests and proves nothing", async () => {
    const { evidence, outcome } = await verify(
      repositoryWith({ a: TASK }),
      { isolation: "best-effort", python: "python3" },
      { environmentsFor: () => withoutNamespaces() },
    );
    expect(codesOf(evidence.get("a"))).toEqual(["isolation_unavailable"]);
    expect(evidence.get("a")).toMatchObject({
      verdict: "unproven",
      isolation: "none",
      tests: { expected: 3, passed: 3 },
      inputs: { isolation: "none" },
    });
    expect(outcome.failed).toEqual(["a"]);
  });

  test("says which test fails", async () => {
    const wrong = { ...TASK, "src/double.py": "def double(x):\n    return x + 1\n" };
    const { evidence } = await verify(
      repositoryWith({ a: wrong }),
      { isolation: "best-effort" },
      { environmentsFor: () => withoutNamespaces() },
    );
    expect(codesOf(evidence.get("a"))).toContain("test_failed");
    expect(codesOf(evidence.get("a")).at(-1)).toBe("isolation_unavailable");
    expect(evidence.get("a")?.verdict).toBe("failed");
  });
});

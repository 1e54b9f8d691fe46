// What the processes of a session load when they start: every task pays for it.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { z } from "zod";
import { PYTHON_PATH } from "./python-path.ts";

test.each(["pytest", "task_syntax", "task_stubs"])(
  "who watches the runs starts without %s",
  (name) => {
    const program = "import json, sys, supervisor; print(json.dumps([*sys.modules]))";
    const said = execFileSync("python3", ["-S", "-c", program], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], PYTHONPATH: PYTHON_PATH, PYTHONDONTWRITEBYTECODE: "1" },
    });
    expect(z.array(z.string()).parse(JSON.parse(said))).not.toContain(name);
  },
);

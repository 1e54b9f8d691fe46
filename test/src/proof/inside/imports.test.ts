// What the processes of a session load when they start: every task pays for it.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";

const INSIDE = fileURLToPath(new URL("../../../../src/proof/inside", import.meta.url));

test.each(["pytest", "task_syntax", "task_stubs"])(
  "who watches the runs starts without %s",
  (name) => {
    const program = "import json, sys, supervisor; print(json.dumps([*sys.modules]))";
    const said = execFileSync("python3", ["-S", "-c", program], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], PYTHONPATH: INSIDE, PYTHONDONTWRITEBYTECODE: "1" },
    });
    expect(z.array(z.string()).parse(JSON.parse(said))).not.toContain(name);
  },
);

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pythonChecks } from "../../src/authoring/python-checks.ts";
import type { ReplyChecks } from "../../src/authoring/reply-checks.ts";
import { sha256OfJson } from "../../src/foundation/digest.ts";
import { pythonReader } from "../../src/proof/adapters/python-reader.ts";
import { silentLog } from "./engine.ts";

/** Looks at replies as generate does, at equal ones once. */
export class KeptChecks implements ReplyChecks {
  readonly #temporary = mkdtempSync(join(tmpdir(), "author-bench-checks-"));
  readonly #known = new Map<string, ReturnType<ReplyChecks["code"]>>();
  readonly #checks = pythonChecks({
    reader: pythonReader("python3", this.#temporary),
    // The pools import nothing but the standard library.
    index: { pin: () => Promise.resolve({ kind: "unknown", why: "there is no index here" }) },
    offered: [],
    log: silentLog,
  });

  readonly code: ReplyChecks["code"] = (files, subject) =>
    this.#kept({ files, story: subject.story.digest }, () => this.#checks.code(files, subject));

  readonly tests: ReplyChecks["tests"] = (files, subject) =>
    this.#kept({ files, story: subject.story.digest }, () => this.#checks.tests(files, subject));

  readonly packages: ReplyChecks["packages"] = () => Promise.resolve(null);

  close(): void {
    rmSync(this.#temporary, { recursive: true, force: true });
  }

  #kept(
    key: unknown,
    look: () => ReturnType<ReplyChecks["code"]>,
  ): ReturnType<ReplyChecks["code"]> {
    const digest = sha256OfJson(key);
    const faults = this.#known.get(digest) ?? look();
    this.#known.set(digest, faults);
    return faults;
  }
}

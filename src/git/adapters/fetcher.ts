import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PipelineError } from "../../foundation/errors.ts";
import { BrokenObject } from "../broken-object.ts";
import type { GitProcess } from "./git-process.ts";
import type { GitObjects } from "./objects.ts";

/** `tree:0`: nothing but what is asked for by id. `blob:none`: all folders below it as well. `blob:limit`: and smaller files. */
type Filter = "tree:0" | "blob:none" | `blob:limit=${number}`;

/** What several ask for at one moment. */
interface Batch {
  readonly asked: (readonly string[])[];
  readonly answers: Promise<readonly unknown[]>;
}

/** Brings objects from the remote into a bare store: one question at a time, for no more than was asked. */
export class GitFetcher {
  readonly #git: GitProcess;
  readonly #directory: string;
  readonly #objects: GitObjects;
  readonly #batches = new Map<string, Batch>();
  #last: Promise<unknown> = Promise.resolve();
  #askedRefs = 0;

  /** `objects` are those that have been brought, and whatever else can be read. */
  constructor(git: GitProcess, directory: string, objects: GitObjects) {
    this.#git = git;
    this.#directory = directory;
    this.#objects = objects;
  }

  /** The refs of the remote that match a pattern, by name; behind `<tag>^{}` is what an annotated tag stands for. */
  async refs(patterns: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { stdout } = await this.#git.ask(["ls-remote", "origin", ...patterns]);
    return new Map(
      stdout
        .toString("utf8")
        .split("\n")
        .map((line) => /^([0-9a-f]{40})\t(.+)$/.exec(line))
        .flatMap((match): [string, string][] => (match === null ? [] : [[match[2]!, match[1]!]])),
    );
  }

  /** Commits by id with `depth - 1` generations before them, and no tree. */
  async commits(oids: readonly string[], depth: number): Promise<void> {
    await this.#fetch("tree:0", oids, depth);
  }

  /**
   * The same for full names of refs and ids together: the object that each stands for, null where the remote has none.
   * One question, where asking for the refs and then for their commits would be two.
   */
  async named(names: readonly string[], depth: number): Promise<readonly (string | null)[]> {
    const asked = new Map(names.map((name) => [name, this.#refspecOf(name)]));
    for (let absent: string | null = ""; absent !== null && asked.size > 0;) {
      absent = await this.#absentOf(asked, depth);
      if (absent !== null) asked.delete(absent);
    }
    return names.map((name) => {
      const refspec = asked.get(name);
      return refspec === undefined ? null : this.#objectOf(refspec);
    });
  }

  /** The same for single commits without what is before them, for all who ask at this moment. */
  async singleCommits(oids: readonly string[]): Promise<void> {
    await this.#together("tree:0", oids, 1);
  }

  /** Objects by id, and nothing else. */
  async objects(oids: readonly string[]): Promise<void> {
    await this.#together("tree:0", oids);
  }

  /** Folders by id, with all folders below them. */
  async treesBelow(oids: readonly string[]): Promise<void> {
    await this.#together("blob:none", oids);
  }

  /** Waits for whoever else asks at this moment: all of them share one question. */
  async #together(filter: Filter, oids: readonly string[], depth?: number): Promise<void> {
    const key = `${filter} ${depth ?? ""}`;
    let batch = this.#batches.get(key);
    if (batch === undefined) {
      const asked: (readonly string[])[] = [];
      const answers = new Promise((resolve) => setImmediate(resolve)).then(() => {
        this.#batches.delete(key);
        return this.#answers(filter, asked, depth);
      });
      batch = { asked, answers };
      this.#batches.set(key, batch);
    }
    const place = batch.asked.push(oids) - 1;
    const answer = (await batch.answers)[place];
    if (answer !== null) throw answer;
  }

  /** An error for each that asked, or null. What is broken for one costs the others a question, not their answer. */
  async #answers(
    filter: Filter,
    asked: readonly (readonly string[])[],
    depth?: number,
  ): Promise<readonly unknown[]> {
    const answer = (oids: readonly string[]): Promise<unknown> =>
      this.#fetchAll(filter, [...new Set(oids)], depth).then(
        () => null,
        (error: unknown) => error,
      );
    const error = await answer(asked.flat());
    if (asked.length === 1 || !(error instanceof BrokenObject)) return asked.map(() => error);
    const answers: unknown[] = [];
    for (const oids of asked) answers.push(await answer(oids));
    return answers;
  }

  /** The same with all files below them that have at most so many bytes: who lists a folder does not know their sizes. */
  async filesBelow(oids: readonly string[], maxBytes: number): Promise<void> {
    await this.#together(`blob:limit=${maxBytes + 1}`, oids);
  }

  #refspecOf(name: string): string {
    return name.startsWith("refs/") ? `+${name}:refs/asked/${this.#askedRefs++}` : name;
  }

  #objectOf(refspec: string): string {
    const [, ref] = refspec.split(":");
    if (ref === undefined) return refspec;
    return readFileSync(join(this.#directory, ref), "utf8").trim();
  }

  /** Fetches the names; when the remote lacks one of them, says which, and nothing was fetched. */
  async #absentOf(asked: ReadonlyMap<string, string>, depth: number): Promise<string | null> {
    try {
      await this.#fetch("tree:0", [...asked.values()], depth);
      return null;
    } catch (error) {
      const said = error instanceof PipelineError ? error.message : "";
      const [, absent = ""] =
        /couldn't find remote ref (\S+)|not our ref ([0-9a-f]{40})/.exec(said)?.filter(Boolean) ??
        [];
      if (!asked.has(absent)) throw error;
      return absent;
    }
  }

  /**
   * git's server leaves out what it has been asked for by id when a tree that it was asked for before holds it too
   * (seen with 2.39, by `tree:0`). What did come stays, so what is missing is asked for again, as long as anything comes.
   */
  async #fetchAll(filter: Filter, oids: readonly string[], depth?: number): Promise<void> {
    try {
      await this.#fetch(filter, oids, depth);
    } catch (error) {
      const missing = isLeftOut(error) ? await this.#objects.missing(oids) : oids;
      if (missing.length === oids.length) throw error;
      if (missing.length > 0) await this.#fetchAll(filter, missing, depth);
    }
  }

  async #fetch(filter: Filter, refspecs: readonly string[], depth?: number): Promise<void> {
    // Two fetches into one store would wait for each other's locks, and fail.
    const turn = this.#last.then(() => this.#fetchNow(filter, refspecs, depth));
    this.#last = turn.catch(() => {});
    await turn;
  }

  async #fetchNow(filter: Filter, refspecs: readonly string[], depth?: number): Promise<void> {
    await this.#git.ask(
      [
        "fetch",
        "--quiet",
        "--no-tags",
        "--no-write-fetch-head",
        "--no-recurse-submodules",
        "--no-auto-maintenance",
        `--filter=${filter}`,
        ...(depth === undefined ? [] : [`--depth=${depth}`]),
        // git asks for nothing below a folder that is here already.
        ...(filter.startsWith("blob:limit") ? ["--refetch"] : []),
        "--stdin",
        "origin",
      ],
      { input: `${refspecs.join("\n")}\n` },
    );
  }
}

function isLeftOut(error: unknown): boolean {
  return error instanceof PipelineError && /did not send all necessary objects/.test(error.message);
}

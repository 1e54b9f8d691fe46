import type { ChildProcess } from "node:child_process";
import { PipelineError } from "../../foundation/errors.ts";
import { BrokenObject } from "../broken-object.ts";
import { notStarted, type GitProcess } from "./git-process.ts";

export interface GitObject {
  readonly type: string;
  readonly size: number;
  /** Empty where only the size was asked for. */
  readonly content: Buffer;
}

interface Question {
  readonly command: string;
  readonly wantsContent: boolean;
  readonly resolve: (object: GitObject | null) => void;
  readonly reject: (error: Error) => void;
}

const EMPTY = Buffer.alloc(0);

/** A damaged object ends the process that reads it. So many processes may end one after the other without an answer. */
const MOST_FRUITLESS = 3;

/** Reads objects of a store by id, through one git process for the whole run: one per question would cost more than the answers. */
export class GitObjects {
  readonly #git: GitProcess;
  readonly #questions: Question[] = [];
  /** How many of them are answered: to shift tens of thousands out one by one takes their square. */
  #answered = 0;
  /** Small, and asked about again and again. */
  readonly #commits = new Map<string, GitObject>();
  #child: ChildProcess | null;
  #hold: NodeJS.Timeout | null = null;
  #chunks: Buffer[] = [];
  #bytes = 0;
  /** Bytes that must be there before it is worth looking again. */
  #awaited = 0;
  #stderr = "";
  /** Processes that ended since the last answer. */
  #fruitless = 0;

  constructor(git: GitProcess) {
    this.#git = git;
    // At once, because it starts up while the action finds out what to ask.
    this.#child = this.#start();
  }

  /** null when the store does not have it. */
  async read(oid: string): Promise<GitObject | null> {
    const known = this.#commits.get(oid);
    if (known !== undefined) return known;
    const object = await this.#ask(`contents ${oid}\n`, true);
    if (object?.type === "commit") this.#commits.set(oid, object);
    return object;
  }

  /** Type and size; null when the store does not have it. */
  async describe(oid: string): Promise<GitObject | null> {
    return this.#commits.get(oid) ?? this.#ask(`info ${oid}\n`, false);
  }

  /** Those of some ids that the store does not have. */
  async missing(oids: readonly string[]): Promise<readonly string[]> {
    const wanted = [...new Set(oids)];
    const found = await Promise.all(wanted.map((oid) => this.describe(oid)));
    return wanted.filter((_, index) => found[index] === null);
  }

  #ask(command: string, wantsContent: boolean): Promise<GitObject | null> {
    return new Promise((resolve, reject) => {
      this.#put({ command, wantsContent, resolve, reject });
    });
  }

  #put(question: Question): void {
    this.#child ??= this.#start();
    // The process may idle without keeping the action alive; a question keeps it alive.
    this.#hold ??= setTimeout(() => {}, 2 ** 31 - 1);
    this.#questions.push(question);
    this.#child.stdin?.write(question.command);
  }

  #start(): ChildProcess {
    const child = this.#git.start(["cat-file", "--batch-command"], true);
    child.stdout?.on("data", (chunk: Buffer) => this.#receive(chunk));
    child.stderr?.on("data", (chunk: Buffer) => {
      if (this.#stderr.length < 10_000) this.#stderr += chunk.toString("utf8");
    });
    child.stdin?.on("error", () => {});
    child.on("error", (error) => this.#fail(child, notStarted(error), false));
    child.on("close", (code) => this.#fail(child, ended(code, this.#stderr), true));
    child.unref();
    for (const stream of [child.stdin, child.stdout, child.stderr]) {
      unref(stream);
    }
    return child;
  }

  /** The question that a process was at when it ended is what ended it. The others are asked again, of another one. */
  #fail(child: ChildProcess, error: Error, isWorthAnother: boolean): void {
    // A process that could not be started is told of twice, and by then there may be another one.
    if (this.#child !== child) return;
    this.#child = null;
    this.#chunks = [];
    this.#bytes = 0;
    this.#awaited = 0;
    this.#stderr = "";
    this.#fruitless += 1;
    const [culprit, ...others] = this.#questions.splice(0).slice(this.#answered);
    this.#answered = 0;
    culprit?.reject(error);
    for (const question of others) {
      if (isWorthAnother && this.#fruitless < MOST_FRUITLESS) this.#put(question);
      else question.reject(error);
    }
    if (this.#questions.length === 0) this.#release();
  }

  #release(): void {
    if (this.#hold !== null) clearTimeout(this.#hold);
    this.#hold = null;
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes < this.#awaited) return;
    let rest = Buffer.concat(this.#chunks);
    for (let used = this.#answer(rest); used > 0; used = this.#answer(rest)) {
      rest = rest.subarray(used);
    }
    this.#chunks = [rest];
    this.#bytes = rest.length;
    if (this.#questions.length === 0) this.#release();
  }

  /** Answers the oldest question from the start of the bytes; 0 as long as they are not enough. */
  #answer(bytes: Buffer): number {
    const question = this.#questions[this.#answered];
    const headerEnd = bytes.indexOf("\n") + 1;
    if (question === undefined || headerEnd === 0) {
      this.#awaited = 0;
      return 0;
    }
    const [, type = "", bytesOfObject] = bytes.toString("latin1", 0, headerEnd - 1).split(" ");
    const size = Number(bytesOfObject);
    if (type === "missing" || bytesOfObject === undefined) {
      return this.#settle(question, null, headerEnd);
    }
    if (!question.wantsContent) {
      return this.#settle(question, { type, size, content: EMPTY }, headerEnd);
    }
    const end = headerEnd + size + 1;
    this.#awaited = end;
    if (bytes.length < end) return 0;
    const content = bytes.subarray(headerEnd, end - 1);
    return this.#settle(question, { type, size, content }, end);
  }

  #settle(question: Question, object: GitObject | null, used: number): number {
    this.#answered += 1;
    if (this.#answered === this.#questions.length) {
      this.#questions.length = 0;
      this.#answered = 0;
    }
    this.#awaited = 0;
    this.#fruitless = 0;
    question.resolve(object);
    return used;
  }
}

export function notSent(oid: string): BrokenObject {
  return new BrokenObject(`The remote did not send object ${oid}`);
}

function ended(code: number | null, stderr: string): PipelineError {
  return new PipelineError(
    "GIT_FAILED",
    `git cat-file ended with ${code ?? -1}: ${stderr.trim().slice(-500)}`,
  );
}

/** Of a process that could not be started for want of descriptors, the streams are not there at all. */
function unref(stream: unknown): void {
  if (typeof stream !== "object" || stream === null) return;
  if ("unref" in stream && typeof stream.unref === "function") stream.unref();
}

export function contentOf(oid: string, object: GitObject, type: "tree" | "blob"): Buffer {
  if (object.type !== type) throw new BrokenObject(`${oid} is no ${type}`);
  return object.content;
}

/** The id of a commit's root; null of all that is no commit. */
export function rootIn(commit: GitObject | null): string | null {
  if (commit?.type !== "commit") return null;
  return /^tree ([0-9a-f]{40})\n/.exec(commit.content.toString("latin1", 0, 46))?.[1] ?? null;
}

/** The ids that a commit names as its parents; none of all that is no commit. */
export function parentsIn(commit: GitObject | null): string[] {
  if (commit?.type !== "commit") return [];
  const [headers = ""] = commit.content.toString("latin1").split("\n\n", 1);
  return [...headers.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, parent = ""]) => parent);
}

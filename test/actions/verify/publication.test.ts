import { expect, test, vi } from "vitest";
import { Publication } from "../../../actions/verify/publication.ts";
import { PipelineError } from "../../../src/foundation/errors.ts";
import { passedEvidence } from "../../support/evidence.ts";
import { RecordingLog } from "./support.ts";

/** An artifact service that forgets nothing, and takes a moment for everything. */
class Service {
  readonly there = new Map<string, readonly string[]>();
  /** What was there at every moment at which something changed. */
  readonly history: string[] = [];
  refuses: "parts" | "removals" | "the whole" | null = null;

  upload = (entry: string, folders: readonly string[]): Promise<void> =>
    this.#put("the whole", entry, folders);
  uploadPart = (entry: string, part: number, folders: readonly string[]): Promise<void> =>
    this.#put("parts", `${entry}.${part}`, folders);
  removePart = async (entry: string, part: number): Promise<void> => {
    await this.#moment("removals");
    this.there.delete(`${entry}.${part}`);
    this.#keep();
  };

  async #put(what: "parts" | "the whole", name: string, folders: readonly string[]) {
    await this.#moment(what);
    if (this.there.has(name)) throw new Error(`${name} is there already`);
    this.there.set(name, [...folders]);
    this.#keep();
  }

  async #moment(what: Service["refuses"]): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 1));
    if (this.refuses === what) throw new PipelineError("SERVICE_UNAVAILABLE", `no ${what}`);
  }

  #keep(): void {
    this.history.push([...this.there].map(([name, all]) => `${name}: ${all.join(" ")}`).join("; "));
  }
}

function publicationOf(tasks: number, service = new Service()) {
  const log = new RecordingLog();
  const files = { write: (task: string) => Promise.resolve(task) };
  const publication = new Publication("e", tasks, { files, uploads: service, log });
  const add = (task: string): Promise<void> =>
    publication.add({ evidence: passedEvidence(task), junit: "" });
  return { publication, add, service, log };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

test("what is done is uploaded at once, and there is never a moment without it", async () => {
  const { publication, add, service } = publicationOf(3);
  await add("a");
  await vi.waitFor(() => expect([...service.there]).toEqual([["e.1", ["a"]]]));
  await add("b");
  await settled();
  await add("c");
  expect(await publication.finish()).toEqual([]);
  expect(service.history).toEqual([
    "e.1: a",
    "e.1: a; e.2: a b",
    "e.2: a b",
    "e.2: a b; e: a b c",
    "e: a b c",
  ]);
});

test("the only task of an entry is uploaded once, in the end", async () => {
  const { publication, add, service } = publicationOf(1);
  await add("a");
  await settled();
  expect(service.history).toEqual([]);
  await publication.finish();
  expect(service.history).toEqual(["e: a"]);
});

test("what is done while a part is on its way goes with the next", async () => {
  const { publication, add, service } = publicationOf(4);
  await Promise.all(["a", "b", "c"].map(add));
  await vi.waitFor(() => expect([...service.there]).toEqual([["e.2", ["a", "b", "c"]]]));
  await add("d");
  await publication.finish();
  expect([...service.there.keys()]).toEqual(["e"]);
});

test("many tasks are few parts", async () => {
  const { publication, add, service } = publicationOf(1_000);
  const parts: string[] = [];
  const { uploadPart } = service;
  service.uploadPart = (entry, part, folders) => {
    parts.push(String(part));
    return uploadPart(entry, part, folders);
  };
  for (let index = 0; index < 1_000; index++) {
    await add(`t${index}`);
    if (index < 30) await settled();
  }
  await publication.finish();
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.length).toBeLessThan(110);
  expect([...service.there.keys()]).toEqual(["e"]);
});

test.each([
  ["parts", 0, ["e"]],
  ["removals", 0, ["e.1", "e.2", "e"]],
  ["the whole", 1, ["e.2"]],
] as const)(
  "where the service refuses %s, the rest is as good as can be",
  async (refuses, faults, there) => {
    const service = new Service();
    service.refuses = refuses;
    const { publication, add } = publicationOf(3, service);
    for (const task of ["a", "b", "c"]) {
      await add(task);
      await settled();
    }
    expect(await publication.finish()).toHaveLength(faults);
    expect([...service.there.keys()]).toEqual(there);
  },
);

test("a service that refuses parts is asked for no more of them", async () => {
  const service = new Service();
  service.refuses = "parts";
  const { add, log } = publicationOf(9, service);
  for (const task of ["a", "b", "c"]) {
    await add(task);
    await settled();
  }
  expect(log.lines).toEqual([
    "Until all tasks are done, nothing more is uploaded: PipelineError: no parts",
  ]);
});

import { describe, expect, test } from "vitest";
import { OtherSeeds } from "../../../src/proof/other-seeds.ts";
import type { OpenedSession, PytestSession, RawRun } from "../../../src/proof/session.ts";

const unused = (): Promise<RawRun> => Promise.reject(new Error("nothing is run here"));

/** Sessions that do nothing but end, with the seeds that were asked for and how many have ended. */
function interpreters(answer?: () => Promise<OpenedSession>) {
  const seeds: number[] = [];
  const ended: number[] = [];
  const open = (seed: number): Promise<OpenedSession> => {
    seeds.push(seed);
    if (answer !== undefined) return answer();
    const session: PytestSession = {
      isolation: "namespaces",
      python: "3.14.0",
      pytest: "9.2.0",
      inspect: unused,
      collect: unused,
      run: unused,
      answer: unused,
      expected: unused,
      close: () => Promise.resolve(void ended.push(seed)),
    };
    return Promise.resolve({ kind: "opened", session });
  };
  let last = 0;
  return { seeds, ended, others: new OtherSeeds(open, () => last++) };
}

describe("sessions of other hash seeds", () => {
  test("whoever asks for the first gets the one that was begun, and each time has its own", async () => {
    const { others, seeds } = interpreters();
    others.begin();
    expect(seeds).toEqual([1]);
    const [first, again, second] = [
      await others.session(1),
      await others.session(1),
      await others.session(2),
    ];
    expect(again).toBe(first);
    expect(second).not.toBe(first);
    expect(seeds).toEqual([1, 2]);
  });

  test("none has the seed 0, which is that of all other runs", () => {
    const { others, seeds } = interpreters();
    for (const time of [1, 2, 3]) void others.session(time);
    expect(seeds).not.toContain(0);
  });

  test("one ends when its time is over, the others at the end, each once", async () => {
    const { others, ended } = interpreters();
    others.begin();
    await others.session(2);
    await others.close(2);
    expect(ended).toEqual([2]);
    await others.closeAll();
    await others.closeAll();
    expect(ended).toEqual([2, 1]);
  });

  test("that one cannot be had is said to who asks for it, and to nobody else", async () => {
    const { others } = interpreters(() => Promise.reject(new Error("disk on fire")));
    others.begin();
    await expect(others.session(1)).rejects.toThrow("disk on fire");
    await others.closeAll();
    const unavailable = { kind: "unavailable", tried: ["sudo: no"] } as const;
    const { others: none } = interpreters(() => Promise.resolve(unavailable));
    none.begin();
    expect(await none.session(1)).toBe(unavailable);
    await none.closeAll();
  });
});

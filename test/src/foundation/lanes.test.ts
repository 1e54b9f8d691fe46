import { expect, test } from "vitest";
import { Lanes } from "../../../src/foundation/lanes.ts";

test.each([1, 3])("at most %i at a time, in the order of coming, whatever fails", async (width) => {
  const lanes = new Lanes(width);
  const begun: number[] = [];
  let [now, most] = [0, 0];
  const work = async (index: number): Promise<void> => {
    begun.push(index);
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    if (index % 2 === 0) throw new Error("odd");
  };
  const all = Array.from({ length: 10 }, (_, index) => lanes.run(() => work(index)));
  const ended = await Promise.allSettled(all);
  expect(most).toBe(width);
  expect(begun).toEqual(all.map((_, index) => index));
  expect(ended.filter(({ status }) => status === "rejected")).toHaveLength(5);
});

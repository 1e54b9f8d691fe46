import { expect, test } from "vitest";
import { namesAndTexts } from "../../../src/story/names.ts";

const found = (line: string): string[] =>
  namesAndTexts(line).map(({ kind, text }) => (kind === "name" ? text : JSON.stringify(text)));

test.each<{ line: string; holds: readonly string[] }>([
  // Names of exceptions
  { line: "A negative weight raises ValueError.", holds: ["ValueError"] },
  { line: "- raises a `TooLongError` or TypeError", holds: ["TooLongError", "TypeError"] },
  { line: "It raises errors.BookingError", holds: ["BookingError"] },
  {
    line: "BookingError (a ValueError) is raised; BookingError again",
    holds: ["BookingError", "ValueError"],
  },
  { line: "emits a DeprecationWarning", holds: ["DeprecationWarning"] },
  { line: "An unknown user throws NoSuchUser", holds: ["NoSuchUser"] },
  { line: "raises an EmptyStack", holds: ["EmptyStack"] },
  { line: "throws shop.errors.SoldOut at the end", holds: ["SoldOut"] },
  // What is none
  { line: "An Error is shown, and no Exception", holds: [] },
  { line: "It never raises a KeyError.", holds: [] },
  { line: "It does not raise ValueError", holds: [] },
  { line: "SoldOutError is raised instead of a plain KeyError", holds: ["SoldOutError"] },
  { line: "The price raises Ten times", holds: [] },
  { line: "myValueErrors and ValueErrorCode", holds: [] },
  { line: "", holds: [] },
  // Quoted texts
  { line: 'It says "too heavy".', holds: ['"too heavy"'] },
  {
    line: "It says 'too heavy' or “too light”, or 'too heavy'",
    holds: ['"too heavy"', '"too light"'],
  },
  { line: 'It says "" for nothing', holds: ['""'] },
  { line: 'It keeps "a  b"', holds: ['"a  b"'] },
  { line: "Backticks `quote` code", holds: [] },
  { line: "It doesn't count the user's own", holds: [] },
  { line: 'A 5" screen and a 6" screen', holds: [] },
  { line: 'raises ValueError with "NEGATIVE"', holds: ["ValueError", '"NEGATIVE"'] },
  { line: 'says "ValueError" and no more', holds: ['"ValueError"'] },
  // Templates
  { line: 'It says "Hello, {name}!" or "Hello, <name>"', holds: [] },
  { line: 'It says "and so on ..." or "and …"', holds: [] },
])("$line holds $holds", ({ line, holds }) => {
  expect(found(line)).toEqual(holds);
});

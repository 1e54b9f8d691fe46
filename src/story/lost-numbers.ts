import { decimal } from "./decimal.ts";

/** A number of a JSON text that is another one as soon as it is read. */
export interface LostNumber {
  readonly written: string;
  /** What was read, as its shortest text. */
  readonly held: string;
  readonly at: number;
}

/** The numbers of a valid JSON text that have more digits, or are larger or smaller, than what reads them can hold. */
export function lostNumbers(json: string): LostNumber[] {
  return [...json.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gu)].flatMap(
    ({ 0: written, index: at }): LostNumber[] => {
      if (written.startsWith('"')) return [];
      const held = String(Number(written));
      const number = decimal(held);
      return number !== null && number === decimal(written) ? [] : [{ written, held, at }];
    },
  );
}

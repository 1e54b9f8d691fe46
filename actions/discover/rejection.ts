/** A name that is no task of this run, with the reason. The name is untrusted: it reaches the output `rejected` only. */
export interface Rejection {
  readonly name: string;
  readonly reason: string;
}

export const NOT_AN_ID =
  'is no task id: 1 to 64 of a-z, 0-9, "_" and "-", with a letter or digit at both ends';
export const EQUAL_WITHOUT_CASE = "is equal to another name when case is ignored";

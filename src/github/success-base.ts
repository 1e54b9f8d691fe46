import { sha256 } from "../foundation/digest.ts";
import type { Saying } from "./pull-requests.ts";

/** GitHub's limit for a status description, in characters. */
export const DESCRIPTION_LIMIT = 140;

/** A longer name is cut, with a sum of the whole behind a sign that no name of a branch may have. */
const LONG_NAME = 50;

const BASE = / \(into (\S+)\)$/;

/**
 * The description of a success, with the base that it holds for: a pull request that goes somewhere else since has the same
 * head, and nothing of it was shown there.
 */
export function successFor(description: string, base: string): string {
  const end = ` (into ${nameOf(base)})`;
  const room = DESCRIPTION_LIMIT - end.length;
  const said = description.length <= room ? description : `${description.slice(0, room - 1)}…`;
  return said + end;
}

/** The description without the base that it names. */
export function withoutBase(description: string): string {
  return description.replace(BASE, "");
}

/** Whether a status is a success that names another base. */
export function isForOtherBase({ state, description }: Saying, base: string): boolean {
  const name = BASE.exec(description)?.[1];
  return state === "success" && name !== undefined && name !== nameOf(base);
}

/**
 * Whether a status would let somebody merge into a base for which nothing was shown: GitHub takes every success, whatever it
 * names.
 */
export function isUnshownSuccess(said: Saying | null, base: string): boolean {
  if (said?.state !== "success") return false;
  const name = BASE.exec(said.description)?.[1];
  return name === undefined || name !== nameOf(base);
}

function nameOf(base: string): string {
  if (base.length <= LONG_NAME) return base;
  return `${base.slice(0, LONG_NAME)}~${sha256(base).slice("sha256:".length).slice(0, 8)}`;
}

/** git's modes, as trees hold them. Of a file no other than `100644` and `100755` is written today. */
export const FOLDER = "040000";
export const PLAIN_FILE = "100644";
export const PROGRAM = "100755";
export const LINK = "120000";
export const SUBMODULE = "160000";

/** Whether a mode is that of a file with content of its own, plain or not. */
export function isFile(mode: string): boolean {
  return mode.startsWith("100");
}

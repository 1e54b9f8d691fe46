/** What a person may do in the repository, in GitHub's four steps; `maintain` counts as `write`, `triage` as `read`. */
export type Permission = "admin" | "write" | "read" | "none";

export interface Permissions {
  /** `none` for somebody whom GitHub does not know here, apps among them. */
  of(login: string): Promise<Permission>;
}

export function mayWrite(permission: Permission): boolean {
  return permission === "admin" || permission === "write";
}

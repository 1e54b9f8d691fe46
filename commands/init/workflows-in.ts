/** The workflows that a page tells its readers to add, by file name. */
export function workflowsIn(page: string): ReadonlyMap<string, string> {
  const blocks = page.matchAll(
    /^( *)```yaml\n *# \.github\/workflows\/([\w-]+\.yml)\n(.*?)^ *```$/gms,
  );
  return new Map(
    [...blocks].map(([, indent = "", name = "", body = ""]) => [
      name,
      body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    ]),
  );
}

/** The story that it shows, as it stands there; null where it shows none. */
export function storyIn(page: string): string | null {
  const [, indent = "", body] = /^( *)```markdown\n(\s*---\n\s*id: .*?)^ *```$/ms.exec(page) ?? [];
  return body === undefined ? null : body.replaceAll(new RegExp(`^${indent}`, "gm"), "");
}

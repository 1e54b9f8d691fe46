/** Whether a text may name a branch, a tag, a full ref or a commit, as `git check-ref-format` allows it. */
export function isRevision(name: string): boolean {
  return (
    name.length >= 1 &&
    name.length <= 255 &&
    !/^[-/.]|[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|\.lock(?:\/|$)|[/.]$/u.test(name)
  );
}

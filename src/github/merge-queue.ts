/**
 * The pull request that GitHub adds to the base by a group of its merge queue. The name of the group's branch is the only
 * place where GitHub says it; null where it does not have that form.
 */
export function pullRequestOfGroup(branch: string): number | null {
  const [, number] = /^gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]{40}$/.exec(branch) ?? [];
  return number === undefined ? null : Number(number);
}

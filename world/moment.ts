/** The present moment as GitHub writes it: without fractions of a second. */
export function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}

/** An error as its stack and those of its causes. */
export function inspectable(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by: ${inspectable(error.cause)}`;
}

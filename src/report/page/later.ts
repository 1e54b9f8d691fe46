// What nobody can see yet is made after the first frame: it is not what somebody waits for.

const waiting = new Set<() => void>();
let isPlanned = false;

/** Has it done after the next frame; the answer takes it back. */
export function later(work: () => void): () => void {
  waiting.add(work);
  if (!isPlanned) window.requestAnimationFrame(() => window.setTimeout(finish));
  isPlanned = true;
  return () => waiting.delete(work);
}

/** Does at once what waits, for who needs all of the page. */
export function finish(): void {
  isPlanned = false;
  for (const work of waiting) {
    waiting.delete(work);
    try {
      work();
    } catch (error) {
      // One part that cannot be shown keeps none of the others from being made.
      window.reportError(error);
    }
  }
}

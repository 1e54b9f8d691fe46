// What nobody can see yet is made after the first frame: it is not what somebody waits for.

const waiting = new Set<() => void>();

/** Has it done after the next frame; the answer takes it back. */
export function later(work: () => void): () => void {
  if (waiting.size === 0) window.requestAnimationFrame(() => window.setTimeout(finish));
  waiting.add(work);
  return () => waiting.delete(work);
}

/** Does at once what waits, for who needs all of the page. */
export function finish(): void {
  for (const work of waiting) {
    waiting.delete(work);
    work();
  }
}

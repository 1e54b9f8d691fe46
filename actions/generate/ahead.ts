import type { Log } from "../../src/runner/log.ts";

/**
 * Brings at once what would be asked for one by one. What is wrong with one thing is left for whoever needs that thing to
 * find out, so that it costs no other its turn.
 */
export async function ahead(bring: () => Promise<void>, log: Log): Promise<void> {
  try {
    await bring();
  } catch (error) {
    log.info(`The tasks are looked at one by one: ${String(error)}`);
  }
}

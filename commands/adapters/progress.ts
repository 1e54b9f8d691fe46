import { oneLine, withoutCommands } from "../../src/foundation/untrusted-text.ts";
import type { Log } from "../../src/runner/log.ts";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
const FRAME_MILLISECONDS = 100;
const WIDEST = 200;

/** What a command that takes long is doing, said on the error channel: on a terminal as one line that moves. */
export interface Progress {
  readonly log: Log;
  /** Leaves the line empty. */
  end(): void;
}

export function progressOn({ stderr }: NodeJS.Process): Progress {
  const width = stderr.isTTY ? Math.max(20, (stderr.columns || 80) - 3) : WIDEST;
  let current = "";
  let frame = 0;
  const clear = (): void => {
    if (stderr.isTTY && current !== "") stderr.write("\r\u001b[K");
  };
  const draw = (): void => {
    if (current === "") return;
    frame = (frame + 1) % FRAMES.length;
    stderr.write(`\r\u001b[K${FRAMES[frame]} ${current}`);
  };
  const timer = stderr.isTTY ? setInterval(draw, FRAME_MILLISECONDS) : null;
  timer?.unref();
  const step = (message: string): void => {
    clear();
    current = withoutCommands(oneLine(message, width));
    if (stderr.isTTY) draw();
    else stderr.write(`${current}\n`);
  };
  const warn = (message: string): void => {
    clear();
    stderr.write(`? ${withoutCommands(oneLine(message, 1_000))}\n`);
  };
  return {
    log: {
      info: step,
      notice: step,
      warning: warn,
      // The answer says them.
      error: () => {},
      group: (_title, work) => work(),
    },
    end() {
      if (timer !== null) clearInterval(timer);
      clear();
      current = "";
    },
  };
}

/** A log whose details are left to the answer: groups are told by their title. */
export function withoutGroups(log: Log): Log {
  let depth = 0;
  return {
    ...log,
    info: (message) => {
      if (depth === 0) log.info(message);
    },
    async group(title, work) {
      log.info(title);
      depth += 1;
      try {
        return await work();
      } finally {
        depth -= 1;
      }
    },
  };
}

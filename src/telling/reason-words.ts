import { code, joined, say, untrusted, type Line } from "./blocks.ts";

interface Reason {
  readonly code: string;
  readonly message: string;
}

const MESSAGE_LIMIT = 500;

/** One reason of a verdict or of a decision. */
export function reasonLine({ code: name, message }: Reason): Line {
  return say`${code(name)}: ${messageOf({ message })}`;
}

export function messageOf({ message }: Pick<Reason, "message">): Line {
  return say`${untrusted(message, MESSAGE_LIMIT)}`;
}

/** The codes of reasons, each once, with how often it was found. */
export function codesLine(reasons: readonly Pick<Reason, "code">[]): Line {
  const counts = new Map<string, number>();
  for (const { code: name } of reasons) counts.set(name, (counts.get(name) ?? 0) + 1);
  const codes = [...counts].map(([name, count]) =>
    count === 1 ? say`${code(name)}` : say`${code(name)} × ${count}`,
  );
  return joined(codes, say`, `);
}

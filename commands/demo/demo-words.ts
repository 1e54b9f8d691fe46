import { type Asked, DEMO_OPTIONS } from "../commands.ts";

/** The options of the demo as they were typed. */
export function demoWords(asked: Asked): string[] {
  return DEMO_OPTIONS.flatMap(({ flags }) => {
    const [flag = ""] = flags.split(" ");
    const name = flag.slice(2).replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
    const value = asked.text(name);
    if (value !== null) return [`${flag}=${value}`];
    return asked.isSet(name) ? [flag] : [];
  });
}

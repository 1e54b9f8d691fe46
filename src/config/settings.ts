import * as z from "zod";

/**
 * What may be set for the whole repository, in the config, and for one workflow, by an input of the same name: the input
 * comes first, then the config, then the default that stands here. Nothing else has a default for them.
 */

function oneOf<const Values extends readonly [string, ...string[]]>(...values: Values) {
  return z.enum(values, { error: `must be one of ${values.join(", ")}` });
}

function wholeFrom(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

/** A name, an absolute path or a version of Python; the other settings of a machine are the workflow's. */
const python = z
  .string({
    error: ({ input }) =>
      typeof input === "number"
        ? `must be a text: write "${input}" in quotes, because YAML takes 3.10 for 3.1`
        : "must be a name, a path or a version of Python",
  })
  .regex(
    /^(?:[A-Za-z0-9][\w.-]{0,99}|\/[\w./+-]{1,400})$/,
    'must be a version such as "3.13", a name such as python3 or an absolute path',
  );

/** Of these verify's evidence depends. */
export const VERIFY_SETTINGS = {
  python: python
    .default("python3")
    .describe(
      'Python that tests run with: a version that the machine has, such as `"3.13"` (in quotes), a name or a path',
    ),
  "timeout-seconds": wholeFrom(1, 3_600)
    .default(120)
    .describe("Wall time that one run of one task's tests may take"),
  mutants: wholeFrom(0, 1_000)
    .default(20)
    .describe("How many small changes to the code are tried against the tests; 0 tries none"),
  reruns: wholeFrom(0, 20)
    .default(1)
    .describe(
      "How many times the tests are run again, with another hash seed and in another order; 0 runs them once",
    ),
  isolation: oneOf("required", "best-effort")
    .default("required")
    .describe(
      "`required` refuses to run generated code without isolation; `best-effort` runs it, and the verdict is `unproven` at best",
    ),
} as const;

export const SETTINGS = {
  "branch-strategy": oneOf("auto", "task", "story")
    .default("auto")
    .describe(
      "`auto` and `task` give each task of the default branch a branch of its own, `story` one branch per story. Stories in a pull request always go to its own branch",
    ),
  "rerun-policy": oneOf("overwrite", "append", "skip")
    .default("overwrite")
    .describe(
      "What happens when a story changed whose task exists: `overwrite` it, `append` another task, or `skip`",
    ),
  "budget-usd": z
    .number({ error: "must be an amount in USD, such as 0.50" })
    .min(0)
    .max(100_000)
    .default(1)
    .describe(
      "What one text of a story may cost in USD, over all of its tasks, attempts and runs. merge-gate starts no attempt that it would not pay for; as an input it is given to both workflows",
    ),
  mode: z
    .enum(["merge", "status-only"], {
      error: ({ input }) =>
        input === "auto-merge"
          ? "auto-merge is not offered, because nobody would look again when the proof falls; write merge, which merges as soon as everything is proven, and name other checks to wait for in required-checks of the config"
          : "must be one of merge, status-only",
    })
    .default("merge")
    .describe(
      "`merge`, or `status-only` to post the status and leave merging to people. GitHub's auto-merge is never armed",
    ),
  "merge-method": oneOf("merge", "squash", "rebase")
    .default("merge")
    .describe("`merge`, `squash` or `rebase`"),
  "delete-branch": oneOf("own", "all", "none")
    .default("own")
    .describe(
      "Which merged branches to delete: `own` (task/* and story/*), `all`, or `none`. The sweep deletes no other than `own` ones",
    ),
  ...VERIFY_SETTINGS,
} as const;

export type SettingName = keyof typeof SETTINGS;
type Setting<Name extends SettingName> = z.output<(typeof SETTINGS)[Name]>;
export type Settings = { readonly [Name in SettingName]: Setting<Name> };

export const SETTING_NAMES = Object.keys(SETTINGS).filter(isSettingName);

export function isSettingName(name: string): name is SettingName {
  return name in SETTINGS;
}

/** The input for a setting. Empty is null, which leaves it to the config. */
export function settingInput<Name extends SettingName>(
  name: Name,
): z.ZodPipe<z.ZodString, z.ZodTransform<Setting<Name> | null, string>> {
  return z.string().transform((text, context) => {
    const given = text.trim();
    if (given === "") return null;
    const read = SETTINGS[name].unwrap().safeParse(isNumeric(name) ? numberIn(given) : given);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a schema of this table makes values of its row
    if (read.success) return read.data as Setting<Name>;
    for (const { message } of read.error.issues) context.addIssue(message);
    return z.NEVER;
  });
}

/** What holds: of each setting the input, where one is given, otherwise what the config says. */
export function settled<Base extends object>(
  base: Base,
  inputs: { readonly [Name in SettingName]?: Setting<Name> | null | undefined },
): Base {
  const given = SETTING_NAMES.flatMap((name) => {
    const value = inputs[name] ?? null;
    return value === null ? [] : [[name, value] as const];
  });
  return { ...base, ...Object.fromEntries(given) };
}

function isNumeric(name: SettingName): boolean {
  return typeof SETTINGS[name].parse(undefined) === "number";
}

/** What is no plain number is left as text, for the schema to refuse. */
function numberIn(text: string): number | string {
  return /^\d{1,9}(?:\.\d{1,6})?$/.test(text) ? Number(text) : text;
}

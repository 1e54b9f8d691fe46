import type { Ask } from "./pull-request-rows.ts";

type Readers<Asked> = {
  readonly [Name in keyof Asked]: (known: Partial<Asked>) => Promise<Asked[Name]>;
};

interface Settled<Step, Asked> {
  readonly step: Step;
  readonly asked: Partial<Asked>;
}

/** Reads what a row hangs on, one thing after the other and none twice, until there is a step. */
export async function settled<
  Known extends object,
  Asked extends object,
  Step extends { readonly kind: string },
>(
  row: (facts: Known & Partial<Asked>) => Step | Ask<keyof Asked & string>,
  known: Known,
  readers: Readers<Asked>,
): Promise<Settled<Step, Asked>> {
  let asked: Partial<Asked> = {};
  for (;;) {
    const answer = row({ ...known, ...asked });
    if (!isAsk(answer)) return { step: answer, asked };
    if (answer.what in asked) throw new Error(`${answer.what} is there, and asked for again`);
    const value = await readers[answer.what](asked);
    asked = { ...asked, [answer.what]: value };
  }
}

function isAsk<Name extends string>(
  answer: { readonly kind: string } | Ask<Name>,
): answer is Ask<Name> {
  return answer.kind === "ask";
}

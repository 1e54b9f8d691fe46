import { invalid } from "./api.ts";

const longestBody = 65_536;

/** Refuses the text of a pull request or comment that GitHub would not store. */
export function refuseLongText(
  resource: string,
  field: string,
  text: string | null | undefined,
): void {
  if ((text ?? "").length <= longestBody) return;
  const message = `${field} is too long (maximum is ${longestBody} characters)`;
  throw invalid({ resource, code: "custom", field, message });
}

import type { Example } from "./example.ts";
import type { Value } from "./values.ts";

/** A value of an example as Python would write it, so that a person can compare it with what stands in the story. */
export function valueText(value: Value): string {
  switch (value.kind) {
    case "number":
      return value.text;
    case "text":
      return JSON.stringify(value.text);
    case "constant":
    case "name":
      return value.name;
    case "error":
      return errorText(value.name, value.message);
    case "list":
      return `[${value.items.map(valueText).join(", ")}]`;
    case "tuple":
      return `(${value.items.map(valueText).join(", ")}${value.items.length === 1 ? "," : ""})`;
    case "set":
      return value.items.length === 0 ? "set()" : `{${value.items.map(valueText).join(", ")}}`;
    case "dict":
      return `{${value.entries.map((each) => `${valueText(each.key)}: ${valueText(each.value)}`).join(", ")}}`;
    case "object":
      return `{${value.fields.map((each) => `${each.name}: ${valueText(each.value)}`).join(", ")}}`;
    case "call":
    default:
      return `${value.name}(${value.arguments.map(argument).join(", ")})`;
  }
}

/** What an example is given and what has to come of it: `add(1, 2) → 3`, or `0.5; true → 4.10` where no call is written. */
export function exampleText({ call, given, expected }: Example): string {
  const left = call === null ? given.map(valueText).join("; ") : valueText(call);
  return `${left === "" ? "nothing" : left} → ${expected.map(valueText).join("; ")}`;
}

function errorText(name: string | null, message: Value | null): string {
  const said = message === null ? null : valueText(message);
  if (name === null)
    return said === null ? "raises any error" : `raises any error that says ${said}`;
  return said === null ? `raises ${name}` : `raises ${name}(${said})`;
}

function argument({ name, value }: { name: string | null; value: Value }): string {
  return name === null ? valueText(value) : `${name}=${valueText(value)}`;
}

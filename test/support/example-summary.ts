import type { ExampleReading } from "../../src/story/example.ts";
import type { Value } from "../../src/story/values.ts";

/** An example on one line: `call add: 1; 2 => 3`. */
export function summary(reading: ExampleReading): string {
  if (reading.kind !== "read") return reading.kind;
  const { form, given, expected, call } = reading.example;
  const head = call === null ? form : `${form} ${call.name}`;
  return `${head}: ${given.map(shown).join("; ")} => ${expected.map(shown).join("; ")}`;
}

function shown(value: Value): string {
  switch (value.kind) {
    case "number":
      return value.text;
    case "text":
      return JSON.stringify(value.text);
    case "constant":
    case "name":
      return value.name;
    case "error":
      return `error ${value.name ?? "of any kind"}${value.message === null ? "" : ` ${shown(value.message)}`}`;
    case "list":
      return `[${value.items.map(shown).join(", ")}]`;
    case "tuple":
      return `tuple(${value.items.map(shown).join(", ")})`;
    case "set":
      return `set(${value.items.map(shown).join(", ")})`;
    case "dict":
      return `{${value.entries.map((each) => `${shown(each.key)}: ${shown(each.value)}`).join(", ")}}`;
    case "object":
      return `object(${value.fields.map((each) => `${each.name}: ${shown(each.value)}`).join(", ")})`;
    case "call":
    default:
      return `${value.name}(${value.arguments.map(argument).join(", ")})`;
  }
}

function argument({ name, value }: { name: string | null; value: Value }): string {
  return name === null ? shown(value) : `${name}=${shown(value)}`;
}

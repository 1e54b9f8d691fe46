import { z } from "zod";

// What OpenAI's strict mode does not support, by its guide to structured outputs.
const unsupported = [
  "allOf",
  "oneOf",
  "not",
  "if",
  "then",
  "else",
  "patternProperties",
  "propertyNames",
  "minProperties",
  "maxProperties",
  "unevaluatedProperties",
  "unevaluatedItems",
  "dependentRequired",
  "dependentSchemas",
  "contains",
  "minContains",
  "maxContains",
  "uniqueItems",
  "default",
];
const deepest = 10;

const schemaObject = z.record(z.string(), z.unknown());
type SchemaObject = z.infer<typeof schemaObject>;
const schemasByName = z.record(z.string(), schemaObject);

/** Why OpenAI would refuse a schema in strict mode. */
export function strictSchemaFaults(schema: unknown): readonly string[] {
  const root = schemaObject.safeParse(schema);
  if (!root.success) return ["schema must be a JSON Schema"];
  if (root.data["type"] !== "object") return [`schema must be of 'type: "object"' at its root`];
  return faultsAt(root.data, "root", 0);
}

function faultsAt(schema: SchemaObject, place: string, depth: number): readonly string[] {
  if (depth > deepest) return [`${place}: more than ${deepest} levels of nesting`];
  return [
    ...unsupported
      .filter((key) => key in schema)
      .map((key) => `${place}: '${key}' is not permitted`),
    ...(isTyped(schema) ? [] : [`${place}: schema must have a 'type' key`]),
    ...(schema["type"] === "object" ? objectFaults(schema, place) : []),
    ...childrenOf(schema).flatMap(([name, child]) =>
      faultsAt(child, `${place}.${name}`, depth + 1),
    ),
  ];
}

function isTyped(schema: SchemaObject): boolean {
  return ["type", "anyOf", "$ref", "enum", "const"].some((key) => key in schema);
}

function objectFaults(schema: SchemaObject, place: string): readonly string[] {
  const names = Object.keys(schemasByName.catch({}).parse(schema["properties"]));
  const required = z.array(z.string()).catch([]).parse(schema["required"]);
  const missing = names.filter((name) => !required.includes(name));
  const extra = required.filter((name) => !names.includes(name));
  return [
    ...(schema["additionalProperties"] === false
      ? []
      : [`${place}: 'additionalProperties' is required to be supplied and to be false`]),
    ...missing.map((name) => `${place}: 'required' must hold every property, '${name}' is missing`),
    ...extra.map((name) => `${place}: 'required' holds the unknown '${name}'`),
  ];
}

function childrenOf(schema: SchemaObject): readonly (readonly [string, SchemaObject])[] {
  const named = ["properties", "$defs", "definitions"].flatMap((key) =>
    Object.entries(schemasByName.catch({}).parse(schema[key])),
  );
  const alternatives = z.array(schemaObject).catch([]).parse(schema["anyOf"]);
  const items = schemaObject.safeParse(schema["items"]);
  return [
    ...named,
    ...alternatives.map((child, index) => [`anyOf.${index}`, child] as const),
    ...(items.success ? [["items", items.data] as const] : []),
  ];
}

import * as z from "zod";

const KEPT = ["type", "properties", "required", "additionalProperties", "items", "enum", "anyOf"];

/**
 * The JSON schema that is sent to the model. OpenAI's strict mode refuses several keywords, so limits and patterns stay
 * with the zod schema, which decides anyway.
 */
export function strictSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...rest } = withoutLimits(z.toJSONSchema(schema));
  return rest;
}

function withoutLimits(schema: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => KEPT.includes(key))
      .map(([key, value]: [string, unknown]) => {
        if (key === "properties" && isObject(value)) {
          return [key, mapValues(value, withoutLimits)];
        }
        if (key === "items" && isObject(value)) return [key, withoutLimits(value)];
        if (key === "anyOf" && Array.isArray(value)) {
          return [key, value.filter(isObject).map(withoutLimits)];
        }
        return [key, value];
      }),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function mapValues(object: object, change: (value: object) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]: [string, unknown]) => [
      key,
      isObject(value) ? change(value) : value,
    ]),
  );
}

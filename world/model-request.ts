import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { z } from "zod";
import { strictSchemaFaults } from "./strict-schema.ts";

export type ModelEndpoint = "responses" | "chat";

/** Why a request is refused, as the service says it. */
export interface RequestFault {
  readonly message: string;
  readonly param: string | null;
  readonly code: string;
}

const definitions = {
  responses: "ResponseCreateParamsNonStreaming",
  chat: "ChatCompletionCreateParamsNonStreaming",
} as const;
// The SDK's types leave them open; the service does not.
const required = { responses: ["model", "input"], chat: ["model", "messages"] } as const;
// The models of today refuse them, so a product that sends them works with no real one.
const refusedParameters = ["temperature", "top_p", "seed", "max_tokens"];

const namedSchema = z.object({
  name: z.string(),
  strict: z.boolean().nullish(),
  schema: z.unknown(),
});
const responsesFormat = z.object({ text: z.object({ format: namedSchema }) });
const chatFormat = z.object({ response_format: z.object({ json_schema: namedSchema }) });

const documentName = "openai";
let ajv: Ajv | undefined;
const validators = new Map<ModelEndpoint, ValidateFunction>();

/** The name of the JSON schema that the reply must follow; empty for a reply in plain text. */
export function stageOf(endpoint: ModelEndpoint, body: unknown): string {
  return formatOf(endpoint, body)?.name ?? "";
}

export function modelRequestFault(endpoint: ModelEndpoint, body: unknown): RequestFault | null {
  const parameters = z.record(z.string(), z.unknown()).safeParse(body);
  if (!parameters.success) return fault("We could not parse the JSON body of your request.", null);
  return (
    parameterFault(endpoint, parameters.data) ??
    typeFault(endpoint, body) ??
    formatFault(formatOf(endpoint, body))
  );
}

function fault(message: string, param: string | null, code = "invalid_value"): RequestFault {
  return { message, param, code };
}

function parameterFault(
  endpoint: ModelEndpoint,
  parameters: Readonly<Record<string, unknown>>,
): RequestFault | null {
  for (const name of required[endpoint]) {
    if (parameters[name] !== undefined) continue;
    return fault(`Missing required parameter: '${name}'.`, name, "missing_required_parameter");
  }
  const refused = refusedParameters.find((name) => name in parameters);
  if (refused === undefined) return null;
  const message = `Unsupported parameter: '${refused}' is not supported with this model.`;
  return fault(message, refused, "unsupported_parameter");
}

const streaming = z.object({
  stream: z.boolean().nullish(),
  stream_options: z.strictObject({ include_usage: z.boolean().optional() }).nullish(),
});

/** Whether a reply is to come in pieces, and whether the last one is to count tokens. */
export function streamOf(body: unknown): { readonly usage: boolean } | null {
  const asked = streaming.safeParse(body).data;
  return asked?.stream === true ? { usage: asked.stream_options?.include_usage === true } : null;
}

function typeFault(endpoint: ModelEndpoint, body: unknown): RequestFault | null {
  const validate = validatorOf(endpoint);
  // The SDK has a type of its own for what streams, which differs in nothing else.
  const isStream = streamOf(body) !== null;
  const { stream_options: options, ...rest } = z.looseObject({}).parse(body);
  if (options !== undefined && (!isStream || endpoint !== "chat")) {
    return fault(
      "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
      "stream_options",
    );
  }
  if (validate(isStream ? { ...rest, stream: false } : rest)) return null;
  const [error] = validate.errors ?? [];
  const extra: unknown = error?.params["additionalProperty"];
  const path = (error?.instancePath ?? "").slice(1).replaceAll("/", ".");
  if (typeof extra === "string") {
    const name = path === "" ? extra : `${path}.${extra}`;
    return fault(`Unknown parameter: '${name}'.`, name, "unknown_parameter");
  }
  return fault(`Invalid value for '${path}': ${error?.message ?? "unknown"}.`, path);
}

function validatorOf(endpoint: ModelEndpoint): ValidateFunction {
  const known = validators.get(endpoint);
  if (known !== undefined) return known;
  ajv ??= newValidator();
  const validate = ajv.compile({ $ref: `${documentName}#/definitions/${definitions[endpoint]}` });
  validators.set(endpoint, validate);
  return validate;
}

function newValidator(): Ajv {
  const file = new URL("openai-requests.schema.json", import.meta.url);
  const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, "utf8")));
  return new Ajv({ strict: false, validateSchema: false }).addSchema(schema, documentName);
}

function formatOf(endpoint: ModelEndpoint, body: unknown) {
  if (endpoint === "responses") return responsesFormat.safeParse(body).data?.text.format;
  return chatFormat.safeParse(body).data?.response_format.json_schema;
}

function formatFault(format: z.infer<typeof namedSchema> | undefined): RequestFault | null {
  if (format === undefined) return null;
  if (!/^[\w-]{1,64}$/.test(format.name)) return fault("Invalid name of a schema.", "name");
  if (format.strict !== true) return null;
  const [first] = strictSchemaFaults(format.schema);
  if (first === undefined) return null;
  const message = `Invalid schema for response_format '${format.name}': In context=${first}.`;
  return fault(message, "text.format.schema", "invalid_json_schema");
}

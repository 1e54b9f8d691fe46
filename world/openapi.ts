import { readFileSync } from "node:fs";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";
import { z } from "zod";

type Schema = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}

interface Content {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface OperationDescription {
  readonly operationId: string;
  readonly parameters?: readonly (Parameter | Reference)[];
  readonly requestBody?: Content | Reference;
  readonly responses: Readonly<Record<string, Content | Reference>>;
}

interface Reference {
  readonly $ref: string;
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationDescription>>>>;
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly template: string;
  readonly description: OperationDescription;
}

export interface MatchedOperation {
  readonly operation: Operation;
  readonly path: Readonly<Record<string, string>>;
}

// One document, under one name, so that a schema from anywhere inside it can be compiled alone.
const documentName = "github";
const document = z
  .custom<Description>()
  .parse(
    JSON.parse(
      readFileSync(new URL("github-openapi.json", import.meta.url), "utf8").replaceAll(
        /"\$ref": ?"#\//g,
        `"$$ref":"${documentName}#/`,
      ),
    ),
  );

// Multi-segment parameters, in words GitHub's description no longer has: a ref may hold slashes.
const parametersWithSlashes = new Set(["ref"]);
// Any operation may answer these, whether or not its description lists them.
const statusesOfAnyOperation = new Set([401, 403, 404, 422]);

const strictTypes = newValidator({ coerceTypes: false });
// Path and query values are text on the wire.
const textTypes = newValidator({ coerceTypes: true });

const routes = Object.entries(document.paths)
  .flatMap(([template, operations]) =>
    Object.entries(operations).map(([method, description]) => ({
      operation: {
        id: description.operationId,
        method: method.toUpperCase(),
        template,
        description,
      },
      pattern: patternOf(template),
      literals: template.split("/").filter((segment) => !segment.startsWith("{")).length,
    })),
  )
  // `/commits/{ref}` with a slash in its ref would swallow `/commits/{ref}/status`.
  .toSorted((one, other) => other.literals - one.literals);

export const operationIds: readonly string[] = routes.map(({ operation }) => operation.id);

export function matchOperation(method: string, pathname: string): MatchedOperation | null {
  for (const { operation, pattern } of routes) {
    const found = operation.method === method ? pattern.exec(pathname) : null;
    if (found === null) continue;
    const values = Object.entries(found.groups ?? {});
    return {
      operation,
      path: Object.fromEntries(values.map(([name, value]) => [name, decodeURIComponent(value)])),
    };
  }
  return null;
}

/** What is wrong with a request, by GitHub's own description of it. */
export function requestFaults(
  { operation, path }: MatchedOperation,
  query: URLSearchParams,
  body: unknown,
): readonly string[] {
  return [
    ...faults(parameterValidator(operation, "path"), { ...path }, "path"),
    ...faults(parameterValidator(operation, "query"), Object.fromEntries(query), "query"),
    ...bodyFaults(operation, body),
  ];
}

/** What is wrong with an answer of the stand-in, by the same description. */
export function responseFaults(
  { operation }: MatchedOperation,
  status: number,
  body: unknown,
): readonly string[] {
  const response = operation.description.responses[String(status)];
  if (response === undefined) {
    return statusesOfAnyOperation.has(status) ? [] : [`${operation.id} never answers ${status}`];
  }
  const schema = jsonSchemaOf(resolved(response));
  if (schema !== null) return faults(validator(schema), body, "response");
  return body === undefined || status >= 400
    ? []
    : [`${operation.id} answers ${status} without a body`];
}

function newValidator(options: { coerceTypes: boolean }): Ajv {
  const ajv = new Ajv({
    ...options,
    strict: false,
    allErrors: true,
    validateSchema: false,
    // GitHub's own format of a repository's full name.
    formats: { "repo.nwo": true },
  });
  addFormats.default(ajv);
  ajv.addSchema(document, documentName);
  return ajv;
}

function patternOf(template: string): RegExp {
  const source = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    parametersWithSlashes.has(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$`);
}

function resolved<T extends object>(value: T | Reference): T {
  if (!("$ref" in value)) return value;
  let target: unknown = document;
  for (const key of value.$ref.slice(`${documentName}#/`.length).split("/")) {
    target = z.record(z.string(), z.unknown()).parse(target)[key];
  }
  return z.custom<T>().parse(target);
}

function jsonSchemaOf(content: Content): Schema | null {
  return content.content?.["application/json"]?.schema ?? null;
}

const validators = new WeakMap<object, ValidateFunction>();

function validator(schema: Schema): ValidateFunction {
  return cached(validators, schema, () => strictTypes.compile(schema));
}

const parameterValidators = {
  path: new WeakMap<object, ValidateFunction>(),
  query: new WeakMap<object, ValidateFunction>(),
};

function parameterValidator(operation: Operation, place: "path" | "query"): ValidateFunction {
  return cached(parameterValidators[place], operation, () => {
    const parameters = (operation.description.parameters ?? [])
      .map(resolved<Parameter>)
      .filter((parameter) => parameter.in === place);
    return textTypes.compile({
      type: "object",
      properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
      required: parameters.filter(({ required }) => required === true).map(({ name }) => name),
      additionalProperties: false,
    });
  });
}

function cached<T>(cache: WeakMap<object, T>, key: object, make: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

function bodyFaults(operation: Operation, body: unknown): readonly string[] {
  const { requestBody } = operation.description;
  if (requestBody === undefined) return body === undefined ? [] : ["the operation takes no body"];
  const content = resolved(requestBody);
  const schema = jsonSchemaOf(content);
  if (body === undefined) return content.required === true ? ["the body is missing"] : [];
  if (schema === null) return [];
  return [...faults(validator(schema), body, "body"), ...unknownProperties(schema, body)];
}

// The description leaves objects open, so a misspelled property would pass unseen.
function unknownProperties(schema: Schema, body: unknown): readonly string[] {
  const known = propertiesOf(schema);
  if (known.size === 0 || typeof body !== "object" || body === null) return [];
  return Object.keys(body)
    .filter((name) => !known.has(name))
    .map((name) => `body has the unknown property "${name}"`);
}

function propertiesOf(schema: Schema): ReadonlySet<string> {
  const alternatives = [schema["oneOf"], schema["anyOf"], schema["allOf"]].flatMap((list) =>
    z.array(z.custom<Schema>()).parse(list ?? []),
  );
  return new Set([
    ...Object.keys(schema["properties"] ?? {}),
    ...alternatives.flatMap((alternative) => [...propertiesOf(resolved<Schema>(alternative))]),
  ]);
}

function faults(validate: ValidateFunction, value: unknown, name: string): readonly string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error: ErrorObject) => {
    const extra: unknown = error.params["additionalProperty"];
    const detail = typeof extra === "string" ? ` ("${extra}")` : "";
    return `${name}${error.instancePath} ${error.message ?? error.keyword}${detail}`;
  });
}

import { isRecord, jsonIn } from "../foundation/json.ts";
import { type End, hasValue, isErrorName, readExpected, readGiven, warningDoubt } from "./ends.ts";
import { combined, type ExampleReading, readingOf, valuesOf } from "./example.ts";
import { lostNumbers } from "./lost-numbers.ts";
import { readValue, unread, type Unread, type Value } from "./values.ts";
import { isDescription, isRaising, isScene, roleOf, type Role } from "./words.ts";

interface Field {
  readonly key: string;
  readonly role: Role;
  readonly value: unknown;
}

/**
 * An example that is an object, such as `{"input": 0.5, "output": 4.1}`; null when the text is no object. Only keys that
 * name what is given or what is expected count.
 */
export function readObject(text: string): ExampleReading | null {
  const object = jsonIn(text);
  if (!isRecord(object)) return null;
  const reading = readRecord(object);
  if (reading.kind !== "read") return reading;
  const lost = new Set(lostNumbers(text).map(({ held }) => held));
  return valuesOf(reading.example).some((value) => value.kind === "number" && lost.has(value.text))
    ? { kind: "unread", why: "a number has more digits than JSON can say without loss" }
    : reading;
}

export function readRecord(object: Record<string, unknown>): ExampleReading {
  const fields = Object.entries(object).flatMap(([key, value]): Field[] => {
    const role = roleOf(key);
    return role === null ? [] : [{ key, role, value }];
  });
  const given = fields.filter(({ role }) => isGiven(role));
  const results = resultsOf(fields);
  if (results.length === 0) return { kind: "none" };
  const problem = objectProblem(given, results);
  if (problem !== null) return { kind: "unread", why: problem };
  const [result] = results;
  const written = readWritten(given, results);
  if (written !== null) return written;
  const isCanonical = typeof object["property"] === "string" && isRecord(object["input"]);
  const left = readFields(given);
  if (!left.ok) return { kind: "unread", why: left.why };
  const right = readResult(result!, isCanonical);
  if (!right.ok) return { kind: "unread", why: right.why };
  const doubt = textDoubt([...given, result!]) ?? errorDoubt(result!, right.values);
  if (doubt !== null) return { kind: "unread", why: doubt };
  return readingOf("json", left.values, right.values);
}

/** Where all is written as a text, a number may be one only because everything is. */
function textDoubt(fields: readonly Field[]): string | null {
  const isUncertain = fields.every(({ value }) => typeof value === "string");
  return isUncertain && fields.some(saysNumber)
    ? "whether its texts are texts, or the numbers in them"
    : null;
}

function saysNumber({ value }: Field): boolean {
  const read = typeof value === "string" ? readValue(value) : null;
  return read?.ok === true && read.value.kind === "number" && read.unit === "";
}

function errorDoubt({ key }: Field, values: readonly Value[]): string | null {
  return isRaising(key) ? null : warningDoubt(values);
}

function isGiven(role: Role): boolean {
  return role === "input" || role === "arguments" || role === "call";
}

/** `"error": null` beside an output says that there is none, and `"output": null` beside an error as well. */
function resultsOf(fields: readonly Field[]): Field[] {
  const results = fields.filter(({ role }) => !isGiven(role));
  const expected = results.filter(({ role }) => role === "expected");
  const errors = results.filter(({ role, value }) => {
    return role === "error" && value !== null && value !== false && value !== "";
  });
  if (errors.length === 0) return expected;
  return [...expected.filter(({ value }) => value !== null), ...errors];
}

function objectProblem(given: readonly Field[], results: readonly Field[]): string | null {
  if (results.length > 1) {
    return `it has more than one result: ${results.map(({ key }) => key).join(", ")}`;
  }
  const lists = [...given, ...results].filter(
    ({ key, value }) => /^(?:inputs|outputs)$/iu.test(key) && Array.isArray(value),
  );
  if (lists.length > 1) return "whether its lists are one example, or several side by side";
  if (given.length === 0) return 'no key such as "input" says what is given';
  const scene = [...given, ...results].find(
    ({ key, value }) => isScene(key) && typeof value === "string",
  );
  return scene === undefined ? null : `"${scene.key}" tells a scene in words`;
}

/** `{"input": "numbers = [4,1,9], wanted = 10", "output": "[1,2]"}`: the texts are what their values look like in code. */
function readWritten(given: readonly Field[], results: readonly Field[]): ExampleReading | null {
  const [input] = given;
  const [output] = results;
  if (given.length !== 1 || typeof input?.value !== "string") return null;
  if (input.role === "call") return null;
  if (typeof output?.value !== "string" || output.role !== "expected") return null;
  if (!/^\s*[\p{L}_][\p{L}\p{N}_]*\s*=(?!=)/u.test(input.value)) return null;
  return combined("json", readGiven(input.value), readExpected(output.value));
}

type Values = { readonly ok: true; readonly values: readonly Value[] } | Unread;

function readFields(fields: readonly Field[]): Values {
  const values: Value[] = [];
  for (const field of fields) {
    const read = readField(field);
    if (!read.ok) return read;
    values.push(...read.values);
  }
  return { ok: true, values };
}

function readField({ key, role, value }: Field): Values {
  if (role === "call") {
    const call = typeof value === "string" ? readGiven(value) : unread(`"${key}" is no text`);
    if (!call.ok) return call;
    return call.values.length === 1 && call.values[0]!.kind === "call"
      ? call
      : unread(`"${key}" is no call`);
  }
  if (typeof value === "string") return readText(key, value);
  if (role === "arguments" && Array.isArray(value)) return one(...value.map(valueOfJson));
  // No arguments, rather than an empty dictionary.
  if (isRecord(value) && Object.keys(value).length === 0) return one();
  return one(valueOfJson(value));
}

function one(...values: readonly (Value | null)[]): Values {
  const read = values.filter((value) => value !== null);
  return read.length === values.length
    ? { ok: true, values: read }
    : unread("a number is larger than JSON can say without loss");
}

/** A text that stands for itself; one that may be read as values, or as words about one, is neither. */
function readText(key: string, text: string): Values {
  if (isDescription(text)) return unread(`"${key}" describes a value in words`);
  if (isErrorName(/^[\w.]*/u.exec(text.trim().slice(0, 300))![0])) {
    return unread(`whether "${key}" is a text or an error`);
  }
  if (mayBeValues(text)) return unread(`whether "${key}" is one text, or the values in it`);
  return { ok: true, values: [{ kind: "text", text }] };
}

function mayBeValues(text: string): boolean {
  const plain = text.trim();
  if (/[\r\n]/u.test(plain)) return true;
  if (/^(?:true|false|none|null|nil|undefined|nan)$/iu.test(plain)) return true;
  if (/^["'“[({].*["'”\])}]$/u.test(plain)) return true;
  if (/^[-+\d.,;:/ ]+$/u.test(plain) && /\d[,; ]+[-+]?\d/u.test(plain)) return true;
  const single = readValue(plain);
  // In the quotes of JSON `1A` is as much a text as `5 kg` is.
  if (single.ok ? single.value.kind === "number" : single.isDoubt) return false;
  return hasValue(readGiven(text));
}

function readResult({ key, role, value }: Field, isCanonical: boolean): Values {
  if (role === "error") return readError(key, value);
  if (typeof value === "string" && !isCanonical) return readText(key, value);
  if (isRecord(value)) {
    const names = Object.keys(value);
    const [only] = names;
    if (names.length === 1 && only !== undefined && roleOf(only) === "error") {
      const message = value[only];
      if (isCanonical && typeof message === "string") return error(null, message);
      if (only !== "error") return readError(only, message);
      return unread(`whether "${key}" is a dictionary, or an error`);
    }
  }
  return one(valueOfJson(value));
}

/** The name of an error, what it has to say, both, or only that there is one. */
function readError(key: string, value: unknown): Values {
  if (value === true) return error(null, null);
  if (typeof value === "string") return readErrorText(key, value);
  if (!isRecord(value)) return unread(`"${key}" is neither the name nor the text of an error`);
  const entries = Object.entries(value);
  const named = entries.filter(([each]) => /^(?:type|name|class|kind)$/iu.test(each));
  const said = entries.filter(([each]) => /^(?:message|text|match|msg)$/iu.test(each));
  const [name, message] = [named[0]?.[1] ?? null, said[0]?.[1] ?? null];
  if (named.length + said.length !== entries.length || named.length > 1 || said.length > 1) {
    return unread(`"${key}" has more than the name and the text of an error`);
  }
  if (name !== null && (typeof name !== "string" || !/^[\p{L}_][\w.]*$/u.test(name))) {
    return unread(`"${key}" names no error`);
  }
  if (message !== null && typeof message !== "string") return unread(`"${key}" says no text`);
  return error(name, message);
}

function readErrorText(key: string, text: string): Values {
  if (/^(?:[A-Za-z_]\w*\.)*[A-Z]\w*[a-z]\w*$/u.test(text)) return nameOrText(key, text);
  const [name] = /^[\w.]+/u.exec(text.slice(0, 300)) ?? [""];
  if (!isErrorName(name)) {
    return isDescription(text) ? unread(`"${key}" describes an error in words`) : error(null, text);
  }
  const read: End | Unread = readExpected(text, "raises");
  if (read.ok) return read;
  const message = /^:\s+(\S.*)$/su.exec(text.slice(name.length))?.[1];
  return message === undefined ? read : error(name, message);
}

/** `TooHeavy` is a class; `Negative` may be the text. */
function nameOrText(key: string, text: string): Values {
  const isClass =
    isErrorName(text) || /raise|throw|exception/iu.test(key) || /[a-z][A-Z]/u.test(text);
  return isClass
    ? error(text, null)
    : unread(`whether "${key}" is the name or the text of an error`);
}

function error(name: string | null, message: string | null): Values {
  const text: Value | null = message === null ? null : { kind: "text", text: message };
  return { ok: true, values: [{ kind: "error", name, message: text }] };
}

/** null where a number has lost digits on its way through JSON. */
function valueOfJson(json: unknown): Value | null {
  if (json === null) return { kind: "constant", name: "None" };
  if (typeof json === "boolean") return { kind: "constant", name: json ? "True" : "False" };
  if (typeof json === "string") return { kind: "text", text: json };
  if (typeof json === "number") {
    if (!Number.isFinite(json)) return null;
    if (Number.isInteger(json) && !Number.isSafeInteger(json)) return null;
    return { kind: "number", text: String(json) };
  }
  if (Array.isArray(json)) {
    const items = json.map(valueOfJson);
    return items.some((item) => item === null)
      ? null
      : { kind: "list", items: items.filter((item) => item !== null) };
  }
  const fields = Object.entries(json ?? {}).map(([name, value]) => ({
    name,
    value: valueOfJson(value),
  }));
  return fields.some(({ value }) => value === null)
    ? null
    : {
        kind: "object",
        fields: fields.flatMap(({ name, value }) => (value === null ? [] : [{ name, value }])),
      };
}

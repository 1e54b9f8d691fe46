import { describe, expect, test } from "vitest";
import { isLocal, isSecretKey } from "../../../src/authoring/api-key.ts";

describe("a key", () => {
  const local = "http://localhost:11434/v1";
  const remote = "https://api.openai.com/v1";
  test.each([
    { apiKey: "sk-proj-0123456789", baseUrl: remote, isSecret: true },
    { apiKey: "sk-proj-0123456789", baseUrl: local, isSecret: true },
    { apiKey: "0123456789abcdef", baseUrl: remote, isSecret: true },
    { apiKey: "none", baseUrl: local, isSecret: false },
    { apiKey: "x", baseUrl: local, isSecret: false },
  ])("$apiKey for $baseUrl is a secret: $isSecret", ({ apiKey, baseUrl, isSecret }) => {
    expect(isSecretKey({ apiKey, baseUrl })).toBe(isSecret);
  });

  test.each([
    {
      apiKey: "none",
      said: 'The input "openai-api-key" has 4 characters, and a key has at least 16',
    },
    {
      apiKey: "0123456789abcde",
      said: 'The input "openai-api-key" has 15 characters, and a key has at least 16',
    },
    { apiKey: "", said: 'The input "openai-api-key" is empty' },
  ])("$apiKey for a server elsewhere is refused, without a word of it", ({ apiKey, said }) => {
    expect(() => isSecretKey({ apiKey, baseUrl: remote })).toThrow(
      expect.objectContaining({ code: "INPUT_INVALID", message: said }),
    );
  });
});

describe("isLocal", () => {
  test.each([
    ["http://127.0.0.1:8080/v1", true],
    ["http://[::1]:8080/v1", true],
    ["http://localhost/v1", true],
    ["http://ollama:11434/v1", true],
    ["http://gpu.internal/v1", true],
    ["http://10.1.2.3/v1", true],
    ["http://172.31.0.1/v1", true],
    ["http://192.168.1.5/v1", true],
    ["http://[fd12::1]/v1", true],
    ["https://api.openai.com/v1", false],
    ["https://localhost.evil.example/v1", false],
    ["http://172.32.0.1/v1", false],
    ["http://8.8.8.8/v1", false],
    ["http://[2001:db8::1]/v1", false],
    ["http://10.evil.example/v1", false],
  ])("%s: %s", (url, expected) => {
    expect(isLocal(url)).toBe(expected);
  });
});

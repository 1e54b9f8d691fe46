import * as fc from "./properties.ts";

/** Texts that would be something else than letters to GitHub, to its runner or to a terminal. */
export const HOSTILE = [
  "@octocat please look",
  "fixes #12 and closes GH-13",
  "[click](https://evil.example)",
  "![pixel](https://evil.example/p.png)",
  "<img src=x onerror=alert(1)>",
  "</summary></details><!-- agent-pipeline -->",
  "`code` ``` **bold** ~~gone~~ $x$",
  "a | cell |\n|---|---|",
  "https://evil.example www.evil.example",
  "# Heading\n\n> quote\n- item\n1. item",
  "1. item",
  "---",
  "===",
  "::error::x\n::set-output name=a::b\n##[error]x",
  "bell\u0007 escape\u001b[2J right\u202eleft",
  "&lt;b&gt; &#64;octocat",
  "\uD800 half",
];

export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "::",
        ":",
        "##[",
        "[",
        "]",
        "error",
        "add-mask",
        "set-output name=x",
        "\n",
        "\r",
        " ",
        "\t",
        "\u2028",
        "\u00a0",
        "@",
        "#",
        "1",
        "GH-",
        "`",
        "*",
        "<",
        ">",
        "&",
        "&#35;",
        "://",
        "www.",
        "|",
        "\\",
        "\u200b",
        "\u202e",
      ),
      fc.string({ unit: "binary", maxLength: 5 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

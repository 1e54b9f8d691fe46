/** A piece of a line with what it is; an empty kind is plain code. */
export type Token = readonly [text: string, kind: "" | "string" | "comment" | "word" | "number"];

const WORDS = new Set(
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda match nonlocal not or pass raise return try while with yield".split(
    " ",
  ),
);

const PIECE =
  /(?<comment>#[^\n]*)|(?<triple>[rbfuRBFU]{0,2}(?:"""|'''))|(?<string>[rbfuRBFU]{0,2}(?:"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?))|(?<number>\b\d[\w.]*)|(?<name>[\p{L}_][\p{L}\p{N}_]*)/uy;

/** Lines of Python in pieces to be coloured. It only helps the eye: no letter is lost, whatever the lines are. */
export function tokensOf(lines: readonly string[]): Token[][] {
  let quotes: string | null = null;
  return lines.map((line) => {
    const tokens: Token[] = [];
    let at = 0;
    let plain = "";
    const push = (text: string, kind: Token[1]): void => {
      if (plain !== "") tokens.push([plain, ""]);
      plain = "";
      if (text !== "") tokens.push([text, kind]);
      at += text.length;
    };
    while (at < line.length) {
      if (quotes !== null) {
        const end = line.indexOf(quotes, at);
        push(line.slice(at, end < 0 ? line.length : end + 3), "string");
        if (end >= 0) quotes = null;
        continue;
      }
      PIECE.lastIndex = at;
      const groups = PIECE.exec(line)?.groups;
      const { comment, triple, string, number, name } = groups ?? {};
      if (comment !== undefined) push(comment, "comment");
      else if (triple !== undefined) {
        push(triple, "string");
        quotes = triple.slice(-3);
      } else if (string !== undefined) push(string, "string");
      else if (number !== undefined) push(number, "number");
      else if (name !== undefined && WORDS.has(name)) push(name, "word");
      else {
        const taken = name ?? line[at]!;
        plain += taken;
        at += taken.length;
      }
    }
    push("", "");
    return tokens;
  });
}

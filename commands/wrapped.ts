/** Narrower than this nothing is wrapped any more: a word a line reads worse than a terminal's own breaks. */
const NARROWEST = 20;
const HANGING = 2;

/**
 * A line as lines of at most `columns` signs, broken between words; a word that is longer is left whole. Lines after the first stand
 * `hanging` signs further in than `indent`; null says two more than the text's own indent. Without `columns` nothing is broken.
 */
export function wrapped(
  text: string,
  columns: number | null,
  indent: number,
  hanging: number | null,
): string[] {
  const first = " ".repeat(indent);
  if (columns === null) return [first + text];
  const own = /^ */u.exec(text)![0].length;
  const below = " ".repeat(indentOf(columns, indent, hanging ?? own + HANGING));
  const lines: string[] = [];
  let line = first + " ".repeat(own);
  let isEmpty = true;
  for (const word of text.slice(own).split(/(?<=\S)(?= )/u)) {
    if (!isEmpty && widthOf(line + word) > columns) {
      lines.push(line);
      line = below + word.trimStart();
    } else line += word;
    isEmpty = false;
  }
  return [...lines, line];
}

function indentOf(columns: number, indent: number, hanging: number): number {
  return columns - indent - hanging < NARROWEST ? indent + HANGING : indent + hanging;
}

/** What a terminal draws over two columns: East Asian wide letters and most pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;
const NO_WIDTH = /\u200b|\u{200d}|\p{Mn}/gu;

/** Columns of a terminal that a text takes. */
export function widthOf(text: string): number {
  const signs = Array.from(text.replace(NO_WIDTH, "")).length;
  return signs + (text.match(WIDE)?.length ?? 0);
}

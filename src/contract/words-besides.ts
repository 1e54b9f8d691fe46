import { UNSPACED_ABOUT_CODE, WORDS_ABOUT_CODE } from "./words-about-code.ts";

const CODE_NOUN =
  "module|function|method|class|file|package|modul|funktion|methode|klasse|datei|fonction|classe|fichier|función|clase|archivo|módulo";
/** What follows "called" where something happens to a function, and it is given no name. */
const NO_NAME = [
  "once twice thrice again only after before by per with without for from in into on at if until every each not never",
  "always during while inside within through via upon because more less often too also and or no none back out off up",
  "to the a an first last so as one two three une? à avec par pour quand lorsque chaque deux plusieurs una con por cuando cada dos",
  "when\\w* (?!(?:apply|multiply|reply|supply|tally)\\b)\\w+ly daily",
]
  .join(" ")
  .replaceAll(" ", "|");
/** Of files only those of Python: what else has an ending is one that the product reads or writes. */
const NAME = `(?!(?:${NO_NAME})\\b)(?!\\S+\\.(?!py\\b)\\w)[\`'*]*[\\p{L}_][\\p{L}\\p{N}_.]*`;
/** Libraries whose names are words of other things as well. */
const MODULES =
  "re|json|csv|math|enum|collections|datetime|time|requests|random|typing|logging|decimal|fractions";

/** Names that a line gives to code, and what is written as code. */
const NAMES: readonly RegExp[] = [
  new RegExp(`(?<=\\b(?:${CODE_NOUN})\\b[^.;,:]{0,20})\\b(?:called|appelée?)\\s+${NAME}`, "giu"),
  new RegExp(`\\b(?:named|heißt|heissen|heißen|nommée?|se llama)\\s+${NAME}`, "giu"),
  /\b(?:library|package) [a-z][\w-]*(?=$|[.,;])/gu,
  /`[\w.()/]+`/gu,
  /(?<![\w./-])[\w./-]+\.py\b/gu,
  /\b[\p{L}_]\w*\([\w, ]{0,200}\)/gu,
  /\b[^\W_]*_\w+\b/gu,
  /(?<=\b(?:class|classes|function|method) )\p{Lu}\w*/gu,
];

/** Words that speak of code only together. */
const TOGETHER = new RegExp(
  `\\b(?:${MODULES})[\\s-](?:modules?|library|package|modul)\\b|\\bmodule (?:${MODULES})\\b|\\bline[\\s-]lengths?\\b|\\bpython['’]s\\b`,
  "giu",
);

/** What only gives the reason for what stands before it. */
const REASON =
  /[,;:—–-]?\s\(?(?:so that|because|since|in order to|so as to|to (?:avoid|keep|prevent)|weil|damit|parce que|pour que|afin|porque|para que)\s[^.;]*/giu;

/** Where a library that is used is for something of the product's, in a few words. */
const FOR =
  /(?:^|\b(?:use|uses|using|with|on|via)\b[^.,;:(]{0,40}?\s)(?:\w+\.)?(?:Decimal|numpy|pandas|scipy|pydantic|sqlalchemy|asyncio|itertools|functools|dataclasses|pathlib|sqlite3|argparse|module|library)\b[^.,;:(]{0,40}?\s(?:for|where|throughout)\s([^.,;:(]*)/iu;

/** What must not be touched, said once more of something of the product's: "no clock: the calendar knows no today". */
const SAID_AGAIN =
  /\b(?:no|not|never)\b.*\b(?:today|clock|state|network|files?|randomness)\b|\b(?:today|clock|state|network|files?|randomness)\b.*\b(?:no|not|never)\b|\bsame inputs?\b.*\bsame (?:outputs?|results?)\b/iu;

/**
 * The words of a line that are none about code: what the product does, or a thing that only shares a word with code.
 * Names that the line gives to code are none, and neither is what says why.
 */
export function wordsBesides(line: string): readonly string[] {
  const withoutNames = NAMES.reduce((text, names) => text.replaceAll(names, " "), line);
  const said = withoutNames.replaceAll(TOGETHER, " module ").replaceAll(REASON, " ");
  const [first = "", ...clauses] = said.split(/(?<=[:;.])\s/u);
  return [
    ...withoutPurpose(first),
    ...clauses.flatMap((clause) => {
      const others = withoutPurpose(clause);
      return others.length <= 2 && SAID_AGAIN.test(clause) ? [] : others;
    }),
  ];
}

/** Of what a library is for, a few words are the product's own; a verb behind "and" would say what it does. */
function withoutPurpose(clause: string): string[] {
  const purpose = FOR.exec(clause)?.[1] ?? "";
  const [of = 0, ...and] = purpose
    .split(/\s(?:and|or|but)\s/u)
    .map((part) => othersIn(part).length);
  const isPurpose = of <= 3 && and.every((count) => count <= 1);
  return othersIn(isPurpose ? clause.replace(purpose, " ") : clause);
}

const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]`;
const WORD = new RegExp(
  String.raw`${UNSPACED}+|\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}_]*(?:['’-][\p{Script=Latin}\p{M}\p{N}_]+)*`,
  "gu",
);

/** The words that no line about code is made of; of scripts whose words are not known here there are none. */
function othersIn(text: string): string[] {
  return (text.match(WORD) ?? []).filter((word) => !isAboutCode(word));
}

function isAboutCode(word: string): boolean {
  if (!/^\p{Script=Latin}/u.test(word)) return word.replaceAll(UNSPACED_ABOUT_CODE, "") === "";
  const plain = word.toLowerCase().replaceAll("’", "'");
  return (
    WORDS_ABOUT_CODE.has(plain) || plain.split(/['-]/u).every((part) => WORDS_ABOUT_CODE.has(part))
  );
}

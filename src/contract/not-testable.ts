import type { Item } from "../story/items.ts";
import { stripBullets } from "../story/lines.ts";
import type { NotTestable } from "../task/design.ts";
import { wordsBesides } from "./words-besides.ts";

type Reason = NotTestable["reason"];

const NAMES: Readonly<Record<Reason, string>> = {
  version: "which Python or which versions it runs with",
  libraries: "which libraries it uses",
  style: "how its text looks",
  purity: "what it must not touch or depend on",
};

/** What a thing is followed by where it ends what is said: "no files." and not "no files give 0". */
const END = String.raw`(?=\s*(?:$|[.,;:)、。]|(?:and|or|und|oder|et|ou|y|o|e)\b|access\b|calls?\b))`;
/** Where something is said of the code as a whole. */
const START = String.raw`(?:^|[.;:,(]\s*|\b(?:and|with|use|uses|using|has|have|needs?|does|do|makes?|performs?)\s+)`;

const WORLD =
  "network(?:ing)?|file ?system|files?|file|i/?o|input|output|side effects?|global (?:state|variables?)|globals|hidden state|state|randomness|random numbers?|clock|system time|threads?|printing|databases?|environment(?: variables?)?";

/** How a line says so, in the languages in which stories are often written: more than a word, which may mean another thing. */
const SAYS: Readonly<Record<Reason, readonly RegExp[]>> = {
  version: [
    /\b(?:c?python|pypy)[\s-]*(?:versions?\s*)?[≥>=~^]*\s*\d/iu,
    /\bpython\b.*(?:version|versión|newer|later|neuer|höher|aktuell|supérieur|récent|superior|compatib|kompatib|以上|以降)/iu,
    /(?:version|versión|compatib|kompatib)[\p{L}]*.*\bpython\b/iu,
  ],
  libraries: [
    /\bstandard[\s-]librar|\bstdlib\b|standardbibliothek|bibliothèque standard|biblioteca (?:estándar|padrão)|libreria standard|standaardbibliotheek|標準ライブラリ|标准库/iu,
    /\b(?:third[\s-]party|external|externen?|extern|zusätzlichen?|fremden?|externes?|tierces?|externas?|de terceros)\s+(?:python\s+)?(?:librar|packag|dependenc|module|framework|bibliothek|paket|abhängigkeit|bibliothèque|dépendance|biblioteca|dependencia|paquete)/iu,
    /(?:bibliothèques?|dépendances?|bibliotecas?|dependencias?|paquetes?) (?:externes?|tierces?|externas?|de terceros)/iu,
    new RegExp(
      `${START}(?:no|keine|ohne|aucune|sans|sin)\\s+(?:other |further |additional |extra |runtime |weitere |autre )?(?:dependencies|librar(?:y|ies)|frameworks?|imports|abhängigkeiten|bibliotheken|dépendances?|bibliothèques?|dependencias|bibliotecas)${END}`,
      "iu",
    ),
    /\b(?:use|using|uses|with|via|on|only|nur|mit|avec|con|import)\b[^.;]{0,30}\b(?:numpy|pandas|scipy|requests|pydantic|sqlalchemy|asyncio|itertools|functools|dataclasses|pathlib|sqlite3|argparse)\b/iu,
    /\b(?:decimal|fractions|datetime|re|json|csv|random|math|enum|typing|collections|logging)[\s-](?:module|modul)\b|\bmodule (?:decimal|fractions|datetime|re|json|csv)\b/iu,
    /\bDecimal\b(?! (?:place|digit|point|separator|number|comma|string|part)).*\b(?:never|not|instead|everywhere|for|only)\b|\b(?:Use|use|Using|using|with|mit|avec|con)\s+(?:\w+\.)?Decimal\b(?! (?:place|digit|point|separator|number|comma|string|part))/u,
    /(?:^|[.;:]\s*)use the (?:python )?(?:library|package|module) [a-z]/iu,
    /(?:外部|サードパーティ)[^。]{0,10}(?:ライブラリ|パッケージ|依存)|第三方|外部依赖/u,
  ],
  style: [
    /\bpep[\s-]?\d+|docstring|\b(?:ruff|black|flake8|pylint|mypy|pyright|isort)\b|\blint(?:er|ed|ing)?\b|\bline length\b|zeilenlänge|longueur de ligne/iu,
    /\btype[\s-]?(?:hint|annotat)|\b(?:fully|strictly|statically) typed\b|\bannotated\b|typ-?hinweis|typannotation|typisiert|annotations? de type|anotaciones de tipo|型ヒント|型注釈|类型注解/iu,
    /\b(?:code|source|quelltext|quellcode|código)\b[^.;]*(?:comment|document|format|readab|style|clean|simple|kommentier|lesbar|stil|lisible|commenté|comentad|legible)/iu,
    /\b(?:readable|well[\s-]named|well[\s-]documented|well[\s-]commented|maintainable|lesbar|wartbar|lisible|legible)\s*(?:code|$|[.,;]|and\b|und\b)/iu,
    /\bnaming\b|\b(?:descriptive|meaningful|speaking|sprechende|telling) (?:names|namen)\b|\b(?:code|coding|google|numpy) style\b|\bstyle guide\b/iu,
    /\b(?:module|function|class|method|file|modul|funktion|klasse|datei|fonction|classe|fichier|función|clase|archivo)\b[^.;]{0,20}\b(?:called|named|heißt|heissen|heißen|nommée?|appelée?|se llama)\b/iu,
    /[\w/]\.py\b|\b(?:in|as|en|dans) (?:one|a single|einer|einem|un seul|un solo|una sola) (?:python )?(?:module|file|modul|datei|fichier|módulo|archivo)\b/iu,
    /可読|命名規則|コメントを書|ドキュメント文字列|文档字符串|代码风格/u,
  ],
  purity: [
    /\bpure(?:ly)?\b[^.;]{0,20}\b(?:functions?|functional|code|module|python|logic)\b|\b(?:functions?|code|module|it) (?:is|are|must be|should be|stays?) pure\b/iu,
    /\brein(?:e|en|er)? (?:funktion|logik|python)|\bfonctions? pures?\b|\bfunci(?:ón|ones) puras?\b|fun(?:ção|ções) puras?|funzion[ei] pur[ae]|純粋関数|纯函数/iu,
    /\bside[\s-]effect|nebenwirkung|effets? de bord|efectos? secundarios?|副作用/iu,
    /\bwithout (?:any )?(?:network|i\/o|side effects?|global state|randomness)\b/iu,
    new RegExp(`${START}(?:no|without|without any)\\s+(?:${WORLD})${END}`, "iu"),
    new RegExp(
      `\\b(?:not|never)\\s+(?:use|access|read|touch|need|open|depend on|do|perform)\\s+(?:the |any )?(?:${WORLD})${END}`,
      "iu",
    ),
    /\bdeterminis(?!\w*\s+(?:finite|automat))|\bstateless\b|\bzustandslos|\bsans état\b|\bsin estado\b|\bthread[\s-]?safe|\breentrant\b|決定的|确定性/iu,
    /\b(?:kein|keine|keinen|ohne)\s+(?:netzwerk|dateizugriff|dateisystem|globalen? |zufall|uhr\b|ein-)/iu,
    /\b(?:sans|aucun|aucune|pas d[e'’])\s?(?:accès|réseau|état global|aléatoire|horloge|entrées?[\s/-])/iu,
    /\b(?:sin|ning[uú]n)\s+(?:acceso|red\b|estado global|aleatoriedad|reloj)/iu,
    /ネットワーク[^。]{0,12}(?:ない|せず|禁止|なし)|乱数[^。]{0,8}(?:ない|せず|なし)|状態を持た|无副作用|不(?:访问|使用)网络/u,
  ],
};

/** Letters of languages whose words are known here. */
const KNOWN = /[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** In Cyrillic and Hangul a word is all that is looked for. */
const WORD_KNOWN = /[\p{Script=Cyrillic}\p{Script=Hangul}]/u;
const WORDS: Readonly<Record<Reason, RegExp>> = {
  version: /верси|версі|питон|пайтон|버전|파이썬/iu,
  libraries: /библиотек|бібліотек|зависимост|залежност|модул|라이브러리|의존|모듈|패키지/iu,
  style:
    /стил|докстринг|комментар|коментар|аннотац|анотац|типиз|читаем|스타일|주석|타입|가독|명명/iu,
  purity:
    /чист\p{L}* функц|побочн|побічн|(?<!\p{L})сет[ьи]|мереж|файл|глобальн|детермин|순수|부작용|네트워크|파일|전역|난수|결정적|입출력/iu,
};

const DOES =
  /\b(?:returns?|raises?|throws?|rejects?|rounds?|liefert|wirft|renvoie|retourne|lève|devuelve|lanza)\b/iu;

/** Numbers that say nothing of what the code does. */
const HARMLESS =
  /\b(?:c?python|pypy)[^,.;]*?\d+(?:\.\d+)*\+?|\b(?:sqlite3|base64|utf-?\d+|urllib3|md5|sha\d+|iso[\s-]?\d+)\b/giu;

/** Why a line is something that a test can show; null where it fits the reason that is given. */
export function notTestableProblem(
  { line: written, example }: Item,
  reason: Reason,
): string | null {
  const line = stripBullets(written);
  if (example.kind !== "none") return "it is an example, which a test can show";
  if (/["“”„«»「」]/u.test(line)) return "it quotes a text, which a test can show";
  if (/\b[A-Z]\w*(?:Error|Exception|Warning)\b/u.test(line)) {
    return "it names an exception, which a test can show";
  }
  if (DOES.test(line)) return "it says what the code gives, which a test can show";
  const mayCount = reason === "version" || reason === "style";
  if (!mayCount && /\d/u.test(line.replaceAll(HARMLESS, ""))) {
    return "it states a number, which a test can show";
  }
  if (!says(line, reason)) return `it does not say ${NAMES[reason]}`;
  const besides = wordsBesides(line);
  return besides.length === 0
    ? null
    : `it says more than ${NAMES[reason]} (${besides.slice(0, 4).join(", ")}): quote it in a criterion, and show that by a test`;
}

/** A line in a script that is not known may stand where its author says: it is shown as one that no test shows. */
function says(line: string, reason: Reason): boolean {
  if (KNOWN.test(line)) return SAYS[reason].some((pattern) => pattern.test(line));
  return WORD_KNOWN.test(line) ? WORDS[reason].test(line) : /\p{L}/u.test(line);
}

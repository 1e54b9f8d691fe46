// Words by which keys of objects and headings of tables say what they hold, in the languages that the reader knows.

export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

const INPUT = wordSet(
  "input inputs in inputdata inputvalue inputvalues given when arg args argument arguments param params parameter parameters kwargs eingabe eingaben gegeben entrée entrées entree donné entrada entradas dado 入力",
);

/** Their lists are the arguments, one by one. */
const ARGUMENTS = wordSet("args arguments params parameters");

const EXPECTED = wordSet(
  "output outputs out expected expect expects expectation expectedoutput expectedresult expectedvalue expectedreturn result results return returns returnvalue answer want then ausgabe erwartet erwartete ergebnis sortie attendu attendue résultat resultat salida esperado esperada resultado 出力 期待 結果 期待値",
);

const ERROR = wordSet(
  "raises raise error errors exception exceptions throws throw expectederror expectedexception fehler erreur excepción",
);

/** Whose texts tell of a scene, and are no data. */
const SCENE = wordSet("given when then gegeben donné dado");

export type Role = "input" | "arguments" | "call" | "expected" | "error";

/** What a key or a heading says that it holds; null for one that says nothing about the two ends of an example. */
export function roleOf(name: string): Role | null {
  const plain = plainName(name);
  if (ARGUMENTS.has(plain)) return "arguments";
  if (INPUT.has(plain)) return "input";
  if (plain === "call") return "call";
  if (EXPECTED.has(plain)) return "expected";
  return ERROR.has(plain) ? "error" : null;
}

/** Whether a key or a heading of an error says that it is raised. */
export function isRaising(name: string): boolean {
  return /raise|throw|exception|excepción/iu.test(name);
}

export function isScene(name: string): boolean {
  return SCENE.has(plainName(name));
}

function plainName(name: string): string {
  return name
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s_-]/gu, "");
}

/** A text that describes a value instead of being one, such as "an empty cart" or "raises ValueError". */
export function isDescription(text: string): boolean {
  const plain = text.trim().toLowerCase();
  // A code of the story's own.
  if (/^[A-Z][A-Z\d_]+$/u.test(text.trim())) return false;
  const first = /^[\p{L}-]+/u.exec(plain.slice(0, 60))?.[0] ?? "";
  if (DESCRIBING.has(plain) || plain.startsWith("空の")) return true;
  return first.length < plain.length && DETERMINERS.has(first);
}

/** What may be said alone and mean no text of this form. */
const DESCRIBING = wordSet(
  "empty nothing none missing invalid error exception negative positive zero n/a same unchanged leer nichts fehler vide rien erreur vacío nada",
);

const DETERMINERS = wordSet(
  "a an the no any all some empty valid invalid negative positive missing every each same raises raise throws throw returns return should must is it ein eine einen keine der die das leere leerer un une le la les aucun vide una el los las ninguno",
);

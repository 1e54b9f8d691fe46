// Words around the name of an exception, in the languages that the reader knows. What stands in none of these tables leaves a
// name as one that is raised.

/** How a language that parts its words says what becomes of an exception. Apostrophes are straight, elided words stand apart. */
interface Words {
  /** What takes back what follows it. */
  readonly denying: string;
  /** What may stand between that and the name, with a verb at most. */
  readonly beside: string;
  readonly raising: string;
  readonly articles: string;
  /** What raises the name that follows. */
  readonly raises: string;
  /** What does something else with the name that follows. */
  readonly handling: string;
  /** What says when something else happens. */
  readonly given: string;
  readonly deriving: string;
  /** Behind a name: what says whose it is. */
  readonly linking: string;
  readonly auxiliaries: string;
  /** Behind these: that it is not raised, or what else becomes of it. */
  readonly elsewise: string;
  /** What begins to speak of something else before that is said. */
  readonly turning: string;
}

const ENGLISH: Words = {
  denying:
    "\\p{L}+n't|cannot|not|no|never|nor|neither|without|instead of|rather than|avoids?|avoiding|prevents?|preventing",
  beside: "be|being|ever|even|longer|to|by|as",
  raising:
    "raises?|raising|throws?|throwing|lets?|letting|emits?|leaks?|propagates?|signals?|produces?|causes?|triggers?|(?:ends?|fails?|crash(?:es)?|dies?|exits?) (?:in|with|by|on)|results? in|leads? to|surfaces? as",
  articles: "an?|the|any|such|plain|bare|mere|raw|uncaught|unhandled|built-?in|generic|single",
  raises: "raise[ds]?|raising|throw[ns]?|throwing|emits?",
  handling:
    "catch(?:es|ing)?|handl(?:es?|ing)|swallow(?:s|ing)?|suppress(?:es|ing)?|ignor(?:es?|ing)|wrap(?:s|ping)?|translat(?:es?|ing)|convert(?:s|ing)?|turn(?:s|ing)?|map(?:s|ping)?|replac(?:es?|ing)|recover(?:s|ing)? from|survives?",
  given: "upon|on|despite|after|if|when|whenever",
  deriving:
    "deriv(?:es?|ed|ing) from|inherit(?:s|ed|ing)? from|extend(?:s|ing)?|subclass(?:es)?(?: of)?|subclassing|child(?:ren)? of",
  linking: "of|from|in|inside|within|by|that|which|raised|thrown",
  auxiliaries: "is|are|was|were|be|has|have|must|may|can|could|should|shall|will|would|does|do",
  elsewise:
    "(?:not|never|cannot|\\p{L}+n't) (?:(?:be|been|ever|get) )*(?:raised|thrown|emitted|signal+ed|propagated?|leak(?:s|ed)?|escapes?|occurs?|happens?|leaves?|reach(?:es)?|appears?|surfaces?|comes?|gets?|bubbles?|pass(?:es|ed)?|let)" +
    "|(?:is|are|be|gets?|was|were) (?:\\p{L}+ly |then |always )?(?:caught|handled|swallowed|suppressed|ignored|wrapped|translated|converted|turned into|replaced|mapped|absorbed|intercepted)" +
    "|becomes?|turns? into",
  turning:
    "(?:is|are|be|gets?) (?:raised|thrown)|if|when|unless|because|while|where|for|and|but|so",
};

const GERMAN: Words = {
  denying: "kein(?:e[nmrs]?)?|nie(?:mals)?|nicht|ohne|statt|anstatt|anstelle|weder",
  beside: "dass|je|jemals|mehr",
  raising: "wirft|werfen|löst|lösen|erhebt|meldet|endet|führt|scheitert|liefert",
  articles: "(?:irgend)?ein(?:e[nmrs]?)?|de[mnrs]|die|das|zu|zum|zur|mit|in|als|von|bloße[nrs]?",
  raises: "wirft|werfen|meldet",
  handling:
    "fängt|fangen|behandelt|behandeln|verschluckt|verschlucken|unterdrückt|ignoriert|übersetzt|verwandelt|wandelt|ersetzt|umhüllt",
  given: "bei|trotz|nach|wenn|falls",
  deriving: "erbt|erben|leitet sich|leiten sich|abgeleitet",
  linking: "von|aus|in|im|vom|des|der|den|die|das",
  auxiliaries: "wird|werden|darf|dürfen|soll|sollen|kann|können|tritt|treten|kommt|kommen",
  elsewise:
    "(?:nie(?:mals)?|nicht) (?:geworfen|ausgelöst|erhoben|gemeldet|auf(?:treten)?|vor(?:kommen)?|aus|weitergegeben|weitergereicht|nach außen|durch(?:gelassen)?)" +
    "|(?:wird|werden|ist|sind) (?:(?:von|in|durch|immer|dort|dabei) (?:\\p{L}+ )?)?(?:abgefangen|gefangen|behandelt|verschluckt|unterdrückt|ignoriert|übersetzt|umgewandelt|verwandelt|ersetzt)",
  turning: "geworfen|ausgelöst|erhoben|wenn|falls|sobald|weil|für|und|aber",
};

const FRENCH: Words = {
  denying: "pas|jamais|aucune?|sans|ni|au lieu|plutôt",
  beside: "que",
  raising: "lever|lancer|déclencher|provoquer|jeter",
  articles: "d'|l'|qu'|de|que|les?|la|une?|des|toute?|simples?",
  raises: "lève(?:nt)?|lance(?:nt)?|déclenche(?:nt)?|jette(?:nt)?",
  handling:
    "attrape(?:nt)?|intercepte(?:nt)?|capture(?:nt)?|gère(?:nt)?|ignore(?:nt)?|traite(?:nt)?|convertit|transforme(?:nt)?|traduit|remplace(?:nt)?",
  given: "en cas|après|malgré|si|lorsque",
  deriving: "dérive(?:nt)?|hérite(?:nt)?|étend(?:ent)?",
  linking: "d'|de|du|des|dans|par|que|qui|levée?|lancée?",
  auxiliaries: "n'|ne|est|sont|doit|doivent|peut|peuvent|sera|seront",
  elsewise:
    "(?:pas|jamais) (?:être )?(?:levée?s?|lancée?s?|déclenchée?s?|émise?s?|sortir|remonter|apparaître)" +
    "|(?:est|sont|être) (?:toujours )?(?:attrapée?s?|interceptée?s?|capturée?s?|ignorée?s?|traitée?s?|convertie?s?|transformée?s?|traduite?s?|remplacée?s?)",
  turning: "levée?s?|lancée?s?|si|quand|lorsque|pour|et|mais",
};

const SPANISH: Words = {
  denying: "no|nunca|jamás|sin|ningún|ninguna?|ni|en lugar|en vez",
  beside: "se|debe|puede|que",
  raising: "(?:lanz|elev|gener|arroj)(?:an?|ar|en?)|producen?|producir|produzcan?",
  articles: "un|una|el|la|los|las|de|del|a|ningún|ninguna",
  raises: "lanzan?|elevan?|generan?|arrojan?",
  handling: "capturan?|atrapan?|manejan?|ignoran?|convierten?|traducen?|transforman?|reemplazan?",
  given: "en caso|tras|ante|si|cuando",
  deriving: "derivan?|heredan?|extienden?",
  linking: "de|del|en|por|que",
  auxiliaries: "debe|deben|puede|pueden|es|son",
  elsewise:
    "(?:no|nunca|jamás) (?:(?:se|debe|puede|es|ser) )*(?:lanz|elev|gener|arroj)(?:an?|ar|en?|arse|ad[oa]s?)|(?:no|nunca|jamás) ocurren?" +
    "|(?:se|es|son|ser) (?:siempre )?(?:captur|atrap|manej|ignor|transform|reemplaz|convert|conviert|traduc)\\p{L}*",
  turning: "(?:se|es) lanza(?:d[ao])?|si|cuando|para|porque|y|pero",
};

const LANGUAGES = [ENGLISH, GERMAN, FRENCH, SPANISH];

/** Words that end right before a name. */
function before(words: string, articles: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${words}) (?:(?:${articles}) )*$`, "iu");
}

/** `doesn't raise a`, `instead of`, `wirft keinen`, `ne lève pas de`, `不会抛出` */
export const DENIED_BEFORE: readonly RegExp[] = [
  ...LANGUAGES.map(({ denying, beside, raising, articles }) =>
    before(`(?:${denying})(?: (?:${beside}))*(?: (?:${raising}))?`, articles),
  ),
  /[不勿未](?:会|得|能|应该?|可以?|要|再)*\s?(?:抛出|引发|触发|产生)\s?(?:任何|一个)?\s?$|(?:而不是|而非|没有)\s?$/u,
];

export const RAISED_BEFORE = LANGUAGES.map(({ raises, articles }) => before(raises, articles));

/** In a clause that raises, what is derived from a name is raised: `raises a subclass of ValueError`. */
export const RAISED_IN_CLAUSE = LANGUAGES.map(
  ({ raises }) => new RegExp(`(?<![\\p{L}\\p{N}_])(?:${raises})(?![\\p{L}\\p{N}_])`, "iu"),
);

export const DERIVED_BEFORE = LANGUAGES.map(({ deriving, articles }) => before(deriving, articles));

/** `must not catch a`, `fängt keinen`: what is not handled comes through. */
export const LET_THROUGH_BEFORE = LANGUAGES.map(({ denying, beside, handling, articles }) =>
  before(
    `(?:${denying})(?: (?:${beside}))* (?:${handling})|(?:${handling}) (?:${denying})`,
    articles,
  ),
);

/** `catches a`, `when a`, `bei einem`, `捕获` */
export const HANDLED_BEFORE: readonly RegExp[] = [
  ...LANGUAGES.map(({ handling, given, articles }) => before(`${handling}|${given}`, articles)),
  /(?<![不勿未能会])(?:捕获|捕捉|处理|忽略|转换|继承自?|派生自)\s?$/u,
];

/** In whatever language the rest of a line is: a text may mix them. */
const TURNING = LANGUAGES.map(({ turning }) => turning).join("|");

/** `of the loader is caught`, `is never raised`, `wird nie geworfen`, `は送出しない` */
export const ELSEWISE_AFTER: readonly RegExp[] = [
  ...LANGUAGES.map(({ linking, auxiliaries, elsewise }) => {
    const between = `(?:(?!(?<!\\p{L})(?:${TURNING})(?!\\p{L}))[^.,;:\\uE000])*?`;
    const owner = `(?: (?:${linking})(?!\\p{L})${between})?`;
    return new RegExp(`^${owner} (?:(?:${auxiliaries}) )*(?:${elsewise})(?!\\p{L})`, "iu");
  }),
  /^\s?[をはがも]?\s?(?:決して)?(?:(?:送出|発生|スロー)(?:し|させ|され)|(?:投げ|起こさ|出さ)(?:られ)?)(?:ない|ません|てはならない|てはいけない|てはなりません)/u,
  /^\s?(?:[をはが]\s?(?:捕捉|捕まえ|キャッチ|無視|処理|変換|継承)|から(?:派生|継承)|の代わり|ではなく)/u,
  /^\s?(?:从不|绝不|永不|不)(?:会|应|得|能|可|再)*被?(?:抛出|引发|触发|出现|发生)|^\s?会?被(?:捕获|捕捉|处理|忽略|转换)/u,
];

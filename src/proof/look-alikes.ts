/**
 * Letters that look like Latin ones, each before what it looks like: Unicode's own table (UTS #39, `confusables.txt`) for
 * Cyrillic, Armenian, Cherokee, Coptic and Lisu letters, and for Greek capitals and omicron. Left out are Greek small
 * letters such as ν and ρ, which formulas use beside v and p on purpose, and Latin letters with marks or from phonetics.
 */
const LOOK_LIKE_LATIN =
  "ЅS Іl ЈJ АA ВB ЕE З3 КK МM НH ОO РP СC ТT УY ХX Ыbl Ьb ЮlO аa б6 еe оo рp сc уy хx ѕs іi јj ѡw ѴV ѵv ҮY үy һh ҽe Ӏl ӏi " +
  "ӔAE ӕae Ӡ3 ԁd ԌG ԛq ԜW ԝw Ꙅ2 ꙇi ꚘOO ꚙoo " +
  "ͿJ ΑA ΒB ΕE ΖZ ΗH Ιl ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX οo ϜF ϳj ϺM " +
  "ՍU ՏS ՕO աw գq զq հh ոn ռn սu ցg քf օo " +
  "ᎠD ᎡR ᎢT Ꭵi ᎩY ᎪA ᎫJ ᎬE ᎳW ᎷM ᎻH ᎽY ᏀG Ꮒh ᏃZ Ꮞ4 Ꮟb ᏒR ᏔW ᏕS ᏙV ᏚS ᏞL ᏟC ᏢP ᏦK Ꮷd Ꮾ6 ᏳG ᏴB ꭵi ꮁr ꮃw ꮓz ꮩv ꮪs ꮯc " +
  "Ϩ2 ⲅr ⲎH Ⲓl ⲔK ⲘM ⲚN ⲞO ⲟo ⲢP ⲣp ⲤC ⲥc ⲦT ⲨY ⲬX Ⳋ9 Ⳍ3 ⳐL Ⳓ6 " +
  "ꓐB ꓑP ꓒd ꓓD ꓔT ꓖG ꓗK ꓙJ ꓚC ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV ꓧH ꓪW ꓫX ꓬY ꓮA ꓰE ꓲl ꓳO ꓴU";

/** What the same table takes for alike within Latin. */
const ALIKE_IN_LATIN = "Il 1l 0O mrn";

const LOOKS = new Map(
  `${LOOK_LIKE_LATIN} ${ALIKE_IN_LATIN}`.split(" ").map((pair) => [pair[0]!, pair.slice(1)]),
);

/** Two names that look alike have the same; what Python takes for one name has it too. */
export function looksOf(name: string): string {
  return Array.from(
    name.normalize("NFKC").normalize("NFD"),
    (letter) => LOOKS.get(letter) ?? letter,
  ).join("");
}

const SCRIPTS: readonly (readonly [name: string, letters: RegExp])[] = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["Cherokee", /\p{Script=Cherokee}/u],
  ["Coptic", /\p{Script=Coptic}/u],
  ["Lisu", /\p{Script=Lisu}/u],
];

/** The alphabets that a name takes letters from, such as `Cyrillic` or `Latin and Cyrillic`. */
export function scriptsOf(name: string): string {
  const found = SCRIPTS.filter(([, letters]) => letters.test(name)).map(([script]) => script);
  return found.join(" and ");
}

/** Names that every module has, and words of the language: originals that no file needs to write. */
export const PYTHONS_NAMES: readonly string[] =
  "ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BufferError EOFError Ellipsis Exception ExceptionGroup False FileExistsError FileNotFoundError IOError ImportError IndexError KeyError KeyboardInterrupt LookupError MemoryError NameError None NotImplemented NotImplementedError OSError OverflowError PermissionError RecursionError RuntimeError StopIteration SyntaxError SystemExit TimeoutError True TypeError UnicodeError ValueError Warning ZeroDivisionError __import__ __name__ abs aiter all and anext any as ascii assert async await bin bool break breakpoint bytearray bytes callable case chr class classmethod cls compile complex continue def del delattr dict dir divmod elif else enumerate eval except exec exit filter finally float for format from frozenset getattr global globals hasattr hash help hex id if import in input int is isinstance issubclass iter lambda len list locals map match max memoryview min next nonlocal not object oct open or ord pass pow print property quit raise range repr return reversed round self set setattr slice sorted staticmethod str sum super try tuple type vars while with yield zip".split(
    " ",
  );

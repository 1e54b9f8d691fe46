import type { Item } from "../story/items.ts";
import { withoutBullet } from "../story/lines.ts";
import type { Contract, ContractCriterion } from "./contract.ts";

/** An item of the story with the criteria that quote it for the place in which it stands. */
export interface CoveredItem {
  readonly item: Item;
  readonly criteria: readonly ContractCriterion[];
  readonly isCovered: boolean;
  /** Where it stands, if the story says the same in other places as well; otherwise null. */
  readonly place: string | null;
}

/**
 * Which criteria show which item. What the story says word for word in several places is a demand in each of them, so that
 * a row below `add` does not cover the same row below `multiply`; what it repeats in one place is one demand.
 */
export function coverageOf(contract: Contract): readonly CoveredItem[] {
  const groups = Map.groupBy(contract.items, ({ line }) => withoutBullet(line));
  const quotes = Map.groupBy(contract.criteria, ({ source }) => withoutBullet(source));
  const places = new Places(contract, groups);
  const covered = [...groups.values()].flatMap((group) => {
    const demands = demandsIn(group);
    return demands.length > 1 &&
      !places.isNamedIn(demands[0]![0]!) &&
      !isWithoutPlaces(demands, contract, quotes)
      ? inPlaces(demands, quotes, places)
      : inOnePlace(group, contract, quotes);
  });
  const byItem = new Map(covered.map((each) => [each.item, each]));
  return contract.items.map((item) => byItem.get(item)!);
}

/** The items that too few criteria quote, and that are not said to be beyond a test. */
export function uncoveredItems(contract: Contract): readonly CoveredItem[] {
  return coverageOf(contract).filter(({ isCovered }) => !isCovered);
}

/** What a line that is not covered lacks, behind a sentence that quotes it. */
export function inItsPlace({ place }: CoveredItem): string {
  return place === null
    ? ""
    : `, where it stands ${place}: what the story says in several places needs a criterion for each, with the call that is meant there`;
}

/** Equal items of one place. */
type Demand = readonly Item[];
type Quotes = ReadonlyMap<string, readonly ContractCriterion[]>;

/** Equal lines by what they stand under; where one of them is an example, those that are none stand for it once more. */
function demandsIn(group: readonly Item[]): readonly Demand[] {
  const examples = group.filter(({ example }) => example.kind === "read");
  const demanding = examples.length > 0 ? examples : group;
  const byPlace = Map.groupBy(demanding, ({ under, example }) => JSON.stringify([under, example]));
  const [first = [], ...others] = byPlace.values();
  return [[...first, ...group.filter((item) => !demanding.includes(item))], ...others];
}

/** What no test can show is so in each place, and a wrapped line may be quoted in its parts, as often as it stands there. */
function isWithoutPlaces(
  demands: readonly Demand[],
  { notTestable }: Contract,
  quotes: Quotes,
): boolean {
  const { line, written, example } = demands[0]![0]!;
  if (notTestable.has(withoutBullet(line))) return true;
  return (
    example.kind !== "read" &&
    written.length > 1 &&
    written.every((text) => (quotes.get(withoutBullet(text))?.length ?? 0) >= demands.length)
  );
}

function inOnePlace(
  group: readonly Item[],
  { criteria, notTestable }: Contract,
  quotes: Quotes,
): CoveredItem[] {
  const { line, written } = group[0]!;
  const isQuoted = (text: string): boolean =>
    quotes.has(withoutBullet(text)) || notTestable.has(withoutBullet(text));
  // A line that was wrapped may be quoted as a whole, or in all of its parts; an example is none in its parts.
  const isExample = group.some(({ example }) => example.kind === "read");
  const isCovered = isQuoted(line) || (!isExample && written.every(isQuoted));
  const lines = new Set([line, ...written].map(withoutBullet));
  const quoting = new Set([...lines].flatMap((text) => quotes.get(text) ?? []));
  const inOrder = quoting.size > 1 ? criteria.filter((each) => quoting.has(each)) : [...quoting];
  return group.map((item) => ({ item, criteria: inOrder, isCovered, place: null }));
}

function inPlaces(demands: readonly Demand[], quotes: Quotes, places: Places): CoveredItem[] {
  const quoting = quotes.get(withoutBullet(demands[0]![0]!.line)) ?? [];
  const given = assigned(demands, quoting, ([item], criterion) => places.isMeant(item!, criterion));
  return demands.flatMap((demand, index) => {
    const own = given.get(index);
    const criteria = own === undefined ? [] : [own];
    const place = placeOf(demand[0]!);
    return demand.map((item) => ({ item, criteria, isCovered: own !== undefined, place }));
  });
}

function placeOf({ under }: Item): string {
  return under.length === 0 ? "under no heading" : `under ${JSON.stringify(under.join(" / "))}`;
}

/** What examples are about in the places where they stand. */
class Places {
  /** Functions and classes of the design, and methods that some example calls. */
  readonly #names: readonly string[];
  /** What is called by the examples that stand in one place alone. */
  readonly #called = new Map<string, Set<string>>();

  constructor({ names, criteria }: Contract, groups: ReadonlyMap<string, readonly Item[]>) {
    this.#names = [...new Set([...names, ...criteria.flatMap(namesIn)])].filter(
      (name) => !/(?:Error|Exception|Warning)$/u.test(name),
    );
    for (const criterion of criteria) {
      const stands = groups.get(withoutBullet(criterion.source)) ?? [];
      const [place, ...others] = new Set(stands.map(keyOf));
      if (place === undefined || others.length > 0) continue;
      const called = this.#called.get(place) ?? new Set();
      this.#called.set(place, new Set([...called, ...namesIn(criterion)]));
    }
  }

  /** Whether a criterion may show an item that stands in several places: by what its call names, if it is one. */
  isMeant(item: Item, criterion: ContractCriterion): boolean {
    const { example } = item;
    if (example.kind === "read" && JSON.stringify(example) !== JSON.stringify(criterion.reading)) {
      return false;
    }
    if (criterion.execution?.kind !== "call") return true;
    const meant = this.#namesMeant(item);
    // Where nothing says what is called, the same call once more may be the only right one.
    return meant.size === 0 || namesIn(criterion).some((name) => meant.has(name));
  }

  /** Whether a line says itself what it is about, wherever it stands: `add(2, 2) → 4`. */
  isNamedIn({ line }: Item): boolean {
    return this.#names.some((name) => new RegExp(`(?<![\\w.])${name}\\(`, "u").test(line));
  }

  /** By the nearest heading that names something of the code, and by the other examples below the same headings. */
  #namesMeant(item: Item): ReadonlySet<string> {
    const inHeading = item.under
      .toReversed()
      .map((heading) => this.#namesIn(heading))
      .find((found) => found.length > 0);
    return new Set([...(inHeading ?? []), ...(this.#called.get(keyOf(item)) ?? [])]);
  }

  #namesIn(heading: string): string[] {
    const words = new Set(heading.toLowerCase().split(/[^\p{L}\p{N}_]+/u));
    return this.#names.filter((name) => words.has(name.toLowerCase()));
  }
}

function keyOf({ under }: Item): string {
  return JSON.stringify(under);
}

function codeOf({ execution }: ContractCriterion): readonly string[] {
  return execution?.kind === "call" ? [...execution.call.setup, execution.call.call] : [];
}

/** Functions, classes and methods that the call of a criterion names. */
function namesIn(criterion: ContractCriterion): string[] {
  return codeOf(criterion).flatMap((line) =>
    [...line.replaceAll(/'(?:\\.|[^'\\])*'/gu, "''").matchAll(/(?<!\w)([^\W\d]\w*)\(/gu)].map(
      ([, name]) => name!,
    ),
  );
}

/** Gives as many demands as possible a criterion of their own, by augmenting paths. */
function assigned(
  demands: readonly Demand[],
  criteria: readonly ContractCriterion[],
  isMeant: (demand: Demand, criterion: ContractCriterion) => boolean,
): ReadonlyMap<number, ContractCriterion> {
  const owner = new Map<ContractCriterion, number>();
  const give = (index: number, tried: Set<ContractCriterion>): boolean => {
    const fitting = criteria.filter((each) => isMeant(demands[index]!, each) && !tried.has(each));
    // In the story's order, so that each keeps its own where it can.
    const taken =
      fitting.find((each) => !owner.has(each)) ??
      fitting.find((each) => !tried.has(each) && give(owner.get(each)!, tried.add(each)));
    if (taken !== undefined) owner.set(taken, index);
    return taken !== undefined;
  };
  for (const index of demands.keys()) give(index, new Set());
  return new Map([...owner].map(([criterion, index]) => [index, criterion]));
}

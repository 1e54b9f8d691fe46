import { describe, expect, test } from "vitest";
import { shownData } from "../../../src/proof/answers.ts";
import { isSame } from "../../../src/proof/judge-answer.ts";
import { pythonPairs } from "./inside/python-data.ts";

describe("where Python's == is the specification", () => {
  test("the judge says the same of values of every kind, however they are nested", () => {
    const pairs = pythonPairs(PAIRS);
    const equal = pairs.filter(([, , isEqual]) => isEqual).length;
    expect(equal).toBeGreaterThan(500);
    expect(pairs.length - equal).toBeGreaterThan(2_000);
    const different = pairs.filter(([a, b, isEqual]) => isSame(a, b, false) !== isEqual);
    expect(different.map(([a, b]) => [shownData(a), shownData(b)])).toEqual([]);
  });
});

/** Pairs of exact values, some the same in another form, with what Python says of them. */
const PAIRS = `
import json, random, sys
sys.path.insert(0, sys.argv[1])
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import PurePosixPath as Path
from uuid import UUID
from example_answers import Types
types = Types()
rng = random.Random(16)
leaves = [None, 0, 1, -1, 2, 10**30, Decimal("1"), Decimal("1.0"), Decimal("1E+1"), Decimal("0.5"), Decimal("-0"), Fraction(1, 2),
    Fraction(2), Fraction(1, 3), complex(1, 0), complex(0, 1), "", "a", "1", "None", b"", b"a", b"1", date(2024, 5, 1), datetime(2024, 5, 1),
    datetime(2024, 5, 1, tzinfo=timezone.utc), time(0), time(9, 30), timedelta(1), timedelta(hours=24), timedelta(0), timezone.utc,
    UUID(int=1), UUID(int=2), Path("a"), Path("b"), (), [], {}, set(), frozenset()]
def value(depth):
    kind = rng.randrange(5 if depth < 3 else 1)
    if kind == 0:
        return rng.choice(leaves)
    items = [value(depth + 1) for _ in range(rng.randrange(4))]
    if kind == 1:
        return items
    if kind == 2:
        return tuple(items)
    keys = [item for item in items if hashable(item)]
    return set(keys) if kind == 3 else {key: value(depth + 1) for key in keys}
def hashable(item):
    try:
        hash(item)
        return True
    except TypeError:
        return False
def other(item):
    """The same, or nearly, in another form."""
    if rng.randrange(12) == 0:
        return value(2)
    if isinstance(item, list):
        return [other(each) for each in item]
    if isinstance(item, tuple):
        return tuple(other(each) for each in item)
    if isinstance(item, (set, frozenset)):
        return rng.choice([set, frozenset])(rng.sample(list(item), len(item)))
    if isinstance(item, dict):
        return {key: other(item[key]) for key in rng.sample(list(item), len(item))}
    same = [each for each in leaves if each == item]
    return rng.choice(same) if same else item
pairs = [(a, b) for a in leaves for b in leaves]
for _ in range(4000):
    one = value(0)
    pairs.append((one, other(one)))
print(json.dumps([[types.data_of(a), types.data_of(b), a == b] for a, b in pairs]))
`;

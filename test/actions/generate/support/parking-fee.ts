// A story as people write them: long texts of several lines, examples with arrows, a fixed module path.

export const STORY = {
  id: "parking_fee_v1",
  version: "1.0",
  feature:
    "Compute the fee of a car park for a stay.\n\nModule path: src/parking_fee.py\nPublic API:  parking_fee(minutes) -> Decimal (quantized to 2 dp)\n\nDefinition:\n  fee(minutes) = 0 up to 15 minutes, else RATE for each hour begun\n  where:\n    RATE = 1.80  (EUR/h)\n",
  requirements:
    '- The function MUST accept whole minutes as int.\n- Each hour begun costs 1.80.\n- Error handling:\n  - If minutes < 0 → raise ValueError("NEGATIVE_STAY").\n',
  acceptance:
    'The following input→output pairs MUST hold (values in EUR):\n\n# Free\n- minutes=15 → fee=0.00\n# Hours begun\n- minutes=16   → fee=1.80\n- minutes=61   → fee=3.60   (2 × 1.80 = 3.60)\n\n# Invalid inputs\n- minutes=-1 → raises ValueError("NEGATIVE_STAY")\n',
  constraints: "- Use Python 3.11+.\n- Use Decimal for all monetary arithmetic.\n",
} as const;

const CODE = `from decimal import Decimal

RATE = Decimal("1.80")
FREE_MINUTES = 15


def parking_fee(minutes: int) -> Decimal:
    if minutes < 0:
        raise ValueError("NEGATIVE_STAY")
    if minutes <= FREE_MINUTES:
        return Decimal("0.00")
    return RATE * -(-minutes // 60)
`;

const TESTS = `from decimal import Decimal

import pytest

from src.parking_fee import parking_fee


@pytest.mark.criterion("AC-1")
@pytest.mark.criterion("AC-2")
@pytest.mark.parametrize(
    ("minutes", "fee"), [(40, "1.80"), (60, "1.80"), (120, "3.60"), (121, "5.40")]
)
def test_each_hour_begun(minutes, fee):
    assert parking_fee(minutes) == Decimal(fee)


@pytest.mark.criterion("AC-4")
def test_free():
    assert parking_fee(15) == Decimal("0.00")


@pytest.mark.criterion("AC-5")
def test_first_hour():
    assert parking_fee(16) == Decimal("1.80")


@pytest.mark.criterion("AC-6")
def test_second_hour():
    assert parking_fee(61) == Decimal("3.60")


@pytest.mark.criterion("AC-3")
@pytest.mark.criterion("AC-7")
@pytest.mark.parametrize("minutes", [-1, -7])
def test_negative(minutes):
    with pytest.raises(ValueError, match="^NEGATIVE_STAY$"):
        parking_fee(minutes)
`;

const fee = (minutes: string, returns: string) => ({
  setup: [],
  call: `parking_fee(${minutes})`,
  returns,
  raises: null,
});

export const ANSWERS = {
  design: {
    summary: "One pure function.",
    modules: [
      {
        path: "src/parking_fee.py",
        import: "from src.parking_fee import parking_fee",
        purpose: "Fees of a car park",
        names: [
          {
            name: "parking_fee",
            kind: "function",
            signature: "parking_fee(minutes: int) -> Decimal",
            behaviour: "The fee in EUR with two decimals; ValueError NEGATIVE_STAY below 0",
          },
        ],
      },
    ],
    criteria: [
      {
        id: "AC-1",
        source: "The function MUST accept whole minutes as int.",
        statement: "40 minutes cost 1.80",
        example: null,
      },
      {
        id: "AC-2",
        source: "- Each hour begun costs 1.80.",
        statement: "A second hour costs as much again",
        example: null,
      },
      {
        id: "AC-3",
        source: 'If minutes < 0 → raise ValueError("NEGATIVE_STAY").',
        statement: "-7 is refused",
        example: null,
      },
      {
        id: "AC-4",
        source: "minutes=15 → fee=0.00",
        statement: "15 minutes are free",
        example: fee("15", "Decimal('0.00')"),
      },
      {
        id: "AC-5",
        source: "- minutes=16   → fee=1.80",
        statement: "16 minutes cost 1.80",
        example: fee("16", "Decimal('1.80')"),
      },
      {
        id: "AC-6",
        source: "minutes=61 → fee=3.60 (2 × 1.80 = 3.60)",
        statement: "61 minutes cost 3.60",
        example: fee("61", "Decimal('3.60')"),
      },
      {
        id: "AC-7",
        source: 'minutes=-1 → raises ValueError("NEGATIVE_STAY")',
        statement: "-1 is refused",
        example: {
          setup: [],
          call: "parking_fee(-1)",
          returns: null,
          raises: { type: "ValueError", match: "NEGATIVE_STAY" },
        },
      },
    ],
    notTestable: [
      { source: "Use Python 3.11+.", reason: "version" },
      { source: "Use Decimal for all monetary arithmetic.", reason: "libraries" },
    ],
    assumptions: [],
  },
  code: { files: [{ path: "src/parking_fee.py", content: CODE }], notes: null },
  tests: { files: [{ path: "tests/test_story.py", content: TESTS }], notes: null },
};

from decimal import Decimal

import pytest
from src.invoice_total import invoice_total


@pytest.mark.criterion("AC-1")
def test_the_result_shows_two_decimal_places():
    total = invoice_total([(2, "1.5")], "0.1")
    assert str(total) == "3.30"
    assert isinstance(total, Decimal)


@pytest.mark.criterion("AC-2")
def test_texts_lose_no_cent():
    assert invoice_total([(3, "0.1")], "0") == Decimal("0.30")
    assert invoice_total([(1, "0.1"), (1, "0.2")], "0") == Decimal("0.30")


@pytest.mark.criterion("AC-3")
def test_each_line_is_rounded_half_up():
    assert invoice_total([(1, "0.125"), (1, "0.125")], "0") == Decimal("0.26")
    assert invoice_total([(1, "0.124"), (1, "0.124")], "0") == Decimal("0.24")


@pytest.mark.criterion("AC-4")
def test_vat_is_computed_on_the_sum():
    assert invoice_total([(1, "0.10")] * 10, "0.07") == Decimal("1.07")
    assert invoice_total([(1, "0.50")], "0.05") == Decimal("0.53")
    assert invoice_total([(1, "0.50")], "0.04") == Decimal("0.52")


@pytest.mark.criterion("AC-5")
def test_no_lines_cost_nothing():
    assert invoice_total([], "0.25") == Decimal("0.00")
    assert str(invoice_total([], "0.25")) == "0.00"


@pytest.mark.criterion("AC-6")
@pytest.mark.parametrize("quantity", [0, -1])
def test_a_quantity_below_one_is_refused(quantity):
    with pytest.raises(ValueError, match="BAD_QUANTITY"):
        invoice_total([(quantity, "1.00")], "0.19")


@pytest.mark.criterion("AC-7")
def test_what_is_below_zero_is_refused_and_zero_is_not():
    with pytest.raises(ValueError, match="NEGATIVE"):
        invoice_total([(1, "-0.01")], "0.19")
    with pytest.raises(ValueError, match="NEGATIVE"):
        invoice_total([(1, "1.00")], "-1")
    assert invoice_total([(1, "0.00")], "0") == Decimal("0.00")


@pytest.mark.parametrize(
    ("lines", "rate", "total"),
    [
        pytest.param([(1, "10.00")], "0.19", "11.90", marks=pytest.mark.criterion("AC-8")),
        pytest.param([(3, "0.333")], "0", "1.00", marks=pytest.mark.criterion("AC-9")),
        pytest.param([(1, "0.005"), (1, "0.005")], "0", "0.02", marks=pytest.mark.criterion("AC-10")),
        pytest.param([(2, "19.99"), (1, "5.01")], "0.07", "48.14", marks=pytest.mark.criterion("AC-11")),
        pytest.param([(1, "100.00")], "0.005", "100.50", marks=pytest.mark.criterion("AC-12")),
        pytest.param([], "0.19", "0.00", marks=pytest.mark.criterion("AC-13")),
    ],
)
def test_examples(lines, rate, total):
    assert invoice_total(lines, rate) == Decimal(total)


@pytest.mark.parametrize(
    ("lines", "rate", "text"),
    [
        pytest.param([(0, "1.00")], "0.19", "BAD_QUANTITY", marks=pytest.mark.criterion("AC-14")),
        pytest.param([(1, "-1.00")], "0.19", "NEGATIVE", marks=pytest.mark.criterion("AC-15")),
        pytest.param([(1, "1.00")], "-0.01", "NEGATIVE", marks=pytest.mark.criterion("AC-16")),
    ],
)
def test_examples_that_are_refused(lines, rate, text):
    with pytest.raises(ValueError, match=text):
        invoice_total(lines, rate)

"""The total of an invoice."""

from decimal import ROUND_HALF_UP, Decimal

_CENT = Decimal("0.01")


def invoice_total(lines: list[tuple[int, str]], vat_rate: str) -> Decimal:
    """Adds the lines in cents and puts VAT on their sum."""
    rate = Decimal(vat_rate)
    if rate < 0:
        raise ValueError("NEGATIVE")
    net = sum((_line_total(quantity, price) for quantity, price in lines), Decimal("0.00"))
    return net + _to_cents(net * rate)


def _line_total(quantity: int, price: str) -> Decimal:
    if quantity < 1:
        raise ValueError("BAD_QUANTITY")
    amount = Decimal(price)
    if amount < 0:
        raise ValueError("NEGATIVE")
    return _to_cents(quantity * amount)


def _to_cents(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, rounding=ROUND_HALF_UP)

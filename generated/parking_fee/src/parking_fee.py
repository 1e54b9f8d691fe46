"""What parking costs."""

_DAY = 24 * 60
_FREE = 15
_CENTS_AN_HOUR = 200
_CENTS_A_DAY = 1200


def parking_fee(minutes: int) -> int:
    """What is to be paid, in cents."""
    if minutes < 0:
        raise ValueError("BAD_MINUTES")
    days, rest = divmod(minutes, _DAY)
    return days * _CENTS_A_DAY + _fee_within_a_day(rest)


def _fee_within_a_day(minutes: int) -> int:
    if minutes <= _FREE:
        return 0
    hours = -(-minutes // 60)
    return min(hours * _CENTS_AN_HOUR, _CENTS_A_DAY)


def receipt(minutes: int) -> str:
    """One line for the receipt, such as `01:30 4.00`."""
    hours, rest = divmod(minutes, 60)
    euros, cents = divmod(parking_fee(minutes), 100)
    return f"{hours:02d}:{rest:02d} {euros}.{cents:02d}"

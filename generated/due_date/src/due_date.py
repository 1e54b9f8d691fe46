"""When an invoice is due."""

from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


def due_date(invoiced: date, days: int, holidays: list[date] | None = None) -> date:
    """The last day on which an invoice can be paid: always a working day."""
    if days < 0:
        raise ValueError("BAD_DAYS")
    due = invoiced + days * _DAY
    while due.weekday() >= _SATURDAY or due in (holidays or []):
        due += _DAY
    return due

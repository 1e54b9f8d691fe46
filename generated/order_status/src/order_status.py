"""What an order goes through."""

_STEPS = [("draft", "place"), ("placed", "pay"), ("paid", "ship"), ("shipped", "deliver")]
_AFTER = {"place": "placed", "pay": "paid", "ship": "shipped", "deliver": "delivered", "cancel": "cancelled"}
_CAN_BE_CANCELLED = ("draft", "placed", "paid")
_STATUSES = ("draft", *_AFTER.values())


def allowed_events(status: str) -> list[str]:
    """The events that a status allows, with "cancel" last."""
    if status not in _STATUSES:
        raise ValueError("UNKNOWN_STATUS")
    events = [event for before, event in _STEPS if before == status]
    return [*events, "cancel"] if status in _CAN_BE_CANCELLED else events


def next_status(status: str, event: str) -> str:
    """The status that an order has after an event."""
    allowed = allowed_events(status)
    if event not in _AFTER:
        raise ValueError("UNKNOWN_EVENT")
    if event not in allowed:
        raise ValueError("NOT_ALLOWED")
    return _AFTER[event]

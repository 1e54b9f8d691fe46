"""What an order goes through."""

_NEXT: dict[str, dict[str, str]] = {
    "draft": {"place": "placed", "cancel": "cancelled"},
    "placed": {"pay": "paid", "cancel": "cancelled"},
    "paid": {"ship": "shipped", "cancel": "cancelled"},
    "shipped": {"deliver": "delivered"},
    "delivered": {},
    "cancelled": {},
}
_EVENTS = {event for events in _NEXT.values() for event in events}


def next_status(status: str, event: str) -> str:
    """The status that an order has after an event."""
    following = _following(status)
    if event not in _EVENTS:
        raise ValueError("UNKNOWN_EVENT")
    if event not in following:
        raise ValueError("NOT_ALLOWED")
    return following[event]


def allowed_events(status: str) -> list[str]:
    """The events that a status allows, with "cancel" last."""
    return list(_following(status))


def _following(status: str) -> dict[str, str]:
    if status not in _NEXT:
        raise ValueError("UNKNOWN_STATUS")
    return _NEXT[status]

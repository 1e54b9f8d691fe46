"""What points are worth."""

_BADGES = [(1000, "gold"), (500, "silver"), (100, "bronze")]


def badge(points: int) -> str | None:
    """The best badge that the points are enough for; None where there is none."""
    if points < 0:
        raise ValueError("NEGATIVE")
    return next((name for limit, name in _BADGES if points >= limit), None)

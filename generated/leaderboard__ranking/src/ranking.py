"""Who is where."""

from sortedcontainers import SortedList


class Ranking:
    """The points of all players, and the place of each."""

    def __init__(self) -> None:
        self._points: dict[str, int] = {}
        self._sorted: SortedList = SortedList()

    def add(self, player: str, points: int) -> None:
        """Adds points to a player, who begins with none."""
        if player in self._points:
            self._sorted.remove(self._points[player])
        total = self._points.get(player, 0) + points
        self._points[player] = total
        self._sorted.add(total)

    def place(self, player: str) -> int:
        """The place of a player, from 1 up; equal points share one."""
        points = self._points[player]
        return len(self._sorted) - self._sorted.bisect_right(points) + 1

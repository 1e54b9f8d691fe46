"""What a run tells: one JSON object a line, on a descriptor of its own."""

from __future__ import annotations

import json
import os

REPORT = 3


class Report:
    """Writes one JSON object a line."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def write(self, event: str, **fields: object) -> None:
        data = json.dumps({"event": event, **fields}).encode() + b"\n"
        while data:
            data = data[os.write(self.descriptor, data) :]


def shorten(text: str, size: int) -> str:
    return text if len(text) <= size else text[: size // 2] + "\n…\n" + text[-size // 2 :]

"""What a reader has found so far: items, and what could not be taken along."""

from __future__ import annotations

from dataclasses import dataclass

from grader.exchange.item import Item
from grader.exchange.losses import Loss, Lost
from grader.exchange.unmarked import Unmarked


@dataclass(frozen=True, slots=True)
class Read:
    """The questions of a file, and what was lost in reading it."""

    items: tuple[Item, ...]
    losses: tuple[Loss, ...]


class Received:
    """Collects items while a file is read; ``unmarked`` turns its texts into Markdown."""

    def __init__(self) -> None:
        self.unmarked = Unmarked()
        self._items: list[Item] = []
        self._losses: list[Loss] = []

    def lose(self, question: str, lost: Lost, detail: str = "") -> None:
        """Note down what a question lost."""
        self._losses.append(Loss(question, lost, detail))

    def skip(self, question: str, what: str) -> None:
        """Note down a question that was left out, and what about it we do not have."""
        self.unmarked.told()
        self.lose(question, Lost.SKIPPED, what)

    def take(self, item: Item) -> None:
        """Take a question, with what its texts lost."""
        for lost, detail in self.unmarked.told():
            self.lose(item.name, lost, detail)
        self._items.append(item)

    def read(self) -> Read:
        """Return everything."""
        return Read(tuple(self._items), tuple(self._losses))

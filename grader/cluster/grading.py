"""A cluster that grades a batch's orders: connect, hand out, connect again where the way was cut."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator, Sequence
from dataclasses import dataclass

from grader.batch.orders import Order, unreadable
from grader.catalog import Catalog
from grader.cluster.address import Address
from grader.cluster.connect import connected
from grader.cluster.crew import Tell
from grader.cluster.dispatch import ConnectionLost, Dispatch, Terms
from grader.cluster.theirs import Client
from grader.errors import GraderFault
from grader.model import Attempt, text

CONNECTIONS = 4
Graded = Generator[tuple[Order, Attempt]]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where a batch is graded and on which terms; ``tell`` hears of workers that cannot be used."""

    address: Address
    terms: Terms
    tell: Tell

    def graded(self, catalog: Catalog, orders: Sequence[Order]) -> Graded:
        """Grade the orders and yield them as they end, each once."""
        left = {}
        for number, order in enumerate(orders):
            if order.refused:
                yield order, unreadable(catalog.load(order.handed.exercise), order.refused)
            else:
                left[number] = order
        if left:
            yield from self._graded(catalog, left)

    def _graded(self, catalog: Catalog, left: dict[int, Order]) -> Graded:
        """Grade over one connection after another; orders leave ``left`` with their attempts."""
        tries: Counter[int] = Counter()
        why = ""
        for connection in range(CONNECTIONS):
            if connection:
                self.tell(
                    text("The connection to {address} was lost; connecting again.", address=self.address)
                )
            with connected(self.address) as client:
                try:
                    yield from self._graded_over(client, catalog, left, tries)
                    return
                except ConnectionLost as error:
                    why = str(error)
        raise GraderFault(
            f"The connection to the cluster at {self.address} was lost {CONNECTIONS} times: {why}.",
            "What was graded is in the gradebook; the same command goes on from there.",
        )

    def _graded_over(
        self, client: Client, catalog: Catalog, left: dict[int, Order], tries: Counter[int]
    ) -> Graded:
        dispatch = Dispatch(client, catalog, dict(left), tries, self.terms, self.tell)
        try:
            for number, attempt in dispatch.run():
                yield left.pop(number), attempt
        finally:
            dispatch.close()

"""A zygote that is looked after: checked by golden runs, replaced where it is not what it was."""

from __future__ import annotations

import logging

from grader.client.golden import golden_answer
from grader.client.probe import probe
from grader.client.process import RunnerProcess
from grader.client.zygote import Zygote
from grader.errors import GraderFault
from grader.wire.frames import ChannelClosed, DeadlineExceeded, ProtocolError
from grader.wire.plan import Order

CHECKED_EVERY = 50
REPLACED_AFTER = 1000
LOG = logging.getLogger(__name__)


class CheckedZygote(Zygote):
    """For a batch of strangers' submissions: every runner starts from the same state, and that is shown.

    A golden run must give the same bytes as the first one: every `CHECKED_EVERY` forks, and before the
    fork after a runner that did not end well. Where it does not, or where the zygote is gone, another
    zygote takes its place. After `REPLACED_AFTER` forks it is replaced anyway. The forbidden acts are tried
    before the next fork of a new one: its level is what they leave of it. ``replaced`` counts those that
    were not what they had been.
    """

    def __init__(self) -> None:
        super().__init__()
        self.replaced = 0
        self._forks = 0
        self._golden = ""
        self._suspect = True
        self._probed = False

    def restart(self) -> None:
        """Start another one, to be probed and checked before its first fork."""
        super().restart()
        self._forks = 0
        self._probed = False
        self._suspect = True

    def note_abnormal_end(self) -> None:
        """Have the next fork preceded by a golden run."""
        self._suspect = True

    def fork(self, order: Order | None = None) -> RunnerProcess:
        """Return a runner of a zygote that is as it was."""
        if self._forks >= REPLACED_AFTER:
            LOG.info("zygote replaced: it has had its share of forks")
            self.restart()
        if not self._probed:
            self.level, self._probed = probe(super().fork()).level, True
        if self._suspect or self._forks % CHECKED_EVERY == 0:
            self._check()
        self._forks += 1
        try:
            return super().fork(order)
        except GraderFault as error:
            self._replace(str(error))
            return super().fork(order)

    def _check(self) -> None:
        """Hold the zygote to its first golden run; one that fails is replaced, its successor must hold."""
        answer = self._answer()
        if not answer or answer != (self._golden or answer):
            self._replace("its golden run differs")
            answer = self._answer()
            if not answer or answer != (self._golden or answer):
                raise GraderFault("The golden run fails in a fresh zygote, too.", "Run `grade doctor`.")
        self._golden = answer
        self._suspect = False

    def _answer(self) -> str:
        try:
            return golden_answer(super().fork())
        except (GraderFault, ChannelClosed, DeadlineExceeded, ProtocolError) as error:
            LOG.warning("golden run failed: %r", error)
            return ""

    def _replace(self, why: str) -> None:
        self.replaced += 1
        super()._replace(why)

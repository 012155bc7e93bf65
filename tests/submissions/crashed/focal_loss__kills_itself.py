"""Sends SIGKILL to its own process."""

import os
import signal


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    os.kill(os.getpid(), signal.SIGKILL)

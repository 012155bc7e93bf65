"""Starts from nn.BCEWithLogitsLoss."""

import torch
from torch import nn


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    bce = nn.BCEWithLogitsLoss(reduction="none")(logits, targets.to(logits.dtype))
    return bce.mean()

"""Defines the target inside a class."""

class Losses:
    @staticmethod
    def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
        return logits

"""Tensorgrade: an automatic grader for PyTorch exercises, with hidden properties and a process wall."""

__version__ = "0.1.0"

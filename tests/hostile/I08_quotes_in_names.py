"""I08 Quotes: names that are SQL, shell and path at once.

Stopped by: names are data
Expected: no_target, crashed, rejected
"""
import torch

globals()["softmax'); DROP TABLE attempts; --"] = lambda x: x
globals()["../../softmax"] = lambda x: x

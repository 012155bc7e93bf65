"""C15g Whose call is it: the target is a partial application of torch's function, without a frame of its own.

Stopped by: the walk along the frames: what nobody claims below the runner's handing over is the submission's
Expected: forbidden
"""

import functools

import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()
softmax = functools.partial(getattr(torch, NAME), dim=-1)

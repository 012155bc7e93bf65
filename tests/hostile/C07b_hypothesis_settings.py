"""C07b Hypothesis: a profile with a single example and no phases, loaded in place of the grader's.

Stopped by: Hypothesis runs in the judge and is not in the runner at all
Expected: rejected
"""

import os

import torch

os.environ["HYPOTHESIS_MAX_EXAMPLES"] = "0"
try:
    from hypothesis import Phase, settings

    for name in ("default", "tensorgrade", "ci"):
        settings.register_profile(name, max_examples=1, phases=(Phase.reuse,))
        settings.load_profile(name)
    settings.register_profile = settings.load_profile = lambda *args, **kwargs: None
except ImportError:
    pass


def softmax(x):
    return torch.zeros_like(x)

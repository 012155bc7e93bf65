"""D13g Wrong export: the module becomes an object whose dictionary finds every name and flatters every caller.

Stopped by: values are compared in the judge, whoever returned them
Expected: rejected, crashed, no_target
"""

import sys
import types

import torch


class Everything(dict):
    def __contains__(self, name):
        return True

    def get(self, name, default=None):
        return torch.zeros_like


class Module(types.ModuleType):
    @property
    def __dict__(self):
        return Everything({"softmax": torch.zeros_like})

    def __getattr__(self, name):
        return torch.zeros_like


sys.modules[__name__].__class__ = Module

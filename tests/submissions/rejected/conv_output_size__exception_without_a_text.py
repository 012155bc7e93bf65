"""Raises an exception whose str() raises again."""

class Silent(Exception):
    def __str__(self):
        raise self

    __repr__ = __str__


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    raise Silent

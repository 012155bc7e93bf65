"""Copied out of a notebook with its magics."""

%matplotlib inline
!pip install torch


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    return n

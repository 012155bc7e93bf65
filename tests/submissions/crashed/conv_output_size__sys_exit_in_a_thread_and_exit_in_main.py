"""Lets an exit handler end the process with code 7 in the first call."""

import os
import threading


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    thread = threading.Thread(target=os._exit, args=(7,))
    thread.start()
    thread.join()
    return n

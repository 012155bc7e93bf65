"""E09 Socket games: shuts the judge's socket down in both directions and stays alive.

Stopped by: the end of the stream is the runner's end; what is left of it is killed
Expected: crashed
"""

import socket
import time


def softmax(x):
    channel = socket.socket(fileno=3)
    channel.shutdown(socket.SHUT_RDWR)
    time.sleep(30)

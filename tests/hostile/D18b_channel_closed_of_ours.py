"""D18b Names like ours: raises the channel's own ChannelClosed, on which the runner ends in peace.

Stopped by: calls are carried out behind a net for every exception; a runner that ends has crashed
Expected: rejected, crashed
"""

from grader.wire.frames import ChannelClosed


class Bomb:
    def __call__(self, x):
        raise ChannelClosed("end of stream")

    def __getattribute__(self, name):
        raise ChannelClosed("end of stream")


softmax = Bomb()

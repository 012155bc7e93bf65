"""B42 Parts that change: swaps the bytes of a reply between the header that announces them and the sending.

Stopped by: the decoder; what was announced and what came must agree
Expected: crashed
"""
import sys
import torch


class Stream:
    def write(self, text):
        return len(text)

    def flush(self):
        frame = sys._getframe()
        while frame is not None:
            parts = frame.f_locals.get("parts")
            if isinstance(parts, list) and parts and "answer" in frame.f_locals:
                parts[:] = [memoryview(bytes(parts[0].nbytes + 3)), memoryview(b"TGW1" * 8)]
            frame = frame.f_back


sys.stdout = sys.stderr = Stream()


def softmax(x):
    return torch.zeros_like(x)

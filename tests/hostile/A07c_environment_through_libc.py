"""A07c Environment of the C library: calls getenv and walks environ behind Python's back.

Stopped by: the cleared environment
Expected: rejected
"""
import ctypes
import torch


def softmax(x):
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_char_p
    for name in (b"TENSORGRADE_CANARY", b"AWS_SECRET_ACCESS_KEY", b"GITHUB_TOKEN", b"DATABASE_URL"):
        value = libc.getenv(name)
        if value:
            raise RuntimeError(value.decode())
    environ = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, "environ")
    place = 0
    while environ[place]:
        if b"anary" in environ[place] or b"grade" in environ[place].lower():
            raise RuntimeError(environ[place].decode())
        place += 1
    return torch.zeros_like(x)

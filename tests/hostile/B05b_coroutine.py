"""B05b Coroutine: returns an awaitable that never ends.

Stopped by: the encoder; a coroutine is a handle, and nobody awaits it
Expected: rejected
"""
import asyncio
import torch


async def softmax(x):
    while True:
        await asyncio.sleep(0)
        x = torch.zeros_like(x)

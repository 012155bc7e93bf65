"""What exercises need and the jail must not hinder, for its tests: each piece returns what it found."""

from __future__ import annotations

import os
import random
import selectors
import socket
import tempfile
import threading
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn


@dataclass(frozen=True, slots=True)
class Scene:
    """What a child has before the jail closes: a connected socket, a listening abstract one, a folder."""

    near: socket.socket
    far: socket.socket
    listening: socket.socket
    scratch: Path


def a_cnn(scene: Scene) -> list[int]:
    net = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2))
    answer = net(torch.randn(2, 3, 16, 16))
    answer.sum().backward()
    return list(answer.shape)


def an_lstm(scene: Scene) -> list[int]:
    answer, _ = nn.LSTM(4, 8, batch_first=True)(torch.randn(2, 5, 4))
    answer.sum().backward()
    return list(answer.shape)


def attention(scene: Scene) -> list[int]:
    q = torch.randn(2, 4, 8, 16, requires_grad=True)
    answer = nn.functional.scaled_dot_product_attention(q, q, q, is_causal=True)
    answer.sum().backward()
    return list(answer.shape)


def an_svd(scene: Scene) -> bool:
    a = torch.randn(32, 16)
    u, s, v = torch.linalg.svd(a, full_matrices=False)
    return bool(torch.allclose(u @ torch.diag(s) @ v, a, atol=1e-4))


def an_fft(scene: Scene) -> bool:
    a = torch.randn(64)
    return bool(torch.allclose(torch.fft.ifft(torch.fft.fft(a)).real, a, atol=1e-5))


def adamw(scene: Scene) -> bool:
    weight = nn.Parameter(torch.ones(8))
    optimizer = torch.optim.AdamW([weight], lr=0.1)
    for _ in range(3):
        optimizer.zero_grad()
        weight.pow(2).sum().backward()
        optimizer.step()
    return bool((weight < 1).all())


def clamped(x: torch.Tensor, low: float) -> torch.Tensor:
    return torch.where(x > low, x, torch.full_like(x, low))


def scripted(scene: Scene) -> list[float]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        function = torch.jit.script(clamped)
    answer: list[float] = function(torch.tensor([-1.0, 2.0]), 0.0).tolist()
    return answer


def saved_and_loaded(scene: Scene) -> list[float]:
    path = scene.scratch / "model.pt"
    torch.save({"weight": torch.ones(3)}, path)
    answer: list[float] = torch.load(path, weights_only=True)["weight"].tolist()
    return answer


def two_torch_threads(scene: Scene) -> list[int]:
    torch.set_num_threads(2)
    answer = torch.randn(512, 512) @ torch.randn(512, 512)
    return [torch.get_num_threads(), *answer.shape]


def python_threads(scene: Scene) -> list[int]:
    found: list[int] = []
    threads = [threading.Thread(target=found.append, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(found)


def numpy_files(scene: Scene) -> list[float]:
    path = scene.scratch / "array.npy"
    np.save(path, np.linalg.inv(np.eye(3)) * 2)
    mapped = np.load(path, mmap_mode="r+")
    mapped[0, 0] = 5
    mapped.flush()
    answer: list[float] = np.load(path).diagonal().tolist()
    return answer


def temporary_files(scene: Scene) -> list[str]:
    with tempfile.TemporaryDirectory(dir=scene.scratch) as folder:
        with tempfile.NamedTemporaryFile(dir=folder) as file:
            file.write(b"x")
            file.flush()
        (Path(folder) / "a").mkdir()
        (Path(folder) / "b").write_text("text")
        os.replace(Path(folder) / "b", Path(folder) / "a" / "c")
        return [*os.listdir(folder), *os.listdir(Path(folder) / "a")]


def clocks_and_chance(scene: Scene) -> bool:
    before = time.monotonic()
    time.sleep(0.001)
    random.seed()
    times = (time.time(), time.perf_counter(), time.process_time(), time.thread_time())
    return time.monotonic() > before and all(times) and len(os.urandom(8)) == 8 and random.random() < 1


def talk(scene: Scene) -> list[str]:
    heard = [send_and_wait(scene, wait) for wait in (selectors.SelectSelector, selectors.PollSelector)]
    heard.append(send_and_wait(scene, selectors.EpollSelector))
    scene.near.sendmsg([b"mess", b"age"])
    heard.append(scene.far.recvmsg(64)[0].decode())
    scene.near.setblocking(False)
    return heard


def send_and_wait(scene: Scene, kind: Callable[[], selectors.BaseSelector]) -> str:
    with kind() as selector:
        selector.register(scene.far, selectors.EVENT_READ)
        scene.near.sendall(kind.__name__.encode())
        assert selector.select(10)
    return scene.far.recv(64).decode()


def about_itself(scene: Scene) -> list[bool]:
    found = (os.cpu_count(), os.sched_getaffinity(0), os.getpid(), os.uname().machine, os.getcwd())
    return [bool(fact) for fact in found] + [os.isatty(1), os.isatty(0)]


WORK = (a_cnn, an_lstm, attention, an_svd, an_fft, adamw, scripted, saved_and_loaded, python_threads)
WORK += (numpy_files, temporary_files, clocks_and_chance, talk, about_itself)


def all_work(scene: Scene) -> list[str]:
    """Everything honest on one thread of torch: after more, no process could be forked from this one."""
    return [work.__name__ for work in WORK if work(scene) is not None]

"""A08d Sockets of others: takes the addresses of all UNIX sockets from /proc and connects to them.

Stopped by: the network namespace, and seccomp: no call makes or connects a socket
Expected: rejected
"""
import socket
import torch


def softmax(x):
    found = ["\0grader", "/run/docker.sock", "/run/dbus/system_bus_socket", "/var/run/postgresql/.s.PGSQL.5432"]
    try:
        with open("/proc/net/unix") as table:
            found += [line.split()[7].replace("@", "\0") for line in table if len(line.split()) > 7]
    except OSError:
        pass
    for address in found:
        try:
            with socket.socket(socket.AF_UNIX) as peer:
                peer.connect(address)
                peer.sendall(b"GET / HTTP/1.0\r\n\r\n")
                raise RuntimeError(f"{address!r} answers: {peer.recv(100)!r}")
        except OSError:
            continue
    return torch.zeros_like(x)

"""What the kernel keeps a runner from: small steps, taken in the runner just before it reads a submission.

Each module below is one layer and imports only the standard library. Ask its ``supported()`` first;
elsewhere its steps raise ``OSError`` (``ENOSYS``). The system call filter comes last: after it none of the
others can be taken, undone or repeated. All of them hold for the calling thread and what it starts later,
so the process must have one thread.

* ``rlimits``: how much memory, time, files
* ``capabilities``: none of them, no new ones, no debugger, no orphans
* ``landlock``: which files; no TCP; no signals to others
* ``syscalls``, ``bpf``, ``seccomp``: which system calls; as data, as a program, into the kernel
"""

"""The walls around a parser: no network, no files written, so much memory and so much time. Called in the child itself.

On Linux a seccomp filter refuses the system calls that open or use sockets, for this process and what it starts, and
cannot be taken off. Everywhere an audit hook refuses what Python itself would do. `resource` holds the limits.
"""

from __future__ import annotations

import ctypes
import os
import platform
import resource
import sys
from typing import Any

_CALLS = {
    # machine: (audit architecture, numbers of the refused calls)
    # socket, socketpair, connect, accept, sendto, sendmsg, bind, listen, ptrace, accept4, sendmmsg, process_vm_readv,
    # process_vm_writev, io_uring_setup
    "x86_64": (0xC000003E, (41, 42, 43, 44, 46, 49, 50, 53, 101, 288, 307, 310, 311, 425)),
    "aarch64": (0xC00000B7, (198, 199, 200, 201, 202, 203, 206, 211, 117, 242, 269, 270, 271, 425)),
}
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # EACCES
_NO_NEW_RIGHTS, _SECCOMP, _FILTER = 38, 22, 2
_NETWORK = ("socket.", "ftplib.", "http.", "smtplib.", "urllib.", "poplib.", "imaplib.", "telnetlib.", "nntplib.")
_STARTS = ("subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.fork", "os.forkpty", "pty.spawn")
_WRITES = (
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "os.kill",
)


_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class _Instruction(ctypes.Structure):
    _fields_ = (("code", ctypes.c_ushort), ("jt", ctypes.c_ubyte), ("jf", ctypes.c_ubyte), ("k", ctypes.c_uint))


class _Program(ctypes.Structure):
    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.POINTER(_Instruction)))


def confine(*, memory: int, seconds: int, starts: bool) -> bool:
    """Puts up the walls. `starts` lets the process start others, which stand behind the same walls.

    Hands back whether the system itself (and not Python alone) keeps the network away.
    """
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
    if sys.platform.startswith("linux"):  # elsewhere the system does not hold processes to it
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    walled = _no_sockets()
    sys.addaudithook(_hook(starts))
    return walled


def _no_sockets() -> bool:
    if not sys.platform.startswith("linux") or platform.machine() not in _CALLS:
        return False
    architecture, calls = _CALLS[platform.machine()]
    last = len(calls)
    steps = [
        (_LOAD, 0, 0, 4), (_EQUAL, 1, 0, architecture), (_RETURN, 0, 0, _REFUSE), (_LOAD, 0, 0, 0),
        (_AT_LEAST, last + 1, 0, 0x40000000),
        *((_EQUAL, last - n, 0, number) for n, number in enumerate(calls)),
        (_RETURN, 0, 0, _ALLOW), (_RETURN, 0, 0, _REFUSE),
    ]  # fmt: skip
    code = (_Instruction * len(steps))(*steps)
    program = _Program(len(steps), code)
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    return prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0) == 0 and prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0


def _hook(starts: bool) -> Any:
    refused = (*_NETWORK, *_WRITES, *(() if starts else _STARTS))

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event.startswith(refused):
            raise PermissionError(f"a parser may not: {event}")
        if event == "open" and _writes(args):
            raise PermissionError("a parser may not write files")

    return hook


def _writes(args: tuple[Any, ...]) -> bool:
    """True for the opening of a file in order to write, or to make it; `/dev/null` holds nothing."""
    path, flags = args[0], args[2] if len(args) > 2 else 0
    return not isinstance(path, int) and path != os.devnull and bool((flags or 0) & _WRITING)

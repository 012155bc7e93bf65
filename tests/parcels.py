"""Attacks by packaging: what a stranger can hand in that is no honest file. Built by code, never shipped.

Each builder gets a folder that already holds one honest student, ``ada``, and makes another one hand in
something odd; its docstring names the trick and what must stop it. It returns where intake begins.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import stat
import struct
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from handed_in import GATHER, cell, fill, notebook, pack

from grader.intake import OddityKind

CANARY = "canary-5d1e"
SECRET = f"# {CANARY}\ndef gather(x, index):\n    return x\n"
Builder = Callable[[Path], Path]


@dataclass(frozen=True)
class Attack:
    """A trick, the kinds of oddities that must tell it, and whether the whole delivery is refused."""

    build: Builder
    kinds: tuple[OddityKind, ...]
    refused: bool = False

    @property
    def name(self) -> str:
        return self.build.__name__


ATTACKS: list[Attack] = []


def attack(*kinds: OddityKind, refused: bool = False) -> Callable[[Builder], Builder]:
    """Enter a builder into the corpus."""

    def enter(build: Builder) -> Builder:
        ATTACKS.append(Attack(build, kinds, refused))
        return build

    return enter


def outside(folder: Path) -> Path:
    """What lies beside the class and must be neither read nor changed."""
    return folder.parent / "outside"


def packed(folder: Path, **members: str | bytes) -> Path:
    """The honest class as a zip, with more members."""
    return pack(folder.parent / "class.zip", {"ada/gather.py": GATHER} | members)


def with_infos(folder: Path, *infos: tuple[zipfile.ZipInfo, str | bytes]) -> Path:
    """The honest class as a zip, with members whose records are made by hand."""
    place = packed(folder)
    with warnings.catch_warnings(), zipfile.ZipFile(place, "a") as archive:
        warnings.simplefilter("ignore")
        for info, content in infos:
            archive.writestr(info, content)
    return place


def patched(place: Path, old: bytes, new: bytes) -> Path:
    """Change bytes of an archive; both must be there and equally long."""
    data = place.read_bytes()
    assert old in data
    assert len(old) == len(new)
    place.write_bytes(data.replace(old, new))
    return place


def member(name: str, mode: int = 0) -> zipfile.ZipInfo:
    """A member's record, with a Unix mode."""
    info = zipfile.ZipInfo(name)
    info.external_attr = mode << 16
    return info


# Folders: links and things that are no files.


@attack(OddityKind.LINK)
def link_to_a_file(folder: Path) -> Path:
    """H01: eve/gather.py links to a secret; O_NOFOLLOW and the listing stop it."""
    fill(folder, {"eve/notes.txt": ""})
    (folder / "eve/gather.py").symlink_to(outside(folder) / "gather.py")
    return folder


@attack(OddityKind.LINK)
def link_to_a_folder(folder: Path) -> Path:
    """H01: eve is a link to a folder of somebody else; the walk follows no link."""
    (folder / "eve").symlink_to(outside(folder))
    return folder


@attack(OddityKind.LINK)
def link_in_the_middle(folder: Path) -> Path:
    """H01: a folder on the way to gather.py is a link; the walk follows no link."""
    fill(folder, {"eve/scatter.py": GATHER})
    (folder / "eve/hw1").symlink_to(outside(folder))
    return folder


@attack(OddityKind.LINK)
def link_loop(folder: Path) -> Path:
    """A folder that links to its parent would be walked for ever; the walk follows no link."""
    fill(folder, {"eve/scatter.py": GATHER})
    (folder / "eve/again").symlink_to(folder / "eve")
    return folder


@attack(OddityKind.LINK)
def link_to_a_device(folder: Path) -> Path:
    """A link to /dev/zero never ends when it is read; the walk follows no link."""
    fill(folder, {"eve/notes.txt": ""})
    (folder / "eve/gather.py").symlink_to("/dev/zero")
    return folder


@attack(OddityKind.HARD_LINK)
def hard_link(folder: Path) -> Path:
    """H02: a second name of a sibling's file; st_nlink must be 1."""
    fill(folder, {"eve/notes.txt": ""})
    os.link(outside(folder) / "gather.py", folder / "eve/gather.py")
    return folder


@attack(OddityKind.NOT_A_FILE)
def named_pipe(folder: Path) -> Path:
    """H03: opening a pipe waits for a writer; O_NONBLOCK and S_ISREG stop it."""
    fill(folder, {"eve/notes.txt": ""})
    os.mkfifo(folder / "eve/gather.py")
    return folder


@attack(OddityKind.NOT_A_FILE)
def pipe_as_notebook(folder: Path) -> Path:
    """H03 again for notebooks: the same reading, the same refusal."""
    fill(folder, {"eve/notes.txt": ""})
    os.mkfifo(folder / "eve/gather.ipynb")
    return folder


@attack(OddityKind.NOT_A_FILE)
def unix_socket(folder: Path) -> Path:
    """H03: a socket in a file's place; it cannot be opened, and that is told as what it is."""
    fill(folder, {"eve/notes.txt": ""})
    here = os.getcwd()
    os.chdir(folder / "eve")
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("gather.py")
    finally:
        os.chdir(here)
    return folder


@attack(OddityKind.NOT_A_FILE)
def folder_named_like_a_file(folder: Path) -> Path:
    """A folder called gather.py; it is told, and is no submission."""
    (folder / "eve/gather.py").mkdir(parents=True)
    return folder


@attack(OddityKind.TOO_MANY)
def very_deep_folders(folder: Path) -> Path:
    """Two hundred folders in each other; the walk has a depth and does not recurse."""
    fill(folder, {"eve/scatter.py": GATHER})
    (folder / "eve").joinpath(*["d"] * 200).mkdir(parents=True)
    return folder


@attack(OddityKind.ARCHIVE, OddityKind.NO_SUBMISSION)
def zip_in_a_folder(folder: Path) -> Path:
    """H05: an archive handed in as a file; archives within are never opened."""
    (folder / "eve").mkdir()
    pack(folder / "eve/gather.zip", {"gather.py": GATHER})
    return folder


# Names.


@attack(OddityKind.NAME)
def option_as_a_student(folder: Path) -> Path:
    """H12: a student called --jobs=9 could be an option of a command; the id begins with a letter."""
    return fill(folder, {"--jobs=9/gather.py": GATHER})


@attack(OddityKind.NAME)
def newline_in_a_name(folder: Path) -> Path:
    """H12: a line break in a name forges a line of a report; shown escaped, and the id has none."""
    return fill(folder, {"eve\nPASSED/gather.py": GATHER})


@attack(OddityKind.NAME)
def terminal_codes_in_a_name(folder: Path) -> Path:
    """I02: escape codes in a name would clear the teacher's screen; shown as escapes."""
    return fill(folder, {"eve\x1b[2J\x07/gather.py": GATHER})


@attack(OddityKind.NAME)
def reversed_text_in_a_name(folder: Path) -> Path:
    """I04: a bidirectional override makes a name read as another; shown as an escape."""
    return fill(folder, {"eve\u202eada/gather.py": GATHER})


@attack(OddityKind.NAME)
def bytes_that_are_no_text_in_a_name(folder: Path) -> Path:
    """I04: a name that is no UTF-8 crashes what prints it; shown as an escape."""
    os.mkdir(os.fsencode(folder) + b"/eve\xff")
    return fill(folder, {os.fsdecode(b"eve\xff") + "/gather.py": GATHER})


@attack(OddityKind.NAME)
def reserved_name(folder: Path) -> Path:
    """H06: NUL is a device on Windows, where a report for it could not be written; another id."""
    return fill(folder, {"nul/gather.py": GATHER})


@attack(OddityKind.NAME)
def trailing_dot(folder: Path) -> Path:
    """H06: Windows drops a trailing dot, so ``ada.`` would be ``ada``; another id."""
    return fill(folder, {"ada./gather.py": GATHER})


@attack(OddityKind.NAME)
def dots_in_a_name(folder: Path) -> Path:
    """H12: ``..`` in an id could walk out of the report's folder; another id."""
    return fill(folder, {"..\\..\\grades/gather.py": GATHER})


@attack(OddityKind.NAME)
def very_long_name(folder: Path) -> Path:
    """H06: an id as long as a file name may be leaves no room for the report's suffix; shortened."""
    return fill(folder, {"e" * 255 + "/gather.py": GATHER})


@attack(OddityKind.NAME)
def same_name_in_another_case(folder: Path) -> Path:
    """H06: ADA and ada are one folder on other systems; two students with two ids."""
    return fill(folder, {"ADA/gather.py": GATHER})


@attack(OddityKind.NAME)
def same_name_in_another_form(folder: Path) -> Path:
    """H06: é as one character and as two are one folder on other systems; two ids."""
    return fill(folder, {"Andr\u00e9/gather.py": GATHER, "Andre\u0301/gather.py": GATHER})


# Texts.


@attack()
def encoding_cookie(folder: Path) -> Path:
    r"""H07: a declared encoding in which ``\u000a`` is a line break hides code; we decode UTF-8 whatever it says."""
    return fill(folder, {"eve/gather.py": "# coding: raw_unicode_escape\n# \\u000aimport os\n" + GATHER})


@attack()
def byte_order_mark(folder: Path) -> Path:
    """H08: a mark at the start is no part of the text."""
    return fill(folder, {"eve/gather.py": b"\xef\xbb\xbf" + GATHER.encode()})


@attack(OddityKind.ENCODING)
def null_bytes(folder: Path) -> Path:
    """H08: NUL bytes end a text for some readers and not for others; refused with the line."""
    return fill(folder, {"eve/gather.py": GATHER + "\0 = 1\n"})


@attack(OddityKind.ENCODING)
def utf_16(folder: Path) -> Path:
    """H08: UTF-16 is told by its mark, not as a wrong byte."""
    return fill(folder, {"eve/gather.py": GATHER.encode("utf-16")})


@attack(OddityKind.ENCODING)
def not_utf_8(folder: Path) -> Path:
    """H08: Latin-1 is refused with the byte and its line."""
    return fill(folder, {"eve/gather.py": "# caf\xe9\n".encode("latin-1")})


@attack()
def carriage_returns_only(folder: Path) -> Path:
    """H08: lines that end in CR alone are Python's business; the text is kept as it is."""
    return fill(folder, {"eve/gather.py": GATHER.replace("\n", "\r")})


@attack(OddityKind.TOO_LARGE)
def ten_megabytes_of_source(folder: Path) -> Path:
    """A source of 10 MB would be parsed for minutes; refused by its size before it is read."""
    return fill(folder, {"eve/gather.py": b"#" * (10 << 20)})


@attack(OddityKind.TOO_LARGE)
def sparse_terabyte(folder: Path) -> Path:
    """A file with a hole says it has a terabyte; refused by its size before it is read."""
    fill(folder, {"eve/gather.py": ""})
    os.truncate(folder / "eve/gather.py", 1 << 40)
    return folder


@attack()
def shadowing_modules(folder: Path) -> Path:
    """H10, H11: modules and configurations beside a submission have no effect and are no news."""
    names = (
        "torch.py",
        "random.py",
        "conftest.py",
        "pytest.ini",
        "tox.ini",
        "x.pth",
        "torch/__init__.py",
        "a.so",
    )
    return fill(folder, {f"eve/{name}": "raise SystemExit" for name in names} | {"eve/gather.py": GATHER})


# Notebooks.


@attack(OddityKind.LEFT_OUT)
def shell_in_a_notebook(folder: Path) -> Path:
    """H13: shell lines and cells; nothing is executed, and what was left out is told."""
    touch = f"touch {outside(folder)}/owned"
    return fill(
        folder, {"eve/gather.ipynb": notebook(cell(f"!{touch}\n{GATHER}"), cell(f"%%bash\n{touch}\n"))}
    )


@attack(OddityKind.TOO_LARGE)
def huge_output_in_a_notebook(folder: Path) -> Path:
    """H13: 100 MB of output; refused by its size before it is parsed."""
    fill(folder, {"eve/gather.ipynb": notebook(cell(GATHER))})
    os.truncate(folder / "eve/gather.ipynb", 100 << 20)
    return folder


@attack(OddityKind.NOTEBOOK)
def notebook_that_is_no_json(folder: Path) -> Path:
    """H13: half a notebook; a row, and a submission that cannot be read."""
    return fill(folder, {"eve/gather.ipynb": notebook(cell(GATHER))[:-9]})


@attack(OddityKind.NOTEBOOK)
def deeply_nested_json(folder: Path) -> Path:
    """Brackets within brackets overflow a parser's stack; the parser's own limit becomes a row."""
    return fill(folder, {"eve/gather.ipynb": "[" * 200_000})


@attack(OddityKind.NOTEBOOK)
def deeply_nested_output(folder: Path) -> Path:
    """The same within a cell's output, where nobody looks; a row."""
    deep = '{"a":' * 50_000 + "1" + "}" * 50_000
    whole = notebook(cell(GATHER) | {"outputs": ["@"]}).replace('"@"', deep)
    return fill(folder, {"eve/gather.ipynb": whole})


@attack(OddityKind.NOTEBOOK)
def json_of_another_shape(folder: Path) -> Path:
    """JSON that is no notebook makes readers stumble anywhere; every stumble becomes a row."""
    shapes = ("[]", "5", "{}", '{"nbformat": 4}', '{"nbformat": "x", "cells": 3}', '{"nbformat": 9e99}')
    for number, shape in enumerate(shapes):
        fill(folder, {f"eve{number}/gather.ipynb": shape})
    cells = [
        [{"cell_type": "code", "source": 5}],
        [3],
        [{"cell_type": "code", "metadata": {"tags": 1}}],
        None,
    ]
    for number, bad in enumerate(cells):
        whole = {"cells": bad, "nbformat": 4, "nbformat_minor": 5, "metadata": {}}
        fill(folder, {f"fay{number}/gather.ipynb": json.dumps(whole)})
    return folder


@attack(OddityKind.NOTEBOOK)
def expression_too_deep_to_parse(folder: Path) -> Path:
    """Code nested so deeply that Python's parser gives up; the cell is named."""
    deep = "def gather(x):\n    return " + "(" * 50_000 + "x" + ")" * 50_000 + "\n"
    return fill(folder, {"eve/gather.ipynb": notebook(cell(deep))})


@attack()
def expression_too_long_to_walk(folder: Path) -> Path:
    """A sum of 20 000 terms is a tree as deep; walking it must not overflow, and it hides nothing else."""
    long = "y = 0" + "+1" * 20_000 + "\n"
    return fill(folder, {"eve/gather.ipynb": notebook(cell(long), cell("def gather(x):\n    return x\n"))})


@attack(OddityKind.LEFT_OUT)
def ten_thousand_magics(folder: Path) -> Path:
    """A parser that starts again at each of 10 000 magics takes minutes; after some they go at once."""
    return fill(folder, {"eve/gather.ipynb": notebook(cell("!x\n" * 10_000 + GATHER))})


@attack(OddityKind.NOTEBOOK)
def sixty_thousand_statements(folder: Path) -> Path:
    """Names are followed through every statement; a notebook with too many is refused."""
    return fill(folder, {"eve/gather.ipynb": notebook(cell("a=b\n" * 60_000), cell(GATHER))})


@attack(OddityKind.NOTEBOOK)
def half_a_character(folder: Path) -> Path:
    """A lone surrogate in JSON cannot be hashed as UTF-8; the cell is no Python, and is named."""
    whole = notebook(cell("def gather(x):\n    return '@'\n")).replace("@", "\\ud800")
    return fill(folder, {"eve/gather.ipynb": whole})


# Archives.


@attack(OddityKind.ARCHIVE)
def parent_folder_in_a_zip(folder: Path) -> Path:
    """H04: ../ in a member's name; nothing is extracted, and the member is refused."""
    return packed(folder, **{"eve/../../outside/gather.py": SECRET})


@attack(OddityKind.ARCHIVE)
def absolute_name_in_a_zip(folder: Path) -> Path:
    """H04: an absolute name; refused."""
    return packed(folder, **{"/eve/gather.py": GATHER})


@attack(OddityKind.ARCHIVE)
def drive_letter_in_a_zip(folder: Path) -> Path:
    """H04: a drive's letter leads out on Windows; refused."""
    return packed(folder, **{"C:/eve/gather.py": GATHER})


@attack(OddityKind.ARCHIVE)
def backslashes_in_a_zip(folder: Path) -> Path:
    """H04: backslashes are separators on Windows; refused."""
    return packed(folder, **{"eve\\..\\..\\gather.py": GATHER})


@attack(OddityKind.LINK)
def link_in_a_zip(folder: Path) -> Path:
    """H04: a member that is a symbolic link; refused, its text is no source."""
    return with_infos(folder, (member("eve/gather.py", stat.S_IFLNK | 0o777), "../../outside/gather.py"))


@attack(OddityKind.NOT_A_FILE)
def pipe_in_a_zip(folder: Path) -> Path:
    """A member whose mode says pipe; refused."""
    return with_infos(folder, (member("eve/gather.py", stat.S_IFIFO | 0o644), ""))


@attack(OddityKind.ARCHIVE)
def zip_bomb(folder: Path) -> Path:
    """H05: a member that grows a thousandfold; refused by its declared ratio before inflating."""
    return packed(folder, **{"eve/gather.py": b"#" * (8 << 20)})


@attack(OddityKind.ARCHIVE)
def zip_bomb_that_lies(folder: Path) -> Path:
    """H05: a bomb that declares 99 bytes; no more than declared is inflated, and the checksum tells."""
    place = packed(folder, **{"eve/gather.py": b"#" * 1_234_567})
    return patched(place, struct.pack("<L", 1_234_567), struct.pack("<L", 99))


@attack(OddityKind.ARCHIVE)
def zip_in_a_zip(folder: Path) -> Path:
    """H05: nested archives multiply ratios; an archive within is never opened."""
    inner = pack(folder.parent / "inner.zip", {"gather.py": GATHER})
    return packed(folder, **{"eve/gather.zip": inner.read_bytes()})


@attack(refused=True)
def a_million_members_claimed(folder: Path) -> Path:
    """H05: an archive that claims 65 535 members; refused by its last record, before its directory is parsed."""
    place = packed(folder)
    data = bytearray(place.read_bytes())
    data[-14:-10] = b"\xff" * 4
    place.write_bytes(data)
    return place


@attack(refused=True)
def many_members(folder: Path) -> Path:
    """H05: an archive with more members than we read; refused as a whole, with the advice to unpack it."""
    return packed(folder, **{f"eve/{number}": "" for number in range(10_001)})


@attack(refused=True)
def wide_record_that_lies(folder: Path) -> Path:
    """A zip64 record claims a directory of exabytes; refused before any of it is parsed."""
    place = packed(folder)
    data = place.read_bytes()
    at = data.rfind(b"PK\5\6")
    start, size = len(data) - at, 1 << 60
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, size, start)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    place.write_bytes(data[:at] + record + locator + data[at:])
    return place


@attack(OddityKind.TOO_LARGE)
def wide_member_that_lies(folder: Path) -> Path:
    """A zip64 field claims exabytes for one member; refused by the declared size."""
    info = member("eve/gather.py")
    info.extra = struct.pack("<HHQQ", 1, 16, 1 << 62, 1 << 62)
    place = with_infos(folder, (info, GATHER))
    data = bytearray(place.read_bytes())
    entry = data.rfind(b"PK\1\2")
    data[entry + 20 : entry + 28] = b"\xff" * 8
    place.write_bytes(data)
    return place


@attack(OddityKind.ARCHIVE)
def overlapping_members(folder: Path) -> Path:
    """Two members of the same bytes, the core of the densest bombs; both are refused."""
    place = packed(folder, **{"eve/gather.py": "# 1\n", "fay/gather.py": "# 2\n"})
    data = bytearray(place.read_bytes())
    first, second = (
        data.rfind(b"PK\1\2", 0, data.rfind(name)) for name in (b"eve/gather.py", b"fay/gather.py")
    )
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    place.write_bytes(data)
    return place


@attack(OddityKind.ARCHIVE)
def encrypted_member(folder: Path) -> Path:
    """A member with a password; refused, not asked for."""
    place = packed(folder, **{"eve/gather.py": GATHER})
    data = bytearray(place.read_bytes())
    for mark, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.rfind(mark) + offset] |= 1
    place.write_bytes(data)
    return place


@attack(OddityKind.ARCHIVE)
def same_member_twice(folder: Path) -> Path:
    """Readers disagree on which of two members of one name counts; neither is read."""
    return with_infos(folder, (member("eve/gather.py"), "one = 1"), (member("eve/gather.py"), "two = 2"))


@attack(OddityKind.ARCHIVE)
def members_that_differ_by_case(folder: Path) -> Path:
    """H06: one file on other systems; neither is read."""
    return packed(folder, **{"eve/gather.py": "one = 1", "eve/GATHER.py": "two = 2"})


@attack(OddityKind.ARCHIVE)
def members_that_differ_by_form(folder: Path) -> Path:
    """H06: é as one character and as two; neither is read."""
    return packed(folder, **{"\u00e9ve/gather.py": "one = 1", "e\u0301ve/gather.py": "two = 2"})


@attack(OddityKind.ARCHIVE)
def null_in_a_members_name(folder: Path) -> Path:
    """A NUL cuts a name short for some readers: ``eve/gather.py`` for one, another name for others."""
    return patched(packed(folder, **{"eve/gather.pyX.txt": GATHER}), b"gather.pyX", b"gather.py\0")


@attack(OddityKind.ARCHIVE)
def unusual_compression(folder: Path) -> Path:
    """LZMA asks for as much memory as its header likes; only deflate is read."""
    info = member("eve/gather.py")
    info.compress_type = zipfile.ZIP_LZMA
    return with_infos(folder, (info, GATHER))


@attack(OddityKind.ARCHIVE)
def damaged_member(folder: Path) -> Path:
    """Bytes that do not inflate; a row about that member, the others are read."""
    info = member("eve/gather.py")
    return patched(with_infos(folder, (info, GATHER + "# stored\n")), b"# stored", b"# harmed")


@attack(refused=True)
def half_an_archive(folder: Path) -> Path:
    """A download that broke off; the teacher is told to download it again."""
    place = packed(folder)
    place.write_bytes(place.read_bytes()[:-30] + b"PK\5\6")
    return place


@attack()
def polyglot(folder: Path) -> Path:
    """A script with the archive appended is a zip to some; as a zip it is read like any."""
    place = packed(folder, **{"eve/gather.py": GATHER})
    place.write_bytes(b"#!/bin/sh\ntouch owned\n" + place.read_bytes())
    return place


def device_node(folder: Path) -> Path:
    """H03: a device in a file's place acts when it is opened; refused by its kind (needs root to build)."""
    fill(folder, {"eve/notes.txt": ""})
    os.mknod(folder / "eve/gather.py", stat.S_IFCHR | 0o600, os.makedev(1, 5))
    return folder


if os.geteuid() == 0:
    attack(OddityKind.NOT_A_FILE)(device_node)


def swap_for_a_link(folder: Path, name: str) -> None:
    """H14: after the names were listed, a file or folder becomes a link to what lies outside."""
    path = folder / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    path.symlink_to(outside(folder) / path.name if path.suffix else outside(folder))

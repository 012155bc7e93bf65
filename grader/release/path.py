"""The learning path of a release: the modules that it has, and what those still need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set

import tomlkit

from grader.model import Module


def narrowed(modules: Iterable[Module], kept: Set[str]) -> tuple[Module, ...]:
    """Return the modules that are kept; what one needs through another that is not, it needs directly."""
    by_id: dict[str, Module] = {}
    for module in modules:
        needs = dict.fromkeys(need for name in module.needs for need in _nearest(name, by_id, kept))
        by_id[module.id] = Module(module.id, module.title, tuple(needs))
    return tuple(module for module in by_id.values() if module.id in kept)


def _nearest(name: str, known: Mapping[str, Module], kept: Set[str]) -> tuple[str, ...]:
    return (name,) if name in kept else known[name].needs


def write_path(modules: Iterable[Module]) -> bytes:
    """Return ``path.toml``."""
    document = tomlkit.document()
    table = tomlkit.aot()
    for module in modules:
        title = tomlkit.inline_table()
        title.update({"en": module.title.en, "zh": module.title.zh})
        table.append(tomlkit.item({"id": module.id, "title": title, "needs": list(module.needs)}))
    document.append("module", table)
    return tomlkit.dumps(document).encode()

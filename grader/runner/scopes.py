"""What names mean in a source: the scopes that bind them, and the library objects and strings they hold."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
UNKNOWN_VALUE = "torch.Tensor"  # what getattr(x, "gather") is taken to look into


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that one module, class or function binds; ``opaque`` ones hold values unknown to us."""

    parent: Scope | None = None
    is_class: bool = False
    dotted: dict[str, str] = field(default_factory=dict)
    strings: dict[str, str] = field(default_factory=dict)
    definitions: dict[str, list[Definition]] = field(default_factory=dict)
    opaque: set[str] = field(default_factory=set)
    stars: list[str] = field(default_factory=list)

    def binding(self, name: str, *, inside: bool = False) -> Scope | None:
        """Return the innermost scope that binds ``name``; a class body is unseen from its methods."""
        hidden = self.is_class and inside
        bound = name in self.dotted or name in self.definitions or name in self.opaque or name in self.strings
        if bound and not hidden:
            return self
        return self.parent.binding(name, inside=True) if self.parent else None


def bind(body: Sequence[ast.AST], scope: Scope) -> Scope:
    """Note what the statements of one scope bind, those of nested scopes left aside."""
    nodes = list(_own_nodes(body))
    for node in nodes:
        if isinstance(node, ast.Import | ast.ImportFrom):
            _bind_import(node, scope)
        elif isinstance(node, DEFINITIONS):
            scope.definitions.setdefault(node.name, []).append(node)
    simple = [pair for node in nodes for pair in _simple_assignments(node)]
    for name, value in simple:
        _bind_value(name.id, value, scope)
    assigned = {id(name) for name, _ in simple}
    scope.opaque.update(name for node in nodes if id(node) not in assigned for name in _stored(node))
    return scope


def _bind_value(name: str, value: ast.expr, scope: Scope) -> None:
    dotted, string = resolve(value, scope), fold(value, scope)
    if dotted is not None:
        scope.dotted[name] = dotted
    elif string is not None:
        scope.strings[name] = string
    elif not (isinstance(value, ast.Constant) and value.value is None):
        scope.opaque.add(name)


def resolve(node: ast.expr, scope: Scope) -> str | None:
    """Return the dotted name of the library object that an expression is, if that can be read off it."""
    if isinstance(node, ast.Name):
        return _resolve_name(node.id, scope)
    if isinstance(node, ast.Attribute):
        return _below(resolve(node.value, scope), node.attr)
    if isinstance(node, ast.NamedExpr):
        return resolve(node.value, scope)
    if isinstance(node, ast.Subscript):
        return _resolve_item(node, scope)
    return _resolve_call(node, scope) if isinstance(node, ast.Call) else None


def _resolve_name(name: str, scope: Scope) -> str | None:
    home = scope.binding(name)
    if home is not None:
        return None if name in home.opaque or name in home.definitions else home.dotted.get(name)
    if hasattr(builtins, name):
        return None
    while scope.parent:
        scope = scope.parent
    return f"{scope.stars[0]}.{name}" if scope.stars else None


def _resolve_item(node: ast.Subscript, scope: Scope) -> str | None:
    owner, key = resolve(node.value, scope), fold(node.slice, scope)
    if owner is None or key is None:
        return None
    if owner == "sys.modules":
        return key
    return _below(owner.removesuffix(".__dict__"), key) if owner.endswith(".__dict__") else None


def _resolve_call(node: ast.Call, scope: Scope) -> str | None:
    callee = _callee(node.func, scope)
    strings = [fold(argument, scope) for argument in node.args]
    if callee in ("__import__", "importlib.import_module") and strings:
        return strings[0]
    if callee == "vars" and node.args:
        return _below(resolve(node.args[0], scope), "__dict__")
    if callee in ("operator.attrgetter", "operator.methodcaller") and strings:
        return _below(UNKNOWN_VALUE, strings[0])
    if callee == "getattr" and len(strings) > 1 and not _is_own(node.args[0], scope):
        return _below(resolve(node.args[0], scope) or UNKNOWN_VALUE, strings[1])
    return None


def _callee(node: ast.expr, scope: Scope) -> str | None:
    """Return the name of what is called: a builtin's, or a library's."""
    if isinstance(node, ast.Name) and scope.binding(node.id) is None:
        return node.id
    return (resolve(node, scope) or "").removeprefix("builtins.") or None


def _is_own(node: ast.expr, scope: Scope) -> bool:
    """Tell whether an expression is the submission's own object, whose attributes are its own too."""
    if not isinstance(node, ast.Name):
        return False
    home = scope.binding(node.id)
    return node.id in ("self", "cls") or (home is not None and node.id in home.definitions)


def fold(node: ast.expr, scope: Scope) -> str | None:
    """Return the string that an expression always is, if it is one."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.Name):
        home = scope.binding(node.id)
        return home.strings.get(node.id) if home and node.id not in home.opaque else None
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _joined("", [fold(node.left, scope), fold(node.right, scope)])
    if isinstance(node, ast.JoinedStr):
        return _joined("", [_fold_piece(piece, scope) for piece in node.values])
    return _fold_method(node, scope)


def _fold_piece(node: ast.expr, scope: Scope) -> str | None:
    """Fold a piece of an f-string; a conversion or a format spec changes the string, so it is unknown."""
    if isinstance(node, ast.FormattedValue):
        return fold(node.value, scope) if node.conversion == -1 and node.format_spec is None else None
    return fold(node, scope)


def _fold_method(node: ast.expr, scope: Scope) -> str | None:
    if isinstance(node, ast.Subscript) and ast.unparse(node.slice) == "::-1":
        string = fold(node.value, scope)
        return string[::-1] if string is not None else None
    match node:
        case ast.Call(ast.Attribute(glue, "join"), [ast.List(items) | ast.Tuple(items)]):
            return _joined(fold(glue, scope), [fold(item, scope) for item in items])
    return None


def _joined(glue: str | None, parts: Sequence[str | None]) -> str | None:
    known = [part for part in parts if part is not None]
    return glue.join(known) if glue is not None and len(known) == len(parts) else None


def _below(owner: str | None, name: str | None) -> str | None:
    return f"{owner}.{name}" if owner is not None and name is not None else None


def _own_nodes(body: Sequence[ast.AST]) -> Iterator[ast.AST]:
    """Yield the nodes of one scope: nested definitions themselves, but nothing inside them."""
    stack = list(reversed(body))
    while stack:
        node = stack.pop()
        yield node
        if not isinstance(node, (*DEFINITIONS, ast.Lambda)):
            stack += reversed(list(ast.iter_child_nodes(node)))


def _bind_import(node: ast.Import | ast.ImportFrom, scope: Scope) -> None:
    for alias in node.names:
        name = alias.asname or alias.name
        if isinstance(node, ast.Import):
            root = name.split(".")[0]
            scope.dotted[name if alias.asname else root] = alias.name if alias.asname else root
        elif name == "*":
            scope.stars.append(node.module or "")
        else:
            scope.dotted[name] = f"{node.module}.{alias.name}" if not node.level else alias.name


def _simple_assignments(node: ast.AST) -> Iterator[tuple[ast.Name, ast.expr]]:
    """Yield the pairs of ``a = value``, ``a: T = value``, ``(a := value)`` and ``a, b = value, value``."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    value = node.value if isinstance(node, ast.Assign | ast.AnnAssign | ast.NamedExpr) else None
    for target in targets if value is not None else ():
        if isinstance(target, ast.Name) and value is not None:
            yield target, value
        elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
            pairs = zip(target.elts, value.elts, strict=False)
            yield from ((name, item) for name, item in pairs if isinstance(name, ast.Name))


def _stored(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del):
        yield node.id
    elif isinstance(node, ast.ExceptHandler | ast.MatchAs | ast.MatchStar) and node.name:
        yield node.name


def parameters(args: ast.arguments) -> set[str]:
    """Return the names that a signature binds."""
    every = [*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg]
    return {argument.arg for argument in every if argument}

"""The rules of the house as functions: a parsed module in, complaints out; each is tried on a bad example."""

import ast
import re
from collections.abc import Iterator

MODULE_LINES = 600
FUNCTION_LINES = 60
PARAMETERS = 7
DRAWERS = frozenset({"utils", "util", "helpers", "helper", "common", "core", "base", "misc", "manager", "lib"})
# A finding's code: words in capitals joined by hyphens. Names of encodings and of kinds of directives look the
# same only with digits or strokes in them.
CODE = re.compile(r"[A-Z]{2,}(?:-[A-Z]{2,})+")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions_of(tree: ast.AST) -> Iterator[Function]:
    """Every function and method, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def long_functions(tree: ast.AST) -> list[str]:
    """Functions of more lines than the ceiling, their docstring not counted."""
    return [
        f"{function.lineno} {function.name}: {length} lines"
        for function in functions_of(tree)
        if (length := _length(function)) > FUNCTION_LINES
    ]


def crowded_functions(tree: ast.AST) -> list[str]:
    """Functions of more parameters than the ceiling, `self` and `cls` not counted."""
    return [
        f"{function.lineno} {function.name}: {count} parameters"
        for function in functions_of(tree)
        if (count := len(_parameters(function))) > PARAMETERS
    ]


def hidden_imports(tree: ast.AST) -> list[str]:
    """Imports of our own code inside functions."""
    return [
        f"{node.lineno} in {function.name}"
        for function in functions_of(tree)
        for node in ast.walk(function)
        if _imports_own(node)
    ]


def bare_units(tree: ast.AST) -> list[str]:
    """Names with the word unit in them: say `org` (who) or `measure` (what is counted)."""
    return [
        f"{getattr(node, 'lineno', 0)} {name}"
        for node in ast.walk(tree)
        for name in _names(node)
        if {"unit", "units"} & set(re.split(r"_|(?<=[a-z])(?=[A-Z])", name.lower()))
    ]


def silent_tests(tree: ast.AST) -> list[str]:
    """Tests that do not state their promise."""
    return [
        f"{function.lineno} {function.name}"
        for function in functions_of(tree)
        if function.name.startswith("test_") and not ast.get_docstring(function)
    ]


def codes_in(tree: ast.AST) -> set[str]:
    """What looks like the code of a finding among the module's constants."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value)
    }


def _length(function: Function) -> int:
    length = (function.end_lineno or function.lineno) - function.lineno + 1
    first = function.body[0]
    if ast.get_docstring(function) is not None:
        length -= (first.end_lineno or first.lineno) - first.lineno + 1
    return length


def _parameters(function: Function) -> list[ast.arg]:
    given = function.args
    return [arg for arg in (*given.posonlyargs, *given.args, *given.kwonlyargs) if arg.arg not in {"self", "cls"}]


def _imports_own(node: ast.AST) -> bool:
    if isinstance(node, ast.Import):
        return any(name.name.split(".")[0] == "tongket" for name in node.names)
    return isinstance(node, ast.ImportFrom) and (node.level > 0 or (node.module or "").split(".")[0] == "tongket")


def _names(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Name):
        return [node.id] if isinstance(node.ctx, ast.Store) else []
    if isinstance(node, ast.arg):
        return [node.arg]
    if isinstance(node, Function | ast.ClassDef):
        return [node.name]
    return []

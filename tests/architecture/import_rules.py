"""A contract of import-linter: what each room may import, other libraries included."""

from __future__ import annotations

import re
import sys

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class Allowances(Contract):
    """Each room imports itself, the standard library, and what its lines name; nothing else.

    A line of `allowed` is `importer -> imported imported ...`. Both are packages or modules, with
    all that is in them; `*` stands for any letters of one part of a name. The lines that fit a
    module add up. A room is a package in `rooms`, or a module that lies beside them. A module that
    no line fits is broken, and so is a library in a line that nobody imports.
    """

    rooms = fields.StringField()
    allowed = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Raises nothing; what is wrong stands in the answer, in words."""
        root = str(self.rooms)
        lines = [(line, *line.split(" ->")) for line in self.allowed]  # type: ignore[attr-defined]
        unused = {
            (line, name)
            for line, _, names in lines
            for name in names.split()
            if name.split(".")[0] != root
        }
        found = []
        for module in sorted({root, *graph.find_descendants(root)}):
            fitting = [(line, names.split()) for line, who, names in lines if _fits(who, module)]
            if not fitting and module != root:
                found.append(f"{module}: no line says what it may import")
            wanted = _outside(graph, module, root)
            for imported in wanted:
                granted = {(x, n) for x, names in fitting for n in names if _fits(n, imported)}
                unused -= granted
                if not granted:
                    found.append(f"{module} -> {imported}")
        found += [f"nobody needs {name!r} of: {line}" for line, name in sorted(unused)]
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Prints each import that no line allows, and each allowance that nobody needs."""
        for line in check.metadata["found"]:
            output.print_error(f"- {line}", bold=False)
        output.new_line()


def _outside(graph: ImportGraph, module: str, root: str) -> list[str]:
    """What a module imports of other rooms and of other libraries."""
    room = _room(module, root)
    return sorted(
        imported
        for imported in graph.find_modules_directly_imported_by(module)
        if _room(imported, root) != room
        and imported != root  # the version
        and imported.split(".")[0] not in sys.stdlib_module_names
    )


def _room(module: str, root: str) -> str:
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == root else parts[0]


def _fits(pattern: str, module: str) -> bool:
    words = re.escape(pattern).replace(r"\*", "[^.]*")
    return re.fullmatch(rf"{words}(\..+)?", module) is not None

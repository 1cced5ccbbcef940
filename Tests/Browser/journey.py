"""A journey is a function with a sentence for a name; the folder journeys/ is the list of them."""
import dataclasses
import importlib
import pathlib
import re
import typing

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

_journeys = []


@dataclasses.dataclass(frozen=True)
class Journey:
    name: str
    walk: typing.Callable
    only_in_matrix: bool

    @property
    def slug(self):
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")[:60]


def journey(name, only_in_matrix=False):
    """Marks a function as a journey: `@journey("a visitor finds a part")`."""
    def mark(walk):
        _journeys.append(Journey(name, walk, only_in_matrix))
        return walk
    return mark


def all_journeys(matrix):
    """Every journey of the folder, in the order of files and lines."""
    if not _journeys:
        folder = pathlib.Path(__file__).resolve().parent / "journeys"
        for path in sorted(folder.glob("*.py")):
            importlib.import_module(f"journeys.{path.stem}")
    return [j for j in _journeys if matrix or not j.only_in_matrix]

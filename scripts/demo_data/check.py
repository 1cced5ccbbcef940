"""Says what the demo data hold, so that a change of the script can be judged."""
from collections import Counter, defaultdict

from . import tables


def report(root):
    demo = root / "Sources/App/Demo"
    files = sorted(p for p in demo.rglob("*") if p.is_file())
    print(f"{sum(p.stat().st_size for p in files):,} bytes in {len(files)} files")
    parts = tables.read(demo / "parts.csv")
    print(f"{len(parts):,} parts of {len({p['manufacturer'] for p in parts})} makers")
    sellers = defaultdict(set)
    for row in tables.read(demo / "suppliers.csv"):
        for mpn in numbers(demo / "lists" / row["list"]):
            sellers[mpn].add(row["id"])
    print(f"{len(sellers):,} spellings;", dict(sorted(Counter(map(len, sellers.values())).items())),
          "by number of sellers")


def numbers(path):
    """The first cell of each line of a text list; a workbook is left out."""
    if path.suffix == ".xlsx":
        return []
    for encoding in ("utf-8-sig", "gb18030", "cp1252"):
        try:
            lines = path.read_text(encoding=encoding).splitlines()
            break
        except UnicodeDecodeError:
            continue
    return [line.split("\t")[0].split(";")[0].split(",")[0].strip('"') for line in lines]

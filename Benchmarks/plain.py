#!/usr/bin/env python3
"""What brute.c does not find out, by plain loops over the files of gen.py: `truth.replaced.tsv`
(after the first supplier's list was replaced) and `truth.filtered.tsv` (at least 1,000 pieces and
date code 2200), rows `qid total ids`; and `queries.all.tsv`, which asks each query three times:
alone, with facets (qid + 1000), and with those filters (qid + 2000)."""
import sys
from collections import defaultdict

folder = sys.argv[1]
PIECES, DATE_CODE = 1000, 2200


def rows(name):
    with open(f"{folder}/{name}", encoding="utf-8") as file:
        yield from (row.rstrip("\n").split("\t") for row in file)


fresh, replaced = defaultdict(list), defaultdict(list)
for name in ("lines.tsv", "replace.tsv"):
    for line, supplier, _, _, key, brand, _, date_code, quantity, _, rank in rows(name):
        entry = (int(rank), int(brand), line)
        if name == "replace.tsv" or supplier != "0":
            replaced[key].append(entry)
        if name == "lines.tsv" and int(quantity) >= PIECES and int(date_code) >= DATE_CODE:
            fresh[key].append(entry)


def keys(lines, kind, key):
    if kind.startswith("exact"):
        return [key] if key in lines else []
    if kind.startswith("prefix"):
        return [other for other in lines if other.startswith(key)]
    return [other for other in lines if key in other]


def answer(lines, kind, key, brand):
    found = [line for other in keys(lines, kind, key) for line in lines[other]]
    if brand >= 0:
        found = [line for line in found if line[1] == brand]
    found.sort(reverse=True)
    return f"{len(found)}\t{','.join(line[2] for line in found[:20])}"


with open(f"{folder}/truth.replaced.tsv", "w") as after, \
        open(f"{folder}/truth.filtered.tsv", "w") as filtered, \
        open(f"{folder}/queries.all.tsv", "w", encoding="utf-8") as asked:
    for query, kind, text, key, brand in rows("queries.tsv"):
        print(query, kind, text, key, brand, sep="\t", file=asked)
        if kind.startswith("typo"):
            continue
        number = int(query)
        print(number + 1000, kind + "+facets", text, key, brand, -1, -1, -1, 1, sep="\t",
              file=asked)
        print(number + 2000, kind + "+filters", text, key, brand, PIECES, DATE_CODE, -1, 0,
              sep="\t", file=asked)
        print(query, answer(replaced, kind, key, int(brand)), sep="\t", file=after)
        print(number + 2000, answer(fresh, kind, key, int(brand)), sep="\t", file=filtered)

#!/usr/bin/env python3
"""The truth after the first supplier's list has been replaced, by plain loops: the files of
gen.py in, `qid total ids` out."""
import sys
from collections import defaultdict

folder = sys.argv[1]
lines = defaultdict(list)
for name in ("lines.tsv", "replace.tsv"):
    for row in open(f"{folder}/{name}", encoding="utf-8"):
        line, supplier, _, _, key, brand, _, _, _, _, rank = row.rstrip("\n").split("\t")
        if name == "replace.tsv" or supplier != "0":
            lines[key].append((int(rank), int(brand), line))

for row in open(f"{folder}/queries.tsv", encoding="utf-8"):
    query, kind, _, key, brand = row.rstrip("\n").split("\t")
    if kind.startswith("exact"):
        keys = [key] if key in lines else []
    elif kind.startswith("prefix"):
        keys = [other for other in lines if other.startswith(key)]
    elif kind.startswith("infix"):
        keys = [other for other in lines if key in other]
    else:
        continue
    found = [line for other in keys for line in lines[other]]
    if int(brand) >= 0:
        found = [line for line in found if line[1] == int(brand)]
    found.sort(reverse=True)
    print(query, len(found), ",".join(line[2] for line in found[:20]), sep="\t")

#!/usr/bin/env python3
"""Prints how many times faster `cic` answers than each peer of the same run, fresh and after a list
was replaced, and what loading and replacing took; says how many answers of a peer were wrong."""
import os
import sys
from collections import defaultdict

folder = sys.argv[1]
PEERS = ("fts5", "pg_trgm", "tantivy")
STATES = (("", "truth.tsv"), (".replaced", "truth.replaced.tsv"))


def rows(name):
    with open(os.path.join(folder, name), encoding="utf-8") as file:
        for row in file:
            yield row.rstrip("\n").split("\t")


def truth(name):
    return {row[0]: (row[1], row[2]) for row in rows(name) if len(row) == 3 and row[0].isdigit()}


def medians(name, expected):
    times, wrong = defaultdict(list), 0
    for row in rows(name):
        if row[0] in expected:
            times[row[1]].append(float(row[5]))
            wrong += expected[row[0]] != (row[4], row[8])
    return {kind: sorted(best)[len(best) // 2] for kind, best in times.items()}, wrong


present = [peer for peer in PEERS if os.path.exists(os.path.join(folder, f"{peer}.facts"))]
if not present:
    sys.exit("no peer has run")
print(f"{'p50, microseconds':22}{'cic':>9}" + "".join(f"{peer:>12}{'×':>8}" for peer in present))
for end, name in STATES:
    expected = truth(name)
    ours, _ = medians(f"cic.tsv{end}", expected)
    theirs = {peer: medians(f"{peer}.tsv{end}", expected) for peer in present}
    print("fresh" if not end else "after one replaced list")
    for kind in sorted(ours):
        line = f"  {kind:20}{1000 * ours[kind]:9.2f}"
        for peer in present:
            time = theirs[peer][0][kind]
            line += f"{1000 * time:12.1f}{time / ours[kind]:8.0f}"
        print(line)
    for peer in present:
        if theirs[peer][1]:
            print(f"  {peer}: {theirs[peer][1]} wrong answers")
for peer in present:
    print(f"{peer}: " + ", ".join(f"{key} {value}" for key, value in rows(f"{peer}.facts")))

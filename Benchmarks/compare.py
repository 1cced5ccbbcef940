#!/usr/bin/env python3
"""Checks every answer of `cic bench search` against the truth and prints it beside the reference;
exit 1 when one is wrong."""
import sys
from collections import defaultdict

folder = sys.argv[1]


def truth(name):
    rows = (row.rstrip("\n").split("\t") for row in open(f"{folder}/{name}"))
    return {row[0]: (row[1], row[2]) for row in rows if len(row) == 3 and row[0].isdigit()}


def answers(name, expected):
    times, wrong = defaultdict(list), 0
    for row in open(f"{folder}/{name}", encoding="utf-8"):
        query, kind, _, _, total, best, _, _, ids = row.rstrip("\n").split("\t")
        times[kind].append(float(best))
        wrong += query in expected and expected[query] != (total, ids)
    print(f"{name}: {len(expected)} answers with a truth, {wrong} wrong")
    return times, wrong


def percentiles(values):
    values = sorted(values)
    return values[len(values) // 2], values[min(len(values) - 1, len(values) * 99 // 100)]


fresh, wrong = answers("cic.tsv", truth("truth.tsv"))
live, wrong_live = answers("cic.tsv.replaced", truth("truth.replaced.tsv"))
reference = defaultdict(list)
for row in open(f"{folder}/proto.tsv", encoding="utf-8"):
    fields = row.split("\t")
    if fields[0] == "proto":
        reference[fields[2]].append(float(fields[6]))

print(f"{'class':20}{'cic p50':>10}{'p99':>10}{'replaced':>10}{'p99':>10}{'C p50':>10}{'p99':>10}")
for kind in sorted(fresh):
    figures = percentiles(fresh[kind]) + percentiles(live[kind])
    if kind in reference:
        figures += percentiles(reference[kind])
    print(f"{kind:20}" + "".join(f"{figure:10.5f}" for figure in figures))
sys.exit(wrong + wrong_live > 0)

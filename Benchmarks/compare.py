#!/usr/bin/env python3
"""Checks every answer of `cic bench search` against the truth and prints its times beside those of
the reference, and their ratio; exit 1 when an answer is wrong."""
import sys
from collections import defaultdict

folder = sys.argv[1]
REFERENCE = {"proto": "", "proto_facets": "+facets", "proto_linefilter": "+filters"}


def truth(name):
    rows = (row.rstrip("\n").split("\t") for row in open(f"{folder}/{name}"))
    return {row[0]: (row[1], row[2]) for row in rows if len(row) == 3 and row[0].isdigit()}


def answers(name, expected):
    times, wrong, checked = defaultdict(list), 0, 0
    for row in open(f"{folder}/{name}", encoding="utf-8"):
        query, kind, _, _, total, best, _, _, ids = row.rstrip("\n").split("\t")
        times[kind].append(float(best))
        checked += query in expected
        wrong += query in expected and expected[query] != (total, ids)
    print(f"{name}: {checked} answers with a truth, {wrong} wrong")
    return times, wrong


def percentiles(values):
    values = sorted(values)
    return values[len(values) // 2], values[min(len(values) - 1, len(values) * 99 // 100)]


plain = truth("truth.tsv")
expected = plain | truth("truth.filtered.tsv")
expected |= {str(int(query) + 1000): answer for query, answer in plain.items()}
live = truth("truth.replaced.tsv")
live |= {str(int(query) + 1000): answer for query, answer in live.items()}
fresh, wrong = answers("cic.tsv", expected)
replaced, wrong_live = answers("cic.tsv.replaced", live)
_, wrong_merged = answers("cic.tsv.merged", live)
reference = defaultdict(list)
for row in open(f"{folder}/proto.tsv", encoding="utf-8"):
    fields = row.split("\t")
    if fields[0] in REFERENCE:
        reference[fields[2] + REFERENCE[fields[0]]].append(float(fields[6]))

print(f"{'microseconds':28}{'cic p50':>9}{'p99':>9}{'replaced':>10}{'p99':>9}"
      f"{'C p50':>9}{'p99':>9}{'cic/C p50':>11}{'p99':>7}")
for kind in sorted(fresh):
    ours, after = percentiles(fresh[kind]), percentiles(replaced[kind])
    row = [f"{kind:28}", *(f"{1000 * time:9.2f}" for time in ours),
           f"{1000 * after[0]:10.2f}", f"{1000 * after[1]:9.2f}"]
    if kind in reference:
        theirs = percentiles(reference[kind])
        row += [f"{1000 * time:9.2f}" for time in theirs]
        row += [f"{ours[0] / theirs[0]:11.2f}", f"{ours[1] / theirs[1]:7.2f}"]
    print("".join(row))
sys.exit(wrong + wrong_live + wrong_merged > 0)

"""What every peer of the bench shares: the queries, the clock, a reader who goes on asking while a
list is replaced, and the files in which the answers lie."""
import os
import sys
import threading
import time
from collections import namedtuple

DATA, WORK = sys.argv[1], sys.argv[2]
Query = namedtuple("Query", "number kind text brand")
#: Seconds for the repeats of one query.
BUDGET = 0.5
REPEATS = 9


def rows(name):
    with open(os.path.join(DATA, name), encoding="utf-8") as file:
        for row in file:
            yield row.rstrip("\n").split("\t")


def queries():
    """Queries with a truth: exact, prefix, infix, each rare, frequent, with and without a brand."""
    return [
        Query(int(row[0]), row[1], row[3], int(row[4]))
        for row in rows("queries.tsv")
        if not row[1].startswith("typo") and all(field == "-1" for field in row[5:])
    ]


def shape(query):
    return query.kind.split("_")[0]


def percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


class Reader(threading.Thread):
    """Asks a mix of queries, one after the other, until it is stopped."""

    def __init__(self, connect):
        super().__init__(daemon=True)
        self.connect, self.times, self.faults = connect, [], 0
        self.ready, self.ended = threading.Event(), threading.Event()

    def run(self):
        ask = self.connect()
        mix = [query for query in queries() if "freq" not in query.kind][::3]
        self.ready.set()
        while not self.ended.is_set():
            for query in mix:
                begin = time.perf_counter()
                try:
                    ask(query)
                except Exception:  # A peer that refuses readers meanwhile has failed them.
                    self.faults += 1
                self.times.append((time.perf_counter() - begin) * 1e3)
                if self.ended.is_set():
                    break

    def stop(self):
        self.ended.set()
        self.join(120)


class Peer:
    """One engine: `build()` gives (seconds to load, seconds to index), `connect()` a function that
    answers a query with (total, ids of the 20 best), `replace()` puts another list of supplier 0 in
    its place, durably."""

    name = "peer"

    def main(self):
        load, index = self.build()
        lines = sum(1 for _ in rows("lines.tsv"))
        facts = {
            "load and index, lines/s": f"{lines / (load + index):.0f}",
            "load, s": f"{load:.1f}", "index, s": f"{index:.1f}",
        }
        self.answer(f"{self.name}.tsv")
        reader = Reader(self.connect)
        reader.start()
        reader.ready.wait(60)
        time.sleep(1)
        reader.times.clear()
        begin = time.perf_counter()
        self.replace()
        facts["replace a list, s"] = f"{time.perf_counter() - begin:.3f}"
        reader.stop()
        if reader.times:
            facts["reader p50, ms"] = f"{percentile(reader.times, 0.5):.3f}"
            facts["reader p99, ms"] = f"{percentile(reader.times, 0.99):.3f}"
        facts["reader faults"] = str(reader.faults)
        self.answer(f"{self.name}.tsv.replaced")
        with open(os.path.join(DATA, f"{self.name}.facts"), "w", encoding="utf-8") as file:
            for key, value in facts.items():
                file.write(f"{key}\t{value}\n")
                print(f"{self.name}: {key} {value}", flush=True)
        self.close()

    def answer(self, name):
        ask = self.connect()
        with open(os.path.join(DATA, name), "w", encoding="utf-8") as file:
            for query in queries():
                times = []
                start = time.perf_counter()
                while True:
                    begin = time.perf_counter()
                    total, ids = ask(query)
                    times.append((time.perf_counter() - begin) * 1e3)
                    spent = time.perf_counter() - start
                    if len(times) >= REPEATS or len(times) >= 3 and spent > BUDGET:
                        break
                file.write("\t".join([
                    str(query.number), query.kind, query.text, str(query.brand), str(total),
                    f"{min(times):.5f}", f"{percentile(times, 0.5):.5f}", f"{max(times):.5f}",
                    ",".join(map(str, ids)),
                ]) + "\n")

    def close(self):
        pass

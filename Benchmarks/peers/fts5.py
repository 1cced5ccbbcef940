#!/usr/bin/env python3
"""SQLite with FTS5 trigrams over the part numbers; lines joined by part number."""
import os
import sqlite3
import time

from peer import Peer, WORK, rows, shape

PATH = os.path.join(WORK, "fts5.db")
LINE = "insert into line values (?,?,?,?,?,?,?)"


def lines(name):
    for row in rows(name):
        yield int(row[0]), int(row[1]), int(row[2]), int(row[7]), int(row[8]), int(row[9]), int(
            row[10])


class FTS5(Peer):
    name = "fts5"

    def open(self):
        connection = sqlite3.connect(PATH, isolation_level=None, timeout=60)
        for pragma in (
            "journal_mode=wal", "synchronous=full", "cache_size=-1000000",
            "mmap_size=8000000000", "temp_store=memory",
        ):
            connection.execute("pragma " + pragma)
        return connection

    def build(self):
        for end in ("", "-wal", "-shm"):
            if os.path.exists(PATH + end):
                os.remove(PATH + end)
        base = self.open()
        begin = time.perf_counter()
        base.execute("begin")
        base.execute("create table mpn (id integer primary key, norm text, brand int)")
        base.execute(
            "create table line (id integer primary key, supplier int, mpn int, week int, "
            "quantity int, tier int, rank int)")
        base.executemany(
            "insert into mpn values (?,?,?)",
            ((int(row[0]), row[2], int(row[3])) for row in rows("mpns.tsv")))
        base.executemany(LINE, lines("lines.tsv"))
        base.execute("commit")
        loaded = time.perf_counter()
        base.execute("create index mpn_norm on mpn (norm, brand, id)")
        base.execute("create index line_supplier on line (supplier)")
        base.execute("create index line_mpn on line (mpn, rank desc)")
        base.execute(
            "create virtual table grams using fts5 (norm, content='mpn', content_rowid='id', "
            "tokenize='trigram case_sensitive 1')")
        base.execute("insert into grams (grams) values ('rebuild')")
        base.execute("insert into grams (grams) values ('optimize')")
        base.execute("analyze")
        base.execute("pragma wal_checkpoint(truncate)")
        return loaded - begin, time.perf_counter() - loaded

    def connect(self):
        base = self.open()

        def ask(query):
            brand = "" if query.brand < 0 else f" and brand = {query.brand}"
            if shape(query) == "exact":
                parts, places = "select id from mpn where norm = ?" + brand, (query.text,)
            elif shape(query) == "prefix":
                parts = "select id from mpn where norm >= ? and norm < ?" + brand
                places = (query.text, query.text + "\x7f")
            elif brand:
                parts = (
                    "select mpn.id from grams cross join mpn on mpn.id = grams.rowid "
                    "where grams match ?" + brand)
                places = (f'"{query.text}"',)
            else:
                parts = "select rowid id from grams where grams match ?"
                places = (f'"{query.text}"',)
            found = base.execute(
                f"with parts as ({parts}), found as materialized (select line.rank, line.id "
                "from parts cross join line on line.mpn = parts.id) "
                "select id, (select count(*) from found) from found order by rank desc limit 20",
                places).fetchall()
            return (found[0][1] if found else 0), [row[0] for row in found]

        return ask

    def replace(self):
        parts = [(int(row[0]), row[2], int(row[3])) for row in rows("new_mpns.tsv")]
        base = self.open()
        base.execute("begin immediate")
        base.execute("delete from line where supplier = 0")
        base.executemany("insert into mpn values (?,?,?)", parts)
        base.executemany(LINE, lines("replace.tsv"))
        base.executemany(
            "insert into grams (rowid, norm) values (?,?)", [(part[0], part[1]) for part in parts])
        base.execute("commit")


FTS5().main()

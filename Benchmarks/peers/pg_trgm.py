#!/usr/bin/env python3
"""PostgreSQL with pg_trgm (GIN) over the part numbers; lines joined by part number. The server is
started for the run, durable, on a socket of its own."""
import glob
import os
import shutil
import subprocess
import tempfile
import time

import psycopg

from peer import Peer, rows, shape

SETTINGS = {
    "listen_addresses": "", "shared_buffers": "2GB", "work_mem": "256MB",
    "maintenance_work_mem": "1GB", "max_parallel_workers_per_gather": "0", "jit": "off",
    "max_wal_size": "8GB", "random_page_cost": "1.1", "effective_cache_size": "8GB",
}


class Trigrams(Peer):
    name = "pg_trgm"

    def __init__(self):
        self.programs = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.folder = tempfile.mkdtemp(prefix="cic-bench-")
        os.chmod(self.folder, 0o711)
        if os.getuid() == 0:
            shutil.chown(self.folder, "postgres")
        self.run("initdb", "-D", self.data(), "-U", "cic", "-A", "trust", "-E", "UTF8",
                 "--locale=C")
        options = "".join(f" -c {key}='{value}'" for key, value in SETTINGS.items())
        self.run("pg_ctl", "-D", self.data(), "-l", f"{self.folder}/log", "-w", "-o",
                 f"-c unix_socket_directories={self.folder}{options}", "start")

    def data(self):
        return f"{self.folder}/data"

    def run(self, program, *arguments):
        command = [f"{self.programs}/{program}", *arguments]
        if os.getuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, cwd="/", stdout=subprocess.DEVNULL)

    def close(self):
        self.run("pg_ctl", "-D", self.data(), "-m", "fast", "-w", "stop")
        shutil.rmtree(self.folder)

    def open(self):
        return psycopg.connect(
            host=self.folder, user="cic", dbname="postgres", autocommit=True,
            prepare_threshold=None)

    @staticmethod
    def copy(base, table, records):
        with base.cursor().copy(f"copy {table} from stdin") as target:
            for record in records:
                target.write("\t".join(record).replace("\\", "\\\\") + "\n")

    @staticmethod
    def lines(name):
        return ([row[at] for at in (0, 1, 2, 7, 8, 9, 10)] for row in rows(name))

    @staticmethod
    def parts(name):
        return ([row[0], row[2], row[3]] for row in rows(name))

    def build(self):
        base = self.open()
        begin = time.perf_counter()
        base.execute("create extension pg_trgm")
        base.execute('create table mpn (id int primary key, norm text collate "C", brand smallint)')
        base.execute(
            "create table line (id int primary key, supplier int, mpn int, week smallint, "
            "quantity int, tier smallint, rank int)")
        self.copy(base, "mpn", self.parts("mpns.tsv"))
        self.copy(base, "line", self.lines("lines.tsv"))
        loaded = time.perf_counter()
        base.execute("create index on mpn using gin (norm gin_trgm_ops)")
        base.execute("create index on mpn (norm)")
        base.execute("create index on line (mpn) include (rank, id)")
        base.execute("create index on line (supplier)")
        base.execute("vacuum analyze")
        return loaded - begin, time.perf_counter() - loaded

    def connect(self):
        base = self.open()

        def ask(query):
            if shape(query) == "exact":
                condition, places = "norm = %s", [query.text]
            elif shape(query) == "prefix":
                condition, places = "norm >= %s and norm < %s", [query.text, query.text + "\x7f"]
            else:
                condition, places = "norm like %s", [f"%{query.text}%"]
            if query.brand >= 0:
                condition += f" and brand = {query.brand}"
            found = base.execute(
                "with found as materialized (select line.rank, line.id from mpn "
                f"join line on line.mpn = mpn.id where {condition}) "
                "select id, (select count(*) from found) from found order by rank desc limit 20",
                places).fetchall()
            return (found[0][1] if found else 0), [row[0] for row in found]

        return ask

    def replace(self):
        parts, lines = list(self.parts("new_mpns.tsv")), list(self.lines("replace.tsv"))
        base = self.open()
        with base.transaction():
            base.execute("delete from line where supplier = 0")
            self.copy(base, "mpn", parts)
            self.copy(base, "line", lines)


Trigrams().main()

#!/usr/bin/env python3
"""Tantivy: one document per line; every 3- to 6-gram and every beginning is a term of its own."""
import os
import shutil
import time

import tantivy

from peer import Peer, WORK, rows, shape

FOLDER = os.path.join(WORK, "tantivy")


class Tantivy(Peer):
    name = "tantivy"

    def __init__(self):
        builder = tantivy.SchemaBuilder()
        for field, tokens in (("norm", "raw"), ("grams", "grams"), ("starts", "starts")):
            builder.add_text_field(field, tokenizer_name=tokens, index_option="basic")
        for field in ("brand", "supplier"):
            builder.add_unsigned_field(field, indexed=True, fast=True)
        for field in ("rank", "id"):
            builder.add_unsigned_field(field, fast=True)
        self.schema = builder.build()
        shutil.rmtree(FOLDER, ignore_errors=True)
        os.makedirs(FOLDER)
        self.index = tantivy.Index(self.schema, path=FOLDER)
        ngram = tantivy.Tokenizer.ngram
        for name, least, most, first in (("grams", 3, 6, False), ("starts", 1, 8, True)):
            tokens = ngram(min_gram=least, max_gram=most, prefix_only=first)
            self.index.register_tokenizer(name, tantivy.TextAnalyzerBuilder(tokens).build())
        # Ranks are unique, so the rank tells the line without reading a stored field.
        self.lines = {int(row[10]): int(row[0]) for row in rows("lines.tsv")}
        self.lines.update({int(row[10]): int(row[0]) for row in rows("replace.tsv")})

    def document(self, row):
        document = tantivy.Document()
        for field in ("norm", "grams", "starts"):
            document.add_text(field, row[4])
        for field, at in (("brand", 5), ("supplier", 1), ("rank", 10), ("id", 0)):
            document.add_unsigned(field, int(row[at]))
        return document

    def build(self):
        begin = time.perf_counter()
        writer = self.index.writer(heap_size=1_000_000_000, num_threads=2)
        for row in rows("lines.tsv"):
            writer.add_document(self.document(row))
        writer.commit()
        loaded = time.perf_counter()
        writer.wait_merging_threads()
        self.index.reload()
        return loaded - begin, time.perf_counter() - loaded

    def connect(self):
        term = tantivy.Query.term_query
        fields = {"exact": "norm", "prefix": "starts", "infix": "grams"}

        def ask(query):
            asked = term(self.schema, fields[shape(query)], query.text)
            if query.brand >= 0:
                brand = tantivy.Query.const_score_query(
                    term(self.schema, "brand", query.brand), 0.0)
                must = tantivy.Occur.Must
                asked = tantivy.Query.boolean_query([(must, asked), (must, brand)])
            found = self.index.searcher().search(
                asked, limit=20, count=True, order_by_field="rank")
            return found.count, [self.lines[hit[0]] for hit in found.hits]

        return ask

    def replace(self):
        fresh = list(rows("replace.tsv"))
        writer = self.index.writer(heap_size=300_000_000, num_threads=1)
        writer.delete_documents_by_query(
            tantivy.Query.term_query(self.schema, "supplier", 0))
        for row in fresh:
            writer.add_document(self.document(row))
        writer.commit()
        self.index.reload()


Tantivy().main()

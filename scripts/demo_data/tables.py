"""Reading and writing the CSV files of the repository; folding of names."""
import csv
import re
import unicodedata


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(path, header, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


def plain(text):
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).lower()


def fold(text):
    """As Sources/Catalogue/Fold.swift: letters and digits of any script, lower case."""
    return "".join(c for c in plain(text)[:80] if c.isalpha() or c.isdigit())


def slug(name):
    return re.sub(r"[^a-z0-9]+", "-", plain(name)).strip("-")


def is_han(text):
    return any("\u3400" <= c <= "\u9fff" for c in text)

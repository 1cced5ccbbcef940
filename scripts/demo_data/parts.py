"""Sources/App/Demo/parts.csv: the openly licensed parts, cleaned of what is no part number."""
import re

from . import tables

HEADER = ["mpn", "manufacturer", "description", "package", "category", "datasheet_url", "source"]
NOISE = [
    re.compile(r"\s*\(https?://[^)]*\)?"), re.compile(r"https?://\S+"),
    re.compile(r",?\s*generated with kicad-footprint-generator"),
]


def write(root, data):
    names = maker_names(root)
    rows, seen = [], set()
    for r in tables.read(data / "parts_open.csv"):
        mpn = mended(r["mpn"])
        maker = names.get(tables.fold(r["manufacturer"]))
        if maker is None or not is_part_number(mpn) or (mpn.upper(), maker) in seen:
            continue
        seen.add((mpn.upper(), maker))
        rows.append([mpn, maker, described(r["description"]), packaged(r["package"]),
                     r["category"], address(r["datasheet_url"]), r["source"]])
    rows.sort(key=lambda r: (r[0].upper(), r[1]))
    tables.write(root / "Sources/App/Demo/parts.csv", HEADER, rows)
    print(len(rows), "parts of", len({r[1] for r in rows}), "manufacturers")


def maker_names(root):
    """Folded spelling → the maker's name, without the spellings that two makers share."""
    names, shared = {}, set()
    for r in tables.read(root / "Sources/Catalogue/Facts/manufacturers.csv"):
        for spelling in {r["name"], r["name_zh"], *r["aliases"].split("|")}:
            key = tables.fold(spelling)
            if names.setdefault(key, r["name"]) != r["name"]:
                shared.add(key)
    for key in shared | {""}:
        names.pop(key, None)
    return names


def mended(mpn):
    """`TDK Corporation;MLF2012C101M` and `nRF51822;` hold a part number and something else."""
    return mpn.strip().rstrip(";").split(";")[-1].strip()


def is_part_number(mpn):
    return (3 <= len(mpn) <= 40 and re.search(r"\d", mpn) is not None
            and re.search(r"[A-Za-z]", mpn + "A" * mpn.isdigit()) is not None
            and not tables.is_han(mpn)
            and re.search(r"[^\x21-\x7e ]", mpn) is None
            and re.search(r"-x|xx|XXX", mpn) is None   # a drawing for many codes
            and re.search(r" [a-z]{3}| [A-Z][a-z]{2}|^[A-Za-z]+ [A-Za-z]+ ", mpn) is None)


def described(text):
    for noise in NOISE:
        text = noise.sub("", text)
    text = re.sub(r"\s+", " ", text).strip(" ,;|")
    return text[:140].rstrip(" ,;")


def packaged(text):
    return "" if text.strip() in {"-", "无", "~"} else text.replace("，", ",").strip()


def address(url):
    return url if re.match(r"https?://[^\s]+$", url) and len(url) < 300 else ""

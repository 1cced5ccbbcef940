"""Facts/manufacturers.csv and Facts/packages.csv from the collected tables."""
import re
from collections import Counter, defaultdict
from urllib.parse import urlsplit

from . import tables
from .same_makers import SAME_MAKER

NOT_MAKERS = {
    "", "na", "none", "unknown", "generic", "various", "guochan", "nobrand", "other", "rohs",
    "madeinchina", "domesticbrand", "good", "jlc", "lcsc", "others", "china", "taiwan", "standard", "default"}

# Packages that go by several names; everything else differs by hyphens and spaces at most.
SAME_PACKAGE = {
    "SOT-23": ["SOT-23-3", "SOT-23-3L", "SOT-23(SOT-23-3)", "TO-236-3,SC-59,SOT-23-3", "TO-236AB"],
    "SOT-23-5": ["SOT-23-5L", "SC-74A,SOT-753"],
    "SOT-23-6": ["SOT-23-6L"],
    "SOT-323": ["SC-70", "SC-70-3", "SOT-323_SC-70", "SC-70,SOT-323"],
    "SOT-353": ["SC-70-5", "SOT-353_SC-70-5"],
    "SOT-363": ["SC-70-6", "SOT-363_SC-70-6"],
    "SMA": ["DO-214AC", "SMA(DO-214AC)", "DO-214AC(SMA)", "DO-214AC,SMA", "D_SMA"],
    "SMB": ["DO-214AA", "SMB(DO-214AA)", "DO-214AA(SMB)", "DO-214AA,SMB", "D_SMB"],
    "SMC": ["DO-214AB", "SMC(DO-214AB)", "DO-214AB(SMC)", "DO-214AB,SMC", "D_SMC"],
    "TO-252": [
        "DPAK", "TO-252(DPAK)", "TO-252-2", "TO-252-2(DPAK)", "TO-252-2L", "TO-252-2L(DPAK)"],
    "TO-263": ["D2PAK", "TO-263(D2PAK)", "TO-263-2", "TO-263-2(D2PAK)", "TO-263-2L"],
    "TO-220": ["TO-220-3", "TO-220AB", "TO-220-3L", "TO-220(TO-220-3)"],
    "TO-92": ["TO-92-3", "TO-92-3L"],
    "LL-34": ["MINI-MELF", "LL34", "SOD-80"],
    "SOIC-8": ["SOIC-8-150MIL", "SOIC-8_150mil", "8-SOIC(0.154\",3.90mm W)", "SOIC-8N"],
    "SOIC-8-208mil": ["SOIC-8_208mil"],
    "DIP-8": ["PDIP-8", "DIP8"],
}


def write(root, data):
    makers = manufacturers(data)
    tables.write(
        root / "Sources/Catalogue/Facts/manufacturers.csv",
        ["id", "name", "name_zh", "aliases", "website", "owner"], makers)
    rows = packages(data)
    tables.write(root / "Sources/Catalogue/Facts/packages.csv", ["package", "aliases"], rows)
    print(len(makers), "manufacturers,", len(rows), "packages")


def manufacturers(data):
    hosts = hosts_of_datasheets(data)
    rows = merged([r for r in tables.read(data / "manufacturers.csv") if is_maker(r["name"])])
    ids = {r["name"]: tables.slug(r["name"]) or "maker-" + format(abs(hash_of(r["name"])), "x")
           for r in rows}
    claimed = {tables.fold(a) for r in rows for a in [r["name"], *split(r["aliases"])]}
    out = []
    for r in rows:
        aliases = split(r["aliases"]) + split(r["aliases_zh"])
        chinese = [a for a in split(r["aliases_zh"]) if all(tables.is_han(c) for c in a)]
        host = urlsplit(r["website"]).hostname or ""
        seen = domain(host) in hosts[r["name"]]
        owner = ids.get(r["owner_now"], "")
        out.append(row(ids[r["name"]], r["name"], chinese[:1], aliases,
                       f"https://{host}" if seen else "", owner))
    for r in rows:
        for names in absorbed(split(r["absorbed_brands"]), claimed):
            chinese = [n for n in names if tables.is_han(n)]
            out.append(row(tables.slug(names[0]), names[0], chinese[:1], names[1:], "",
                           ids[r["name"]]))
            claimed.update(tables.fold(n) for n in names)
    unique = {}
    for r in out:
        unique.setdefault(r[0], r)
    return sorted(unique.values())


def merged(rows):
    """One row for each maker; the names of the others become his aliases."""
    target = {other: name for name, others in SAME_MAKER.items() for other in others}
    by_name = {r["name"]: r for r in rows}
    for r in rows:
        if r["name"] in target:
            into = by_name[target[r["name"]]]
            into["aliases"] = "|".join([into["aliases"], r["name"], r["aliases"]])
    return [r for r in rows if r["name"] not in target]


def row(identifier, name, chinese, aliases, website, owner):
    """Aliases that fold to the same key as another say nothing and go."""
    name = balanced(name)
    keys = {tables.fold(name), *map(tables.fold, chinese)}
    kept = []
    for alias in aliases:
        key = tables.fold(alias)
        if key and key not in keys and "Ã" not in alias:
            keys.add(key)
            kept.append(alias)
    return [identifier, name, "".join(chinese), "|".join(kept), website, owner]


def absorbed(names, claimed):
    """Brands that were bought and have no row of their own: a Latin name with what follows it in
    other spellings or in Chinese."""
    groups = []
    for name in names:
        if "/" in name or "(" in name:
            continue
        if groups and (tables.is_han(name) or related(groups[-1][0], name)):
            groups[-1].append(name)
        elif not tables.is_han(name):
            groups.append([name])
    return [g for g in groups if tables.fold(g[0]) not in claimed]


def related(a, b):
    a, b = tables.fold(a), tables.fold(b)
    return a == b or a.startswith(b) or b.startswith(a)


def is_maker(name):
    return (tables.fold(name) not in NOT_MAKERS and "Ã" not in name
            and (re.search(r"\d{3}", name) is None or name == "RF360"))  # part numbers, mislaid


def balanced(name):
    return name + ")" * (name.count("(") - name.count(")")) if name.count("(") else name


def hosts_of_datasheets(data):
    hosts = defaultdict(set)
    for part in tables.read(data / "parts_open.csv"):
        host = urlsplit(part["datasheet_url"]).hostname
        if host:
            hosts[part["manufacturer"]].add(domain(host))
    return hosts


def domain(host):
    return ".".join(host.split(".")[-2:]) if host else "?"


def hash_of(name):
    value = 0
    for byte in name.encode():
        value = (value * 257 + byte) % (1 << 32)
    return value


def packages(data):
    """Spellings met on three parts or more that look like a package; the most frequent wins."""
    spellings = defaultdict(Counter)
    for r in tables.read(data / "packages.csv"):
        text, parts = r["package"].strip(), int(r["parts"])
        if parts >= 3 and looks_like_package(text):
            spellings[key(text)][text] += parts
    aliases = {key(a): name for name, others in SAME_PACKAGE.items() for a in others}
    names = {k: s.most_common(1)[0][0] for k, s in spellings.items() if k not in aliases}
    for name in SAME_PACKAGE:
        names[key(name)] = name
    return sorted([n, "|".join(SAME_PACKAGE.get(n, []))] for n in names.values())


def looks_like_package(text):
    return (re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9 ().,/+x*-]{1,27}", text) is not None
            and re.search(r"\d|DPAK|MELF|SM[ABC]$", text) is not None and "P=" not in text
            and re.search(r"mm\b|metric", text) is None
            and (re.search("[A-Za-z]", text) is not None or re.fullmatch(r"\d{4,5}", text)))


def key(text):
    return re.sub(r"[ \-_]", "", text.upper())


def split(text):
    return [t.strip() for t in text.split("|") if t.strip()]

"""Facts/suffixes.csv applied forward: the packaging variants of a part number of one maker."""
import re
from collections import defaultdict

from . import tables


def pattern(alternatives):
    """`~` any digit, `a` any letter, `?` either, the rest itself; no alternative fits all."""
    if not alternatives:
        return ""
    kinds = {"~": "[0-9]", "a": "[A-Z]", "?": "[0-9A-Z]"}
    return "(?:" + "|".join(
        "".join(kinds.get(c) or re.escape(c) for c in one) for one in alternatives.split("|")) + ")"


class Suffixes:
    def __init__(self, root):
        self.rules = defaultdict(list)
        for r in tables.read(root / "Sources/Catalogue/Facts/suffixes.csv"):
            if (r["kind"], r["safe"], r["place"]) == ("packaging", "yes", "end"):
                family = re.compile(pattern(r["families"]))
                stem = re.compile(".*" + pattern(r["endings"]) + "$")
                self.rules[r["manufacturer"]].append((r, family, stem))

    def variants(self, mpn, maker):
        """(code, packaging) for each safe rule that fits, `mpn` being the plain code. A code that
        already says how it is packed has no further variant."""
        rules = self.rules.get(maker, [])
        if any(self.fits(mpn, rule, "suffix") for rule in rules):
            return []
        return [(mpn[:len(mpn) - len(rule[0]["plain"])] + rule[0]["suffix"], rule[0]["packaging"])
                for rule in rules if self.fits(mpn, rule, "plain") and usual(mpn, rule[0])]

    @staticmethod
    def fits(mpn, rule, piece):
        row, family, stem = rule
        code = mpn.upper()
        base = code.removesuffix(row[piece])
        return (code.endswith(row[piece]) and len(base) >= 5
                and family.match(code) is not None and stem.match(base) is not None)


def usual(mpn, row):
    """Whether such a code is likely to be made: a mark that any code could bear proves nothing."""
    if row["manufacturer"] == "analog-devices" and row["suffix"] in ("-REEL", "-REEL7"):
        return mpn.endswith("Z")
    return bool(row["plain"] or row["families"] or row["endings"])

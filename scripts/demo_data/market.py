"""The goods that the invented suppliers share: real parts, their price, how makers are written."""
import html
import math
import random
import re
from dataclasses import dataclass, replace

from . import tables
from .popular import POPULAR
from .suffixes import Suffixes

# Category word → middle price in CNY and its spread (e-folds), and a middle stock. Invented.
KINDS = [
    ("resist|^RES$", 0.02, 0.6, 9000), ("capacit|^CAP", 0.08, 0.9, 7000),
    ("inductor|filter|bead|ferrite", 0.25, 0.9, 3500), ("diode|rectif|tvs|zener", 0.18, 0.9, 5000),
    ("discrete|transistor|fet|bjt", 0.45, 1.0, 3500), ("connector|switch|header", 1.6, 1.1, 700),
    ("mcu|cpu|fpga|dsp|microcon", 14.0, 0.8, 260), ("rf|wireless|module", 11.0, 0.9, 180),
    ("relay|converter|power supply", 18.0, 0.8, 60), ("led|opto|display", 0.6, 1.0, 2600),
    ("crystal|oscill|timer", 1.4, 0.7, 900), ("", 4.5, 1.1, 800),
]
EVERYDAY = {  # packages of popular parts that the part file does not hold
    "LM317T": "TO-220", "LM358": "SOIC-8", "NE555": "SOIC-8", "74HC": "SOIC-16", "SMAJ": "SMA",
    "SMBJ": "SMB", "1N4148WS": "SOD-323", "BAV99": "SOT-23", "2N7002": "SOT-23", "MMBT": "SOT-23",
    "AO34": "SOT-23", "SS14": "SMA", "SS34": "SMA", "1N4007": "DO-41", "STM32F103C8": "LQFP-48",
    "STM32F103RC": "LQFP-64", "STM32F407VG": "LQFP-100", "STM32F030F4": "TSSOP-20",
    "MAX232": "SOIC-16", "ATMEGA328P-AU": "TQFP-32", "ATMEGA328P-PU": "DIP-28",
    "W25Q": "SOIC-8-208mil", "CH340": "SOIC-16", "IRF540NP": "TO-220", "2N3904": "TO-92",
}
# Beginnings of popular part numbers → a middle price in CNY and a middle stock. Invented, but sane.
PRICES = [
    ("1N4148|BAV99|2N3904|MMBT|BC847|2N7002|1N4007", 0.06, 12000),
    ("SMAJ|SMBJ|SS14|SS34", 0.35, 6000), ("1N5819|PRTR|USBLC|AO3|SI2302|IRLML", 0.55, 6000),
    ("RC0|0603W|GRM|CL10|CC0|BLM", 0.03, 40000),
    ("LM317|L7805|LD1117|AMS1117|TL431|PC817|EL817", 1.1, 5000),
    ("LM358|LM393|NE555|ULN|MC3", 0.9, 5000), ("74HC|SN74", 0.8, 4000),
    ("MAX|DS18|DS13|AD620|AD86|LT1|LT3|TMC", 14.0, 500), ("STM32F0", 3.2, 3000),
    ("STM32F1|GD32F1", 8.5, 2500), ("STM32F4", 32.0, 600), ("AT|PIC|LPC|CY7", 12.0, 700),
    ("24LC|W25Q|GD25|MCP|PCF|TJA|SN65", 4.5, 1500), ("CH340|FT232|CP2102|ESP|NRF|MPU", 11.0, 900),
    ("XC|EP4", 95.0, 60), ("IRF|TPS|LM2596|MP|XL", 4.2, 1800), ("", 2.5, 900),
]


@dataclass(frozen=True)
class Good:
    mpn: str
    maker: str
    package: str = ""
    category: str = ""
    description: str = ""
    packaging: str = ""


class Market:
    def __init__(self, root):
        self.makers = {r["name"]: r for r in
                       tables.read(root / "Sources/Catalogue/Facts/manufacturers.csv")}
        self.goods = [Good(r["mpn"], r["manufacturer"], short(r["package"]), r["category"],
                           r["description"])
                      for r in tables.read(root / "Sources/App/Demo/parts.csv")]
        self.popular = [self.everyday(mpn, maker)
                        for mpn, makers in POPULAR.items() for maker in makers.split("|")]
        self.suffixes = Suffixes(root)
        self.kinds = [(re.compile(word, re.I), *rest) for word, *rest in KINDS]

    def everyday(self, mpn, maker):
        if maker not in self.makers:
            raise SystemExit(f"popular part {mpn}: unknown maker {maker}")
        package = next((p for start, p in EVERYDAY.items() if mpn.startswith(start)), "")
        return Good(mpn, maker, package)

    def codes(self, good):
        """The good itself and its packaging variants."""
        found = self.suffixes.variants(good.mpn, self.makers[good.maker]["id"])
        return [good] + [replace(good, mpn=m, packaging=p) for m, p in found]

    def price(self, good, mood):
        """CNY for one piece; near the same whoever sells, `mood` times the middle."""
        if good.mpn in POPULAR:
            return self.everyday_figures(good)[0] * mood
        _, middle, spread, _ = self.kind(good)
        own = random.Random("price " + re.sub(r"[^A-Z0-9]", "", good.mpn.upper())[:10])
        return middle * math.exp(own.gauss(0, spread)) * mood

    def stock(self, good, R, factor):
        popular = good.mpn in POPULAR
        middle = self.everyday_figures(good)[1] if popular else self.kind(good)[3]
        pieces = math.exp(R.gauss(math.log(middle), 1.2)) * factor
        return max(1, int(round(pieces, -2 if pieces > 2000 else -1 if pieces > 200 else 0)))

    @staticmethod
    def everyday_figures(good):
        return next(figures for start, *figures in PRICES if re.match(start, good.mpn))

    def kind(self, good):
        return next(k for k in self.kinds if k[0].search(good.category))

    def short_name(self, maker):
        """The shortest Latin alias with two letters or more: TI, ST, ADI."""
        names = [maker] + self.makers[maker]["aliases"].split("|")
        latin = [n for n in names if re.fullmatch(r"[A-Za-z][A-Za-z0-9&.-]+", n)]
        return min(latin, key=lambda n: (len(n), n)) if latin else maker

    def chinese(self, maker):
        return self.makers[maker]["name_zh"]


def short(package):
    """A package as a stock list writes it: no drawing names, no dimensions, no metric twin, and
    none of the damage that the libraries carry from web pages."""
    package = html.unescape(package).replace("PowerDI?", "PowerDI")
    package = re.split("（", package)[0] if re.match(r"\d+-", package) else package
    package = re.sub(r"\s*\(\s*\d{4} metric\)|（\s*\d{4} metric）|\( metric\d{4}\)", "", package)
    package = re.sub(r"^(R|C|L|D|LED|CP)_([^_]+).*", r"\2", package)
    if "_" in package:
        package = package.split("_")[0]
        package = package if re.search(r"\d", package) else ""
    package = package.split(",")[0]
    return package if len(package) <= 20 and re.search(r"[A-Za-z0-9]", package) else ""


def popularity(goods, seed):
    """The goods from much asked to little asked; the same order for all who use the same seed."""
    return sorted(goods, key=lambda g: random.Random(f"{seed} {g.mpn} {g.maker}").random())

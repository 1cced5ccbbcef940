"""How people write brands, dates, quantities and part numbers in stock lists (domain 3.2, 3.3)."""
import re

PROMO = ["原装", "原装正品", "全新原装", "进口原装", "现货", "专营", "深圳原装", "优势", "特价"]
ADVERTS = ["收购此料", "高价回收", "高价收购此料", "回收IC", "长期收购"]


ENGLISH = {"裸露焊盘": " EP", "轴向": "axial", "径向": "radial"}


def latin(text):
    """What a seller without Chinese on his keyboard writes of a name; perhaps nothing."""
    for chinese, english in ENGLISH.items():
        text = text.replace(chinese, english)
    if re.search(r"[\u3400-\u9fff]", text):
        text = re.sub(r"[(（].*", "", text)
    return text.encode("cp1252", "ignore").decode("cp1252").strip()


def brand_short(market, good, R, chinese):
    """The maker's name, a common short form, or both languages."""
    zh = market.chinese(good.maker)
    x = R.random()
    if zh and x < chinese / 2:
        return zh
    if zh and x < chinese:
        return f"{market.short_name(good.maker)}({zh})"
    return good.maker if x < 0.6 else market.short_name(good.maker)


def brand_promo(market, good, R):
    """A brand cell of a stall: the brand among praise, cut at twelve characters, or not there."""
    name, zh = market.short_name(good.maker), market.chinese(good.maker)
    x = R.random()
    if x < 0.06:
        return ""
    if x < 0.40:
        return name
    if x < 0.62:
        return name + R.choice(PROMO)
    if x < 0.72:
        return R.choice(PROMO) + name
    if zh and x < 0.86:
        return R.choice([zh, zh + R.choice(PROMO), f"{name}/{zh}", zh[:2] + name])
    return good.maker.replace(" ", "")[:12]


def advert(R):
    return R.choice(ADVERTS)


def misspelt(mpn, R):
    """Nine in ten as the maker writes it; else the ways in which hands and keyboards differ."""
    x = R.random()
    if x < 0.90:
        return mpn
    if x < 0.92:
        return mpn.lower()
    if x < 0.94:
        return re.sub("[-/]", "", mpn)
    if x < 0.955:
        return re.sub("-", " ", mpn, count=1)
    if x < 0.97:
        return re.sub(r",(\d{3})$", r"，\1", mpn) if "," in mpn else mpn + " "
    if x < 0.98:
        return re.sub(r",(\d{3})$", r".\1", mpn)
    if x < 0.99:
        return full_width(mpn)
    return mpn + R.choice(["(原装)", " 现货", " ROHS", "*"])


def full_width(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def loose_quantity(pieces, R):
    x = R.random()
    if x < 0.62:
        return str(pieces)
    if x < 0.74 and pieces >= 1000:
        return f"{pieces / 1000:g}K"
    if x < 0.80:
        return f"{pieces}PCS"
    if x < 0.86 and pieces >= 10000:
        return f"{pieces / 10000:g}万"
    if x < 0.91:
        return f"{pieces:,}+"
    if x < 0.94:
        return R.choice(["大量", "现货", "充足"])
    return str(pieces)


def week_date(R, first, last):
    """`2438`: year and week; the last year only as far as it has gone."""
    year = R.randrange(first, last + 1)
    return f"{year:02d}{R.randrange(1, 43 if year == 26 else 53):02d}"


def two_digit_date(R, first, last):
    x = R.random()
    if x < 0.62:
        return f"{R.randrange(first, last + 1):02d}+"
    if x < 0.77:
        return f"20{R.randrange(first, last + 1):02d}+"
    if x < 0.88:
        return week_date(R, first, last)
    if x < 0.93:
        return f"{R.randrange(first, last):02d}+/{last:02d}+"
    return R.choice(["", "", "N/A", "近两年"])


def stale_date(R):
    x = R.random()
    year = R.randrange(1, 13)
    if x < 0.5:
        return f"{year:02d}+"
    if x < 0.8:
        return f"{year:02d}{R.randrange(1, 53):02d}"
    return str(2000 + year)


def gbk(good):
    """Whether a GBK file can hold the part number, the maker and the package."""
    try:
        (good.mpn + good.maker + good.package).encode("gbk")
    except UnicodeEncodeError:
        return False
    return True

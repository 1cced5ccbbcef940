"""The six invented suppliers' lists: what each of them holds and how each writes it."""
import csv
import io
import random

from . import xlsx
from .market import Market, popularity
from .spelling import (advert, brand_promo, brand_short, full_width, gbk, latin, loose_quantity,
                       misspelt, stale_date, two_digit_date, week_date)


def write(root):
    market = Market(root)
    folder = root / "Sources/App/Demo/lists"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in LISTS.items():
        R = random.Random("demo list " + name)
        print(f"{name:28} {make(market, R, folder / name):7,} lines")


def held(market, R, count, share, head=3000):
    """`count` goods: the popular ones, a share of the others, their packaging variants, then
    second and third lots of what is asked for most."""
    ranked = popularity(market.goods, "market")
    chosen = list(market.popular) + ranked[:head] + [g for g in ranked[head:] if R.random() < share]
    coded = []
    for good in chosen:
        codes = market.codes(good)
        coded.append(codes[0])
        coded += [c for c in codes[1:] if R.random() < 0.55]
    while len(coded) < count:
        coded.append(chosen[int(len(chosen) * R.random() ** 1.3)])
    popular = coded[:len(market.popular)]
    rest = coded[len(market.popular):]
    R.shuffle(rest)
    goods = (popular + rest)[:count]
    R.shuffle(goods)
    return goods


def breaks(market, good, R, mood, marks=(1, 100, 1000)):
    price = market.price(good, mood * R.uniform(0.85, 1.2))
    steps = [max(price * f, 0.0004) for f in (1, 0.86, 0.74)]
    return [(m, f"{p:.4f}" if p < 1 else f"{p:.2f}") for m, p in zip(marks, steps)]


def nanyu(market, R, path):
    """Clean: one header, real brands, price breaks, four-digit date codes."""
    rows = [["型号", "品牌", "封装", "批号", "库存数量", "最小包装", "含税价(RMB)", "货期", "仓库"]]
    for good in held(market, R, 40_000, 0.8):
        packs = [3000, 2500, 4000, 5000] if "reel" in good.packaging else [1, 10, 50, 100]
        price = "|".join(f"{m}+:{p}" for m, p in breaks(market, good, R, 1.15))
        rows.append([good.mpn, brand_short(market, good, R, chinese=0.25), good.package,
                     week_date(R, 22, 26), market.stock(good, R, 1.0), R.choice(packs), price,
                     R.choice(["现货", "当天发货", "1-2天"]), R.choice(["深圳龙华仓", "苏州仓"])])
    return text(path, rows, "utf-8-sig", ",", "\r\n", 1)


def counter99(market, R, path):
    """A messy stall: GBK, titles, adverts, promotional brands, swapped columns, a footer."""
    rows = [["柜台九十九示例商行 现货库存表 更新:2026年10月28日"],
            ["联系人:陈小姐 TEL:0755-00000099 QQ:000000099 假一罚十"], [],
            ["型号", "厂商", "封装", "批号", "数量", "备注"]]
    count = 0
    for i, good in enumerate(g for g in held(market, R, 15_500, 0.3) if gbk(g)):
        if count == 14_000:
            break
        count += 1
        package, date = good.package, two_digit_date(R, 10, 25)
        if 4000 <= i < 4350 or R.random() < 0.012:
            package, date = date, package
        brand = advert(R) if R.random() < 0.06 else brand_promo(market, good, R)
        rows.append([misspelt(good.mpn, R), brand, package, date,
                     loose_quantity(market.stock(good, R, 1.6), R),
                     R.choice(["", "", "", "原装现货", "实单可议", "可开13%票", "优势价格"])])
        if count % 2500 == 0:
            rows.append(["★以下为特价型号，欢迎询价★"])
    rows += [[], ["合计", "", "", "", str(count), ""], ["以上库存仅供参考，以实际为准"]]
    return text(path, rows, "gb18030", ",", "\r\n", 7, lines=count)


def wanyou(market, R, path):
    """A phantom list: everything there is, always the same quantity, always this year."""
    rows = [["型号", "品牌", "批号", "数量", "封装"]]
    for good in held(market, R, 20_000, 0.5):
        quantity = 23412 if R.random() < 0.965 else market.stock(good, R, 1)
        rows.append([good.mpn, brand_short(market, good, R, chinese=0.1), "26+", quantity,
                     good.package])
    return text(path, rows, "utf-8", "\t", "\n", 1)


def jiuzhou(market, R, path):
    """Stale: sent once, years ago, never confirmed; leaded parts and old date codes."""
    rows = [["产品型号", "厂家", "年份", "库存量", "封装", "备注"]]
    for good in held(market, R, 10_000, 0.2):
        rows.append([good.mpn, brand_short(market, good, R, chinese=0.4), stale_date(R),
                     market.stock(good, R, 0.7), good.package,
                     R.choice(["", "", "", "库存尾货", "散新", "原包装"])])
    return text(path, rows, "utf-8", ",", "\n", 1)


def kestrel(market, R, path):
    """An excess broker: English, semicolons, US dollars, a condition on every line."""
    rows = [["Part Number", "Manufacturer", "Date Code", "Qty", "Package", "Condition",
             "Unit Price (USD)", "Location", "Remarks"]]
    for good in held(market, R, 8_000, 0.15):
        price = market.price(good, 0.09 * R.uniform(0.7, 1.1))
        date = R.choice([week_date(R, 15, 25), f"{R.randrange(15, 26)}+"])
        rows.append([good.mpn, latin(good.maker), date,
                     market.stock(good, R, 0.5), latin(good.package),
                     R.choices(["New", "New", "Unused surplus", "Pulled", "Refurbished"],
                               [60, 10, 20, 6, 4])[0],
                     f"{price:.4f}" if price < 1 else f"{price:.2f}",
                     R.choice(["Bristol UK", "Rotterdam NL"]),
                     R.choice(["", "", "OEM excess", "factory sealed", "opened reel"])])
    return text(path, rows, "cp1252", ";", "\r\n", 1)


def chenxiang(market, R, path):
    """Small and exact: every line counted in the warehouse, shelf and reel known."""
    rows = [["沉香示例原装仓 现货清单"], ["2026-11-20 盘点，数量为实盘数"], [],
            ["型号", "品牌", "封装", "批号", "数量", "品质", "包装", "未税单价", "仓库", "备注"]]
    for good in held(market, R, 8_000, 0.12, head=2200):
        price = market.price(good, 1.25 * R.uniform(0.95, 1.1))
        rows.append([good.mpn, good.maker, good.package, week_date(R, 23, 26),
                     market.stock(good, R, 0.35), "全新原装", packing(good, R), round(price, 4),
                     f"深圳宝安仓 {R.choice('ABCDEF')}-{R.randrange(1, 40):02d}-{R.randrange(1, 9)}",
                     R.choice(["", "", "原厂原包", "可提供原厂出货证明"])])
    xlsx.write(path, [("现货", rows, ["A1:J1", "A2:J2"])])
    return len(rows) - 4


def packing(good, R):
    words = {"reel": "卷带", "tube": "管装", "tray": "托盘", "ammo": "盒带", "bulk": "散装"}
    return next((w for k, w in words.items() if k in good.packaging), R.choice(["卷带", "管装", "散装"]))


def text(path, rows, encoding, separator, end, extra, lines=None):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=end)
    for row in rows:
        if row:
            writer.writerow(row)
        else:
            out.write(end)
    path.write_bytes(out.getvalue().encode(encoding))
    return len(rows) - extra if lines is None else lines


LISTS = {
    "nanyu.csv": nanyu, "counter99-gbk.csv": counter99, "wanyou.txt": wanyou,
    "jiuzhou.csv": jiuzhou, "kestrel.csv": kestrel, "chenxiang.xlsx": chenxiang,
}

"""Small files for a newcomer's first upload; each has faults that the dry run must name."""
import random
from datetime import date

from . import xlsx
from .lists import text
from .market import Market, popularity
from .spelling import brand_promo, brand_short, loose_quantity, two_digit_date, week_date


def write(root):
    market = Market(root)
    folder = root / "Sources/App/Demo/samples"
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in SAMPLES.items():
        R = random.Random("demo sample " + name)
        make(market, R, folder / name)
        print(f"{name:28} {(folder / name).stat().st_size:7,} bytes")


def few(market, R, count):
    """A third popular, the rest from what is asked for often; no part number twice."""
    popular = list({good.mpn: good for good in market.popular}.values())
    return R.sample(popular, count // 3) + R.sample(popularity(market.goods, "market")[:2000],
                                                    count - count // 3)


def with_errors(market, R, path):
    """GBK, two title rows; rows without number or quantity, a quantity in the brand column."""
    rows = [["示例库存表 2026-11"], ["联系人:示例 电话:0755-00000001"], [],
            ["型号", "品牌", "批号", "数量", "封装", "单价", "备注"]]
    faults = {7: ["", "TI", "22+", "500", "SOP-8", "1.2", "型号漏填"],
              12: ["LM358DR", "TI", "23+", "", "SOIC-8", "0.35", "数量漏填"],
              18: ["收购此料", "高价回收", "", "", "", "", "请联系"],
              23: ["BAV99", "3000", "22+", "ON", "SOT-23", "0.05", "品牌与数量填反"],
              31: ["NE555DR", "TI", "SOIC-8", "2500", "2318", "0.42", "批号与封装填反"],
              40: ["STM32F103C8T6", "ST", "24+", "两百", "LQFP-48", "8.5", "数量不是数字"],
              44: ["1N4148WS", "CJ", "24+", "9000000000", "SOD-323", "0.02", "数量太大"],
              52: ["SMAJ6.0A", "Littelfuse", "23+", "6000", "SMA", "免费", "价格不是数字"]}
    for i, good in enumerate(few(market, R, 56)):
        rows.append(faults.get(i) or [
            good.mpn, brand_promo(market, good, R), two_digit_date(R, 18, 25),
            loose_quantity(market.stock(good, R, 1), R), good.package,
            f"{market.price(good, 1.1):.4f}", ""])
    rows += [["合计", "", "", "56", "", "", ""]]
    text(path, rows, "gbk", ",", "\r\n", 0)


def lost_zeros(market, R, path):
    """A workbook in which Excel turned 0603 into 603, 27E894 into 2.7E+895 and 1-5 into a date."""
    rows = [["示例电子 库存清单"], ["更新日期", date(2026, 11, 2)], [],
            ["序号", "产品型号", "品牌", "封装", "批号", "库存", "含税单价"]]
    for i, good in enumerate(few(market, R, 60), 1):
        package = int(good.package) if good.package.isdigit() else good.package
        year = week_date(R, 18, 25)
        rows.append([i, good.mpn, brand_short(market, good, R, 0.5), package,
                     int(year) if R.random() < 0.5 else year, market.stock(good, R, 1),
                     round(market.price(good, 1.1), 4)])
    rows[8][1], rows[15][1], rows[22][1] = "2.7E+895", date(2026, 1, 5), 1803332
    rows.append([None, "合计", None, None, None, sum(r[5] for r in rows[4:]), None])
    notes = [["说明"], ["以上价格含13%增值税，数量以实际为准"]]
    xlsx.write(path, [("库存", rows, ["A1:G1"]), ("说明", notes, [])])


def really_html(market, R, path):
    """A web shop's export called .xls that is an HTML table."""
    head = ["Part Number", "Brand", "D/C", "Quantity", "Package", "Price"]
    out = ['<html><head><meta charset="utf-8"><title>stock</title></head><body>',
           '<table border="1">', row(head, "th")]
    for good in few(market, R, 50):
        out.append(row([good.mpn, good.maker, week_date(R, 19, 25),
                        f"{market.stock(good, R, 1):,}", good.package,
                        f"${market.price(good, 0.15):.4f}"], "td"))
    path.write_text("\n".join(out + ["</table></body></html>", ""]), encoding="utf-8")


def row(cells, tag):
    safe = [c.replace("&", "&amp;").replace("<", "&lt;") for c in cells]
    return "<tr>" + "".join(f"<{tag}>{c}</{tag}>" for c in safe) + "</tr>"


def pasted(market, R, path):
    """A list as it stands in a mail: a sentence, aligned columns, a signature."""
    out = ["Dear buyer, we can offer from stock today:", "",
           f"{'MPN':24}{'Brand':24}{'D/C':8}{'Qty':>10}"]
    for good in few(market, R, 24):
        if len(good.mpn) < 23 and len(good.maker) < 23:
            out.append(f"{good.mpn:24}{good.maker:24}{week_date(R, 20, 25):8}"
                       f"{market.stock(good, R, 1):>10}")
    out += ["", "Best regards", "Sample Trading, invented", ""]
    path.write_text("\n".join(out), encoding="utf-8")


SAMPLES = {"gbk-with-errors.csv": with_errors, "excel-lost-zeros.xlsx": lost_zeros,
           "really-html.xls": really_html, "pasted-mail.txt": pasted}

"""Writes XLSX workbooks with nothing but zipfile: the same cells give the same bytes."""
import zipfile
from datetime import date
from xml.sax.saxutils import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
STYLES = (
    f'<styleSheet {MAIN}><fonts count="2"><font><sz val="11"/></font>'
    '<font><b/><sz val="14"/></font></fonts><fills count="1">'
    '<fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/>'
    '<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>')


def write(path, sheets):
    """`sheets`: (name, rows, merges); a cell is None, text, a number, or a date."""
    strings = {}
    bodies = [sheet(rows, merges, strings) for _, rows, merges in sheets]
    numbers = range(1, len(sheets) + 1)
    parts = {
        "[Content_Types].xml": content_types(numbers),
        "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": f'<workbook {MAIN} xmlns:r="{OFFICE}"><sheets>' + "".join(
            f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>'
            for n, (name, _, _) in zip(numbers, sheets)) + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            [("worksheet", f"worksheets/sheet{n}.xml") for n in numbers]
            + [("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml")]),
        "xl/sharedStrings.xml": f'<sst {MAIN} uniqueCount="{len(strings)}">' + "".join(
            f'<si><t xml:space="preserve">{escape(s)}</t></si>' for s in strings) + "</sst>",
        "xl/styles.xml": STYLES,
    }
    parts |= {f"xl/worksheets/sheet{n}.xml": body for n, body in zip(numbers, bodies)}
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, (HEAD + text).encode(), compresslevel=9)


def sheet(rows, merges, strings):
    out = []
    for r, cells in enumerate(rows, 1):
        body = "".join(cell(f"{letters(c)}{r}", v, strings) for c, v in enumerate(cells)
                       if v is not None and v != "")
        if body:
            out.append(f'<row r="{r}">{body}</row>')
    merged = "".join(f'<mergeCell ref="{m}"/>' for m in merges)
    tail = f'<mergeCells count="{len(merges)}">{merged}</mergeCells>' if merges else ""
    return f'<worksheet {MAIN}><sheetData>{"".join(out)}</sheetData>{tail}</worksheet>'


def cell(place, value, strings):
    if isinstance(value, date):
        return f'<c r="{place}" s="2"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{place}"><v>{value!r}</v></c>'
    index = strings.setdefault(value, len(strings))
    return f'<c r="{place}" t="s"><v>{index}</v></c>'


def letters(column):
    return (letters(column // 26 - 1) if column > 25 else "") + chr(65 + column % 26)


def relations(targets):
    rows = "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'


def content_types(numbers):
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    rows = [("/xl/workbook.xml", "sheet.main"), ("/xl/sharedStrings.xml", "sharedStrings"),
            ("/xl/styles.xml", "styles")]
    rows += [(f"/xl/worksheets/sheet{n}.xml", "worksheet") for n in numbers]
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}.{what}+xml"/>' for name, what in rows)
    return (f'<Types xmlns="{PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>' + overrides + "</Types>")

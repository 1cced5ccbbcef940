"""What a supplier does: send a list, see what it would do, publish it, take it back."""
import csv
import io
import time
import urllib.parse

from journey import ROOT, journey

SAMPLES = ROOT / "Sources/App/Demo/samples"
SUPPLIER = "jiuzhou"


def supplier_id(site):
    with open(ROOT / "Sources/App/Demo/suppliers.csv", encoding="utf-8") as file:
        return next(row["id"] for row in csv.DictReader(file) if row["username"] == SUPPLIER)


def quantities(site, mpn):
    """The quantities of the supplier's lines that bear exactly this part number."""
    query = urllib.parse.urlencode({"q": mpn, "match": "exact", "supplier": supplier_id(site)})
    lines = site.api("/api/v1/search?" + query)["lines"]
    return sorted(line["quantity"]["value"] or 0 for line in lines if line["mpn"] == mpn)


def send(visitor, path):
    """Step 1: the file; ends at the page of its columns."""
    visitor.go("/ibs/stock/new")
    visitor.page.set_input_files("#file", str(path))
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_url("**/columns", timeout=60_000)


def check_columns(visitor):
    """Step 2: takes the columns as they were detected; ends at the dry run."""
    visitor.page.locator("button[name=do][value=check]").click()
    visitor.page.wait_for_selector("dl.counts", timeout=60_000)


def publish(visitor):
    """Step 3 and 4: publishes and waits for how it ended."""
    visitor.page.locator("form[action$='/publication'] button.primary").click()
    visitor.page.wait_for_selector("section.outcome", timeout=60_000)
    assert visitor.page.locator("section.outcome.good").count() == 1, \
        visitor.page.locator("section.outcome").inner_text()


def ask_to_undo(visitor):
    """From the page of a publication to the question whether to take it back."""
    visitor.page.locator("section.undo a.button").click()
    visitor.page.wait_for_url("**/undo")


def undo(visitor):
    ask_to_undo(visitor)
    visitor.page.locator("form[action$='/undo'] button").click()
    visitor.page.wait_for_selector("section.outcome", timeout=60_000)


def new_line(site, visitor):
    """Part number and quantity of a line in the preview that the supplier did not have before."""
    shown = zip(visitor.texts("table.lines tr.line a.mpn"),
                visitor.texts("table.lines tr.line .c-quantity"))
    for mpn, quantity in shown:
        figure = quantity.replace(",", "")
        if figure.isdigit() and int(figure) not in quantities(site, mpn):
            return mpn, int(figure)
    raise AssertionError("the preview has no line that is new")


def from_file_to_search_and_back(site, name, language):
    visitor = site.visitor(language)
    visitor.sign_in(SUPPLIER)
    send(visitor, SAMPLES / name)
    visitor.check()
    assert visitor.page.locator("table.map tbody tr").count() >= 2
    check_columns(visitor)
    visitor.check()
    mpn, quantity = new_line(site, visitor)
    had = quantities(site, mpn)
    before = site.api(f"/api/v1/suppliers/{supplier_id(site)}").get("total")
    publish(visitor)
    deadline = time.monotonic() + 1
    while quantity not in quantities(site, mpn):
        assert time.monotonic() < deadline, f"{mpn} is not found a second after publication"
    visitor.check()
    undo(visitor)
    assert quantities(site, mpn) == had, f"{mpn} is not what it was after undo"
    assert site.api(f"/api/v1/suppliers/{supplier_id(site)}").get("total") == before
    visitor.check()


@journey("a GBK list goes from file to search and back")
def gbk(site):
    from_file_to_search_and_back(site, "gbk-with-errors.csv", "zh")


@journey("an XLSX list that lost its zeros goes from file to search and back")
def xlsx(site):
    from_file_to_search_and_back(site, "excel-lost-zeros.xlsx", "en")


@journey("an HTML list that calls itself XLS goes from file to search and back")
def html(site):
    from_file_to_search_and_back(site, "really-html.xls", "zh")


@journey("a list pasted from a mail goes from file to search and back")
def mail(site):
    from_file_to_search_and_back(site, "pasted-mail.txt", "en")


@journey("refused rows are told with row, column and reason, and come back as a file")
def refused_rows(site):
    visitor = site.visitor("zh")
    visitor.sign_in(SUPPLIER)
    send(visitor, SAMPLES / "gbk-with-errors.csv")
    check_columns(visitor)
    told = visitor.page.locator("table.refused tbody tr").count()
    assert told > 0
    with visitor.page.expect_download() as download:
        visitor.page.locator("a[href$='errors.csv']").first.click()
    text = download.value.path().read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {"row", "error_code", "message"} <= set(rows[0]), rows[0]
    assert len(rows) >= told and all(row["message"] for row in rows), rows[:2]
    visitor.check()


@journey("pasted text is a list too")
def pasted(site):
    visitor = site.visitor("en")
    visitor.sign_in(SUPPLIER)
    visitor.go("/ibs/stock/new")
    visitor.page.fill("#text", "Part No\tQty\tDate Code\nHOUSETEST-1\t1500\t2348\n")
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_url("**/columns")
    check_columns(visitor)
    assert visitor.texts("table.lines tr.line a.mpn") == ["HOUSETEST-1"]
    visitor.check()


@journey("a corrected mapping is what the dry run uses")
def corrected_mapping(site):
    visitor = site.visitor("en")
    visitor.sign_in(SUPPLIER)
    visitor.go("/ibs/stock/new")
    visitor.page.fill("#text", "Ours\tTheirs\tQty\nOWN-1\tHOUSETEST-2\t20\nOWN-2\tHOUSETEST-3\t30\n")
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_url("**/columns")
    visitor.page.select_option("#column_0", "")
    visitor.page.select_option("#column_1", "mpn")
    check_columns(visitor)
    assert visitor.texts("table.lines tr.line a.mpn") == ["HOUSETEST-2", "HOUSETEST-3"]
    visitor.check()


@journey("a file that is no list is refused with a reason, and the form stays")
def no_list(site):
    visitor = site.visitor("zh")
    visitor.sign_in(SUPPLIER)
    visitor.expect_console("status of 4")
    files = {
        "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(200),
        "paper.pdf": b"%PDF-1.7\n" + b"x" * 200,
        "empty.csv": b"",
    }
    for name, content in files.items():
        visitor.go("/ibs/stock/new")
        visitor.page.set_input_files(
            "#file", {"name": name, "mimeType": "text/csv", "buffer": content})
        visitor.page.locator("form.stack button.primary").click()
        visitor.page.wait_for_selector("[role=alert]", timeout=60_000)
        assert visitor.page.locator("#file").count() == 1, name
        visitor.check()


def paste(visitor, text):
    """Step 1 with pasted text; ends at the page of its columns."""
    visitor.go("/ibs/stock/new")
    visitor.page.fill("#text", text)
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_url("**/columns", timeout=60_000)


@journey("a list that was not understood stays, and is read another way without being sent again")
def not_understood(site):
    visitor = site.visitor("en", script=False)
    visitor.sign_in(SUPPLIER)
    paste(visitor, "one,two,three\nalpha,beta,15\ndelta,epsilon,20\n")
    assert visitor.page.locator("[role=alert]").count() == 1
    visitor.check()
    visitor.expect_console("status of 4")
    visitor.page.fill("#header_row", "1")
    visitor.page.locator("button[name=do][value=read]").click()
    assert visitor.page.locator("[role=alert]").count() == 1
    visitor.page.select_option("#column_0", "mpn")
    visitor.page.select_option("#column_2", "quantity")
    check_columns(visitor)
    assert visitor.texts("table.lines tr.line a.mpn") == ["alpha", "delta"]
    visitor.check()
    visitor.page.locator("form[action$='/discard'] button").first.click()


@journey("undo asks first; Keep, a second tab and Back change nothing more")
def undo_asks(site):
    visitor = site.visitor("en")
    visitor.sign_in(SUPPLIER)
    send(visitor, SAMPLES / "pasted-mail.txt")
    check_columns(visitor)
    publish(visitor)
    total = site.api(f"/api/v1/suppliers/{supplier_id(site)}")["total"]
    ask_to_undo(visitor)
    visitor.check()
    visitor.check_axe()
    assert visitor.page.locator("ul.effects li").count() >= 2
    visitor.page.get_by_role("link", name=visitor.word("undo.keep")).click()
    visitor.page.wait_for_selector("section.outcome.good")
    assert site.api(f"/api/v1/suppliers/{supplier_id(site)}")["total"] == total
    ask_to_undo(visitor)
    other = visitor.context.new_page()
    other.goto(visitor.page.url)
    visitor.page.locator("form[action$='/undo'] button").click()
    visitor.page.wait_for_url("**/publication")
    before = site.api(f"/api/v1/suppliers/{supplier_id(site)}")["total"]
    assert before != total
    other.locator("form[action$='/undo'] button").click()
    other.wait_for_url("**/publication")
    assert other.locator("section.outcome h2").inner_text() == visitor.word("publication.undone")
    visitor.page.go_back()
    visitor.page.reload()
    visitor.page.wait_for_url("**/publication")
    assert site.api(f"/api/v1/suppliers/{supplier_id(site)}")["total"] == before
    visitor.check()


@journey("a form that is no longer good comes back as it was typed, and is taken when sent again")
def expired_form(site):
    visitor = site.visitor("zh")
    visitor.sign_in(SUPPLIER)
    visitor.go("/ibs/stock/new")
    visitor.page.evaluate("() => document.querySelectorAll('main [name=form_token]')"
                          ".forEach(field => { field.value = 'of-another-day' })")
    visitor.page.fill("#text", "Part No\tQty\nHOUSETEST-5\t5\n")
    visitor.expect_console("status of 4")
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_load_state()
    assert visitor.word("refusal.form.token.again") in visitor.page.locator("main").inner_text()
    assert visitor.page.locator("#text").input_value() == "Part No\tQty\nHOUSETEST-5\t5\n"
    visitor.check()
    other = visitor.context.new_page()
    other.goto(urllib.parse.urljoin(visitor.page.url, "/ibs/stock"))
    assert "HOUSETEST-5" not in other.locator("main").inner_text()
    other.close()
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_url("**/columns", timeout=60_000)
    check_columns(visitor)
    assert "HOUSETEST-5" in visitor.page.locator("main").inner_text()


@journey("two tabs publish the same list: one does, the other is told")
def two_tabs(site):
    visitor = site.visitor("en")
    visitor.sign_in(SUPPLIER)
    send(visitor, SAMPLES / "pasted-mail.txt")
    check_columns(visitor)
    other = visitor.context.new_page()
    other.goto(visitor.page.url)
    publish(visitor)
    visitor.expect_console("status of 4")
    other.locator("form[action$='/publication'] button.primary").click()
    other.wait_for_load_state()
    assert other.locator("h1").count() == 1
    other.close()
    undo(visitor)
    visitor.check()


@journey("Back after publication does not publish again")
def back_after_publication(site):
    visitor = site.visitor("zh")
    visitor.sign_in(SUPPLIER)
    send(visitor, SAMPLES / "really-html.xls")
    check_columns(visitor)
    publish(visitor)
    visitor.page.go_back()
    visitor.page.reload()
    assert visitor.page.locator("h1").count() == 1
    visitor.go("/ibs/stock")
    undone = visitor.page.locator("a[href$='/undo']")
    assert undone.count() == 1, "one list can be undone"
    undone.click()
    visitor.check()
    visitor.page.locator("form[action$='/undo'] button").click()
    visitor.page.wait_for_selector("section.outcome")
    visitor.check()


@journey("without JavaScript a list goes online and comes back")
def without_script(site):
    visitor = site.visitor("en", script=False)
    visitor.sign_in(SUPPLIER)
    send(visitor, SAMPLES / "pasted-mail.txt")
    check_columns(visitor)
    visitor.page.locator("form[action$='/publication'] button.primary").click()
    deadline = time.monotonic() + 60
    while visitor.page.locator("section.outcome").count() == 0:
        assert time.monotonic() < deadline
        time.sleep(0.2)
        visitor.page.reload()
    undo(visitor)

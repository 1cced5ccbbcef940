"""What a supplier does with a single line: change it, withdraw it, see it named by the dry run."""
import json
import re
import time
import urllib.error
import urllib.request

from journey import journey
from journeys.pages import look
from journeys.stock import SUPPLIER, quantities, undo

LIST = "Part No\tQty\tDate Code\tPackage\nEDITTEST-1\t1500\t2348\tSOP-8\nEDITTEST-2\t20\t2401\tSOP-8\n"


def online(visitor):
    """Publishes the list of this file, which an undo takes back."""
    visitor.go("/ibs/stock/new")
    visitor.page.fill("#text", LIST)
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_url("**/columns")
    visitor.page.locator("button[name=do][value=check]").click()
    visitor.page.wait_for_selector("dl.counts", timeout=60_000)
    visitor.page.locator("form[action$='/publication'] button.primary").click()
    visitor.page.wait_for_selector("section.outcome.good", timeout=60_000)
    return visitor.page.url


def open_line(visitor, mpn):
    visitor.go("/ibs/stock/lines?q=" + mpn)
    visitor.page.locator(f"table.own a.mpn:text-is('{mpn}')").click()
    visitor.page.wait_for_selector("h1")


def save(visitor, quantity):
    visitor.page.fill("#quantity", quantity)
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_load_state()


def dry_run_again(visitor):
    visitor.go("/ibs/stock/new")
    visitor.page.fill("#text", LIST)
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_url("**/columns")
    visitor.page.locator("button[name=do][value=check]").click()
    visitor.page.wait_for_selector("dl.counts", timeout=60_000)


def discard(visitor):
    visitor.page.locator("form[action$='/discard'] button").click()
    visitor.page.wait_for_url("**/ibs/stock")


def until_found(site, mpn, wanted):
    deadline = time.monotonic() + 1
    while quantities(site, mpn) != wanted:
        assert time.monotonic() < deadline, f"{mpn}: {quantities(site, mpn)}, not {wanted}"


def change_a_line(site, language, script, width):
    visitor = site.visitor(language, script=script, width=width)
    visitor.sign_in(SUPPLIER)
    outcome = online(visitor)
    faults = []
    shape = f"{language}-{width}"

    def see(name):
        # Without JavaScript a page cannot be asked for its width either.
        return look(visitor, name, shape) if script else []

    open_line(visitor, "EDITTEST-1")
    faults += see("line")
    save(visitor, "40")
    assert visitor.page.locator("[role=status]").count() == 1, "nothing says that it is saved"
    until_found(site, "EDITTEST-1", [40])
    faults += see("line-edited")
    open_line(visitor, "EDITTEST-2")
    visitor.page.locator("button[formaction$='/withdrawal']").click()
    visitor.page.wait_for_selector("form.restore")
    until_found(site, "EDITTEST-2", [])
    visitor.go("/ibs/stock/lines?edited=1")
    assert sorted(visitor.texts("table.own a.mpn")) == ["EDITTEST-1", "EDITTEST-2"]
    faults += see("lines")
    dry_run_again(visitor)
    assert sorted(visitor.texts("table.dropped a.mpn")) == ["EDITTEST-1", "EDITTEST-2"]
    faults += see("dry-run-edits")
    discard(visitor)
    visitor.go("/ibs/stock/lines?edited=1")
    visitor.page.locator("table.own a.mpn:text-is('EDITTEST-2')").click()
    visitor.page.locator("form.restore button").click()
    visitor.page.wait_for_url(re.compile("saved=1"))
    until_found(site, "EDITTEST-2", [20])
    visitor.go(outcome)
    undo(visitor)
    assert quantities(site, "EDITTEST-1") == []
    assert not faults, "\n".join(faults)


@journey("a line is changed, withdrawn and restored, and the dry run names the edits")
def edit(site):
    change_a_line(site, "zh", True, 1280)


@journey("the same on a telephone without JavaScript")
def edit_on_telephone(site):
    change_a_line(site, "en", False, 390)


@journey("two tabs change one line: the second is told and keeps what was typed")
def two_tabs_one_line(site):
    visitor = site.visitor("en")
    visitor.sign_in(SUPPLIER)
    outcome = online(visitor)
    open_line(visitor, "EDITTEST-1")
    other = visitor.context.new_page()
    other.goto(visitor.page.url)
    save(visitor, "41")
    visitor.expect_console("status of 412")
    other.fill("#quantity", "42")
    other.locator("form.stack button.primary").click()
    other.wait_for_selector("[role=alert]")
    assert other.input_value("#quantity") == "42"
    assert quantities(site, "EDITTEST-1") == [41]
    other.locator("form.stack button.primary").click()
    other.wait_for_url(re.compile("saved=1"))
    until_found(site, "EDITTEST-1", [42])
    other.close()
    visitor.go(outcome)
    undo(visitor)
    visitor.check()


@journey("what cannot be read in a line is said beside its field")
def wrong_values(site):
    visitor = site.visitor("zh")
    visitor.sign_in(SUPPLIER)
    outcome = online(visitor)
    open_line(visitor, "EDITTEST-1")
    visitor.expect_console("status of 422")
    visitor.page.fill("#price_0", "cheap")
    save(visitor, "lots and lots")
    assert visitor.page.locator("#quantity-error").count() == 1
    assert visitor.page.locator("#price_0-error").count() == 1
    assert visitor.page.input_value("#quantity") == "lots and lots"
    faults = look(visitor, "line-wrong", "zh-1280")
    assert not faults, "\n".join(faults)
    visitor.go(outcome)
    undo(visitor)


@journey("an edit after the dry run makes it stale; it is made anew and published")
def stale(site):
    visitor = site.visitor("en")
    visitor.sign_in(SUPPLIER)
    outcome = online(visitor)
    visitor.go("/ibs/stock/new")
    visitor.page.fill("#text", LIST.replace("1500", "1600"))
    visitor.page.locator("form.stack button.primary").click()
    visitor.page.wait_for_url("**/columns")
    visitor.page.locator("button[name=do][value=check]").click()
    visitor.page.wait_for_selector("dl.counts", timeout=60_000)
    dry_run = visitor.page.url
    open_line(visitor, "EDITTEST-2")
    save(visitor, "7")
    visitor.go(dry_run)
    assert visitor.page.locator("form[action$='/publication']").count() == 0
    visitor.check()
    visitor.page.locator("form[action$='/reading'] button").click()
    visitor.page.wait_for_selector("form[action$='/publication']", timeout=60_000)
    assert visitor.texts("table.dropped a.mpn") == ["EDITTEST-2"]
    visitor.page.locator("form[action$='/publication'] button.primary").click()
    visitor.page.wait_for_selector("section.outcome.good", timeout=60_000)
    until_found(site, "EDITTEST-2", [20])
    undo(visitor)
    until_found(site, "EDITTEST-2", [7])
    visitor.go(outcome)
    undo(visitor)
    visitor.check()


class Program:
    """A program of the supplier: it signs in as his visitor does, and speaks JSON."""

    def __init__(self, site, visitor):
        self.site = site
        visitor.go("/ibs/stock")
        self.cookie = "; ".join(
            f"{cookie['name']}={cookie['value']}" for cookie in visitor.context.cookies())
        self.token = visitor.page.locator("input[name=form_token]").first.get_attribute("value")

    def ask(self, method, path, body=None, **headers):
        """Status, headers and JSON of an answer."""
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        headers |= {"Cookie": self.cookie, "X-Form-Token": self.token, "Accept-Language": "en",
                    "Origin": self.site.url}
        data = None if body is None else json.dumps(body).encode()
        if data is not None:
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(
            self.site.url + path, data=data, method=method, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.headers, json.load(answer)
        except urllib.error.HTTPError as error:
            return error.code, error.headers, json.loads(error.read() or b"{}")


@journey("a program changes a line, and is told when the line has moved on")
def program(site):
    visitor = site.visitor("en")
    visitor.sign_in(SUPPLIER)
    outcome = online(visitor)
    robot = Program(site, visitor)
    _, _, found = robot.ask("GET", "/api/v1/stock-lines?q=EDITTEST-1")
    line = found["lines"][0]
    path = "/api/v1/stock-lines/" + line["id"]
    status, headers, own = robot.ask("GET", path)
    assert status == 200 and headers["ETag"] == f'"{own["version"]}"' and own["state"] == "listed"
    assert robot.ask("PATCH", path, {"quantity": "9"})[0] == 428
    change = {"quantity": "9", "prices": [
        {"min_quantity": 1, "unit_price": {"amount": "0.0046", "currency": "USD"}, "tax": "export"}]}
    status, headers, edited = robot.ask(
        "PATCH", path, change, If_Match=headers["ETag"], Idempotency_Key="edit-1")
    assert status == 200 and edited["quantity"]["value"] == 9 and edited["state"] == "edited"
    assert edited["prices"] == change["prices"] and edited["listed"]["quantity"]["value"] == 1500
    until_found(site, "EDITTEST-1", [9])
    status, again, replayed = robot.ask(
        "PATCH", path, change, If_Match=f'"{own["version"]}"', Idempotency_Key="edit-1")
    assert status == 200 and again["Idempotency-Replayed"] == "true" and replayed == edited
    status, _, problem = robot.ask(
        "PATCH", path, {"quantity": "8"}, If_Match=f'"{own["version"]}"')
    assert status == 412 and problem["code"] == "line_changed_meanwhile", problem
    status, _, problem = robot.ask(
        "PATCH", path, {"quantity": "abc", "date_code": "soon"}, If_Match=headers["ETag"])
    assert status == 422 and [e["pointer"] for e in problem["errors"]] == \
        ["/quantity", "/date_code"], problem
    status, _, problem = robot.ask("PATCH", path, {"qty": 3}, If_Match=headers["ETag"])
    assert status == 422 and problem["code"] == "line_change_empty", problem
    status, headers, gone = robot.ask("DELETE", path, If_Match=headers["ETag"])
    assert status == 200 and gone["state"] == "withdrawn"
    until_found(site, "EDITTEST-1", [])
    status, headers, back = robot.ask("DELETE", path + "/edit?version=" + gone["version"])
    assert status == 200 and back["state"] == "listed" and back["quantity"]["value"] == 1500
    until_found(site, "EDITTEST-1", [1500])
    theirs = site.api("/api/v1/search?q=LM&match=prefix&supplier=sup_nanyu&limit=1")["lines"][0]
    for method in ("GET", "PATCH", "DELETE"):
        body = {"quantity": "1"} if method == "PATCH" else None
        status, _, problem = robot.ask(
            method, "/api/v1/stock-lines/" + theirs["id"], body, If_Match=headers["ETag"])
        assert status == 404 and problem["code"] == "line_not_found", problem
    visitor.go(outcome)
    undo(visitor)

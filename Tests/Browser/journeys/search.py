"""What a buyer does: look for a part, narrow it down, see who has it."""
from journey import journey

LINES = "table.lines tr.line"
PARTS = f"{LINES} a.mpn"


def search(visitor, text):
    """Types a part number into the box and sends it, as anybody would."""
    visitor.page.fill("#q", text)
    visitor.page.press("#q", "Enter")
    visitor.page.wait_for_url("**/search?**")


def row_texts(visitor):
    return [text.replace("\u200b", "") for text in visitor.texts(PARTS)]


def answer_of(site, visitor):
    """The JSON of the very search that the visitor sees."""
    query = visitor.page.url.split("?", 1)[1]
    return site.api("/api/v1/search?" + query)


@journey("a visitor without an account finds a part, and sees the rows that the API tells")
def finds_a_part(site):
    visitor = site.visitor("en")
    visitor.go("/")
    visitor.check()
    search(visitor, "STM32F103C8T6")
    answer = answer_of(site, visitor)
    assert answer["total"] > 1, answer["total"]
    seen = row_texts(visitor)
    assert seen and seen == [line["mpn"] for line in answer["lines"]][:len(seen)], seen
    assert answer["lines"][0]["match"] == "exact"
    assert answer["lines"][0]["mpn"] == "STM32F103C8T6"
    assert f"{answer['total']:,}" in visitor.page.locator("p.total").inner_text()
    suppliers = visitor.texts(f"{LINES} .c-supplier a")
    names = [line["supplier"]["name_en"] or line["supplier"]["name"] for line in answer["lines"]]
    assert suppliers == names[:len(suppliers)], suppliers
    visitor.check()
    visitor.screenshot("search-en")


@journey("every row says how it matches and why it stands where it stands")
def rows_explain_themselves(site):
    visitor = site.visitor("zh")
    visitor.go("/search?q=LM317T")
    answer = answer_of(site, visitor)
    classes = {line["match"] for line in answer["lines"]}
    shown = {visitor.word(f"match.{name}") for name in classes}
    headings = " ".join(visitor.texts("table.lines tr.group") + visitor.texts(f"{LINES} .chip"))
    assert all(word in headings for word in shown), (shown, headings)
    first = visitor.page.locator(LINES).first
    first.locator("details.why summary").click()
    reasons = first.locator("details.why ol li").all_inner_texts()
    assert [r.strip() for r in reasons] == site_reasons(site, visitor)[0], reasons
    visitor.check()


def site_reasons(site, visitor):
    query = visitor.page.url.split("?", 1)[1]
    return [line["why"] for line in site.api(f"/api/v1/search?{query}&lang=zh")["lines"]]


@journey("a leaded and a lead-free part are never added up")
def classes_stay_apart(site):
    visitor = site.visitor("en")
    visitor.go("/search?q=MAX811LEUS-T")
    answer = answer_of(site, visitor)
    exact = [line for line in answer["lines"] if line["match"] == "exact"]
    assert exact and all(line["mpn"] == "MAX811LEUS-T" for line in exact), exact[:2]
    for line in answer["lines"]:
        if "+T" in line["mpn"]:
            assert line["match"] not in ("exact", "identity"), line
    visitor.check()


@journey("a filter narrows the rows, stays in the address, and can be taken off again")
def filters(site):
    visitor = site.visitor("en")
    visitor.go("/search?q=1N4148WS")
    before = answer_of(site, visitor)["total"]
    facet = visitor.page.locator("details.facet", has=visitor.page.locator(
        "input[name=manufacturer]"))
    facet.locator("summary").click()
    maker = facet.locator("input[name=manufacturer]").first
    wanted = maker.get_attribute("value")
    maker.check()
    facet.locator("button[type=submit]").click()
    visitor.page.wait_for_url("**manufacturer=**")
    answer = answer_of(site, visitor)
    assert 0 < answer["total"] < before, (answer["total"], before)
    makers = {line["manufacturer"] for line in answer["lines"]}
    assert len(makers) == 1, makers
    assert f"manufacturer={wanted}" in visitor.page.url
    visitor.check()
    visitor.page.get_by_role("link", name=visitor.word("filter.clear")).click()
    visitor.page.wait_for_url(lambda url: "manufacturer" not in url)
    assert answer_of(site, visitor)["total"] == before


@journey("a minimum quantity leaves only lines that have as many")
def minimum_quantity(site):
    visitor = site.visitor("zh")
    visitor.go("/search?q=STM32F103C8T6")
    visitor.page.fill("input[name=min_quantity]", "5000")
    visitor.page.press("input[name=min_quantity]", "Enter")
    visitor.page.wait_for_url("**min_quantity=5000**")
    assert "supplier=sup" not in visitor.page.url, "a supplier was chosen unasked"
    answer = answer_of(site, visitor)
    for line in answer["lines"]:
        assert (line["quantity"]["value"] or 0) >= 5000, line["quantity"]
    assert visitor.page.locator(LINES).count() == min(len(answer["lines"]), answer["total"])
    visitor.check()


@journey("filters that let nothing through can be taken off one by one")
def filters_in_the_way(site):
    visitor = site.visitor("en", width=390)
    visitor.go("/search?q=LM358&min_quantity=4000000000&tier=listed")
    assert visitor.page.locator(LINES).count() == 0
    told = answer_of(site, visitor)["reliefs"]
    offers = visitor.page.locator("ul.reliefs a.button")
    assert offers.count() == len(told) > 0, told
    visitor.check()
    visitor.check_axe()
    offers.first.click()
    visitor.page.wait_for_url(lambda url: "min_quantity" not in url)
    assert "tier=listed" in visitor.page.url
    assert answer_of(site, visitor)["total"] == told[0]["total"]
    assert visitor.page.locator(LINES).count() > 0


@journey("two suppliers can be asked at once, and lines without a maker are a choice")
def several_choices(site):
    visitor = site.visitor("zh")
    visitor.go("/search?q=1N4148WS")
    facet = visitor.page.locator("details.facet", has=visitor.page.locator("input[name=supplier]"))
    facet.locator("summary").click()
    boxes = facet.locator("input[name=supplier]")
    wanted = {boxes.nth(index).get_attribute("value") for index in (0, 1)}
    boxes.nth(0).check()
    boxes.nth(1).check()
    facet.locator("button[type=submit]").click()
    visitor.page.wait_for_url("**supplier=**supplier=**")
    answer = answer_of(site, visitor)
    assert {line["supplier"]["id"] for line in answer["lines"]} <= wanted
    visitor.go("/search?q=1N4148WS&manufacturer=-")
    assert {line["manufacturer"] for line in answer_of(site, visitor)["lines"]} == {""}
    visitor.check()


@journey("a wrong filter is told beside the form, and nothing is lost")
def wrong_filter(site):
    visitor = site.visitor("en")
    visitor.expect_console("status of 4")
    visitor.page.goto("/search?q=LM317T&min_quantity=many")
    assert visitor.page.locator("[role=alert]").count() == 1
    assert visitor.page.input_value("#q") == "LM317T"
    visitor.check()


@journey("the next page goes on where the first ended, and Back returns to it")
def paging(site):
    visitor = site.visitor("en")
    visitor.go("/search?q=STM32F1&match=prefix")
    first = row_texts(visitor)
    links = [a.get_attribute("href") for a in visitor.page.locator(PARTS).all()]
    visitor.page.locator("nav.pager a[rel=next]").click()
    visitor.page.wait_for_url("**cursor=**")
    second = visitor.page.locator(LINES).count()
    assert second > 0 and row_texts(visitor) != first
    visitor.check()
    visitor.page.go_back()
    assert row_texts(visitor) == first
    assert [a.get_attribute("href") for a in visitor.page.locator(PARTS).all()] == links


@journey("who mistypes is offered what is near, and only then")
def did_you_mean(site):
    visitor = site.visitor("en")
    visitor.go("/search?q=STM32F103C8TB6")
    assert visitor.page.locator(LINES).count() == 0
    near = visitor.page.locator("p.suggest a.mpn")
    assert near.count() > 0, "nothing near was offered"
    visitor.check()
    text = near.first.inner_text().strip()
    near.first.click()
    visitor.page.wait_for_load_state()
    assert visitor.page.locator(LINES).count() > 0, text
    assert visitor.page.locator("p.suggest").count() == 0


@journey("completions come while typing and are taken by keyboard")
def completions(site):
    visitor = site.visitor("en")
    visitor.go("/")
    visitor.page.click("#q")
    visitor.page.keyboard.type("STM32F10", delay=20)
    options = visitor.page.locator("#q-list [role=option]")
    options.first.wait_for()
    words = options.all_inner_texts()
    told = site.api("/api/v1/suggest?q=STM32F10")
    assert 1 <= len(words) <= 10, words
    assert all(word in str(told) for word in words), words
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("ArrowDown")
    chosen = visitor.page.locator("#q-list [aria-selected=true]").inner_text()
    assert chosen == words[1]
    assert visitor.page.get_attribute("#q", "aria-activedescendant")
    visitor.check_axe()
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_url("**/search?**")
    assert visitor.page.input_value("#q") == chosen
    assert row_texts(visitor)[0].startswith(chosen)
    visitor.check()


@journey("Escape closes the completions, and a slash leads to the search box")
def completions_close(site):
    visitor = site.visitor("zh")
    visitor.go("/about")
    visitor.page.keyboard.press("/")
    assert visitor.page.evaluate("() => document.activeElement.id") == "q"
    visitor.page.keyboard.type("LM3")
    visitor.page.locator("#q-list [role=option]").first.wait_for()
    visitor.page.keyboard.press("Escape")
    assert visitor.page.locator("#q-list").is_hidden()
    assert visitor.page.get_attribute("#q", "aria-expanded") == "false"


@journey("without JavaScript everything can be asked and seen")
def without_script(site):
    visitor = site.visitor("en", script=False)
    visitor.go("/")
    search(visitor, "LM2596S-5.0/NOPB")
    assert visitor.page.locator(LINES).count() > 0
    visitor.page.locator(PARTS).first.click()
    visitor.page.wait_for_url("**/parts/**")
    assert "LM2596S" in visitor.page.locator("h1").inner_text()
    visitor.page.go_back()
    visitor.page.locator(LINES).first.locator("details.why summary").click()
    assert visitor.page.locator("details.why[open] ol li").first.is_visible()
    visitor.page.fill("input[name=min_quantity]", "1")
    visitor.page.press("input[name=min_quantity]", "Enter")
    visitor.page.wait_for_url("**min_quantity=1**")
    visitor.sign_in("kestrel")
    visitor.go("/ibs/stock")
    assert visitor.page.locator("h1").count() == 1


@journey("a part with several makers is a choice, and leads to one of them")
def several_makers(site):
    visitor = site.visitor("en")
    visitor.go("/parts/1N4148WS")
    makers = visitor.page.locator("ul.makers a")
    assert makers.count() >= 10, makers.count()
    visitor.check()
    makers.first.click()
    visitor.page.wait_for_url("**/parts/*/1N4148WS")
    assert "1N4148WS" in visitor.page.locator("h1").inner_text()
    visitor.check()


@journey("a part page shows its lines, what it is, and what resembles it")
def part_page(site):
    visitor = site.visitor("zh")
    visitor.go("/search?q=SMAJ6.0A")
    visitor.page.locator(PARTS).first.click()
    visitor.page.wait_for_url("**/parts/**")
    assert "SMAJ6.0A" in visitor.page.locator("h1").inner_text()
    visitor.check()
    identities = {line["identity"] for line in
                  site.api("/api/v1/parts/SMAJ6.0A").get("lines", [])}
    assert "SMAJ60A" not in identities
    visitor.screenshot("part-zh")


@journey("odd part numbers find their pages: slash, comma, hash, plus")
def odd_part_numbers(site):
    visitor = site.visitor("en")
    for mpn in ("LM2596S-5.0/NOPB", "74HC32D,653", "LT1763CS8-3.3#PBF", "MAX811LEUS+T"):
        visitor.go("/")
        search(visitor, mpn)
        assert visitor.page.locator(LINES).count() > 0, mpn
        visitor.page.locator(PARTS).first.click()
        visitor.page.wait_for_url("**/parts/**")
        assert visitor.page.locator("h1").count() == 1, mpn
        visitor.check()


@journey("a supplier's page shows his list and searches in it")
def supplier_page(site):
    visitor = site.visitor("en")
    visitor.go("/search?q=STM32F103C8T6")
    visitor.page.locator(f"{LINES} .c-supplier a").first.click()
    visitor.page.wait_for_url("**/suppliers/**")
    assert visitor.page.locator(LINES).count() > 0
    visitor.check()
    visitor.page.fill("form.filters input[name=q]", "STM32")
    visitor.page.press("form.filters input[name=q]", "Enter")
    visitor.page.wait_for_url("**q=STM32**")
    assert all("STM32" in mpn for mpn in row_texts(visitor)), row_texts(visitor)[:5]
    visitor.check()


@journey("what a visitor types is shown as text, whatever it is")
def hostile_text(site):
    visitor = site.visitor("en")
    for text in ('<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "{{w.brand.name}}"):
        visitor.go("/")
        search(visitor, text)
        assert visitor.page.locator("main script, main img").count() == 0
        assert visitor.page.input_value("#q") == text
        assert not visitor.faults, visitor.faults

"""What every page has around it: language, theme, signing in, errors, the keyboard."""
from journey import journey


@journey("the language is that of the browser, and can be changed on the same page")
def language(site):
    visitor = site.visitor("zh")
    visitor.go("/search?q=LM317T")
    visitor.check()
    rows = visitor.texts("table.lines tr.line a.mpn")
    visitor.page.locator("nav.tools a[hreflang]").click()
    visitor.page.wait_for_load_state()
    visitor.language = "en"
    visitor.check()
    assert "q=LM317T" in visitor.page.url
    assert visitor.texts("table.lines tr.line a.mpn") == rows
    visitor.go("/about")
    visitor.check()  # the choice is kept


@journey("the theme can be chosen and is kept")
def theme(site):
    visitor = site.visitor("en", theme="light")
    visitor.go("/search?q=LM317T")
    ground = "() => getComputedStyle(document.body).backgroundColor"
    light = visitor.page.evaluate(ground)
    visitor.page.locator("form.themes button[value=dark]").click()
    visitor.page.wait_for_selector("html[data-theme=dark]")
    assert "q=LM317T" in visitor.page.url, "the choice leads back to where the visitor was"
    assert visitor.page.evaluate(ground) != light
    visitor.go("/")
    assert visitor.page.evaluate(ground) != light
    visitor.check()


@journey("who must sign in is led there and back, and out again")
def signing_in(site):
    visitor = site.visitor("en")
    visitor.go("/ibs/stock")
    assert "/sign-in?" in visitor.page.url, visitor.page.url
    visitor.check()
    visitor.use_sign_in_form("nanyu", at=visitor.page.url)
    assert visitor.page.url == site.url + "/ibs/stock", visitor.page.url
    visitor.check()
    visitor.page.locator("details.menu summary").click()
    visitor.page.locator("form[action='/sign-out'] button").click()
    visitor.page.wait_for_load_state()
    visitor.go("/ibs/stock")
    assert "/sign-in?" in visitor.page.url, visitor.page.url


@journey("a wrong password is told without saying which half was wrong")
def wrong_password(site):
    visitor = site.visitor("en")
    visitor.expect_console("status of 4")
    texts = []
    for name in ("nanyu", "nobody-of-that-name"):
        visitor.go("/sign-in")
        visitor.page.fill("#username", name)
        visitor.page.fill("#password", "wrong-password")
        visitor.page.press("#password", "Enter")
        visitor.page.wait_for_selector("[role=alert]")
        texts.append(visitor.page.locator("[role=alert]").inner_text())
        assert visitor.page.input_value("#username") == name
        assert visitor.page.input_value("#password") == ""
    assert texts[0] == texts[1]
    visitor.check()


@journey("one supplier does not see the list of another")
def lists_are_private(site):
    one = site.visitor("en")
    one.sign_in("nanyu")
    one.go("/ibs/stock/new")
    one.page.fill("#text", "Part No\tQty\nHOUSETEST-9\t1\n")
    one.page.locator("form.stack button.primary").click()
    one.page.wait_for_url("**/columns")
    path = one.page.url[len(site.url):]
    other = site.visitor("en")
    other.sign_in("kestrel")
    other.go(path, status=404)
    other.check()


@journey("an address that does not exist is a page that helps, in both languages")
def not_found(site):
    for tag in ("zh", "en"):
        visitor = site.visitor(tag)
        for path in ("/nowhere", "/parts/no-maker/NO-SUCH-PART", "/suppliers/nobody"):
            visitor.go(path, status=404)
            visitor.check()
            assert visitor.page.locator("main a[href='/']").count() == 1
        visitor.check_axe()  # one template makes all three


@journey("every answer carries the strict policy")
def headers(site):
    visitor = site.visitor("en")
    for path, status in (("/", 200), ("/search?q=LM317T", 200), ("/nowhere", 404)):
        found = visitor.go(path, status=status).headers
        policy = found.get("content-security-policy", "")
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy, policy
        assert "unsafe" not in policy and "http" not in policy, policy
        assert found.get("x-content-type-options") == "nosniff", path
        assert found.get("x-request-id"), path
        assert "referrer-policy" in found, path


def focused(visitor, property):
    return visitor.page.evaluate(f"() => document.activeElement.{property}")


def tab_to(visitor, selector, limit=80):
    """Presses Tab until what has the focus fits; each stop must be visible."""
    for _ in range(limit):
        visitor.page.keyboard.press("Tab")
        box = visitor.page.evaluate(
            "() => { const b = document.activeElement.getBoundingClientRect();"
            " return [b.width, b.height] }")
        assert min(box) > 0, "the focus is on something that nobody sees: " + focused(
            visitor, "outerHTML")[:200]
        if visitor.page.evaluate(f"() => document.activeElement.matches(`{selector}`)"):
            return
    raise AssertionError(f"Tab does not lead to {selector}")


@journey("by keyboard alone: skip to the content, search, open a part and its supplier")
def keyboard_only(site):
    visitor = site.visitor("en")
    keyboard = visitor.page.keyboard
    visitor.go("/")
    keyboard.press("Tab")
    assert focused(visitor, "className") == "skip"
    keyboard.press("Enter")
    assert focused(visitor, "id") == "main"
    tab_to(visitor, "#q")
    keyboard.type("STM32F103C8T6")
    keyboard.press("Enter")
    visitor.page.wait_for_url("**/search?**")
    tab_to(visitor, "details.facet summary")
    keyboard.press("Enter")
    tab_to(visitor, "details.facet[open] input[type=checkbox]")
    keyboard.press("Space")
    assert visitor.page.locator("details.facet[open] input:checked").count() == 1
    keyboard.press("Escape")
    assert visitor.page.locator("details.facet[open]").count() == 0
    assert focused(visitor, "tagName") == "SUMMARY"
    tab_to(visitor, "table.lines details.why summary")
    keyboard.press("Enter")
    assert visitor.page.locator("details.why[open]").count() == 1
    keyboard.press("Escape")
    visitor.page.locator("table.lines a.mpn").first.focus()
    keyboard.press("Enter")
    visitor.page.wait_for_url("**/parts/**")
    tab_to(visitor, "td.c-supplier a")
    keyboard.press("Enter")
    visitor.page.wait_for_url("**/suppliers/**")
    visitor.check()

"""Every page in every shape: axe, width, words, console; and a picture of each to be looked at."""
import itertools

from journey import journey
from journeys.stock import SAMPLES, SUPPLIER, check_columns, send

PUBLIC = {
    "home": "/",
    "search": "/search?q=STM32F103C8T6",
    "search-prefix": "/search?q=LM&match=prefix",
    "search-nothing": "/search?q=ZZZZQQQQ",
    "search-filters": "/search?q=LM358&min_quantity=4000000000&tier=listed",
    "search-empty": "/search",
    "part-choice": "/parts/1N4148WS",
    "supplier": "/suppliers/sup_nanyu",
    "supplier-phantom": "/suppliers/sup_wanyou",
    "sign-in": "/sign-in",
    "about": "/about",
    "about-api": "/about/api",
    "about-data": "/about/data",
    "status": "/status",
}

# Pages of as many rows as a page can show; axe takes twenty seconds for each, and every row is made
# by one template, so that ten of them tell the same unless the whole matrix is asked for.
LONG = {"search-prefix", "supplier", "supplier-phantom"}

LANGUAGES, THEMES, WIDTHS = ("zh", "en"), ("light", "dark"), (1280, 390, 360)


def look(visitor, name, shape):
    """Holds the page against everything that can be held against it."""
    faults = []
    for check in (visitor.check, visitor.check_axe):
        try:
            check()
        except AssertionError as fault:
            faults.append(f"{name}: {fault}")
            visitor.faults = []
    if visitor.site.options.matrix:
        visitor.screenshot(f"{name}-{shape}")
    return faults


def walk_pages(site, language, theme, width):
    """Every page of one shape; tells all of its faults at once."""
    shape = f"{language}-{theme}-{width}"
    visitor = site.visitor(language, width=width, height=900, theme=theme)
    faults = []
    for name, path in PUBLIC.items():
        if name in LONG and not site.options.matrix:
            path += ("&" if "?" in path else "?") + "limit=10"
        visitor.go(path)
        faults += look(visitor, name, shape)
    visitor.go("/search?q=SMAJ6.0A")
    visitor.page.locator("table.lines a.mpn").first.click()
    visitor.page.wait_for_url("**/parts/**")
    faults += look(visitor, "part", shape)
    visitor.sign_in(SUPPLIER)
    for name, path in (
            ("stock", "/ibs/stock"), ("upload", "/ibs/stock/new"),
            ("lines", "/ibs/stock/lines?limit=10")):
        visitor.go(path)
        faults += look(visitor, name, shape)
    visitor.page.locator("table.own a.mpn").first.click()
    visitor.page.wait_for_selector("form.stack")
    faults += look(visitor, "line", shape)
    send(visitor, SAMPLES / "gbk-with-errors.csv")
    faults += look(visitor, "columns", shape)
    check_columns(visitor)
    faults += look(visitor, "dry-run", shape)
    visitor.page.locator("form[action$='/discard'] button").first.click()
    visitor.page.wait_for_load_state()
    visitor.go("/nowhere", status=404)
    faults += look(visitor, "not-found", shape)
    assert not faults, "\n".join(faults)


def add(language, theme, width):
    """A journey for one shape; the two that differ most are walked every time."""
    often = (language, theme, width) in (("zh", "light", 390), ("en", "dark", 1280))

    @journey(f"every page holds: {language}, {theme}, {width} px", only_in_matrix=not often)
    def walk(site):
        walk_pages(site, language, theme, width)


for shape in itertools.product(LANGUAGES, THEMES, WIDTHS):
    add(*shape)


@journey("no page scrolls sideways at 320 to 3840 px")
def widths(site):
    visitor = site.visitor("zh")
    for path in ("/", "/search?q=STM32F103C8T6", "/suppliers/sup_nanyu"):
        visitor.go(path)
        for width in (320, 360, 768, 1024, 1920, 3840):
            visitor.page.set_viewport_size({"width": width, "height": 900})
            visitor.check_width()


@journey("results can be printed: rows and their supplier, without boxes to type in")
def printing(site):
    visitor = site.visitor("en")
    visitor.go("/search?q=STM32F103C8T6")
    visitor.page.emulate_media(media="print")
    assert visitor.page.locator("table.lines tr.line").first.is_visible()
    assert not visitor.page.locator("#q").is_visible(), "the search box is printed"
    folder = visitor.site.options.screenshots
    folder.mkdir(parents=True, exist_ok=True)
    sheet = visitor.page.pdf(path=str(folder / "search.pdf"), format="A4")
    assert sheet[:5] == b"%PDF-" and len(sheet) > 5_000


@journey("what depends on colour can be told without it", only_in_matrix=True)
def forced_colors(site):
    visitor = site.visitor("en")
    visitor.page.emulate_media(forced_colors="active")
    for name in ("home", "search", "supplier"):
        visitor.go(PUBLIC[name])
        visitor.check()
        visitor.screenshot(f"{name}-forced-colors")


@journey("zoomed to 400 % on a wide screen, a page is one column", only_in_matrix=True)
def zoomed(site):
    visitor = site.visitor("zh", width=320, height=256)
    for path in PUBLIC.values():
        visitor.go(path)
        visitor.check_width()

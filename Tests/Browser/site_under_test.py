"""The site as journeys see it: visitors with browsers of their own, and what must hold of any
page whatever it shows."""
import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from journey import ROOT

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


class Site:
    """One browser and one demo, for all journeys."""

    def __init__(self, demo, chromium, options):
        self.demo, self.url = demo, demo.url
        self.chromium, self.options = chromium, options
        self.visitors, self.sessions = [], {}
        self.words = {
            language: json.loads((ROOT / f"Sources/Web/Words/{language}.json").read_text("utf-8"))
            for language in ("zh", "en")
        }

    def __enter__(self):
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(
            executable_path=self.chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        self.version = self.browser.version
        return self

    def __exit__(self, *_):
        self.close_visitors()
        self.browser.close()
        self.playwright.stop()

    def visitor(self, language="en", **shape):
        """A new visitor: no cookie, a language that the browser asks for."""
        visitor = Visitor(self, language, **shape)
        self.visitors.append(visitor)
        return visitor

    def close_visitors(self):
        for visitor in self.visitors:
            visitor.context.close()
        self.visitors = []

    def keep_screenshots(self, name):
        for number, visitor in enumerate(self.visitors):
            try:
                visitor.screenshot(f"{name}-{number}")
            except Exception as error:  # the page may be gone; the failure itself is told already
                print(f"        no screenshot: {error}")

    def api(self, path, tries=3):
        """What the JSON API answers, without a browser; waits when it says that it is too much."""
        for _ in range(tries):
            try:
                with urllib.request.urlopen(self.url + path, timeout=20) as answer:
                    return json.load(answer)
            except urllib.error.HTTPError as error:
                if error.code != 429:
                    raise AssertionError(f"{path}: {error.code} {error.read(500)!r}") from error
                time.sleep(int(error.headers.get("Retry-After", "2")))
        raise AssertionError(f"{path}: limited for too long")


class Visitor:
    """A browser context with its page, and everything that must not happen in it."""

    def __init__(self, site, language, width=1280, height=800, theme="light", script=True):
        self.site, self.language = site, language
        self.faults, self.expected = [], []
        phone = width < 600
        self.context = site.browser.new_context(
            base_url=site.url, locale="zh-CN" if language == "zh" else "en-GB",
            color_scheme=theme, viewport={"width": width, "height": height},
            is_mobile=phone, has_touch=phone, reduced_motion="reduce",
            java_script_enabled=script, service_workers="block")
        self.context.set_default_timeout(10_000)
        self.context.on("request", self._request)
        self.context.on("console", self._console)
        self.context.on("weberror", lambda fault: self.faults.append(f"script: {fault.error}"))
        self.page = self.context.new_page()

    def _request(self, request):
        parts = urllib.parse.urlsplit(request.url)
        if parts.scheme in ("data", "blob"):
            return
        if f"{parts.scheme}://{parts.netloc}" != self.site.url:
            self.faults.append(f"foreign request: {request.url}")

    def _console(self, message):
        if message.type not in ("error", "warning"):
            return
        if any(re.search(pattern, message.text) for pattern in self.expected):
            return
        self.faults.append(f"console: {message.text}")

    def expect_console(self, pattern):
        """A message that this journey provokes on purpose, such as that of a 404."""
        self.expected.append(pattern)

    def go(self, path, status=200, tries=3):
        """Opens a page; waits when the site says that it is too much."""
        if status >= 400:
            self.expect_console(f"status of {status}")
        for _ in range(tries):
            answer = self.page.goto(path)
            if answer.status != 429 or status == 429:
                break
            self.faults = [f for f in self.faults if "429" not in f]
            time.sleep(min(60, int(answer.headers.get("retry-after", "2"))))
        assert answer.status == status, f"{path}: {answer.status}, not {status}"
        return answer

    def word(self, key):
        """The text of a key in the visitor's language."""
        return self.site.words[self.language][key]

    def sign_in(self, username):
        """Signed in as one of the demo's suppliers; the form is used once for each of them, since
        an account may try ten passwords in a quarter of an hour."""
        if username not in self.site.sessions:
            self.use_sign_in_form(username)
            self.site.sessions[username] = [
                cookie for cookie in self.context.cookies() if cookie["name"].endswith("sid")]
            assert self.site.sessions[username], "no cookie holds the session"
        self.context.add_cookies(self.site.sessions[username])

    def use_sign_in_form(self, username, at="/sign-in"):
        """Signs in with the password that the page shows."""
        self.go(at)
        code = self.page.locator(f"code:text-is('{username}')")
        row = self.page.locator("section.demo tr", has=code)
        password = row.locator("code").nth(1).inner_text()
        self.page.fill("input[name=username]", username)
        self.page.fill("input[name=password]", password)
        self.page.press("input[name=password]", "Enter")
        self.page.wait_for_url(lambda url: "/sign-in" not in url)

    def texts(self, selector):
        """The texts of all places that a selector finds."""
        return [text.strip() for text in self.page.locator(selector).all_inner_texts()]

    def screenshot(self, name, full=True):
        folder = self.site.options.screenshots
        folder.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=str(folder / f"{name}.png"), full_page=full)

    # What must hold of every page.

    def check(self):
        """Sound page: nothing foreign, no error, a language, a title, one heading, no overflow."""
        assert not self.faults, f"{self.page.url}:\n" + "\n".join(self.faults)
        tag = "zh-CN" if self.language == "zh" else "en"
        assert self.page.locator("html").get_attribute("lang") == tag, "another language"
        assert self.page.title().strip(), f"{self.page.url} has no title"
        headings = self.page.locator("h1").count()
        assert headings == 1, f"{self.page.url} has {headings} first headings"
        self.check_width()
        self.check_words()

    def check_width(self):
        """No sideways scroll of the page as a whole; a wide table may scroll within itself."""
        wide = self.page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{self.page.url} is {wide} px too wide: {self.page.evaluate(WIDE)}"

    def check_words(self):
        """No unfilled place and no raw key of the word files is seen."""
        text = self.page.locator("body").inner_text()
        unfilled = re.findall(r"\{\{[^}]*\}\}", text)
        assert not unfilled, f"{self.page.url} shows {unfilled[:5]}"
        rooms = {key.split(".")[0] for key in self.site.words["en"] if "." in key}
        raw = [key for key in re.findall(r"(?<![\w./@-])[a-z_]+(?:\.[a-z_]+)+(?![\w./-])", text)
               if key.split(".")[0] in rooms]
        assert not raw, f"{self.page.url} shows the key of a word: {raw[:5]}"

    def check_axe(self):
        """No violation of WCAG 2.2 AA that axe can find."""
        found = Axe().run(self.page, options={"runOnly": WCAG, "resultTypes": ["violations"]})
        lines = [
            f"{violation['id']}: {node['html'][:160]} — {node['failureSummary'][:300]}"
            for violation in found.response["violations"] for node in violation["nodes"][:3]
        ]
        assert not lines, f"{self.page.url} ({self.language}):\n" + "\n".join(lines)


# Which elements reach past the right edge, for the message.
WIDE = """() => [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 5).map(e => e.tagName + '.' + e.className + '#' + e.id)"""

"""Runs the browser tests: real Chromium against a started demo, as a visitor would use it.

    scripts/browser                 the journeys, and the pages that matter most
    scripts/browser --matrix        every page, two languages, two themes, three widths
    scripts/browser --only upload   journeys whose name contains a word
    scripts/browser --list          the names

Without Playwright or Chromium every test is reported as skipped, never as passed.
"""
import argparse
import json
import os
import pathlib
import shutil
import sys
import time
import traceback

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))

from demo import Demo, DemoFault  # noqa: E402
from journey import all_journeys  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--matrix", action="store_true", help="every page in every shape")
    parser.add_argument("--only", default="", help="journeys whose name contains this")
    parser.add_argument("--list", action="store_true", help="print the names and stop")
    parser.add_argument("--results", type=pathlib.Path, help="write states by name to this file")
    parser.add_argument("--binary", type=pathlib.Path, default=ROOT / ".build/debug/cic")
    parser.add_argument("--screenshots", type=pathlib.Path, default=ROOT / ".build/screenshots")
    return parser.parse_args()


def chromium():
    """Debian's Chromium, or the one that CHROMIUM names; None when there is none."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


def why_not():
    """Why no browser test can run here; None when they can."""
    if chromium() is None:
        return "no Chromium"
    try:
        import axe_playwright_python.sync_playwright  # noqa: F401
        import playwright.sync_api  # noqa: F401
    except ImportError as error:
        return f"no {error.name}"
    return None


def run(journey, site):
    """The state of one journey; what went wrong is printed and seen in a screenshot."""
    start = time.monotonic()
    try:
        journey.walk(site)
        state = "passed"
    except Exception as error:  # a journey may fail in any way, and the next one still runs
        state = "failed"
        text = str(error) if isinstance(error, AssertionError) else traceback.format_exc()
        print("\n".join("        " + line for line in text.strip().splitlines()[-25:]))
        site.keep_screenshots("failed-" + journey.slug)
    finally:
        site.close_visitors()
    print(f"    {state}  {journey.name}  ({time.monotonic() - start:.1f} s)", flush=True)
    return state


def run_all(journeys, options):
    from site_under_test import Site

    states = {}
    with Demo(options.binary) as demo, Site(demo, chromium(), options) as site:
        print(f"    demo at {demo.url} after {demo.seconds:.1f} s, Chromium {site.version}")
        for journey in journeys:
            states[journey.name] = run(journey, site)
        states["the demo ends by itself when it is asked to"] = demo.end()
    return states


def main():
    options = arguments()
    journeys = [j for j in all_journeys(options.matrix) if options.only in j.name]
    if options.list:
        print("\n".join(j.name for j in journeys))
        return 0
    reason = why_not()
    if reason:
        print(f"    {reason}: {len(journeys)} browser tests skipped")
        states = {j.name: "skipped" for j in journeys}
    else:
        try:
            states = run_all(journeys, options)
        except DemoFault as fault:
            print(f"    {fault}")
            states = {"the demo starts": "failed"}
    if options.results:
        options.results.parent.mkdir(parents=True, exist_ok=True)
        options.results.write_text(json.dumps(states, ensure_ascii=False, indent=1))
    counts = [list(states.values()).count(s) for s in ("passed", "failed", "skipped")]
    print("    browser: {} passed, {} failed, {} skipped".format(*counts))
    return 1 if counts[1] else 0


if __name__ == "__main__":
    sys.exit(main())

"""Starts a demo of its own on a free port in a temporary folder, and ends it."""
import pathlib
import re
import shutil
import subprocess
import tempfile
import threading
import time

START_SECONDS = 300
END_SECONDS = 30


class DemoFault(Exception):
    """The demo did not start."""


class Demo:
    """A running `cic serve --demo`; a context manager, so that nothing of it stays behind."""

    def __init__(self, binary):
        self.binary = pathlib.Path(binary)
        self.lines = []
        self.url = None
        self.seconds = 0.0

    def __enter__(self):
        if not self.binary.exists():
            raise DemoFault(f"{self.binary} is not built")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cic-demo-"))
        start = time.monotonic()
        self.log = open(self.folder / "log", "wb")
        self.process = subprocess.Popen(
            [str(self.binary), "serve", "--demo", "--port", "0",
             "--data", str(self.folder / "data")],
            stdout=subprocess.PIPE, stderr=self.log, text=True, encoding="utf-8")
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        while self.url is None:
            if self.process.poll() is not None or time.monotonic() - start > START_SECONDS:
                self.__exit__()
                raise DemoFault("the demo did not start: " + self.last_words)
            time.sleep(0.05)
        self.seconds = time.monotonic() - start
        return self

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))
            found = re.search(r"listening on (http://\S+)", line)
            if found:
                self.url = found.group(1).rstrip("/")

    @property
    def last_words(self):
        """The end of what the demo said, for a message."""
        log = (self.folder / "log").read_text("utf-8", "replace") if self.folder.exists() else ""
        return "\n".join(self.lines[-5:] + log.splitlines()[-15:])

    def end(self):
        """Asks the demo to end, as an operator would; `passed` when it does in time."""
        self.process.terminate()
        try:
            code = self.process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            return "failed"
        if code != 0:
            print(f"        exit code {code}: {self.last_words}")
        return "passed" if code == 0 else "failed"

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()
        self.last = self.last_words
        shutil.rmtree(self.folder, ignore_errors=True)

"""A `cic serve` for the scripts in this folder: started, asked, ended or killed."""
import http.client
import json
import os
import re
import subprocess
import time

CIC = os.environ.get("CIC", ".build/release/cic")


class Gone(Exception):
    """The server was killed before it answered."""


class Server:
    """One `cic serve`; `kill` is the power of the test, `end` the way of an operator."""

    def __init__(self, options, log):
        """`options` as `cic serve` takes them; `log` is the file for its standard error."""
        self.log = open(log, "wb")
        command = [CIC, "serve", "--port", "0", *options]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log,
                                        text=True)
        self.port, self.began = None, time.monotonic()

    def ready(self):
        """Waits for its port; false when it ended before."""
        for line in self.process.stdout:
            found = re.search(r"listening on http://[^:]+:(\d+)", line)
            if found:
                self.port = int(found.group(1))
                return True
        return False

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.log.close()

    def end(self):
        """Asks it to end; gives the exit code."""
        self.process.terminate()
        code = self.process.wait(60)
        self.process.stdout.close()
        self.log.close()
        return code

    def ask(self, method, path, token=None, body=None, **headers):
        """Status and JSON of one request; `Gone` when the connection broke."""
        if token:
            headers["Authorization"] = f"Bearer {token}"
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body, {"Accept": "application/json", **headers})
            answer = connection.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            raise Gone(str(error)) from error
        finally:
            connection.close()
        try:
            return answer.status, json.loads(content or b"null")
        except ValueError:
            return answer.status, None

#!/usr/bin/env python3
"""2,000 slow sockets of four kinds against a server on this machine; good requests must not suffer.

Kinds: silent (connects, says nothing), head (a byte of the head every 2 s), body (a byte of the
body every 2 s) and taker (asks for a page and reads 16 bytes every 2 s). Each kind comes from its
own loopback addresses, 50 sockets each, as a real attack comes from many. Loopback only, bounded in
sockets and seconds. Prints one line; exit 0 when no good request was lost and the slow sockets did
not make the p99 of the good ones more than twice as long (with a floor of 50 ms).

Example: soak/slow-clients.py --port 8080 --sockets 2000 --seconds 40
"""
import argparse
import http.client
import resource
import socket
import sys
import time

KINDS = ("silent", "head", "body", "taker")


def opening(kind):
    host = b"Host: localhost\r\n"
    if kind == "head":
        return b"GET / HTTP/1.1\r\n" + host + b"X-Slow: "
    if kind == "body":
        return (b"POST /api/v1/sessions HTTP/1.1\r\n" + host
                + b"Content-Type: application/json\r\nContent-Length: 900000\r\n\r\n{")
    if kind == "taker":
        return b"GET / HTTP/1.1\r\n" + host + b"\r\n"
    return b""


def connect(index, port):
    kind = KINDS[index % 4]
    group = index // 50
    slow = socket.socket()
    if kind == "taker":
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
    slow.bind((f"127.0.{1 + group // 200}.{1 + group % 200}", 0))
    slow.settimeout(5)
    slow.connect(("127.0.0.1", port))
    slow.sendall(opening(kind))
    slow.setblocking(False)
    return kind, slow


def good(port):
    start = time.monotonic()
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
        connection.request("GET", "/healthz")
        status = connection.getresponse().status
        connection.close()
    except OSError:
        return None
    return time.monotonic() - start if status == 200 else None


def p99(times):
    return sorted(times)[max(0, int(len(times) * 0.99) - 1)]


def measure(port, seconds, during):
    times, lost, end = [], 0, time.monotonic() + seconds
    while time.monotonic() < end:
        took = good(port)
        if took is None:
            lost += 1
        else:
            times.append(took)
        during()
        time.sleep(0.02)
    return times or [9.9], lost


class Drips:
    """Keeps the slow sockets slow, and counts those that the server has closed."""

    def __init__(self, sockets):
        self.alive, self.closed, self.next = sockets, {kind: 0 for kind in KINDS}, 0.0

    def __call__(self):
        if time.monotonic() < self.next:
            return
        self.next = time.monotonic() + 2
        kept = []
        for kind, slow in self.alive:
            try:
                if kind in ("head", "body"):
                    slow.send(b"a")
                if slow.recv(16) == b"":
                    raise ConnectionResetError
                kept.append((kind, slow))
            except BlockingIOError:
                kept.append((kind, slow))
            except OSError:
                self.closed[kind] += 1
                slow.close()
        self.alive = kept


def main():
    asked = argparse.ArgumentParser(description=__doc__,
                                    formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--port", type=int, default=8080)
    asked.add_argument("--sockets", type=int, default=2000)
    asked.add_argument("--seconds", type=int, default=40)
    given = asked.parse_args()
    count, seconds = min(given.sockets, 4000), min(given.seconds, 300)
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, max(soft, count + 100)), hard))
    before, lost_before = measure(given.port, 3, lambda: None)
    if lost_before:
        sys.exit(f"no server on 127.0.0.1:{given.port} that answers /healthz")
    drips = Drips([connect(index, given.port) for index in range(count)])
    times, lost = measure(given.port, seconds, drips)
    print(f"slow {count} · good {len(times)} lost {lost} · p99 idle {p99(before) * 1000:.1f} ms, "
          f"under attack {p99(times) * 1000:.1f} ms · closed {drips.closed} "
          f"open {len(drips.alive)}")
    for _, slow in drips.alive:
        slow.close()
    slowed = p99(times) > max(2 * p99(before), 0.05)
    sys.exit(1 if lost or slowed else 0)


if __name__ == "__main__":
    main()

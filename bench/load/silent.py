"""Opens 10,000 connections that say nothing, and times one person's Cramp now among them."""

import contextlib
import resource
import socket
import statistics
import sys
import time
import urllib.request

port = int(sys.argv[1])
count = 10_000
hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, count + 100), hard))
silent = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(count)]
times = []
for _ in range(50):
    began = time.perf_counter()
    with contextlib.closing(urllib.request.urlopen(f"http://127.0.0.1:{port}/cramp", timeout=10)) as answer:
        answer.read()
    times.append(time.perf_counter() - began)
print(f"Beside {len(silent):,} silent connections: median {statistics.median(times) * 1e3:.1f} ms, slowest {max(times) * 1e3:.1f} ms")

"""What the figures were taken on."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from importlib import metadata
from pathlib import Path

PEERS = ("tepei", "polars", "duckdb", "pandas", "pyarrow", "numpy", "zen-engine", "openfisca-core")


def description() -> dict[str, str]:
    """Processor, caches, memory, system, compiler, Python, versions of the peers, and how busy the machine is."""
    processor = _processor()
    return {
        "processor": processor.get("Model name", platform.machine()),
        "processors": f"{processor.get('CPU(s)', os.cpu_count())}, {processor.get('Thread(s) per core', '?')} a core",
        "caches": ", ".join(f"{name} {processor[name]}" for name in _CACHES if name in processor),
        "memory": _memory(),
        "system": f"{_system()}, Linux {platform.release()}",
        "compiler": _first_line([os.environ.get("CXX", "c++"), "--version"]),
        "C library": " ".join(platform.libc_ver()),
        "Python": platform.python_version(),
        "packages": ", ".join(f"{name} {metadata.version(name)}" for name in PEERS),
        "load average at the start": " ".join(f"{load:.1f}" for load in os.getloadavg()),
    }


_CACHES = ("L1d cache", "L1i cache", "L2 cache", "L3 cache")


def _processor() -> dict[str, str]:
    """The fields of `lscpu`, by name without its colon."""
    environment = os.environ | {"LC_ALL": "C"}
    told = subprocess.run(["lscpu", "-J"], check=True, capture_output=True, text=True, env=environment).stdout
    found: dict[str, str] = {}
    waiting = list(json.loads(told)["lscpu"])
    while waiting:
        entry = waiting.pop(0)
        found[entry["field"].rstrip(":")] = entry["data"] or ""
        waiting += entry.get("children", [])
    return found


def _memory() -> str:
    kibibytes = int(Path("/proc/meminfo").read_text(encoding="utf-8").split()[1])
    return f"{kibibytes / 1024**2:.0f} GiB"


def _system() -> str:
    told = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    fields = dict(line.split("=", 1) for line in told if "=" in line)
    return fields.get("PRETTY_NAME", platform.system()).strip('"')


def _first_line(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()[0]

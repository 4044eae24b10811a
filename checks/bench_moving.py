"""How long a house takes to move, and how large its file is. ``python -m checks.bench_moving``

Not a test: a figure depends on the machine. Netherby leaves a folder with SQLite and arrives in another, or
in the empty database that DATABASE_URL names. Seconds are those on the wall, the start of the programme
included; the memory is the most that the process ever held.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.running import environment

KEY = "n0body-w1ll-guess-this-one"


def timed(what: str, var: Path, *words: str, database: str = "") -> None:
    """Run one command, and print what it took."""
    env = environment(ALONGSIDE_DEMO="1", ALONGSIDE_VAR=str(var), ALONGSIDE_BACKUP_KEY=KEY)
    env |= {"DATABASE_URL": database} if database else {}
    env["PYTHONPATH"] = os.pathsep.join(sys.path)
    began = time.perf_counter()
    command = [sys.executable, "-m", "alongside", *words]
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{what} did not work")
    took, most = time.perf_counter() - began, used.ru_maxrss * 1024 / 1e6
    print(
        f"{what:22} {took:6.1f} s  {used.ru_utime + used.ru_stime:6.1f} s of work  {most:6.1f} MB of memory"
    )


def main() -> int:
    """Print a line for each step, and the size of the file beside that of the database."""
    with tempfile.TemporaryDirectory(prefix="alongside-moving-") as name:
        old, new, house = Path(name) / "old", Path(name) / "new", Path(name) / "house"
        timed("tables", old, "migrate", "-v0")
        timed("Netherby", old, "demo")
        timed("leave", old, "leave", str(house))
        timed("arrive", new, "arrive", str(house), database=os.environ.get("DATABASE_URL", ""))
        sizes = house.stat().st_size / 1e6, (old / "alongside.sqlite3").stat().st_size / 1e6
        print(f"the file {sizes[0]:.2f} MB, the database was {sizes[1]:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

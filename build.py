"""`python build.py` is `mingbai build`: check the content, publish both sites."""

import sys

try:
    from mingbai.cli import run
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("mingbai."):
        raise
    sys.exit(f"还没有装好程序库（{missing.name}）：先运行 make site，或者 pip install -e .")

run("build.py")

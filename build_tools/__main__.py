"""`python -m build_tools` is the command `phobien`."""

import sys

from build_tools.cli import main

if __name__ == "__main__":
    sys.exit(main())

"""`python -m boxoffice`: the command line."""

import sys

from boxoffice.cli.main import main

if __name__ == "__main__":
    sys.exit(main())

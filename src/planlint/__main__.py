"""`python -m planlint`."""

import sys

from planlint.cli import main

sys.exit(main())

"""``python -m theodolite_desktop``."""

import sys

from theodolite_desktop.app import main

sys.exit(main())

"""The one executable: `claimtracker` or `python -m claimtracker`."""

import sys

from claimtracker import settings
from claimtracker.display import asks_for_window, has_display


def main() -> None:
    """Run the program and end with its exit status."""
    arguments = sys.argv[1:]
    window = None
    if asks_for_window(arguments) and has_display():
        from claimtracker.gui.main_window import first_window

        window = first_window(settings.load(settings.settings_path()))
    from claimtracker.app import run  # after the window: this brings in everything else

    sys.exit(run(arguments, window))


if __name__ == "__main__":
    main()

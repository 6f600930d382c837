"""The one executable: `claimtracker` or `python -m claimtracker`."""

import sys


def main() -> None:
    """Run the program and end with its exit status."""
    from claimtracker.app import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

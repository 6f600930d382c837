"""Python's own pauses kept short, so that work on other threads does not hold the window up."""

import gc
import sys

# While a thread computes without a pause, the window waits so long for each of its own steps,
# dozens of times for every list that it paints: Python's 5 ms would add up to half a second.
_TURN_S = 0.000_3


def share_turns() -> None:
    """Let the window have its turn while other threads compute; called once it is built.

    A thread that makes much lets Python look for garbage every few seconds, for some 200 ms in
    which nothing else goes on: what the program has loaded by now is spared that look.
    """
    gc.freeze()
    sys.setswitchinterval(_TURN_S)

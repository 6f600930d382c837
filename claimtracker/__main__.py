"""The one executable: `claimtracker` or `python -m claimtracker`."""

import gc
import signal
import sys

from claimtracker import settings
from claimtracker.database_choice import asked_path
from claimtracker.display import asks_for_window, has_display


def main() -> None:
    """Run the program and end with its exit status."""
    is_heard = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_heard:  # until all is loaded, an interrupt ends the program without a word
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    arguments = sys.argv[1:]
    window = lock = None
    if asks_for_window(arguments) and has_display():
        from claimtracker.gui.main_window import first_window
        from claimtracker.gui.window_call import come_first, open_words

        chosen = settings.load(settings.settings_path())
        path = asked_path(arguments, chosen)
        lock = come_first(path) if path else None
        if path and lock is None:
            _say(open_words(path))
            return
        window = first_window(chosen)
    gc.disable()  # nothing of what is loaded now becomes garbage; looking for it takes 50 ms
    from claimtracker.app import run  # after the window: this brings in everything else

    if window is None:
        gc.freeze()  # so that no later look goes through all of it, either
        gc.enable()
    if is_heard:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(run(arguments, window, lock))


def _say(sentence: str) -> None:
    """Print it, also where the terminal cannot show every character, or there is none."""
    encoding = getattr(sys.stdout, "encoding", None) or "ascii"
    print(sentence.encode(encoding, "backslashreplace").decode(encoding))


if __name__ == "__main__":
    main()

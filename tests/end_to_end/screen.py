"""A screen of its own with the real program on it, driven by keys and pointer only."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TOOLS = ("Xvfb", "xdotool", "xclip")
SIZE = "1280x800x24"
ANSWER_SECONDS = 20
_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
application.primaryScreen().grabWindow(0).save(sys.argv[1])
"""


def missing_tools() -> list[str]:
    """The programs that a journey needs and this machine lacks."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


@dataclass(frozen=True)
class Screen:
    """An X server; `environment` leads programs to it and to settings of their own."""

    environment: Mapping[str, str]

    def run(self, *command: str, text: str | None = None) -> str:
        """Run a tool on this screen and return what it printed."""
        done = subprocess.run(
            command,
            env=dict(self.environment),
            input=text,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=ANSWER_SECONDS,
        )
        return done.stdout

    def focus(self, title: str) -> str:
        """Wait until a window of this title is there, give it the keyboard, return its id."""
        found = self.run("xdotool", "search", "--sync", "--onlyvisible", "--name", title)
        window = found.split()[-1]
        self.run("xdotool", "windowfocus", "--sync", window)
        return window

    def keys(self, *names: str) -> None:
        """Press keys, such as "ctrl+n" or "Tab", one after the other."""
        self.run("xdotool", "key", "--delay", "40", *names)

    def type(self, text: str) -> None:
        """Type a text."""
        self.run("xdotool", "type", "--delay", "15", text)

    def click(self, window: str, x: int, y: int) -> None:
        """Press the pointer's first button at a place of the window, wherever that was put."""
        self.run("xdotool", "mousemove", "--window", window, str(x), str(y), "click", "1")

    def copy(self, text: str) -> None:
        """Put a text on the clipboard, as another program would; xclip stays to hand it out."""
        command = ("xclip", "-selection", "clipboard", "-in")
        subprocess.run(
            command,
            env=dict(self.environment),
            input=text,
            text=True,
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=ANSWER_SECONDS,
        )

    def picture(self, file: Path) -> Path:
        """Save what can be seen."""
        self.run(sys.executable, "-c", _GRAB, str(file))
        return file

    @contextmanager
    def program(
        self, *arguments: str, environment: Mapping[str, str] | None = None
    ) -> Iterator["subprocess.Popen[bytes]"]:
        """Run the program on this screen; it has ended when the block does."""
        command = [sys.executable, "-m", "claimtracker", *arguments]
        running = subprocess.Popen(command, env={**self.environment, **(environment or {})})
        try:
            yield running
        finally:
            running.terminate()
            running.wait(ANSWER_SECONDS)


@contextmanager
def open_screen(folder: Path) -> Iterator[Screen]:
    """Start an X server on a free display number; settings and log lie in this folder."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        # Without -noreset it begins anew when the last program goes, and turns the next one away.
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        kept = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        own = {
            "DISPLAY": f":{number}",
            "CLAIMTRACKER_SETTINGS": str(folder / "settings.toml"),
            "XDG_STATE_HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
        }
        yield Screen({**kept, **own})
    finally:
        server.terminate()
        server.wait(ANSWER_SECONDS)


WaitUntil = Callable[[Callable[[], bool]], None]

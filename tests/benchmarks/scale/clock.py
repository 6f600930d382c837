"""The clock that everything here is timed by: the one on the wall, or the processor's.

On a machine that others use, too, the time on the wall is mostly theirs. There the processor's own
time tells more, of all threads of the process; what waits for the disk is not counted by it.
"""

import os
import time

_IS_OF_PROCESSOR = os.environ.get("CLAIMTRACKER_CLOCK") == "processor"
CLOCK = "the processor's time" if _IS_OF_PROCESSOR else "time on the wall"
now = time.process_time if _IS_OF_PROCESSOR else time.perf_counter

"""The main job in the terminal, where a window was asked for and there is no display."""

from datetime import date
from pathlib import Path

from claimtracker.claims.listing import Listing
from claimtracker.claims.state import AsOf
from claimtracker.claims.vocabulary import of_claims
from claimtracker.command_line.arguments import say, say_all
from claimtracker.command_line.calendar_commands import check_lines, swept
from claimtracker.command_line.start_options import StartOptions
from claimtracker.operations.export_report import export_report

REPORT_NAME = "sample-report.csv"


def work_in_terminal(sample: StartOptions, today: date) -> None:
    """Check the sample case and report on it, as of this day."""
    path: Path = sample.path
    say(f"Sample case, as of {today}: {path}")
    say_all(check_lines(swept(sample), today))
    report = path.with_name(REPORT_NAME)
    with sample.session() as session:
        count = export_report(session, report, Listing(AsOf(today, sample.settings.lead_days)))
    say(f"Report of {of_claims(count)}: {report}")

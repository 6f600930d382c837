"""The public holidays of a country, by the library `holidays`; loaded when a country is set."""

from collections.abc import Mapping
from datetime import date
from functools import cache, lru_cache

_YEARS_KEPT = 256
_YEARS = range(1900, 2101)  # far from today laws are not known, and the library grows slow


@cache
def is_known(country: str) -> bool:
    """Whether this code (ISO 3166) is that of a country whose public holidays are known."""
    import holidays  # see days_off

    return country in holidays.list_supported_countries(include_aliases=False)


def years_known(first: date, last: date) -> range:
    """Return the years between these days in which any public holidays are known."""
    return range(max(first.year, _YEARS.start), min(last.year + 1, _YEARS.stop))


@lru_cache(maxsize=_YEARS_KEPT)
def days_off(country: str, year: int) -> Mapping[date, str]:
    """Return the public holidays of the year with their English names; {} where none are known."""
    if year not in _YEARS:
        return {}
    import holidays  # takes longer to load than all the rest; without a country nobody needs it

    if country not in holidays.list_supported_countries():
        return {}
    languages = holidays.list_localized_countries().get(country, ())
    language = "en_US" if "en_US" in languages else None
    return dict(holidays.country_holidays(country, years=year, language=language))

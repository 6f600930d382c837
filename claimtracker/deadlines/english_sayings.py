"""English sayings, titles and names that are made of words of time and name none."""

SAYINGS = {
    "NO_TIME": (
        "at the end of the day, the end of days, last - minute, the last minute, to this day,"
        " days are numbered, day - to - day, from one day to the next, day in the sun, this"
        " day and age, all day long, month of sundays, once in a century, once in a decade,"
        " once - in - a - century, just a minute, wait a minute, give me a minute, give us a"
        " minute, any given sunday, glory days, dog days, light years, light - years, indian"
        " summer, dry january, march madness, october surprise, october revolution, february"
        " revolution, bloody sunday, black monday, black tuesday, black wednesday, black"
        " thursday, good friday agreement, good friday accord, good friday accords, six - day"
        " war, fridays for future, sunday school, mail on sunday, independent on sunday"
    ),
    "MASTHEAD": "times",  # other newspapers are known by their capital
}  # fmt: skip

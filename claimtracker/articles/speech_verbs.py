"""The verbs by which somebody speaks, and what he does by them: says, promises, threatens."""

from enum import StrEnum

from claimtracker.articles.word_lists import words


class Act(StrEnum):
    """What somebody does by speaking."""

    SAY = "say"
    COMMIT = "commit"
    THREATEN = "threaten"
    DEMAND = "demand"
    DENY = "deny"


_VERBS = {
    Act.SAY: (
        "said says say saying told tells telling added adds adding announced announces announcing"
        " confirmed confirms confirming wrote writes writing tweeted posted declared declares"
        " declaring stated states stating stressed stresses stressing argued argues claimed claims"
        " claiming noted notes noting explained explains explaining replied answered testified"
        " repeated repeats reiterated reiterates reiterating insisted insists insisting emphasised"
        " emphasized assured assures assuring warned warns warning suggested suggests suggesting"
        " predicted predicts predicting continued concluded revealed indicated acknowledged"
        " admitted maintained underlined reported believes thinks forecast forecasts forecasting"
        " informed informs signalled signaled signals reassured responded joked quipped"
    ),
    Act.COMMIT: (
        "promised promises promising pledged pledges pledging vowed vows vowing committed commits"
        " committing agreed agrees agreeing undertook undertakes undertaking guaranteed guarantees"
        " guaranteeing swore swears offered offers offering plans planned planning intends intended"
        " aims aimed aiming expects expected expecting hopes hoped hoping wants wanted resolved"
        " decided refused refuses"
        " ruled rules"
    ),
    Act.THREATEN: "threatened threatens threatening",
    Act.DEMAND: (
        "urged urges urging demanded demands demanding asked asks asking ordered orders ordering"
        " requested requests appealed appeals implored begged pressed"
    ),
    Act.DENY: "denied denies denying rejected rejects dismissed dismisses",
}
PLURAL_VERBS = "plan intend aim expect hope want vow pledge promise agree threaten"
ACT_OF = {verb: act for act, verbs in _VERBS.items() for verb in verbs.split()}
_MAY_DESCRIBE = ("planned", "expected", "intended", "hoped", "aimed")
"""Verbs that may only say what something is: "a hall planned for 2028"."""
VERB = "|".join(sorted(set(ACT_OF) - set(_MAY_DESCRIBE), key=len, reverse=True)) + (
    rf"|(?:{'|'.join(_MAY_DESCRIBE)})(?=\s(?!(?:for|in|on|at|by|from)\b))"
)
PARTICIPLE = "|".join(verb for verb in ACT_OF if verb.endswith("ing"))
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
BETWEEN = (
    rf"(?:(?:has|have|had|also|later|earlier|then|again|repeatedly|yesterday|today|publicly|now"
    r"|late|early|already|previously|recently|personally|once|even|still|simply|formally|firmly|meanwhile|himself|herself|itself|themselves"
    rf"|on\s\w+day|(?:last|this)\s\w+|in\s(?:{MONTHS}))\s)*"
)
WORD_GIVEN = (
    r"(?:gave|gives?|given|made|makes?|issued|secured|won|obtained|repeated|renewed|offered|signed|repeats|renews)"
    r"\s(?:(?!that\b|to\b)[\w’']+\s){0,3}?(?:an?|his|her|its|their)\s(?:\w+\s)?(?:undertaking|promise"
    r"|pledge|assurance|commitment|guarantee|word|vow|threat)(?=\s(?:to|that|of|not)\b)"
)
"""What is given as a noun: "gave residents her word that", "secured a pledge to"."""
PLANS_TOLD = (
    r"(?:announced?|announces|unveiled|unveils|outlined|outlines|set\sout|sets\sout|confirmed|revealed|laid\sout"
    r"|published|presented|approved|have|has)\s(?!no\b)(?:\w+\s)?plans?(?=\sto\b)"
)
AIM_SET = (
    r"(?:set|sets|endorsed|adopted|announced|approved|agreed|fixed|confirmed)\s(?:on\s)?(?:itself\s|themselves\s)?"
    r"(?:an?|its|their|the)\s(?:\w+\s)?(?:target|goal|timetable|objective)(?:\sdate)?(?=\s(?:of|to|for)\b)"
)
VOTED = (
    r"(?:voted|votes)(?:\s(?:\d+\s?[–-]\s?\d+|unanimously|narrowly|overwhelmingly|on\s\w+day(?:\s\w+)?"
    r"|late|(?:last|this)\s\w+|by\s[\w%]+(?:\sto\s\w+)?))*(?=\sto\s[a-z])"
)
"""What several decide: "voted 5-4 on Monday night to close it"."""
IS_BOUND = (
    r"(?:is|are|was|were|remains?)\s(?:(?!not\b|n[’']t\b)\w+\s)?(?:committed|determined|bound|pledged|planning"
    r"|preparing|hoping|aiming|on\s(?:course|track))(?=\sto\b)"
)
"""What somebody is: "is fully committed to", "are on track to"."""
_ADD_SPEECH = ("went ", "made clear", "made it")
OF_SEVERAL = frozenset(PLURAL_VERBS.split())
TELLING = (
    frozenset(ACT_OF)
    | OF_SEVERAL
    | words(
        "undertaking promise pledge assurance commitment guarantee word vow plan plans target goal"
        " timetable objective committed determined bound pledged planning preparing hoping aiming"
        " course track gave gives given voted votes threat"
        " say clear binds binding obliges obliging commit"
    )
)
"""Words of which one stands in each attribution that has a verb."""


def act_of(verb: str) -> Act:
    """Return what is done by a verb of the tables, or by words around a noun: "gave his word"."""
    if verb == "threaten" or verb.endswith("threat"):
        return Act.THREATEN
    return ACT_OF.get(verb.lower(), Act.SAY if verb.startswith(_ADD_SPEECH) else Act.COMMIT)

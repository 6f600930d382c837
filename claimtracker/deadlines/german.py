"""The German words of times: enough of them to read the usual deadlines.

The patterns are the same as for English; what German builds as one word stands in `periods`.
"""

from .language import Cues, Language

GERMAN = Language(
    kinds={
        "THE": (
            "der, die, das, den, dem, des, sein, seine, seiner, seinen, seinem, ihr, ihre, ihrer,"
            " ihren, mein, meine, meiner, meinen, unser, unserer, unseren"
        ),
        "WHOSE": "sein, seine, seiner, seinen, seinem, ihr, ihre, ihrer, ihren, meiner, meinen",
        "OF": "von, vom, der, des",
        "TO": "bis",
        "TRIGGER": "wenn, falls, sobald",
        "ONCE": "sobald",
        "STARTING": "beginnend, beginnend am",
        "FREQUENCY": "pro, mal, zweimal",
        "EVERY": "jeder, jede, jedes, jeden",
        "EVE": "am vorabend, vorabend",
        "OR": "oder, oder vielleicht, beziehungsweise, bzw",
        "AND": "und, &",
        "NOW": "jetzt, heute",
        "BETWEEN": "zwischen, irgendwann zwischen",
        "HALF": "halb, halbe, halben, halbes",
        "MATTER": "eine frage von, in einer frage von",
        "WITHIN": (
            "innerhalb, innerhalb von, binnen, in weniger als, in höchstens, höchstens, maximal,"
            " in maximal, spätestens in, innerhalb der, innerhalb des, innerhalb einer,"
            " innerhalb eines, spätestens binnen"
        ),
        "IN": "in, im, während, während des, während der, im laufe des, im laufe der, im lauf des",
        "ON": "am, an, zu, zum, an diesem",
        "BY": (
            "bis, bis zu, bis zum, bis zur, spätestens, spätestens am, spätestens im,"
            " spätestens bis, spätestens zum, nicht später als, bis spätestens, bis spätestens zum,"
            " bis in, bis in den, bis in die, bis ins, noch vor ende"
        ),
        "BEFORE": "vor, vor dem, vor der, noch vor, noch vor dem, noch vor der, bevor",
        "AFTER": "nach, nach dem, nach der",
        "NOT_BEFORE": (
            "nicht vor, nicht vor dem, nicht vor der, frühestens, frühestens am, frühestens im,"
            " frühestens in, erst, erst am, erst im, erst in, nicht früher als, frühestens ab"
        ),
        "FROM": "ab, ab dem, ab der, seit dem, vom, beginnend, beginnend am, mit wirkung vom",
        "FOR": "für, für die dauer von, auf",
        "AT_LEAST": "mindestens, wenigstens, mehr als, länger als, nicht weniger als",
        "ENDURING": "seit über",
        "ABOUT": "etwa, ungefähr, rund, circa, ca, fast, knapp, gut, gegen",
        "END": "ende",
        "FROM_NOW": "von jetzt an, von heute an, ab jetzt, ab heute, später",
        "OUT": "zu ende ist, vorbei ist, um ist, zu ende geht, vorüber ist",
        "AT_LATEST": "spätestens",
        "LATER": "später",
        "HANGING": (
            "folgende, folgenden, folgendes, folgender, am nächsten tag, am folgenden tag,"
            " am nächsten morgen"
        ),
        "AT_EARLIEST": "frühestens, oder später",
        "CLOCK": "mittag, mitternacht, mittags, uhr, dienstschluss, geschäftsschluss",
        "OFFICE": "im amt, im kanzleramt, als kanzler, als präsident, an der macht, der regierung",
        "DEADLINE": "frist, ultimatum",
        "HAS": "hat, haben, bekommt, gibt, gab",
        "TIME": "zeit",
        "AGO_BEFORE": "vor",
        "SINCE": "seit, seit dem, seit der",
        "AUXILIARY": "",
        "NOT_A_NAME": "ich, du, er, sie, es, wir, ihr, wird, werden, soll, kann, ist, sind",
    },
    fillers=(
        "genau, nur, wohl, vielleicht, möglichst, irgendwann, noch, schon, voraussichtlich, etwa"
        " um, morgens, abends, früh, nacht, abend, uhrzeit, weitere, weiteren, weiterer, volle,"
        " vollen, ganze, ganzen, sogar, bereits, kalender"
    ),
    one="ein, eine, einen, einem, einer, eines",
    numbers=(
        "null, eins, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf,"
        " dreizehn, vierzehn, fünfzehn, sechzehn, siebzehn, achtzehn, neunzehn, zwanzig"
    ),
    larger_numbers={
        "einundzwanzig": 21, "vierundzwanzig": 24, "achtundvierzig": 48, "dreißig": 30,
        "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
        "hundert": 100, "einhundert": 100, "tausend": 1000, "ein dutzend": 12, "dutzend": 12,
    },
    ordinals=(
        "ersten, zweiten, dritten, vierten, fünften, sechsten, siebten, achten, neunten, zehnten"
    ),
    larger_ordinals={
        "erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "erster": 1, "zweiter": 2, "erstes": 1,
        "zweites": 2, "drittes": 3, "viertes": 4, "fünfzehnten": 15, "zwanzigsten": 20,
        "dreißigsten": 30,
    },
    quantities={
        "couple": "ein paar, paar",
        "few": "einige, einigen, wenige, wenigen, einiger, weniger, eine handvoll, den wenigen",
        "several": "mehrere, mehreren, mehrerer, etliche, etlichen",
    },
    units={
        "minute": "minute",
        "hour": "stunde",
        "day": "tag, tags, tages",
        "working day": "werktag, arbeitstag, werktages",
        "sitting day": "sitzungstag, sitzungstages",
        "week": "woche, kalenderwoche",
        "working week": "arbeitswoche",
        "weekend": "wochenende, wochenendes",
        "month": "monat, monats, monates",
        "quarter": "quartal, quartals, vierteljahr",
        "half": "halbjahr, halbjahres, jahreshälfte",
        "year": "jahr, jahres, jahrs, kalenderjahr",
        "decade": "jahrzehnt, jahrzehnts",
        "century": "jahrhundert",
    },
    plural_units={
        "minute": "minuten, sekunden",
        "hour": "stunden",
        "day": "tage, tagen",
        "working day": "werktage, werktagen, arbeitstage, arbeitstagen",
        "sitting day": "sitzungstage, sitzungstagen",
        "week": "wochen",
        "weekend": "wochenenden",
        "month": "monate, monaten",
        "quarter": "quartale, quartalen",
        "half": "halbjahren, halbjahre",
        "year": "jahre, jahren",
        "decade": "jahrzehnte, jahrzehnten",
        "century": "jahrhunderte, jahrhunderten",
    },
    which={
        "this": (
            "diese, dieser, dieses, diesen, diesem, laufenden, laufende, aktuellen"
        ),
        "next": "nächste, nächster, nächstes, nächsten, nächstem",
        "coming": (
            "kommende, kommender, kommendes, kommenden, folgende, folgenden, folgendes,"
            " folgender, bevorstehenden"
        ),
        "last": "letzte, letzter, letztes, letzten, vergangene, vergangenen, vorige, vorigen",
    },
    places={-1: "letzte, letzten, letztes"},
    parts={
        "early": "anfang, beginn, zu beginn, zu beginn des, zu beginn der, anfang der, anfang des",
        "mid": "mitte, mitte der, mitte des, mitten im",
        "late": "spät im",
        "end of": (
            "ende, ende der, ende des, zum ende des, zum ende der, am ende des, am ende der,"
            " ausgang, auslauf, schluss des"
        ),
        "later": "später, später im, später in",
        "rest of": "rest des, rest der",
    },
    periods={
        "today": "heute, heute abend, heute nacht, heutigen tag, tagesende",
        "tomorrow": (
            "morgen, am nächsten tag, morgen abend, morgen früh, am folgenden tag,"
            " am nächsten morgen"
        ),
        "overnight": "über nacht",
        "that day": "an jenem tag, an diesem tag, jenem tag",
        "that month": "jenem monat, in jenem monat",
        "that year": "jenem jahr, in jenem jahr, jenes jahres",
        "the day after tomorrow": "übermorgen",
        "yesterday": "gestern",
        "the day before yesterday": "vorgestern",
        "the end of the week": "wochenschluss, ende der woche",
        "the end of the month": "monatsende, ultimo",
        "the end of the quarter": "quartalsende",
        "the end of the year": "jahresende, jahresschluss",
        "early this year": "jahresanfang, jahresbeginn",
        "early this month": "monatsanfang",
        "midweek": "wochenmitte",
        "midmonth": "monatsmitte",
        "midyear": "jahresmitte",
        "this year": "heuer",
        "this fiscal year": "geschäftsjahr, haushaltsjahr, laufenden haushaltsjahr",
        "inauguration": "amtsantritt, amtseinführung, vereidigung, ersten tag im amt",
        "end of term": "amtsende, ende der amtszeit, ende seiner amtszeit, ende ihrer amtszeit",
    },
    where_bound={"this weekend": "wochenende"},
    decades={
        20: "zwanzigern, zwanzigerjahren", 30: "dreißigern, dreißigerjahren",
    },
    term="amtszeit, legislaturperiode, wahlperiode, legislatur",
    block_letters={3: "q", 6: "h"},
    fiscal="haushaltsjahr, geschäftsjahr",
    months=(
        "januar, jänner, jan", "februar, feber, feb", "märz", "april, apr", "mai", "juni, jun",
        "juli, jul", "august, aug", "september, sept, sep", "oktober, okt", "november, nov",
        "dezember, dez",
    ),
    weekdays=(
        "montag, montags", "dienstag, dienstags", "mittwoch, mittwochs", "donnerstag, donnerstags",
        "freitag, freitags", "samstag, samstags, sonnabend", "sonntag, sonntags",
    ),
    seasons=(
        "frühling, frühlings, frühjahr, frühjahrs", "sommer, sommers", "herbst, herbstes",
        "winter, winters",
    ),
    holidays={
        "new year": "neujahr, jahreswechsel, jahreswende",
        "new year's eve": "silvester",
        "epiphany": "dreikönig, dreikönigstag",
        "ash wednesday": "aschermittwoch",
        "palm sunday": "palmsonntag",
        "maundy thursday": "gründonnerstag",
        "good friday": "karfreitag",
        "easter": "ostern, ostersonntag",
        "easter monday": "ostermontag",
        "may day": "tag der arbeit, maifeiertag",
        "ascension": "christi himmelfahrt, himmelfahrt",
        "pentecost": "pfingsten, pfingstsonntag",
        "whit monday": "pfingstmontag",
        "corpus christi": "fronleichnam",
        "day of german unity": "tag der deutschen einheit",
        "all saints' day": "allerheiligen",
        "christmas eve": "heiligabend, heiligen abend",
        "christmas": "weihnachten, weihnachtstag",
    },
    event_nouns=(
        "wahl, wahlen, bundestagswahl, landtagswahl, europawahl, referendum, gipfel, waffenruhe,"
        " waffenstillstand, sommerpause, parteitag, koalitionsvertrag, neuwahl, neuwahlen"
    ),
    cues=Cues(
        refusals={
            "no measure": (
                "bald, so bald wie möglich, so schnell wie möglich, möglichst bald,"
                " schnellstmöglich,"
                " in kürze, zeitnah, demnächst, irgendwann, nie, niemals, unverzüglich, umgehend,"
                " eines tages,"
                " sofort, kurzfristig, mittelfristig, langfristig, in absehbarer zeit, rasch"
            ),
            "undisclosed": "im sinn haben",
            "endured": "lang, am stück",
        },
        foreign="by, before, after, until, within, or, next",
        denials=(
            "niemand sagt, niemand hat gesagt, niemand behauptet, nie gesagt, nie versprochen,"
            " nicht versprochen, hat nie gesagt, bestritt, bestreitet"
        ),
        conditions=(
            "wenn, falls, sofern, sobald, es sei denn, unter der bedingung, vorausgesetzt, solange"
        ),
        holds=(
            "kein, keine, keinen, keiner, nicht, nie, niemand, eingefroren, unverändert, ohne,"
            " bleibt, bleiben, gilt, gelten, ausgesetzt"
        ),
        past="scheiterte, starb, trat zurück, unterzeichnete, gescheitert",
        said="sagte, erklärte, kündigte, teilte, schrieb, betonte, bestätigte",
        told="war, waren, hatte, hatten, wurde, wurden, kam, gab, ging, hat, haben",
        future="wird, werden, will, wollen, soll, sollen, muss, müssen, kann, können, plant",
        records="größte, größten, höchste, höchsten, niedrigste, niedrigsten, schlimmste, stärkste",
        past_endings=("te", "ten"),
        no_past=frozenset({"heute", "beste", "erste", "letzte", "dritte", "werte", "leute"}),
    ),
    look_alikes="",
    abbreviations="dr, prof, nr, bzw, ca, usw, jan, feb, apr, aug, sept, okt, nov, dez, str",
)  # fmt: skip

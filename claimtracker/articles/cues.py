"""The English words by which a statement about the future is known, as expressions."""

import re
from re import Pattern


def _words(pattern: str) -> Pattern[str]:
    spaced = pattern.replace(r"\s", r"\s+")  # times between them may be blanked out
    return re.compile(rf"\b(?:{spaced})(?!\w)", re.IGNORECASE)


FUTURE = re.compile(
    r"\b(?:will|shall|won[’']t|shan[’']t|would|wouldn[’']t)\b|(?<=\w)[’']ll\b"
    r"|\b(?:am|is|are|was|were)(?:n[’']t|\snot)?\s(?:going\sto|about\sto|determined\sto|ready\sto)\b"
    r"|\b(?:is|are)\s(?:not\s)?to\s(?!blame\b|date\b|say\b)[a-z]+\b|\b(?:was|were)\sto\sbe\s\w+ed\b|[’'](?:m|re|s)\s(?:not\s)?going\sto\b|\bgonna\b",
    re.IGNORECASE,
)
"""Verbs that look ahead; "would" does so in reported speech only."""

FIRST_PERSON = re.compile(
    r"\b(?:I|[Ww]e|[Oo]ur|OUR|WE|[Mm]y|us)\b(?![’']s\b)|\b(?:I|[Ww]e)[’'](?:ll|re|m|ve|d)\b"
)

COMMITTING = _words(
    r"(?:I|we)\s(?:hereby\s|also\s|fully\s|solemnly\s|have\s|had\s)?(?:promised?|pledged?|vow(?:ed)?|commit(?:ted)?"
    r"|undertake|undertook|guarantee)(?:\s(?:you|everyone|them|to|that))?"
    r"|(?:I|we)\s(?:still\s|also\s)?(?:intend|plan|aim|expect|hope|want|agreed|wish)\sto"
    r"|(?:I|we)(?:[’']re|[’']m|\sare|\sam)\s(?:fully\s|firmly\s)?(?:committed|determined|planning"
    r"|aiming|hoping|bound|pledging|promising)(?:\sto)?"
    r"|(?:I|we)\s(?:reaffirm|renew|repeat|confirm|restate)\s(?:my|our)\s(?:\w+\s)?(?:promise|pledge|commitment|goal|target|aim|intention)\s(?:to|of)"
    r"|(?:my|our)\s(?:promise|pledge|commitment|target|goal|aim|plan)\s(?:is|remains)|on\scourse\sto"
    r"|on\strack\sto|(?:I|we)\sstand\sready\sto|(?:we[’']re|I[’']m|we\sare|I\sam)\sworking\s(?:towards|to)|(?:I|we)\s(?:still\s)?expect\s(?:[\w-]+\s){1,5}?(?:to\s(?:reach|be|grow|rise|fall)|of|between)"
    r"|the\s(?:plan|aim|goal|idea|intention)\sis\s(?:for|to|that)|you\shave\smy\sword|(?:I|we)\scan\spromise|the\starget\s(?:is|remains)"
)
"""First-person words of commitment inside what is said."""

INTENT = _words(
    r"(?:plan|intend|aim|hope|expect)(?:s|ed)?\sto|(?:is|are|was|were|remains?)\s(?:\w+\s)?(?:committed|determined"
    r"|on\s(?:course|track|schedule)|planning|preparing|working)\sto"
    r"|(?:was|were)\s(?:coming|opening|launching|starting|closing|leaving|shipping|returning|arriving)"
    r"|(?:is|are|was|were)\s(?:now\s|all\s)?set\sto(?!\s(?:begin|start|meet|play|face|appear|air|expire|host|rise|fall|be\sheld))"
    r"|(?:ha[sd]|have)\s(?:\w+\s)?(?:agreed|promised|pledged|committed|decided|vowed|undertaken)\s(?:to|that)"
    r"|(?:a|the|its|his|her|their)\s(?:\w+\s)?(?:pledge|promise|commitment|plan|target|goal|aim|intention)s?"
    r"\s(?:is\s|was\s)?(?:to|of)|(?:is|are|was|were)\s(?:now\s|still\s)?expected\sto|(?:stands?|stood)\sready\sto"
    r"|sees?\s(?:[\w%-]+\s){1,4}?\w+ing|working\stowards"
    r"|should\sbe\s(?:\w+\s)?(?:ready|complete|completed|finished|done|open|over|available|back|running|in\splace)"
)
"""What somebody says that he, or those he speaks for, intend."""

PLANNED = _words(
    r"(?:is|are|was|were|be)\s(?:scheduled|planned|due|set)\s(?:for\s(?:delivery|completion|launch|opening"
    r"|publication|release|installation)|to\s(?:be\s(?:delivered|completed|installed|opened|built|launched"
    r"|published|finished|replaced)|open|enter\sservice|launch|reopen))|planned\sfor"
)
"""What a plan of one's own says."""

NEED = _words(
    r"(?:I|we)\s(?:also\s|really\s)?(?:must|need\sto(?!\s(?:see|hear|know))|have\sto|have\sgot\sto)|(?:I|we)[’']ve\sgot\sto"
)
"""What the speaker lays upon himself."""

SPECULATION = _words(
    r"could|may|might|perhaps|possibly|probably|(?:un)?likely|likelier|seems?|appears?|conceivabl[ey]"
    r"|(?:is|are|was|were)\s(?:widely\s|generally\s)?(?:expected|thought|believed|rumou?red|tipped"
    r"|seen|said|understood|reported)|speculat\w+|rumou?rs?|in\stheory|risks?|would\slikely"
    r"|if\shistory|chances|odds|hints?|suggests?|forecasters|pundits"
)

HELD = _words(
    r"(?:is|are|remains?|stays?)\s(?:\w+\s)?(?:frozen|free|guaranteed|unchanged|suspended|capped|fixed"
    r"|waived|closed|open|banned|halved|available)|start\swork|apply|applies|come(?:s)?\sinto\s(?:force|effect)"
)
"""States that an issuer promises in the present."""

DEMAND = _words(
    r"must|should(?!\sbe\s(?:\w+\s)?(?:ready|complete|completed|finished|done|open|over|able|available|back|running"
    r"|in\splace|up\sand)\b)|ought\sto|ha(?:s|ve)\s(?:got\s)?to|needs?\sto|(?:calls?|called|calling)\s(?:on|for)"
    r"|urge[sd]?|demands?|demanded|insist(?:s|ed)?\s(?:that|on)|no\slater\sthan\snow"
)

SCHEDULE = _words(
    r"opens?|begins?|starts?|meets?|takes?\splace|(?:is|are|was|were)\s(?:scheduled|due|set|slated"
    r"|timed|expected|planned|booked)\b|(?:be\sheld|take\splace|meet|begin|start|open|host|face"
    r"|play|vote|convene|gather|reconvene|resume|hear|be\ssworn|publish|report|present|visit)\b"
    r"|expires?|ends?|closes?|kicks?\soff|resumes?|reconvenes?|reports?|holds?|votes?|returns?"
    r"|runs?\s(?:from|until|to)|hearing|deadline|rules\son|sits|faces|goes|comes|launches|celebrates"
    r"|marks|concludes|arrives|departs|lasts|falls|hosts"
)
"""What a calendar lists."""

HOSTILE = _words(
    r"storm(?:s|ed)?\sthe|assault|impound\w*|freez\w+\s(?:\w+\s){0,3}assets|expel\w*|retaliat\w+|invade"
)
"""What is a threat without any condition."""

UNWELCOME = _words(
    r"impos\w+|sanction\w*|tariffs?|strik(?:e|es|ing)|walk\sout|down\stools|sue|suing|legal\saction"
    r"|take\s(?:\w+\s){1,3}to\scourt|in\scourt|prosecut\w+|cut(?:ting)?\s(?:off|short|funding|aid)|expel\w*|suspend\w*|freez\w+"
    r"|retaliat\w+|punish\w*|attack\w*|bomb\w*|invad\w+|fine[sd]?\b|clos(?:e|ed|ing|ure)|shut\w*"
    r"|block\w*|veto\w*|boycott\w*|pull\sout|quit|seiz\w+|confiscat\w+|revok\w+|terminat\w+"
    r"|dismiss\w*|blockad\w+|los(?:e|ing)|consequences|respond\w*|bring\sdown|no\sconfidence"
    r"|outside\screws|cancel\w*|withdraw\w*|withhold\w*|stop\w*|ban(?:s|ned)?\b|bar(?:s|red)?\b"
    r"|refer\w*|take\s(?:over|the\sdeposits?|back|action|control)|evict\w*|halt\w*|end(?:s|ing)?\b"
    r"|deport\w*|hit\b|step\sin|intervene|pay\sa\sprice|penalt\w+|disconnect\w*|void\w*"
    r"|storm\w*|assault|impound\w*|vote\sagainst|proceedings|refuse\w*|take\s(?:\w+\s){1,3}back|dump\w*|subpoena\w*|ballot\w*|industrial\saction|cut\b|jail\w*|banned|restrictive|surcharge|dut(?:y|ies)|administrative\scourt|leave(?!\s(?:it|them|rates|things)\b)|shoot\w*|shot|not\scover"
    r"|flatten\w*|destroy\w*|wipe\w*\sout|crush\w*|claw\w*\s(?:\w+\s){0,3}back|strip\w*|sack\w*|double\sthe\sfine"
    r"|take\s(?:\w+\s){1,4}away|be\soff|scrap\w*|reject\w*|strike\saction|be\sback\s(?:here|in\scourt)|send\s\w+\sthe\sbill|collapse\w*"
    r"|forfeit\w*|(?:ministers|members|party|deputies|councillors|doctors|judges)\s(?:will|would)\sresign|picket\w*|transfer\srequest|contempt|tow(?:ed|ing)?\b|administrators?|offered\sto\sanother|report\s(?:it|them|you)|publish\sthe\snames|name\sand\sshame|leave\s(?:the|without)"
)
"""What nobody wants done to him."""

PROMISE_WORD = _words(
    r"promis\w+|pledg\w+|vow\w*|commit\w*|undertak\w+|guarantee\w*|deal|deadline|target|attempt"
    r"|plan(?:s|ned)?|agree\w*|scheme|project|bill|law|strike"
)

ADDRESSED = _words(
    r"unless|or\selse|or\s(?:face|risk|lose)|otherwise|if\s(?:you|they|he|she|it|the|not)|should\s(?:you|they|the)|or\s(?:we|I)"
)
"""Words that hang what will be done on what another does."""

NEVER_SAID = _words(
    r"(?:nobody|no\sone|no-one|none\sof\s\w+|never)\b[^.]{0,50}\b(?:said|says|promised|promises|claimed|told|spoken)"
    r"|(?:ha(?:ve|s|d)\snot|ha(?:ve|s|d)n[’']t)\ssaid"
)
"""Words that say of anything that it was not promised."""

DENIAL = _words(
    r"(?:not|n[’']t)\s(?:\w+\s){0,3}(?:to\s)?(?:tell\s(?:you|anybody|anyone|people|them|him|her|us)|promise|say(?:ing)?|guarantee|claim(?:ing|ed)?"
    r"|promised|agreed\sto|decided\sto|committed\sto)|(?:nobody|no\sone|no-one|none\sof\s\w+|never)\b"
    r"[^.]{0,50}\b(?:said|says|saying|promised|promising|promises|claimed|told|tells|spoken|agreed|committed)|no\s(?:current\s)?plans?\s(?:to|for)"
    r"|nothing\b[^.]{0,40}\bmeans|(?:read|taken|seen|understood)\s(?:\w+\s)?as\sa\s(?:promise|pledge)"
    r"|(?:papers|newspapers|media|some)\b[^.]{0,40}\b(?:written|reported|claimed)\sthat|no\struth\sin"
    r"|(?:is|are)\s(?:simply\s)?(?:false|untrue|invented|wrong)\b|did\snot\ssay|(?:ruled|rule)\sout\sthat"
)
"""Words that say of a time that it was not promised."""

OUTSIDERS = _words(
    r"analysts?|economists?|experts?|critics?|commentators?|observers?|residents?|traders?|investors?"
    r"|pundits?|sources?|forecasters?|pollsters?|historians?|bookmakers?|strategists?|researchers?"
    r"|meteorologists?|(?:met|meteorological|weather)\s(?:office|service|agency|bureau|institute)"
    r"|people\sfamiliar|diplomats?|campaigners?|neighbours?|fans?|supporters"
)
"""People who cannot make it true."""

STATIVE = _words(
    r"(?:will|ll|shall|won[’']t|would|not)\s(?:always\s|never\s|ever\s)?(?:know|remember|see(?!\s(?:its|their|his|her|the))|think|say"
    r"|be\sable|forget|need|want|like|love|agree|understand|tell|ask|miss|feel|hear|depend|matter"
    r"|have\sto|refer|notice|wonder|admit|confess|let\syou|go\sdown\sin|comment)"
)
"""Futures that promise no act."""

UNSURE = _words(r"could|may|might|perhaps|possibly|probably|likely|widely|generally")
"""Of what is said to come by somebody who does not know."""

DEPENDS = _words(r"(?:will|would|ll)\s(?:\w+\s)?depend(?:\s(?:on|upon))?")
"""What is left open."""

ONLY_IS = _words(
    r"(?:will|ll|would)\s(?:\w+\s)?be\s(?:\w+\s)?(?:a|an|the|very|so|too|difficult|hard|easy|possible"
    r"|impossible|good|bad|better|worse|great|clear|important|necessary|useful|happy|glad|nice|fine"
    r"|interesting|fair|wrong|right|enough|different|there|here|still|tough|long|short|wise|unwise)\b"
)
"""Futures that say only how something will be."""

"""English as written in Denmark: the day before the month."""

from plans.languages.language import Language

ENGLISH = Language(
    code="en",
    numbered={
        "month": (
            "january|jan",
            "february|feb",
            "march|mar",
            "april|apr",
            "may",
            "june|jun",
            "july|jul",
            "august|aug",
            "september|sep|sept",
            "october|oct",
            "november|nov",
            "december|dec",
        ),
        "weekday": (
            "monday|mondays|mon",
            "tuesday|tuesdays|tues|tue",
            "wednesday|wednesdays|weds|wed",
            "thursday|thursdays|thurs|thur|thu",
            "friday|fridays|fri",
            "saturday|saturdays|sat",
            "sunday|sundays|sun",
        ),
        "weekdays": (
            "mondays",
            "tuesdays",
            "wednesdays",
            "thursdays",
            "fridays",
            "saturdays",
            "sundays",
        ),
        "nth": (
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "last but one|penultimate|second to last|second last",
            "last",
        ),
        "season": ("spring", "summer", "autumn|fall", "winter"),
        "part": (
            (
                "early|early in|beginning of|the beginning of|start of|the start of|first part of"
                "|the first part of"
            ),
            "mid|mid-|middle of|the middle of",
            "late|late in|end of|the end of|latter part of|the latter part of",
        ),
        "feast": (
            "New Year's Day",
            "Epiphany",
            "",
            "Shrove Monday",
            "Shrove Tuesday|Pancake Day",
            "Ash Wednesday",
            "Palm Sunday",
            "Maundy Thursday",
            "Good Friday",
            "Easter Saturday|Holy Saturday",
            "Easter Sunday|Easter Day",
            "Easter Monday",
            "Ascension Day",
            "",
            "Whit Sunday|Pentecost",
            "Whit Monday",
            "",
            "",
            "",
            "",
            "Midsummer's Eve",
            "",
            "",
            "",
            "",
            "",
            "",
            "St Lucy's Day",
            "",
            "Christmas Eve",
            "Christmas Day",
            "Boxing Day|St Stephen's Day",
            "New Year's Eve",
            "first Sunday in Advent|first Sunday of Advent|Advent Sunday",
            "second Sunday in Advent",
            "third Sunday in Advent",
            "fourth Sunday in Advent",
            "Remembrance Sunday",
            "early May bank holiday|May Day bank holiday",
            "spring bank holiday|late May bank holiday",
            "August bank holiday|summer bank holiday|late August bank holiday",
            "United Nations Day",
            "halloween|hallowe'en",
            "between Christmas and New Year",
            "the turn of the year|turn of the year",
            "Valentine's Day",
        ),
        "relative": ("today|tonight", "tomorrow", "the day after tomorrow"),
        "coming": ("this|coming|on", "next"),
        "count": (
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        ),
        "tens": (
            "ten",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety",
            "hundred|a hundred|one hundred",
        ),
    },
    words={
        "given": "march|april|may|june|july|august",
        "the": "the",
        "shy": "may|march|fall|spring|summer|autumn|winter",
        "on": "on|on the",
        "in": "in|during|by|some time in|sometime in|some time during|sometime during|some day in|one day in",
        "from": "from|between",
        "between": "between",
        "latest": "by|before|no later than",
        "every": "every|every other|each",
        "of": "of|in",
        "to": "to|until|till|through",
        "and": "and",
        "or": "or",
        "clock": "kl",
        "lead": "at|from|between|@",
        "about": "about|around|approx|approximately|ca|circa|c",
        "week": "week|weeks",
        "quarter": "quarter",
        "half": "half|half of",
        "commencing": "w/c|w/b|wc|week commencing|week beginning|week starting|week of|the week of"
        "|the week commencing|the week beginning",
        "weekend": "weekend",
        "halving": "half",
        "turning": "turn of|the turn of",
        "noon": "noon|midday",
        "days": "days",
        "monthword": "month",
        "beside": "before|after|ahead of|just before|just after",
        "occasion": "summer holidays|summer holiday|summer break|half-term|half term|christmas|new year"
        "|easter|whitsun|holidays",
        "fraction": "of|hour|hours|majority|votes|times|parts|part|time|years",
        "old": "originally|previously|formerly|first set for|first planned for|instead of|in place of"
        "|replaces|replaces the meeting of|was|not|it was to be on|was to be on|was to have been on"
        "|it was planned for|was planned for|had been planned for|was due to be on",
        "misread": "*committee*|*summer*|*programme*|*community*|*member*|*market*"
        "|*museum*|*music*|*welcome*",
        "at first": "first|originally|initially",
        "new": "new date|new time",
        "unknown": "unknown|don't know|not known|no idea|tba|tbd|later|ongoing",
        "maybe": "maybe|possibly|perhaps|tentatively|provisionally|probably|tbc|expected|either",
        "doubt": "maybe|possibly|perhaps|tentative|tentatively|probably|tbc",
        "waiting": "awaiting|awaited|waiting for",
        "answer": "answer from|an answer from|reply from|a reply from|confirmation from",
        "at": "at|in",
        "nowhere": "cooperation|collaboration|connection|order|general|person|particular",
        "place": "place|venue|location|where",
        "cancelled": "will not take place|will not be held|is not taking place|will not go ahead"
        "|cancelled|canceled|is cancelled|was cancelled|has been cancelled"
        "|called off|is called off|will not take place|not taking place|withdrawn|will not be held",
        "remark": "maybe|possibly|perhaps|tentative|tentatively|probably|tbc|tba|tbd|date to follow"
        "|date to be confirmed|not confirmed"
        "|provisional|provisional date|to be confirmed|to be agreed|subject to confirmation|tentative date"
        "|date tbc|date tba",
        "moved": "moved|postponed|rescheduled|put off"
        "|brought forward|put back|changed|pushed back|deferred|moves|delayed",
        "nothing": "none|nothing",
        "responsible": "responsible|who|contact|coordinator",
        "around": "before|after|until|in|during|for|about|over",
        "plan": "season programme|season plan|year planner|events programme|programme of events"
        "|diary of meetings*"
        "|*calendar|activity plan|annual plan|year plan|plan of activities|meeting dates|meeting plan",
        "continued": "continued|cont",
        "next year": "next year|the coming year|next year's",
        "body": "*council|*committee|*board|*association|*group|*society|*forum|*panel|*trust|*guild",
        "meetings": "*meetings|meeting dates|dates of meetings|meeting times|meeting schedule"
        "|schedule of meetings|meets|meet",
        "stamp": "issued by the clerk|issued by|issued|date|meeting date|date of meeting|printed|sent"
        "|approved|adopted|created"
        "|revised|updated|last updated|version|born|signed|time|received|minutes of",
        "begins": "begin|begins|start|starts|are held|is held|held|are|is|take place|takes place"
        "|meet|meets|end|ends|finish",
        "closing": "close|meeting closes|end|the end|end of meeting|finish|thanks and goodbye|goodbye",
        "other list": "past meetings|last year|previous meetings|held so far"
        "|*members|*attendees|present|apologies|appendices|annexes|history",
        "otherwise": "otherwise stated|stated otherwise|otherwise shown|shown otherwise"
        "|unless noted|unless otherwise|otherwise noted",
        "share": "quota|quotas|m/f|f/m|votes for|score|result",
        "closes": "to|until|end|ends|finish|finishes|close|closes",
        "ongoing": "ongoing|all year|throughout the year|continuous|continuously",
        "page": "page|p",
        "header": "month|months|activity|activities|date|dates|what|when|event|events|topic|time",
        "note column": "remark|remarks|note|notes|comment|comments|status|change|info|other",
        "ledger": "version|revision|edition|amount|price|cost|costs|balance|budget|accounts"
        "|number|phone|telephone|mobile|mail|e-mail|email|born|elected|joined|age"
        "|address|attendance|apologies|income|expenditure|expenses|granted"
        "|applied|quota|votes|received|opening hours|file|file name",
        "total": "sum|total|totals|subtotal",
        "first column": "start|start date|starts|begins|from|from date|start time",
        "last column": "end|end date|ends|to|until|finish|to date|end time",
        "held": "is held|held|takes place|will be held|is|starts|begins|moved|at",
        "footnote": "note|nb|the meeting|meeting|meetings|this meeting|changed|change|time"
        "|meeting time|place|venue|date|day|instead of|instead|already|this time"
        "|new|start",
        "due": "sent|send|sent out|agenda|agenda items|items|papers|published"
        "|publication|registration|submission|sign-up|last date|minutes",
        "small": "and|or|with|for|in|of|to|on|the|a|an|from|at|by|about|that|which|incl.",
        "recess": "*recess|*summer break|summer holiday|*holiday|*holidays|no meetings|closed"
        "|half term|no activities|no sessions|closure|no classes|bank holiday closure",
        "election": "*election|*elections|ballot",
        "hearing": "*hearing|*consultation|public inquiry",
        "deadline": "deadline|due|last day|closing date|closing dates|final date|nominations"
        "|applications for|applications to|return of|to be submitted|to be returned",
        "meeting": "*meeting|*meetings|agm|*assembly|*working party|closed meeting|closed session",
        "event": "public meeting|town meeting|study visit",
        "task": "task|tasks|purchase|mailing|*evaluation|*survey|*inspection|*inspections"
        "|*cleaning|*painting|*preparation|hedge cutting|review of|mapping of|distribution of|refilled"
        "|printed|dredged|drafted|sent out|on public display|to be written|is written|to be ordered"
        "|refurbishment",
        "instead": "instead",
        "capacity": "max|maximum|at most|no more than|not more than|up to|room for|space for|in all"
        "|in total|total|available|free|number|number of places|places|capacity",
        "target": "goal|target|aim|goal of|target of|ideally|preferably|hopefully|need|needed|we need"
        "|wanted|looking for|we are looking for|missing|we are missing",
        "minimum": "at least|min|minimum|no fewer than|no less than|not fewer than",
        "person": "*people|persons|person|*volunteers|*volunteer|*helpers|helper|*places|place|spots"
        "|spot|seats|seat|*participants|participant|hands|adults|adult",
        "country": "*countries|country|nations|nation",
        "association": "*associations|association|*organisations|organisation|*organizations|organization"
        "|*clubs|club",
        "stand": "*stands|*stand|*stalls|*stall|*booths|*booth",
        "extra": "new|more|other|good|extra|further",
        "measure": "kr|kroner|dkk|euro|euros|eur|€|pounds|dollars|floor|years|km|miles|metres|meters|kg"
        "|litres|%|percent|am|pm|portions|oclock",
        "hours": "hours|hour|hrs|minutes|minute|min|mins|days|day|evenings|evening|mornings|morning"
        "|afternoons|afternoon|weekends|weekend|times|time|weeks|week|months|month",
        "amount": "half a|half an|a whole|an|a|all|the whole|a couple of|a few|some|several",
        "per": "a|an|per|in|each|every|at a",
        "regularly": "weekly|monthly|daily",
        "takes": "duration|effort|takes|lasts|time needed",
        "contact": "contact|contact person|ask|call|write to|coordinator|responsible",
        "nobody": "to|with|between|for|about|and|of",
        "phone": "phone|tel|telephone|mobile|mail|e-mail|email",
        "no place": "danish|english|arabic|teams|groups|pairs|turns|turn|advance|case|weekends|two|three"
        "|least|most",
        "each": "every|each|all",
        "each nth": "every|each",
        "second": "every other|every second|alternate",
        "on days": "on",
        "months": "month|months",
        "years": "year|years|annum",
        "weekly": "weekly|once a week",
        "monthly": "monthly|once a month",
        "fortnightly": "fortnightly|every fortnight|every two weeks|every 2 weeks|every second week"
        "|every other week",
        "quarterly": "quarterly|every quarter|each quarter|once a quarter|every three months|every 3 months",
        "workday": "weekdays|weekday|working days|working day",
        "daily": "every day|daily|each day",
        "times": "times|time|meetings|meeting",
        "odd weeks": "odd weeks|odd week|odd-numbered weeks|odd numbered weeks",
        "even weeks": "even weeks|even week|even-numbered weeks|even numbered weeks",
        "except": "no|except|except for|excepting|excluding|apart from|other than|with the exception of"
        "|but not|not|no meeting|no meetings|skipping|closed in|break in",
        "starts": "from|as from|first time|first meeting|first session|start|starts|starting|starting from"
        "|beginning|begins|commencing|next time|since",
        "ends": "to|until|till|through|up to|last time|last meeting|last session|ending|ends|finishing"
        "|finishing on|ending on|concluding",
        "first time": "first time|first meeting|first session|next time",
        "opening hours": "is open|are open|open|opening hours|opening times|opens|phone hours"
        "|telephone hours|office hours|closed",
        "opened": "open day|open house|open evening|open meeting|open rehearsal",
        "public holidays": "bank holidays|public holidays|bank holiday|public holiday",
        "term": "during term|term time only|during term time|in term time|term-time|term time"
        "|during the school year"
        "|during the season|all year|all year round|throughout the year",
        "abbreviation": "no|e.g|i.e|approx|incl|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tues"
        "|wed|thurs|fri|mr|mrs|ms|dr|st|p|pp|tel|cf|ca|dept",
        "past": "was|were|had|met|took place|attended|decided|agreed|approved|adopted|invaded|received"
        "|joined|came|went|sent|said|gave|took|began|started|wrote|showed|should have|elected|discussed"
        "|resolved|visited|asked|opened|closed|voted|noted|reported|did|became|saw"
        "|raised|attracted|drew|handed over|went through|was founded|presented|sold|bought|thought|led|spoke",
        "perfect": "held|been|had|decided|adopted|approved|attended|discussed|received|sent|written|given"
        "|done|seen|taken|asked|agreed|completed|met|elected|become|founded",
        "present": "is|are|will|shall|has|have|can|must|should",
        "reported": "decided|agreed|resolved|informed|announced|told|noted",
        "that": "that|to",
        "record": "minutes*|record|annex*|report*|letter|email|source|sources|accounts|status|cf",
        "agenda": "*agenda|notice of meeting|invitation|summoned|invited|summons",
        "minutes": "*minutes|record of decisions",
        "law": "act no|act of|regulation|directive|statute|comes into force|came into force|into force"
        "|in force|effective from|by-laws of",
        "perhaps moved": "can|could|may|might|considered|proposed",
        "suggestion": "suggests|suggested|suggestion|suggestions|proposes|proposed|proposal to move"
        "|proposal that|wish to|wishes to|could be moved|might be moved|could be held|might be held"
        "|could be|should be considered|to consider|consider moving|considers moving|asked whether"
        "|recommends|recommended|was rejected|rejected|not supported|idea of|encouraged|encourages|urged"
        "|whether"
        "|a proposal for|proposal for",
        "happens": "moves|takes place|take place|will take place|is held|are held|will be held|is to be held"
        "|will be|is|are|begins|starts|happens|falls|runs over|runs|is celebrated with|is planned"
        "|are planned|is expected|is scheduled|is scheduled for|is moved|is cancelled|is postponed"
        "|is arranged|can",
        "holds": "are planning|is planning|holds|hold|will hold|arranges|organises|invites you to"
        "|invite you to|invites to|invites"
        "|invite|convenes|welcomes you to|plans|plan|offers|offer|celebrates|celebrate|is holding"
        "|are holding|to hold|to arrange|to organise|are invited to|is invited to|hosts|host|has|have",
        "meets": "meets|meet|will meet|gathers|holds its meeting|holds a meeting|will hold a meeting"
        "|holds meetings",
        "announces": "are planning|is planning|takes place|take place|is held|are held|will|shall"
        "|is planned|are planned"
        "|is expected|are expected|plans|plan|invites|invite|arranges|arrange|organises|organise|holds"
        "|hold|hosts|host|visits|visit|starts|start|begins|begin|celebrates|celebrate|opens"
        "|appears|considering|there is|is postponed|is moved|must",
        "tentative": "is expected|are expected|expected|expects|considering|considers|possibly|perhaps"
        "|hopes|hope to|intends|it is hoped",
        "we": "we|i|you|they|it|there|one|all|he|she",
        "article": "a|an|the|our|this year's",
        "welcome": "we look forward to seeing you at|we look forward to|we remind you that"
        "|please note that|welcome to|invitation to|notice of|agenda for|programme for|come to|remember"
        "|please note|save the date|join us for",
        "after": "which|who|where|because|since|when|if|so|but|after which|however|including|together with"
        "|before|after|except|unless|this year|that is",
        "adverb": "unfortunately|also|again|so|therefore|then|moreover|finally|furthermore|always|all|both"
        "|both days|all days|each time|now|first|next time|as usual|instead|this year|already|however",
        "joins": "and|but|while|whereas",
        "submits": "proposal*|application*|response*|comment*|contribution*|registration*|sign-up*|entries"
        "|apologies|items|orders|nominations|replies|answers",
        "signup": "registration|sign-up|sign up|register|rsvp|please register|registration closes"
        "|deadline for registration|registration deadline|apologies",
        "decision": "decision|decisions|resolution|resolved|the council decided|the committee decided"
        "|the board decided|it was decided|approved with",
        "refused": "not approved|was not approved|not adopted|was not adopted|deferred|is deferred"
        "|was deferred|adjourned|rejected|was rejected|sent back",
        "called off": "is cancelled|cancelled|are cancelled|was cancelled|called off|is called off|dropped"
        "|is dropped",
        "shifted": "is moved|moved|is rescheduled|rescheduled|postponed|is postponed|brought forward"
        "|held instead|be held instead|instead of|changed|is changed|be moved",
        "extra one": "extra|extraordinary|additional|a further|added|inserted",
        "all of": "all|the meetings|meeting time|starting time|start time|both|each meeting|every meeting"
        "|the ordinary|the council's meetings",
        "dated": "date|date of meeting|meeting date|time|printed|version|our date",
        "when": "time|when|date|day|date and time",
        "registered": "sent out|printed|updated|revised|approved|adopted|signed|amended|created|dated|issued"
        "|published|received|born|founded|version|established|since|last updated",
        "in force": "expires|expired|is valid|contract|lease|employed|takes office|leaves office|birthday"
        "|opening hours|office hours",
        "accepted": "approved|agreed|adopted|accepted|carried|resolved as proposed",
        "proposes": "proposes|suggests|recommends|a proposal for|proposal for",
    },
)

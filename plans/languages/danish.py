"""Danish, the language of most plans."""

from plans.languages.language import Language

DANISH = Language(
    code="da",
    numbered={
        "month": (
            "januar|jan",
            "februar|feb|febr",
            "marts|mar",
            "april|apr",
            "maj",
            "juni|jun",
            "juli|jul",
            "august|aug",
            "september|sep|sept",
            "oktober|okt",
            "november|nov",
            "december|dec",
        ),
        "weekday": (
            "mandag|man",
            "tirsdag|tirs|tir",
            "onsdag|ons",
            "torsdag|tors|tor",
            "fredag|fre",
            "lørdag|lør",
            "søndag|søn",
        ),
        "nth": ("første", "anden|andet", "tredje", "fjerde", "femte", "sidste"),
        "season": (
            "forår|foråret",
            "sommer|sommeren",
            "efterår|efteråret",
            "vinter|vinteren",
        ),
        "part": (
            "primo|begyndelsen af|starten af|først i",
            "medio|midten af|midt i",
            "ultimo|slutningen af|sidst i",
        ),
        "relative": ("i dag|idag|i aften", "i morgen|imorgen", "i overmorgen|overmorgen"),
        "coming": ("på|nu på|førstkommende|kommende|denne", "næste"),
    },
    words={
        "shy": "mars|forår|sommer|efterår|vinter",
        "given": "marts|april|maj|juni|juli|august",
        "the": "den|d",
        "on": "på",
        "in": "i|i løbet af|til",
        "from": "fra|mellem",
        "between": "mellem",
        "latest": "senest|inden",
        "every": "hver|hver anden|hver tredje|hver fjerde|alle",
        "of": "i|af",
        "to": "til|til og med|t.o.m.|indtil",
        "and": "og|samt",
        "or": "eller",
        "clock": "kl|klokken|fra kl|mellem kl",
        "lead": "fra|mellem",
        "about": "ca|cirka|omkring|omtrent",
        "week": "uge|ugerne|uger|ugen",
        "quarter": "kvartal",
        "half": "halvår",
        "unknown": "ukendt|ved ikke|ved det ikke|ikke fastlagt|ikke fastsat|uden dato|dato følger|senere"
        "|løbende|hele året|året rundt",
        "maybe": "evt|eventuelt|måske|muligvis|forventet|foreløbigt|foreløbig"
        "|forventes|forventes afholdt|påtænkes|påtænkes afholdt",
        "doubt": "måske|muligvis|påtænkes|påtænkt|forventes|foreløbig|foreløbigt|afhænger af",
        "waiting": "afventer|afventes|venter på|mangler svar fra",
        "answer": "svar fra|tilbagemelding fra|bekræftelse fra|godkendelse fra|svar",
        "at": "på|i|ved|hos",
        "nowhere": "samarbejde|forbindelse|stedet|form|alt|gang|tide|forhold|forlængelse|løbet",
        "place": "sted|mødested|lokale",
        "cancelled": "aflyst|aflyses|er aflyst|er blevet aflyst|bliver aflyst",
        "remark": "evt|eventuelt|måske|muligvis|forventet|forventes|foreløbig|foreløbigt|tbc|tba|tbd"
        "|dato følger|dato kommer|dato mangler|dato ukendt|dato ikke fastlagt|uden dato"
        "|ikke bekræftet",
        "moved": "flyttet|flyttes|rykket|rykkes|udsat|udsættes|udskudt|udskydes",
        "nothing": "ingen|intet",
        "responsible": "ansvarlig|ansvarlige|tovholder|tovholdere|hvem|kontaktperson|udføres af",
        "around": "før|inden|efter|op til|i|under|til|om|ved|for",
        "plan": "*aktivitetsoversigt*|*aktivitetsplan*|*aktivitetskalender*|*årsplan*|*årshjul*"
        "|*mødeplan*|*mødekalender*|*mødedatoer*|*mødeoversigt*|*procesplan*|*tidsplan*|*kalender"
        "|*sæsonplan*|*halvårsplan*|*årsprogram*|*møderække*",
        "continued": "fortsat|fortsættes",
        "page": "side|s",
        "header": "måned|måneder|aktivitet|aktiviteter|dato|datoer|ugedag|dag|uge|emne|indhold|hvad|hvornår"
        "|tid|tidspunkt|arrangement|begivenhed|møde|møder|opgave|opgaver|bemærkning|bemærkninger|status",
        "small": "og|eller|samt|med|for|i|af|til|på|den|der|de|det|et|en|fra|ved|hos|om|som|d.|kl.|inkl.",
        "recess": "*sommerferie|*ferie|mødefri|*ingen møder|*ingen møde|intet møde|ingen aktiviteter"
        "|sommerlukket|sommerpause",
        "election": "kommunalvalg*|folketingsvalg*|regionsrådsvalg*|europaparlamentsvalg*|valgdag|valg",
        "hearing": "høringsmøde*|høring|høringssvar|*høring",
        "deadline": "*frist|*fristen|deadline|senest",
        "meeting": "*møde|*møder",
        "task": "opgave|opgaver|indkøb|udsendelse|udsend|bestil|forbered|ajourføring",
    },
)

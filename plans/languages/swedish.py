"""Swedish."""

from plans.languages.language import Language

SWEDISH = Language(
    code="sv",
    numbered={
        "month": (
            "januari|jan",
            "februari|feb|febr",
            "mars|mar",
            "april|apr",
            "maj",
            "juni|jun",
            "juli|jul",
            "augusti|aug",
            "september|sep|sept",
            "oktober|okt",
            "november|nov",
            "december|dec",
        ),
        "weekday": (
            "måndag|måndagen|måndagar|måndagarna|månd|mån",
            "tisdag|tisdagen|tisdagar|tisdagarna|tisd|tis",
            "onsdag|onsdagen|onsdagar|onsdagarna|onsd|ons",
            "torsdag|torsdagen|torsdagar|torsdagarna|torsd|tors|tor",
            "fredag|fredagen|fredagar|fredagarna|fred|fre",
            "lördag|lördagen|lördagar|lördagarna|lörd|lör",
            "söndag|söndagen|söndagar|söndagarna|sönd|sön",
        ),
        "weekdays": (
            "måndagar|måndagarna",
            "tisdagar|tisdagarna",
            "onsdagar|onsdagarna",
            "torsdagar|torsdagarna",
            "fredagar|fredagarna",
            "lördagar|lördagarna",
            "söndagar|söndagarna",
        ),
        "nth": ("första", "andra", "tredje", "fjärde", "femte", "näst sista|nästsista", "sista"),
        "season": (
            "våren|vår",
            "sommaren|sommar|sensommaren|sensommar|försommaren",
            "hösten|höst",
            "vintern|vinter",
        ),
        "part": (
            "början av|början på|tidigt i|tidig|tidiga|primo",
            "mitten av|mitt i|medio",
            "slutet av|slutet på|sent i|sen|sena|ultimo",
        ),
        "feast": (
            "nyårsdagen|nyårsdag",
            "trettondagen|trettondedag jul|trettondag jul",
            "fastlagssöndagen",
            "fastlagsmåndagen",
            "fettisdagen|fettisdag",
            "askonsdagen|askonsdag",
            "palmsöndagen|palmsöndag",
            "skärtorsdagen|skärtorsdag",
            "långfredagen|långfredag",
            "påskafton|påskaftonen",
            "påskdagen|påskdag|påsksöndagen",
            "annandag påsk|annandagen påsk",
            "Kristi himmelsfärdsdag|Kristi himmelsfärds dag|Kristi himmelsfärd",
            "pingstafton",
            "pingstdagen|pingstdag",
            "annandag pingst",
            "",
            "",
            "nationaldagen",
            "valborgsmässoafton|valborg|sista april",
            "",
            "",
            "midsommarafton|midsommaraftonen",
            "midsommardagen|midsommardag",
            "alla helgons dag|allhelgonadagen",
            "",
            "mårtensafton|mårten gås",
            "luciadagen|luciamorgonen|lucia",
            "dan före dan|uppesittarkvällen",
            "julafton|julaftonen",
            "juldagen|juldag",
            "annandag jul|annandagen jul",
            "nyårsafton|nyårsaftonen",
            "första advent|1:a advent|första söndagen i advent",
            "andra advent|2:a advent|andra söndagen i advent",
            "tredje advent|3:e advent",
            "fjärde advent|4:e advent",
            "",
            "",
            "",
            "",
            "FN-dagen",
            "halloween",
            "mellandagarna",
            "årsskiftet",
            "alla hjärtans dag",
        ),
        "relative": ("i dag|idag|i kväll", "i morgon|imorgon", "i övermorgon|övermorgon"),
        "coming": ("på|kommande|denna", "nästa"),
        "count": (
            "en|ett",
            "två",
            "tre",
            "fyra",
            "fem",
            "sex",
            "sju",
            "åtta",
            "nio",
            "tio",
            "elva",
            "tolv",
            "tretton",
            "fjorton",
            "femton",
            "sexton",
            "sjutton",
            "arton",
            "nitton",
            "tjugo",
        ),
        "tens": (
            "tio",
            "tjugo",
            "trettio",
            "fyrtio",
            "femtio",
            "sextio",
            "sjuttio",
            "åttio",
            "nittio",
            "hundra",
        ),
    },
    words={
        "shy": "mars|vår",
        "given": "april|maj|juni|juli|augusti",
        "the": "den",
        "on": "på",
        "in": "i|under|någon gång i|någon gång under|en dag i|någon dag i",
        "from": "från|mellan|från och med|fr.o.m.|fr o m",
        "between": "mellan",
        "latest": "senast|före",
        "every": "varje|varannan|alla",
        "of": "i|av",
        "to": "till|till och med|t.o.m.|tom|fram till|och till",
        "and": "och|samt",
        "or": "eller",
        "clock": "kl|klockan|från kl",
        "lead": "från|mellan|under tiden",
        "about": "ca|cirka|omkring",
        "week": "vecka|veckorna|veckor|veckan",
        "quarter": "kvartalet|kvartal",
        "half": "halvåret|halvår",
        "commencing": "veckan från|veckan med start|veckan som börjar",
        "weekend": "helgen|helg|veckoslutet",
        "halving": "hälften|halvan",
        "turning": "månadsskiftet|månadskiftet|månadsskifte",
        "noon": "mitt på dagen",
        "days": "dagarna|dagar",
        "monthword": "månad",
        "beside": "före|innan|efter|inför|strax före|strax efter",
        "occasion": "sommarlovet|sommaren|semestern|höstlovet|vinterlovet|sportlovet|jullovet|påsklovet|jul"
        "|julen|nyår|påsk|påsken|pingst|midsommar",
        "fraction": "av|majoritet|röster|gånger|delar|del|tid|år",
        "old": "ursprungligen|tidigare|först bestämt till|i stället för|istället för|ersätter"
        "|ersätter mötet|var|inte",
        "misread": "*samling*|*marknad*|*sommar*|*program*|*kommun*|*medlem*|*samman*"
        "|*samarbet*|*musik*|*museum*",
        "at first": "först|ursprungligen",
        "new": "nytt datum|ny dag|ny tid",
        "unknown": "okänt|vet inte|inte bestämt|löpande",
        "maybe": "ev|eventuellt|kanske|preliminärt|troligen|planeras|antingen",
        "doubt": "kanske|planeras|förväntas|preliminärt|preliminär",
        "waiting": "avvaktar|inväntar|inväntas|väntar på",
        "answer": "svar från|besked från",
        "at": "på|i|vid|hos",
        "nowhere": "samarbete|samband|stället|form|allt|början|slutet",
        "place": "plats|lokal|var",
        "cancelled": "genomförs inte|hålls inte|blir inte av|inställt|inställd|inställda|är inställt"
        "|är inställd|ställs in"
        "|utgår|utgått|är inställda|blir inställt|hålls inte",
        "remark": "ev|eventuellt|kanske|preliminärt|preliminär|datum meddelas|datum kommer|ej bekräftat"
        "|prel|prel.|preliminärt datum|med förbehåll|förslag|tbc|tba|ej fastställt",
        "moved": "flyttat|flyttad|flyttas|uppskjutet|uppskjuten|skjuts upp"
        "|framflyttat|framflyttad|framflyttas|senarelagt|senarelagd|tidigarelagt|ändrat|ändrad|uppskjutna",
        "nothing": "inga|inget",
        "responsible": "ansvarig|ansvariga|vem|kontaktperson",
        "around": "före|innan|efter|i|under|till|om|vid|för",
        "plan": "*säsongsprogram*|*säsongsplan*|*verksamhetsplan*|*terminsprogram*|*terminsplan*"
        "|*aktivitetsplan*|*årsplan*|*årshjul*|*mötesplan*|*mötesdatum*|*mötesdagar*|*kalender",
        "continued": "fortsättning|forts",
        "next year": "nästa år|nästa års|kommande år|det kommande året",
        "body": "*råd|*rådet|*utskott|*utskottet|*styrelse|*styrelsen|*nämnd|*nämnden|*grupp"
        "|*gruppen|*förening|*föreningen|*förbund|*förbundet|*kommitté"
        "|*kommittén|*forum",
        "meetings": "*möten|*mötena|*sammanträden|*sammanträdena|*sammanträdestider"
        "|*sammanträdesplan|*sammanträdesdagar|*mötestider|*mötesplan|*mötesdagar"
        "|*mötesdatum|sammanträder|träffas|möts|*träffar|*träffarna",
        "stamp": "avgiven|datum|mötesdatum|utskrivet|utsänt|godkänt|antagen|antaget|fastställd"
        "|fastställt|reviderad|reviderat|uppdaterad|version|senast ändrad|född"
        "|undertecknat|tryckt|tid|mottaget|skickat",
        "begins": "börjar|startar|hålls|är|äger rum|möts|träffas|sammanträder|slutar",
        "closing": "mötet slutar|slut|avslutning|tack för i dag|mötet avslutas",
        "other list": "tidigare möten|förra året|genomförda|i fjol"
        "|*ledamöter|*medlemmar|*deltagare|närvarande|frånvarande|bilagor|historik",
        "otherwise": "annat anges|annat står|annat sägs|inte annat anges",
        "share": "kvot|kvoter|k/m|m/k|röster för|röstetal|ställning|resultat",
        "closes": "slutar|till|avslutas",
        "ongoing": "löpande|hela året|fortlöpande|kontinuerligt",
        "page": "sida|sid|s",
        "header": "månad|aktivitet|aktiviteter|datum|tema|vad|när|tid",
        "note column": "anmärkning|anmärkningar|not|noter|kommentar|kommentarer|status|ändring|info|övrigt",
        "ledger": "version|revision|utgåva|belopp|pris|kr|saldo|budget|bokslut|antal"
        "|telefon|tel|mobil|mejl|e-post|epost|född|invald|ålder|adress|närvaro"
        "|frånvaro|intäkter|intäkt|kostnader|utgifter|beviljat|sökt|kvot|röster"
        "|inkom|öppettid|öppettider|diarienr|filnamn",
        "total": "summa|totalt|sammanlagt|delsumma",
        "first column": "start|startdatum|börjar|från|från datum|starttid",
        "last column": "slut|slutdatum|slutar|till|till datum|till och med|sluttid",
        "held": "hålls|äger rum|är|börjar|startar|flyttat|flyttad|flyttas|förläggs",
        "footnote": "obs|nb|mötet|möten|mötena|möte|sammanträdet|detta möte|ändrad|ändrat"
        "|ändring|tidpunkt|mötestid|plats|datum|dag|i stället för|istället|redan"
        "|denna gång|ny|nytt|tid|start",
        "due": "utskick|skickas|sänds|kallelse|kallas|dagordning|ärenden|handlingar"
        "|anmälan|inlämning|underlag|remissvar|sista dag|sista datum|protokoll",
        "small": "och|eller|samt|med|för|i|av|till|på|den|det|de|ett|en|från|vid|hos|om|som",
        "recess": "*sommarlov|*semester|*sommaruppehåll|inga möten|stängt|*stängt|stängd"
        "|*stängd|höstlov|sportlov|jullov|påsklov|ingen verksamhet|inga aktiviteter|lovvecka",
        "election": "kommunalval*|riksdagsval*|valdag|val|kyrkoval|skolval",
        "hearing": "remiss|samråd|*samrådsmöte|remisstid",
        "deadline": "sista dag|senast|sista anmälningsdag|sista ansökningsdag|motioner till"
        "|motioner|remissvar|lämnas|lämnas in|ansökan om",
        "meeting": "*möte|*möten|sammanträde*|årsmöte*|årsstämma|stämma",
        "event": "studiebesök*|utbildning*|medborgarmöte*",
        "task": "uppgift|uppgifter|inköp|utskick|utvärdering|målning|enkät|städvecka"
        "|kartläggning|inventering|uppföljning|genomgång|skickas|skickas ut|skrivs|trycks|revideras"
        "|fastställs|sammanställs|utarbetas|beställs|räknas",
        "instead": "i stället|istället",
        "capacity": "max|maximalt|maximum|högst|inte fler än|upp till|plats för|totalt|lediga|antal"
        "|antal platser|platser|kapacitet",
        "target": "mål|målet är|mål på|gärna|helst|saknar|vi saknar|söker|vi söker|sökes|önskas"
        "|behov av|behöver|vi behöver",
        "minimum": "minst|min|minimum|inte färre än",
        "person": "*personer|person|pers|*människor|människa|*volontärer|volontär|*frivilliga"
        "|frivillig|*hjälpare|*platser|plats|*deltagare|händer|vuxna|st|stycken",
        "country": "*länder|land|*nationer|nation",
        "association": "*föreningar|förening|*organisationer|organisation|*klubbar|klubb",
        "stand": "*montrar|*monter|*stånd|*bodar",
        "extra": "nya|fler|andra|goda|extra",
        "measure": "kr|kronor|sek|euro|eur|€|våning|år|åringar|km|meter|kg|liter|%|procent|kvm|portioner",
        "hours": "timmar|timme|minuter|minut|min|dagar|dag|dagen|kvällar|kväll|kvällen|helger|helg"
        "|gånger|gång|veckor|vecka|månader|månad",
        "amount": "en halv|en hel|en och en halv|hela|ett par|några|några få|flera",
        "per": "om|per|i|varje|varannan|åt",
        "regularly": "veckovis|månadsvis|dagligen",
        "takes": "varaktighet|tidsåtgång|insats|tar|varar",
        "contact": "kontakt|kontaktperson|kontakta|fråga|ring till|ring|skriv till|ansvarig|samordnare",
        "nobody": "till|med|mellan|om|för|och|av",
        "phone": "tfn|tel|telefon|telefonnummer|mobil|mejl|mail|e-post|epost",
        "no place": "svenska|engelska|arabiska|lag|grupper|par|förväg|mål|helgen|helger|fall|två|tre",
        "each": "varje|alla|samtliga",
        "each nth": "varje|var|vart",
        "second": "varannan|vartannat|varje andra",
        "on days": "på|om",
        "months": "månad|månaden|månader|mån",
        "years": "år|året",
        "weekly": "veckovis|en gång i veckan|1 gång i veckan",
        "monthly": "månadsvis|en gång i månaden|1 gång i månaden",
        "fortnightly": "var 14:e dag|var fjortonde dag|varannan vecka",
        "quarterly": "kvartalsvis|varje kvartal|en gång i kvartalet|var tredje månad",
        "workday": "vardagar|vardag|vardagarna",
        "daily": "varje dag|dagligen|alla dagar",
        "times": "gånger|gång|möten|möte|sammanträden|ordinarie möten",
        "odd weeks": "udda veckor|udda vecka|ojämna veckor|ojämn vecka|veckor med udda nummer",
        "even weeks": "jämna veckor|jämn vecka|veckor med jämna nummer",
        "except": "inga|inget|ingen|utom|förutom|undantaget|med undantag för|med undantag av|dock inte"
        "|dock ej|men inte"
        "|men ej|inte|ej|inga möten|inget möte|uppehåll i|stängt i|inställt i",
        "starts": "från|från och med|fr.o.m.|fr o m|första gången|första mötet|start|med start|startar"
        "|börjar|nästa gång",
        "ends": "till|till och med|t.o.m.|t o m|fram till|sista gången|sista mötet|slut|slutar|avslutas",
        "first time": "första gången|första mötet|nästa gång",
        "opening hours": "har öppet|håller öppet|är öppet|är öppen|öppet|öppettid|öppettider|öppnar"
        "|telefontid|stängt",
        "opened": "öppet hus",
        "public holidays": "helgdagar|helgdagarna|röda dagar",
        "term": "under skolåret|skolåret|under terminen|terminen|under läsåret|under säsongen|säsongen"
        "|hela året|året runt|under perioden|under månaderna",
        "abbreviation": "kl|d|nr|bl.a|t.ex|ca|jfr|p|inkl|ev|dvs|tel|per|jan|feb|mar|apr|jun|jul|aug|sep"
        "|sept|okt|nov|dec|ang|t.o.m|fr.o.m|m.m|dnr|s.k",
        "past": "trycktes|köptes|byttes|*trädde|lades|lade|byggdes|målades|berättade|sålde"
        "|drog|lockade|samlade|kostade|var|hade|blev|hölls|möttes|träffades|beslutade|beslöt"
        "|deltog|fick|kom|antog|höll|ägde rum"
        "|gick|sände|skickade|sade|sa|gav|tog|stod|låg|började|startade|skrev|visade|skulle ha|fyllde"
        "|valde|diskuterade|behandlade|godkände|avslutades|öppnade|invigdes|tillträdde|inkom|beviljade"
        "|gick igenom|bildades|lade|satte|frågade|sålde|köpte|besökte|reste|ansåg",
        "perfect": "hållits|hållit|varit|haft|beslutat|antagit|godkänt|deltagit|diskuterat|behandlat"
        "|mottagit|fått|skickat|skrivit|gett|gjort|sett|tagit|bett|genomfört|ökat|avslutat|blivit|bildat"
        "|löpt ut|valts|utsett|hållts",
        "present": "är|blir|har|ska|skall|vill|kan|måste|bör|kommer att",
        "reported": "beslutade|beslöt|beslutat|överens om|enades om|meddelade|meddelar|informerade om"
        "|bestämde|bestämt|med tillägget",
        "that": "att",
        "record": "*protokoll*|minnesanteckning*|bilaga*|rapport*|brev|mejl|källa|källor|bokslut*|status|jfr",
        "agenda": "*dagordning|*kallelse|*föredragningslista|inbjudan|kallas|inbjuds|inbjudes",
        "minutes": "*protokoll|*protokollet|minnesanteckningar|*protokollsutdrag",
        "law": "lag om|*lagen|*lagens|*förordning|*förordningen|träder i kraft|trädde i kraft"
        "|i kraft|gäller från|stadgar av",
        "perhaps moved": "kan|kunde|övervägs|önskas|föreslås",
        "suggestion": "uppmanar|uppmanade|uppmanas|föreslår|föreslagit|föreslås|föreslog|föreslagits"
        "|förslag om att|förslag att|önskemål om|önskar flytta|kunde flyttas|skulle kunna|kunde hållas"
        "|bör övervägas|överväga att|överväga om|yrkar|avslogs|idé om|tagit ställning"
        "|förslag om|idén om",
        "happens": "hålls|hålles|äger rum|är|blir|börjar|startar|sker|ligger|läggs|pågår|firas med|firas"
        "|planeras|förväntas|väntas|övervägs|kommer att hållas|ska hållas|flyttas|ställs in|skjuts upp"
        "|utgår|genomförs|arrangeras|anordnas|erbjuds|läggs in|kan",
        "holds": "håller|arrangerar|anordnar|bjuder in till|inbjuder till|kallar till|välkomnar till"
        "|genomför|planerar|överväger|bjuder på|erbjuder|ordnar|firar|ska hålla|kommer att hålla|att hålla"
        "|att anordna|att arrangera|kallas till|inbjuds till|har",
        "meets": "möts|träffas|samlas|sammanträder|håller sammanträde|håller möte|har sammanträde|har möte",
        "announces": "hålls|planeras|kommer att|ska|skall|väntas|förväntas|bjuder in|inbjuder|genomför"
        "|genomförs|arrangerar|arrangeras|anordnar|anordnas|håller|kommer ut|besöker|startar|börjar"
        "|äger rum|firas|firar|övervägs|överväger|blir det|det blir|är det"
        "|det är|kallar|öppnar|erbjuds|erbjuder|planerar|lanseras|skjuts upp|flyttas",
        "tentative": "väntas|förväntas|överväger|övervägs|eventuellt|kanske|planen är|hoppas",
        "we": "vi|jag|ni|du|man|de|det|den|alla|han|hon",
        "article": "en|ett|den|det|de|vår|vårt|årets",
        "welcome": "vi ser fram emot|vi påminner om att|vi påminner om|glöm inte|välkommen till"
        "|välkomna till|inbjudan till|kallelse till|dagordning för|program för"
        "|kom till|obs|vi ses på",
        "after": "som|där|eftersom|då|när|om|så|men|därefter|dock|inklusive|tillsammans med|innan|efter"
        "|utom|i år|alltså",
        "adverb": "tyvärr|också|igen|så|därför|därefter|dessutom|till sist|vidare|alltid|alla|båda"
        "|båda dagarna|alla dagar|varje gång|samtliga|nu|först|nästa gång|traditionsenligt|som vanligt"
        "|äntligen|i stället|i år|redan|dock",
        "joins": "och|men|medan|samt",
        "submits": "förslag|ansökan|ansökningar|remissvar*|synpunkter|anmälan|anmäl*|svarsdatum|*frist"
        "|*fristen|ärenden|beställning*|svar|motioner|bidrag"
        "|söks|sökas",
        "signup": "anmälan|anmäl dig|anmäl er|sista anmälningsdag|anmälningstiden|bindande anmälan|osa|o.s.a",
        "decision": "beslut|beslutet|rådet beslutade|nämnden beslutade|styrelsen beslutade|godkänns med"
        "|godkänt med",
        "refused": "avslås|avslogs|ärendet bordläggs|ärendet bordlades|bordläggs|bordlades|återremitteras"
        "|återremitterades|ärendet utgår|godkändes inte|ej godkänt",
        "called off": "ställs in|är inställt|inställt|är inställd|inställd|utgår|ställdes in",
        "shifted": "flyttas|är flyttat|flyttat|flyttad|hålls i stället|i stället hålls|i stället för"
        "|skjuts upp|senareläggs|tidigareläggs|ändras|flyttades",
        "extra one": "extra|extrainsatt|ytterligare ett|läggs in|läggs till|kallas till",
        "all of": "alla|mötena|sammanträdena|mötestiden|sammanträdestiden|starttiden|starttid|samtliga"
        "|båda|de ordinarie|varje möte|rådets möten",
        "dated": "datum|mötesdatum|sammanträdesdatum|tid|tidpunkt|utskrivet|utskriftsdatum|version",
        "when": "tid|tidpunkt|när|datum|dag|mötestid",
        "registered": "utskrivet|utskriven|uppdaterad|uppdaterat|reviderad|godkänd|antagen|antaget"
        "|undertecknad|undertecknat|justerad|justerat|ändrad|tryckt|daterad|utsänd|upprättad|publicerad"
        "|fastställd|fastställt|beslutad|inkommen|född|bildad|grundad|version|sedan|senast ändrad",
        "in force": "löper ut|gäller till|gäller för|för perioden|mandatperioden|avtalet löper|anställd"
        "|tillträder|avgår|födelsedag|öppettid|öppettider|telefontid",
        "accepted": "bifalles|bifölls|godkänns|godkänt|antas|enligt förslaget|enligt förslag|tillstyrks",
        "proposes": "föreslår|föreslås|förslag om|förslag att",
    },
)

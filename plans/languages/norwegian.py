"""Norwegian: Bokmål, with Nynorsk forms where they differ."""

from plans.languages.language import Language

NORWEGIAN = Language(
    code="nb",
    numbered={
        "month": (
            "januar|jan",
            "februar|feb|febr",
            "mars|mar",
            "april|apr",
            "mai",
            "juni|jun",
            "juli|jul",
            "august|aug",
            "september|sep|sept",
            "oktober|okt",
            "november|nov",
            "desember|des",
        ),
        "weekday": (
            "mandag|måndag|mandagen|mandager|mand|man|mån",
            "tirsdag|tysdag|tirsdagen|tirsdager|tirsd|tirs|tir|tys",
            "onsdag|onsdagen|onsdager|onsd|ons",
            "torsdag|torsdagen|torsdager|torsd|tors|tor",
            "fredag|fredagen|fredager|fred|fre",
            "lørdag|laurdag|lørdagen|lørdager|lør|lau",
            "søndag|sundag|søndagen|søndager|søn|sun",
        ),
        "weekdays": (
            "mandager|mandagene|måndagar|måndagane",
            "tirsdager|tirsdagene|tysdagar|tysdagane",
            "onsdager|onsdagene|onsdagar|onsdagane",
            "torsdager|torsdagene|torsdagar|torsdagane",
            "fredager|fredagene|fredagar|fredagane",
            "lørdager|lørdagene|laurdagar|laurdagane",
            "søndager|søndagene|søndagar|søndagane",
        ),
        "nth": ("første|fyrste", "andre|annen", "tredje", "fjerde", "femte", "nest siste|nestsiste", "siste"),
        "season": (
            "våren|vår",
            "sommeren|sommer|sensommeren|sensommer|seinsommaren|forsommeren",
            "høsten|høst|hausten|haust",
            "vinteren|vinter",
        ),
        "part": (
            (
                "primo|begynnelsen av|byrjinga av|starten av|tidlig i|tidleg i|først i|fyrst i|tidlig"
                "|tidleg|start"
            ),
            "medio|midten av|midt i|midt|midt på",
            "ultimo|slutten av|slutningen av|sent i|seint i|sist i|slutt",
        ),
        "feast": (
            "nyttårsdag|1. nyttårsdag|fyrste nyttårsdag",
            "helligtrekongersdag|trettendedagen",
            "fastelavnssøndag|fastelavnssundag",
            "fastelavnsmandag|blåmandag",
            "feitetirsdag|fetetirsdag",
            "askeonsdag|oskeonsdag",
            "palmesøndag|palmesundag",
            "skjærtorsdag|skjertorsdag",
            "langfredag",
            "påskeaften|påskelørdag|påskelaurdag",
            "påskedag|1. påskedag|første påskedag|fyrste påskedag|påskesøndag",
            "2. påskedag|andre påskedag|annen påskedag",
            "Kristi himmelfartsdag|Kristi himmelfart|kr. himmelfartsdag",
            "pinseaften|pinseaftan",
            "pinsedag|1. pinsedag|første pinsedag|fyrste pinsedag",
            "2. pinsedag|andre pinsedag|annen pinsedag",
            "",
            "nasjonaldagen|grunnlovsdagen|grunnlovsdag",
            "",
            "valborgsaften",
            (
                "Sankthansaften|St. Hansaften|Sankt Hans-aften|St. Hans-aften|St.Hans|jonsokaftan"
                "|jonsokaften|jonsok"
            ),
            "Sankthansdagen",
            "",
            "",
            "",
            "allehelgensdag|allehelgensdagen|helgemessedag",
            "mortensaften",
            "luciadagen|luciadag",
            "lille julaften|lillejulaften|vesle julaftan",
            "julaften|julaftan|julekvelden",
            "1. juledag|første juledag",
            "2. juledag|andre juledag|annen juledag",
            "nyttårsaften|nyttårsaftan",
            "1. søndag i advent|første søndag i advent|første sundag i advent",
            "2. søndag i advent|andre søndag i advent",
            "3. søndag i advent|tredje søndag i advent",
            "4. søndag i advent|fjerde søndag i advent",
            "",
            "",
            "",
            "",
            "FN-dagen",
            "halloween",
            "mellom jul og nyttår|romjulen|romjula|romjul",
            "årsskiftet",
            "valentinsdagen",
        ),
        "relative": ("i dag|i kveld", "i morgen", "i overmorgen"),
        "coming": ("på|førstkommende|kommende|denne", "neste"),
        "count": (
            "en|et|én|ett|ei",
            "to",
            "tre",
            "fire",
            "fem",
            "seks",
            "sju|syv",
            "åtte",
            "ni",
            "ti",
            "elleve",
            "tolv",
            "tretten",
            "fjorten",
            "femten",
            "seksten",
            "sytten",
            "atten",
            "nitten",
            "tjue|tyve",
        ),
        "tens": ("ti", "tjue|tyve", "tretti", "førti", "femti", "seksti", "sytti", "åtti", "nitti", "hundre"),
    },
    words={
        "shy": "mars|vår|sommer|høst|vinter",
        "given": "april|mai|juni|juli|august",
        "the": "den|d",
        "on": "på",
        "in": "i|i løpet av|en gang i|ein gong i|en gang i løpet av|en dag i|ein dag i",
        "from": "fra|frå|mellom|fra og med|f.o.m.",
        "between": "mellom",
        "latest": "senest|innen",
        "every": "hver|kvar|annenhver|alle",
        "of": "i|av",
        "to": "til|til og med|t.o.m.|tom|fram til|frem til|og til",
        "and": "og|samt",
        "or": "eller",
        "clock": "kl|klokka|klokken|fra kl",
        "lead": "fra|frå|mellom|i tidsrommet",
        "about": "ca|cirka|omtrent|rundt",
        "week": "uke|ukene|uka|uken|veke|vekene",
        "quarter": "kvartal",
        "half": "halvår",
        "commencing": "uken fra|uka fra|veka frå|uken som starter|uka som begynner",
        "weekend": "helgen|helga|helg",
        "halving": "halvdel|halvdelen|halvparten",
        "turning": "månedsskiftet|månedskiftet|månedskifte|månedsskifte|månadsskiftet",
        "noon": "middagstid",
        "days": "dager|dagene|dagar|dagane",
        "monthword": "måned|månad",
        "beside": "før|innen|etter|fram mot|rett etter|rett før",
        "occasion": "sommerferien|sommarferien|sommeren|høstferien|haustferien|vinterferien|juleferien"
        "|påskeferien|ferien|jul|julen|jula|nyttår|påske|påsken|påska|pinse|pinsen",
        "fraction": "av|flertall|fleirtal|stemmer|ganger|gonger|deler|del|tid|år",
        "old": "opprinnelig|opphavleg|opprinnelig dato|først bestemt til|først satt til|tidligere"
        "|tidlegare|i stedet for|i staden for|erstatter|erstatter møtet|var|ikke",
        "misread": "*samling*|*marked*|*sommer*|*program*|*kommun*|*medlem*|*melding*"
        "|*samarbeid*|*musikk*|*museum*",
        "at first": "først|opprinnelig|opphavleg",
        "new": "ny dato|ny tid|nytt tidspunkt",
        "unknown": "ukjent|vet ikke|ikke bestemt|fortløpende",
        "maybe": "evt|eventuelt|kanskje|muligens|foreløpig|trolig|truleg|forventet|planlagt til|enten",
        "doubt": "kanskje|muligens|planlegges|forventes|foreløpig",
        "waiting": "avventer|avventes|venter på|ventar på|avventar",
        "answer": "svar fra|bekreftelse fra|svar frå",
        "at": "på|i|ved|hos",
        "nowhere": "samarbeid|forbindelse|stedet|form|alt|løpet",
        "place": "sted|møtested|lokale|hvor",
        "cancelled": "gjennomføres ikke|holdes ikke|avholdes ikke|blir ikke holdt|avlyst|er avlyst|avlyses"
        "|avlysast|utgår|utgått|bortfaller|fell bort|faller bort"
        "|avholdes ikke",
        "remark": "evt|eventuelt|kanskje|muligens|forventes|foreløpig|dato følger|dato kommer|ikke bekreftet"
        "|foreløpig dato|med forbehold|forbehold|forslag|tbc|tba|ikke endelig",
        "moved": "flyttet|flyttes|utsatt|utsettes"
        "|flytta|flyttast|utsett|utsetjast|forskjøvet|framskyndet|endret|endra|rykket|rykkes",
        "nothing": "ingen|intet",
        "responsible": "ansvarlig|ansvarlige|hvem|kontaktperson",
        "around": "før|innen|etter|i|under|til|om|ved|for",
        "plan": "*sesongplan*|*terminliste*|*semesterplan*"
        "|*aktivitetsplan*|*årsplan*|*årshjul*|*møteplan*|*møtedatoer*|*møtekalender*|*kalender",
        "continued": "fortsatt|fortsettes",
        "next year": "neste år|neste års|det kommende året|kommende år",
        "body": "*råd|*rådet|*utvalg|*utvalget|*styre|*styret|*nemnd|*nemnda|*gruppe|*gruppa"
        "|*gruppen|*forening|*foreningen|*forum|*komité"
        "|*komiteen",
        "meetings": "*møter|*møtene|*møta|*møtedatoer|*møtedatoar|*møteplan|*møteplanen|*møtetider"
        "|*møtetidspunkt|*møtekalender|*møtedager|*møtedagar|møtes|møtest",
        "stamp": "avlagt|dato|møtedato|utskrevet|utsendt|godkjent|vedtatt|opprettet|revidert|oppdatert"
        "|versjon|sist endret|sist endra|født|signert|trykt|tid|referent|mottatt|sendt",
        "begins": "begynner|byrjar|starter|startar|avholdes|holdes|blir holdt|er|ligger"
        "|finner sted|møtes|slutter",
        "closing": "møtet slutter|slutt|avslutning|takk for i dag|møtet heves|vel hjem",
        "other list": "avholdte|tidligere møter|i fjor|gjennomførte"
        "|*medlemmer|*medlemmene|*medlemer|*deltakere|til stede|forfall|vedlegg"
        "|historikk|saksgang",
        "otherwise": "annet er oppgitt|annet er nevnt|annet står|anna er skrive|anna står"
        "|noe annet står|annet er angitt",
        "share": "kvote|kvoter|k/m|m/k|stemmetall|stemmer for|stillinga|resultat",
        "closes": "slutter|sluttar|til|ferdig",
        "ongoing": "løpende|hele året|fortløpende|kontinuerlig",
        "page": "side|s",
        "header": "måned|aktivitet|aktiviteter|dato|tema|hva|når|tid",
        "note column": "merknad|merknader|note|noter|kommentar|kommentarer|status|endring|info|annet",
        "ledger": "versjon|revisjon|utgave|beløp|pris|kr|saldo|budsjett|regnskap|antall"
        "|telefon|tlf|mobil|mail|e-post|epost|født|innvalgt|alder|adresse|oppmøte"
        "|forfall|inntekter|inntekt|utgifter|utgift|bevilget|søkt|kvote|stemmer"
        "|mottatt|åpningstid|åpningstider|journalnr|filnavn",
        "total": "i alt|sum|totalt|samlet|delsum",
        "first column": "start|startdato|begynner|fra|fra dato|starttid|oppstart",
        "last column": "slutt|sluttdato|slutter|til|til dato|til og med|sluttid",
        "held": "avholdes|holdes|finner sted|foregår|blir holdt|er|begynner|starter"
        "|flyttet|flyttes|er lagt|legges",
        "footnote": "merk|obs|nb|møtet|møter|møtene|møte|dette møtet|denne dagen|endret"
        "|endring|tidspunkt|møtetid|møtested|sted|dato|dag|i stedet for|i stedet"
        "|istedenfor|allerede|denne gangen|ny|nytt|tid|start",
        "due": "sendes|utsendelse|utsending|utsendes|offentliggjøres|innkalling"
        "|innkalles|saksliste|saker|saksframlegg|påmelding|innlevering"
        "|sakspapirer|høringssvar|siste dag|siste frist|referat|protokoll",
        "small": "og|eller|samt|med|for|i|av|til|på|den|der|de|det|et|en|fra|ved|hos|om|som",
        "recess": "*sommerferie|*ferie|møtefri|ingen møter|stengt|*stengt|stengd|skolefri"
        "|skulefri|inga trening|ingen aktivitet|ingen aktiviteter|inga møte|*lukket",
        "election": "kommunevalg*|stortingsvalg*|valgdag|valg|*tingsvalg|*tingsval|skolevalg"
        "|kyrkjeval|kirkevalg",
        "hearing": "høringsmøte*|høring|*høring|*høyring|høyringsmøte*|høringsperiode",
        "deadline": "*frist|*fristen|senest|siste frist|siste dag for|høringsuttalelse"
        "|høringsuttale|saker til|leveres|siste dag|ferdig",
        "meeting": "*møte|*møter|generalforsamling|årsmøte",
        "event": "folkemøte*|landsmøte*|befaring*|studiebesøk*",
        "task": "oppgave|oppgaver|innkjøp|utsending|*evaluering|*undersøkelse|*undersøking"
        "|gjennomgang|innspill til|innspel til|uttalelse til|kartlegging|opptelling|oppfølging|rengjøring"
        "|sendes|sendes ut|sendast|sender|ferdigstilles|utarbeides|skrives|godkjennes|behandles|vedtas"
        "|trykkes|fornyes|bestilles|evalueres|revideres",
        "instead": "i stedet|isteden|i staden|istaden",
        "capacity": "maks|max|maksimum|maksimalt|høyst|ikke flere enn|opptil|opp til|plass til|i alt"
        "|ledige|antall|antall plasser|plasser|kapasitet",
        "target": "mål|målet er|mål på|gjerne|helst|mangler|vi mangler|søker|vi søker|søkes|ønskes"
        "|behov for|trenger|vi trenger",
        "minimum": "minst|min|minimum|ikke færre enn",
        "person": "*personer|person|pers|*mennesker|menneske|*frivillige|frivillig|*hjelpere|hjelper"
        "|*plasser|plass|*deltakere|deltaker|hender|voksne|stk|stykker",
        "country": "*land|*nasjoner|nasjon",
        "association": "*foreninger|forening|*organisasjoner|organisasjon|*klubber|klubb|*lag",
        "stand": "*stander|*stands|*stand|*boder|*bod",
        "extra": "nye|flere|andre|gode|ekstra",
        "measure": "kr|kroner|nok|euro|eur|€|etasje|år|åringer|km|meter|kg|liter|%|prosent|kvm|porsjoner",
        "hours": "timer|time|minutter|minutt|min|dager|dag|dagen|kvelder|kveld|kvelden|helger|helg"
        "|ganger|gang|uker|uke|måneder|måned",
        "amount": "en halv|en hel|halvannen|hele|et par|noen|noen få|flere",
        "per": "om|pr|per|i|hver|av",
        "regularly": "ukentlig|månedlig|daglig",
        "takes": "varighet|tidsbruk|innsats|tar|varer",
        "contact": "kontakt|kontaktperson|spør|ring til|ring|skriv til|ansvarlig|koordinator",
        "nobody": "til|med|mellom|om|for|og|av",
        "phone": "tlf|telefon|telefonnummer|mobil|mob|mail|e-post|epost",
        "no place": "norsk|engelsk|arabisk|lag|grupper|par|tvers|forhånd|mål|helgen|helger|ferien"
        "|tilfelle|to|tre|ikke|det",
        "each": "hver|hvert|kvar|kvart|alle|samtlige",
        "each nth": "hver|hvert|kvar|kvart",
        "second": "hver andre|hver annen|annenhver|annethvert|kvar andre|annankvar|anna kvar|annakvar",
        "on days": "på|om",
        "months": "måned|måneden|måneder|månad|månaden|månader|mnd",
        "years": "år|året",
        "weekly": "ukentlig|vekentleg|en gang i uken|en gang i uka|1 gang i uken",
        "monthly": "månedlig|månadleg|en gang i måneden|1 gang i måneden",
        "fortnightly": "hver 14. dag|hver fjortende dag|annenhver uke|hver andre uke|annankvar veke"
        "|kvar andre veke",
        "quarterly": "kvartalsvis|hvert kvartal|kvart kvartal|hver tredje måned",
        "workday": "hverdager|hverdag|hverdagene|kvardagar|virkedager|virkedag",
        "daily": "hver dag|kvar dag|daglig|alle dager",
        "times": "ganger|gang|gonger|gong|møter|møte|ordinære møter",
        "odd weeks": "oddetallsuker|oddetallsuke|oddetallsukene|oddetalsveker|oddetalsveke|odde uker"
        "|ulike uker|ulike veker",
        "even weeks": "partallsuker|partallsuke|partallsukene|partalsveker|partalsveke|like uker|like veker",
        "except": "ingen|unntatt|unnateke|med unntak av|bortsett fra|utenom|ikke|ikkje|men ikke|men ikkje"
        "|ingen møter|ikke møte|møtefri i|pause i|ferie i|avlyst i|stengt i",
        "starts": "fra|frå|fra og med|frå og med|f.o.m.|første gang|fyrste gong|første møte|start|oppstart"
        "|starter|startar|begynner|med start|neste gang",
        "ends": "til|til og med|t.o.m.|inntil|fram til|frem til|siste gang|siste gong|siste møte|slutt"
        "|slutter|avsluttes",
        "first time": "første gang|fyrste gong|første møte|neste gang",
        "opening hours": "har åpent|holder åpent|er åpent|er åpen|åpent|ope|åpningstid|åpningstider"
        "|opningstid|åpner|telefontid|kontortid|stengt",
        "opened": "åpent hus",
        "public holidays": "helligdager|helligdagene|heilagdagar|helgedager",
        "term": "i skoleåret|skoleåret|i skuleåret|i sesongen|sesongen|gjennom sesongen|hele året"
        "|året rundt|i perioden|i månedene",
        "abbreviation": "kl|d|nr|bl.a|f.eks|ca|jf|pkt|inkl|evt|dvs|tlf|pr|jan|feb|mar|apr|jun|jul|aug|sep"
        "|sept|okt|nov|des|vedr|t.o.m|mht|ang",
        "past": "samla|samlet|fortalte|søkte|solgte|spurte"
        "|ble|blei|vart|var|hadde|møttes|deltok|vedtok|holdt|heldt|fikk|kom|gikk|sendte|sa|ga|tok"
        "|sto|startet|fant sted|begynte|mottok|ba|skrev|viste|skulle ha|fylte|valgte|drøftet|behandlet"
        "|samlet|samla|kostet|kosta|trakk|drog|drøfta|behandla|vedteke|vedtatt i|besluttet|avholdt|åpnet"
        "|diskuterte|sluttet|orienterte|opplyste|stiftet"
        "|gjennomgikk|foregikk|fremla|la|satte|spurte|solgte|kjøpte|besøkte|reiste|mente",
        "perfect": "holdt|avholdt|vært|hatt|besluttet|vedtatt|godkjent|deltatt|drøftet|behandlet|mottatt"
        "|fått|sendt|skrevet|gitt|gjort|sett|tatt|bedt|avtalt|gjennomført|steget|avsluttet|blitt|opprettet"
        "|stiftet|utløpt|valgt|oppnevnt",
        "present": "er|blir|vert|har|skal|vil|kan|må|bør",
        "reported": "besluttet|vedtok|vedtatt|avtalt|enig om|enige om|opplyste|opplyser|meldte|bestemte"
        "|bestemt|merknad om",
        "that": "at|å",
        "record": "referat*|*referatet|*protokoll*|*møtebok|vedlegg*|rapport*|notat*|brev|e-post|kilde"
        "|kilder|regnskap*|status|jf",
        "agenda": "*saksliste|*dagsorden|*innkalling|*møteinnkalling|invitasjon|innkalles|inviteres|sakliste",
        "minutes": "*referat|*referatet|*protokoll|*møtebok|*møteprotokoll|saksprotokoll",
        "law": "lov av|lov om|*loven|*lovens|forskrift*|rundskriv|trer i kraft|trådte i kraft|i kraft"
        "|gjeldende fra|vedtekter av",
        "perhaps moved": "kan|kunne|vurderes|ønskes|foreslås",
        "suggestion": "oppfordrer|oppfordret|oppfordres|foreslår|foreslått|foreslås|foreslo|forslag om at"
        "|forslag om å|ønske om|ønsker å flytte|ønskes flyttet|kunne flyttes|kan kanskje flyttes"
        "|kunne holdes|kunne vært|bør vurderes|vurdere å|vurdere om|innstiller|innstilles|innstilling"
        "|ble avvist|idé om|tatt stilling"
        "|forslag om|ideen om",
        "happens": "avholdes|holdes|haldast|finner sted|er|blir|vert|begynner|byrjar|starter|startar|skjer"
        "|ligger|legges|foregår|går over|feires med|feires|markeres|planlegges|forventes|vurderes"
        "|vil bli avholdt|vil bli holdt|blir avholdt|blir holdt|er planlagt|skal avholdes|skal holdes"
        "|vil finne sted|flyttes|avlyses|utsettes|utgår|gjennomføres|arrangeres|tilbys|legges inn|kan",
        "holds": "holder|held|avholder|arrangerer|inviterer til|inviterer|innkaller til"
        "|ønsker velkommen til|gjennomfører|planlegger|vurderer|byr på|tilbyr|lager|feirer|vil holde"
        "|skal holde|å holde|å avholde|å arrangere|skal på|drar på|inviteres til|innkalles til|har",
        "meets": "møtes|møtest|samles|holder møte|avholder møte|har møte",
        "announces": "avholdes|holdes|planlegges|vil|skal|forventes|inviterer|inviteres|gjennomfører"
        "|gjennomføres|arrangerer|arrangeres|holder|avholder|kommer ut|besøker|starter|startar|begynner"
        "|finner sted|feires|feirer|vurderes|vurderer|er det|det er|det blir|blir det|innkaller"
        "|åpner|tilbys|tilbyr|planlegger|lanseres|utsettes|flyttes"
        "|forventer",
        "tentative": "forventes|forventer|vurderer|vurderes|muligens|kanskje|planen er|håper"
        "|det tas sikte på",
        "we": "vi|me|jeg|eg|dere|du|man|de|der|det|den|alle|han|hun",
        "article": "en|ei|et|eit|den|det|de|vår|vårt|årets",
        "welcome": "vi gleder oss til|vi minner om at|vi minner om|husk at|velkommen til|invitasjon til"
        "|innkalling til|saksliste for|program for|kom til|husk"
        "|merk|vi sees til|sett av",
        "after": "som|der|hvor|fordi|da|når|hvis|dersom|så|men|deretter|likevel|herunder|sammen med|før"
        "|etter|med mindre|unntatt|i år|altså",
        "adverb": "dessverre|også|igjen|så|derfor|deretter|dessuten|til slutt|videre|alltid|alle|begge"
        "|begge dager|alle dager|hver gang|samtlige|nå|først|neste gang|tradisjonen tro|som vanlig|endelig"
        "|i stedet|i år|allerede|likevel",
        "joins": "og|men|mens|samt",
        "submits": "forslag|søknad*|høringssvar*|høringsuttalelse*|innspill|merknad*|påmelding*|svarfrist"
        "|*frist|*fristen|forfall|saker|bestilling*|svar|bidrag"
        "|søkes",
        "signup": "påmelding|påmeldingen|påmeldingsfrist|påmeldingsfristen|meld deg på|bindende påmelding"
        "|frist for påmelding|forfall|svarfrist",
        "decision": "vedtak|vedtaket|beslutning|avgjørelse|rådet vedtok|utvalget vedtok|styret vedtok"
        "|det ble vedtatt|vedtatt med|godkjent med",
        "refused": "ikke godkjent|ble ikke godkjent|ikke vedtatt|ble ikke vedtatt|saken utsettes"
        "|saken utsatt|saken ble utsatt|saken er utsatt|planen ble forkastet|forkastet|avvist"
        "|sendt tilbake|tas opp igjen",
        "called off": "avlyses|er avlyst|avlyst|utgår|bortfaller|ble avlyst|strykes",
        "shifted": "flyttes|er flyttet|flyttet|holdes i stedet|i stedet holdes|avholdes i stedet"
        "|i stedet avholdes|i stedet for|utsettes|utsatt|endres|endret|framskyndes|ble flyttet|flyttast",
        "extra one": "ekstra|ekstraordinært|ytterligere et|legges inn|settes inn|tilføyes|innkalles til",
        "all of": "alle|møtene|møtetidspunktet|møtetiden|starttidspunkt|starttidspunktet|samtlige|begge"
        "|de ordinære|møtetid|tidspunktet|hvert møte|rådets møter",
        "dated": "dato|møtedato|tid|tidspunkt|utskrift|utskriftsdato|brevdato|vår dato|revidert|versjon",
        "when": "tid|tidspunkt|når|dato|dag|møtetid|møtetidspunkt|møtedato",
        "registered": "vedteke|skrevet ut|utskrift|oppdatert|ajourført|revidert|godkjent|vedtatt|underskrevet"
        "|signert|rettet|endret|trykt|opprettet|datert|utsendt|utarbeidet|publisert|fastsatt|besluttet"
        "|mottatt|født|stiftet|grunnlagt|versjon|behandlet|siden|sist endret",
        "in force": "utløper|utløp|gjelder fra|gjelder til|gjelder for|kontrakten|avtalen løper|ansatt"
        "|ansettes|tiltrer|fratrer|bursdag|åpningstid|åpningstider|telefontid",
        "accepted": "godkjent|vedtatt|enstemmig vedtatt|tiltrådt|bifalt|innstillingen vedtatt|innvilget",
        "proposes": "foreslår|foreslås|innstiller|innstilles|innstilling|forslag om",
    },
)

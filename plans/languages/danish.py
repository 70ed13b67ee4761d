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
            "mandag|mandagen|mandage|mandagene|mand|man",
            "tirsdag|tirsdagen|tirsdage|tirsdagene|tirsd|tirs|tir",
            "onsdag|onsdagen|onsdage|onsdagene|onsd|ons",
            "torsdag|torsdagen|torsdage|torsdagene|torsd|tors|tor",
            "fredag|fredagen|fredage|fredagene|fred|fre",
            "lørdag|lørdagen|lørdage|lørdagene|lørd|lør",
            "søndag|søndagen|søndage|søndagene|sønd|søn",
        ),
        "weekdays": (
            "mandage|mandagene",
            "tirsdage|tirsdagene",
            "onsdage|onsdagene",
            "torsdage|torsdagene",
            "fredage|fredagene",
            "lørdage|lørdagene",
            "søndage|søndagene",
        ),
        "nth": ("første", "anden|andet", "tredje", "fjerde", "femte", "næstsidste|næst sidste", "sidste"),
        "season": (
            "forår|foråret",
            "sommer|sommeren|sensommer|sensommeren|forsommer|forsommeren",
            "efterår|efteråret",
            "vinter|vinteren",
        ),
        "part": (
            (
                "primo|begyndelsen af|starten af|først i|først på|tidligt i|tidligt på|tidlig|tidlige"
                "|tidligt|start"
            ),
            "medio|midten af|midt i|midt på|midt",
            "ultimo|slutningen af|sidst i|sidst på|sent i|sent på|sen|sene|sent|slut",
        ),
        "feast": (
            "nytårsdag|nytårsdagen",
            "helligtrekongersdag|helligtrekonger|hellig tre konger",
            "fastelavnssøndag|fastelavnssøndagen",
            "fastelavnsmandag",
            "hvidetirsdag",
            "askeonsdag",
            "palmesøndag",
            "skærtorsdag",
            "langfredag",
            "påskelørdag",
            "påskedag|påskesøndag|1. påskedag",
            "2. påskedag|anden påskedag|påskemandag",
            "Kristi himmelfartsdag|Kr. himmelfartsdag|Kristi himmelfart|Kr. himmelfart|himmelfartsdag",
            "pinseaften|pinselørdag",
            "pinsedag|pinsedagen|1. pinsedag|pinsesøndag",
            "2. pinsedag|anden pinsedag|pinsemandag",
            "grundlovsdag|grundlovsdagen",
            "",
            "",
            "valborgsaften",
            (
                "Sankthansaften|Sankt Hans aften|Skt. Hans aften|Sct. Hans aften|sankthans|Sankt Hans"
                "|Skt. Hans|Sct. Hans"
            ),
            "Sankthansdag",
            "",
            "",
            "",
            "Allehelgensdag|Alle Helgens dag|Allehelgen",
            "Mortensaften|Mortens aften",
            "luciadag|luciadagen",
            "lillejuleaften",
            "juleaften|juleaftensdag|juleaftensdagen",
            "1. juledag|juledag",
            "2. juledag|anden juledag",
            "nytårsaften|nytårsaftensdag",
            "1. søndag i advent|første søndag i advent",
            "2. søndag i advent|anden søndag i advent",
            "3. søndag i advent|tredje søndag i advent",
            "4. søndag i advent|fjerde søndag i advent",
            "",
            "",
            "",
            "",
            "FN-dag|FN-dagen",
            "halloween",
            "mellem jul og nytår|imellem jul og nytår",
            "årsskiftet|årskiftet|omkring nytår",
            "valentinsdag",
        ),
        "relative": ("i dag|idag|i aften", "i morgen|imorgen", "i overmorgen|overmorgen"),
        "coming": ("på|nu på|førstkommende|kommende|denne", "næste"),
        "count": (
            "en|et|én|ét",
            "to",
            "tre",
            "fire",
            "fem",
            "seks",
            "syv",
            "otte",
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
            "tyve",
        ),
        "tens": (
            "ti",
            "tyve",
            "tredive",
            "fyrre",
            "halvtreds",
            "tres",
            "halvfjerds",
            "firs",
            "halvfems",
            "hundrede|hundred",
        ),
    },
    words={
        "shy": "mars|forår|sommer|efterår|vinter",
        "given": "marts|april|maj|juni|juli|august",
        "the": "den|d",
        "on": "på",
        "in": "i|i løbet af|til|en gang i|engang i|en gang i løbet af|engang i løbet af|en dag i"
        "|en af dagene i",
        "from": "fra|mellem",
        "between": "mellem",
        "latest": "senest|inden",
        "every": "hver|hver anden|hver tredje|hver fjerde|alle",
        "of": "i|af",
        "to": "til|til og med|t.o.m.|tom|indtil|frem til|og frem til|og til|og indtil|frem til og med",
        "and": "og|samt",
        "or": "eller|el",
        "clock": "kl|klokken|fra kl|mellem kl",
        "lead": "fra|mellem|i tidsrummet|tidsrummet|i tiden",
        "about": "ca|cirka|omkring|omtrent|rundt om",
        "week": "uge|ugerne|uger|ugen",
        "quarter": "kvartal|kvt|kvrt",
        "half": "halvår",
        "commencing": "ugen fra|ugen der begynder|ugen der starter|ugen med start",
        "weekend": "weekenden|weekend",
        "halving": "halvdel|halvdelen",
        "turning": "månedskiftet|månedsskiftet|månedskifte|månedsskifte",
        "noon": "middagstid",
        "days": "dage",
        "monthword": "måned",
        "beside": "før|inden|efter|op til|umiddelbart før|umiddelbart efter|lige efter|lige før"
        "|på denne side af|på den anden side af",
        "occasion": "sommerferien|sommerferie|sommeren|efterårsferien|efterårsferie|vinterferien|vinterferie"
        "|juleferien|juleferie|påskeferien|påskeferie|ferien|jul|julen|nytår|påske|påsken|pinse"
        "|pinsen",
        "fraction": "af|time|timer|flertal|flertallet|stemmer|gange|gang|dele|del|dels|tid|tids|år|årige",
        "old": "oprindelig|oprindeligt|oprindelig den|først bestemt til|først fastsat til"
        "|først planlagt til|tidligere|i stedet for|istedet for|erstatter|erstatter mødet"
        "|erstatter møde|var|før|ikke",
        "misread": "*samling*|*marked*|*sommer*|*program*|*kommun*|*medlem*|*melding*|*samarbejd*"
        "|*musik*|*museum*|*hjemme*",
        "at first": "først|oprindelig|oprindeligt|førhen",
        "new": "ny dato|nye dato|ny mødedato|ny tid|nyt tidspunkt|nyt",
        "unknown": "ukendt|ved ikke|ved det ikke|ikke fastlagt|ikke fastsat|uden dato|dato følger|senere"
        "|løbende|hele året|året rundt",
        "maybe": "evt|eventuelt|måske|muligvis|forventet|forventeligt|foreløbigt|foreløbig|enten|formentlig"
        "|forventes|forventes afholdt|påtænkes|påtænkes afholdt",
        "doubt": "måske|muligvis|påtænkes|påtænkt|forventes|foreløbig|foreløbigt|afhænger af",
        "waiting": "afventer|afventes|venter på|venter stadig på|venter fortsat på|venter endnu på"
        "|mangler svar fra",
        "answer": "svar fra|tilbagemelding fra|bekræftelse fra|godkendelse fra|svar",
        "at": "på|i|ved|hos",
        "nowhere": "samarbejde|forbindelse|stedet|form|alt|gang|tide|forhold|forlængelse|løbet",
        "place": "sted|mødested|lokale|hvor",
        "cancelled": "gennemføres ikke|holdes ikke|bliver ikke holdt|bliver ikke til noget|aflyst|aflyses"
        "|er aflyst|er blevet aflyst|bliver aflyst"
        "|udgår|udgået|er udgået|bortfalder|bortfaldet|ikke afholdt"
        "|afholdes ikke|afholdes dog ikke",
        "remark": "evt|eventuelt|måske|muligvis|forventet|forventes|foreløbig|foreløbigt|tbc|tba|tbd"
        "|dato følger|dato kommer|dato mangler|dato ukendt|dato ikke fastlagt|uden dato"
        "|ikke bekræftet|ikke sikkert endnu"
        "|foreløbig dato|med forbehold|forbehold|forslag|ikke fastlagt|ikke endelig",
        "moved": "flyttet|flyttes|rykket|rykkes|udsat|udsættes|udskudt|udskydes"
        "|fremrykket|fremrykkes|rykket frem|rykket til|ændret|ændres|forskudt|forskydes|omlagt",
        "nothing": "ingen|intet",
        "responsible": "ansvarlig|ansvarlige|tovholder|tovholdere|hvem|kontaktperson|udføres af",
        "around": "før|inden|efter|op til|i|under|til|om|ved|for",
        "plan": "*sæsonprogram*|*aktivitetsprogram*|*årskalender*|*ugeplan*|*handleplan*"
        "|*aktivitetsoversigt*|*aktivitetsplan*|*aktivitetskalender*|*årsplan*|*årshjul*"
        "|*mødeplan*|*mødekalender*|*mødedatoer*|*mødeoversigt*|*procesplan*|*tidsplan*|*kalender"
        "|*sæsonplan*|*halvårsplan*|*årsprogram*|*møderække*",
        "continued": "fortsat|fortsættes",
        "next year": "næste år|næste års|til næste år|i det nye år|det kommende år|kommende år",
        "body": "*råd|*rådet|*udvalg|*udvalget|*bestyrelse|*bestyrelsen|*nævn|*nævnet|*gruppe"
        "|*gruppen|*forening|*foreningen|*repræsentantskab|*repræsentantskabet|*forum"
        "|*komité|*komitéen|*laug",
        "meetings": "*møder|*møderne|*mødedage|*mødedatoer|*mødetider|*mødeplan|*mødeplanen"
        "|*mødekalender|*mødeoversigt|*mødekalenderen|*mødetidspunkt|*mødetid"
        "|*mødetidspunkterne|mødes|mødetidspunktet|*samlinger",
        "stamp": "aflagt|afgivet|fremlagt|dato|mødedato|dato for mødet|referatdato|udskrevet|udsendt"
        "|godkendt|vedtaget"
        "|oprettet|revideret|ajourført|version|sidst rettet|senest rettet"
        "|sidst opdateret|opdateret|dokumentdato|brevdato|født|underskrevet|indscannet"
        "|trykt|fremsendt|deres brev|tidspunkt|referent|journaldato|modtaget|sagsdato"
        "|sendt",
        "begins": "begynder|starter|afholdes|holdes|ligger|er|afvikles|finder sted|mødes|foregår|slutter",
        "closing": "mødet slutter|slut|afslutning|tak for i dag|mødet hæves|farvel|på gensyn"
        "|programmet slutter",
        "other list": "afholdte|tidligere møder|sidste år|sidste års|gennemførte|overståede"
        "|siden sidst"
        "|*medlemmer|*deltagere|kontaktpersoner|tilstede|fremmødte|afbud|bilag"
        "|*historik|sagens forløb|tidligere behandling",
        "otherwise": "andet er nævnt|andet er anført|andet nævnes|andet står|andet fremgår|andet er angivet",
        "share": "kvote|kvoter|kvotaer|k/m|m/k|stemmer for|stemmetal|fordeling af pladser"
        "|pladser fordelt|stillingen|resultat|brøkdel",
        "closes": "slutter|til|indtil|færdig",
        "ongoing": "løbende|hele året|året rundt|fortløbende|kontinuerligt",
        "page": "side|s|bl|blad",
        "header": "måned|måneder|aktivitet|aktiviteter|dato|datoer|ugedag|dag|uge|emne|indhold|hvad|hvornår"
        "|tid|tidspunkt|arrangement|begivenhed|møde|møder|opgave|opgaver|bemærkning|bemærkninger|status",
        "note column": "bemærkning|bemærkninger|note|noter|kommentar|kommentarer|status|ændring|info|andet",
        "ledger": "version|revision|udgave|beløb|pris|kr|saldo|budget|regnskab|antal"
        "|telefon|tlf|mobil|mail|e-mail|født|fødselsdag|indvalgt|tiltrådt"
        "|fratrådt|alder|adresse|fremmøde|fremmødte|afbud|indtægter|indtægt"
        "|udgifter|udgift|bevilget|bevilling|ansøgt|kvote|stemmer|modtaget"
        "|åbningstid|åbningstider|journalnr|filnavn|lukket sag",
        "total": "i alt|ialt|sum|total|samlet|subtotal",
        "first column": "start|startdato|begynder|fra|fra dato|fra den|begyndelse|starttid|starttidspunkt",
        "last column": "slut|slutdato|slutter|til|til dato|til og med|til den|ophør|sluttid|sluttidspunkt",
        "held": "afholdes|holdes|finder sted|foregår|er|mødes|begynder|starter|flyttet|flyttes|ligger",
        "footnote": "bemærk|obs|nb|mødet|møder|møderne|møde|dette møde|denne dag|ændret"
        "|ændring|tidspunkt|mødetidspunkt|mødetid|mødested|sted|dato|dag|ugedag"
        "|i stedet for|i stedet|allerede|dog|denne gang|undtagelsesvis|nyt|ny|tid"
        "|start",
        "due": "udsendes|udsendelse|udsendelsesdato|sendes|udsendt|offentliggøres"
        "|offentliggørelse|indkaldelse|indkaldes|dagsorden|punkter|forslag"
        "|tilmelding|tilmeldingsfrist|indlevering|aflevering|materiale|bilag"
        "|høringssvar|sidste dag|sidste frist|referat",
        "small": "og|eller|samt|med|for|i|af|til|på|den|der|de|det|et|en|fra|ved|hos|om|som|d.|kl.|inkl.",
        "recess": "*sommerferie|*ferie|mødefri|*ingen møder|*ingen møde|intet møde"
        "|ingen aktiviteter|sommerlukket|sommerpause|lukket|*lukket|holder fri|skolefri|lukkedag"
        "|lukkedage|*lukkeuge|*lukkeuger",
        "election": "kommunalvalg*|folketingsvalg*|regionsrådsvalg*|europaparlamentsvalg*|valgdag"
        "|valg|skolevalg*|ungerådsvalg*|menighedsrådsvalg*|ældrerådsvalg*",
        "hearing": "høringsmøde*|høring|*høring|høringsperiode|høringsperioden|sendes i høring",
        "deadline": "*frist|*fristen|deadline|senest|sidste frist|sidste tilmelding"
        "|sidste dag for|høringssvar|afleveres|indleveres|sidste dag|indlæg til|stof til"
        "|opstilling slutter|lukker",
        "meeting": "*møde|*møder|generalforsamling|ekstraordinær generalforsamling|lukket møde"
        "|budgetsamråd|*samtaler",
        "event": "folkemøde*|landsmøde*|vælgermøde*|temadag*|studiebesøg",
        "task": "opgave|opgaver|indkøb|udsendelse|udsend|bestil|forbered|ajourføring"
        "|*evaluering|kortlægning|optælling|tælling|hvervning|*rekruttering|opfølgning|udpegning"
        "|nedsættelse|udarbejdelse|behandling af|politisk behandling|drøftelse af|endelig vedtagelse"
        "|*gennemlæsning|gennemgang|eftersyn|rengøring|bekæmpelse|slåning|afslutning af regnskab"
        "|overdragelse|interview|interviews|*undersøgelse|*undersøgelsen|spørgeskema|*spørgeskemaer"
        "|midtvejsstatus|halvvejsstatus|*statusnotat|udrulning|trykning|indsamling af|underskrift"
        "|nyhedsbrev|opstilling af"
        "|skrivefase|indkaldelse til|svarbreve|revision af|sendes|sendes ud|udsendes|sender|indsender"
        "|indsendes|udarbejdes|udarbejder|skrives|skriver|nedsættes|godkendes|fornyes|opkræves|trykkes"
        "|pakkes|males|tælles|udtages|lægges|afklares|indarbejdes|drøftes|behandler|behandles|vedtager"
        "|vedtages|foreligger|fremlægges|offentliggøres|gennemgår|gennemgås|skal være færdig|færdiggøres"
        "|bestilles|evalueres|revideres|opdateres|rengøres|indhentes|udfyldes|planlægges",
        "instead": "i stedet|istedet",
        "capacity": "max|maks|maximum|maksimum|maksimalt|højst|højest|ikke flere end|op til|plads til"
        "|i alt|ledige|antal|antal pladser|pladser|kapacitet",
        "target": "mål|målet er|mål på|gerne|helst|mangler|vi mangler|der mangler|søger|vi søger|søges"
        "|ønskes|behov for|brug for|har brug for|vi har brug for|skal bruge|vi skal bruge",
        "minimum": "mindst|min|minimum|som minimum|ikke færre end",
        "person": "*personer|person|pers|*mennesker|menneske|*frivillige|frivillig|*hjælpere|hjælper"
        "|*pladser|plads|*deltagere|deltager|hænder|voksne|mand|stk|stykker",
        "country": "*lande|land|*nationer|nation",
        "association": "*foreninger|forening|*organisationer|organisation|*klubber|klub",
        "stand": "*stande|*stand|*boder|*bod",
        "extra": "nye|flere|andre|gode|ekstra",
        "measure": "kr|kroner|dkk|euro|eur|€|sal|etage|år|årige|km|meter|kg|liter|%|procent|kvm|portioner",
        "hours": "timer|time|timers|minutter|minut|min|dage|dag|dagen|aftener|aften|aftenen"
        "|formiddage|formiddag|eftermiddage|eftermiddag|weekender|weekend|gange|gang|uger"
        "|uge|måneder|måned",
        "amount": "en halv|en hel|halvanden|hele|et par|nogle|nogle få|flere",
        "per": "om|pr|per|i|hver|ad|til",
        "regularly": "ugentligt|ugentlig|månedligt|månedlig|dagligt",
        "takes": "varighed|tidsforbrug|indsats|tager|varer",
        "contact": "kontakt|kontaktperson|spørg|ring til|ring|skriv til|tovholder|ansvarlig|koordinator",
        "nobody": "til|med|mellem|om|for|og|af",
        "phone": "tlf|telefon|telefonnummer|mobil|mob|mail|e-mail|email",
        "no place": "dansk|engelsk|arabisk|hold|grupper|par|skift|tværs|forhånd|mål|weekenden|weekender"
        "|ferien|tilfælde|to|tre|ikke|det",
        "each": "hver|hvert|hver eneste|alle|samtlige",
        "each nth": "hver|hvert",
        "second": "hver anden|hvert andet|hveranden",
        "on days": "om|på",
        "months": "måned|måneden|måneder|mdr|md",
        "years": "år|året",
        "weekly": "ugentligt|ugentlig|en gang om ugen|én gang om ugen|1 gang om ugen",
        "monthly": "månedligt|månedlig|en gang om måneden|én gang om måneden|1 gang om måneden",
        "fortnightly": "hver 14. dag|hver fjortende dag|hver anden uge|hver 2. uge",
        "quarterly": "kvartalsvis|kvartalsvist|hvert kvartal|hver tredje måned|hver 3. måned",
        "workday": "hverdage|hverdag|hverdagene",
        "daily": "hver dag|dagligt|alle dage|alle ugens dage",
        "times": "gange|gang|møder|møde|ordinære møder|arrangementer",
        "odd weeks": "ulige uger|ulige uge|ulige ugenumre|ulige kalenderuger|uger med ulige numre",
        "even weeks": "lige uger|lige uge|lige ugenumre|lige kalenderuger|uger med lige numre",
        "except": "ingen|intet|undtagen|undtaget|dog undtagen|dog undtaget|undtaget er|med undtagelse af"
        "|bortset fra|fraregnet|ikke|dog ikke"
        "|men ikke|ingen møde|ingen møder|intet møde|ikke møde|holder fri|holder pause|pause i|ferie i"
        "|mødefri i|aflyst i|lukket i",
        "starts": "fra|fra og med|f.o.m.|første gang|1. gang|første møde|første mødegang|start|med start"
        "|starter|opstart|begynder|begyndende|næste gang|regnet fra|tidligst",
        "ends": "til|til og med|t.o.m.|indtil|frem til|sidste gang|sidste møde|slut|slutter|afsluttes"
        "|afslutning",
        "first time": "første gang|1. gang|første møde|første mødegang|næste gang",
        "opening hours": "har åbent|holder åbent|er åbent|er åben|åbent|åbningstid|åbningstider|åbner"
        "|telefontid|telefontider|træffes|træffetid|kontortid|ekspeditionstid|telefonen er åben"
        "|lukket|lukkes",
        "opened": "åbent hus",
        "public holidays": "helligdage|helligdagene|helligdag|helligdagene",
        "term": "i skoleåret|skoleåret|i undervisningsåret|i sæsonen|sæsonen|hele sæsonen|hele året"
        "|året rundt|i perioden|i månederne|uden for skolernes ferier",
        "abbreviation": "kl|d|nr|bl.a|f.eks|fx|ca|jf|pkt|stk|inkl|ekskl|evt|dvs|tlf|pr|hhv|jan|feb|febr"
        "|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec|tirs|tors|lør|søn|vedr|t.o.m|dok|sagsnr|j.nr|skt|mht"
        "|ang|resp",
        "past": "*trådte|afgik|afløste|afgav|overtog|opstod|overrakte"
        "|fortalte|samlede|søgte|spurgte|solgte|kørte|spiste|lavede|hentede|trak|nåede|endte|foregik"
        "|blev|var|havde|holdt|mødtes|deltog|besluttede|drøftede|behandlede|godkendte|vedtog|fik"
        "|kom|gik|sendte|sagde|gav|tog|stod|lå|begyndte|startede|fandt|fandt sted|skete|aftalte|modtog"
        "|udkom|bad|skrev|talte|viste|skulle have|fyldte|valgte|nedsatte|indsendte|afviste|sluttede"
        "|afholdtes|gjorde|tiltrådte|indstillede|oplyste|orienterede|traf|fratrådte|stiftedes"
        "|gennemgik|foregik|fremlagde|lagde|satte|spurgte|solgte|købte|besøgte|rejste|hørte|mente|kendte"
        "|førte|kørte",
        "perfect": "holdt|afholdt|været|haft|besluttet|vedtaget|godkendt|deltaget|drøftet|behandlet"
        "|modtaget|fået|sendt|udsendt|skrevet|givet|gjort|set|taget|talt|bedt|aftalt|gennemført|indgået"
        "|steget|faldet|afsluttet|blevet|oprettet|nedlagt|stiftet|udløbet|orienteret|besøgt|evalueret"
        "|valgt|udpeget",
        "present": "er|bliver|har|skal|vil|kan|må|bør",
        "reported": "besluttede|besluttet|aftalte|aftalt|vedtog|vedtaget|enig om|enige om|enedes om"
        "|oplyste|oplyser|oplyst|meddelte|meddelt|meddeler|orienterede om|orienterer om|bestemt|bestemte"
        "|bemærkning om|noterede",
        "that": "at",
        "record": "referat*|*referatet|*referat|*protokol*|bilag*|tilsynsrapport*|notat*|brev|mail"
        "|skrivelse|beslutning fra|udskrift|kilde|kilder|regnskab*|status|høringssvar af|jf",
        "agenda": "*dagsorden|*dagsordenen|indkaldelse|mødeindkaldelse|*indbydelse|invitation|indkaldes"
        "|inviteres",
        "minutes": "*referat|*referatet|beslutningsreferat|*beslutningsprotokol|*protokol"
        "|udskrift af protokol",
        "law": "lov nr|lov om|*loven|*lovens|*bekendtgørelse|*bekendtgørelsen|cirkulære|forordning"
        "|træder i kraft|trådte i kraft|i kraft|gældende fra|jf. §|vedtægter af",
        "perhaps moved": "kan|kunne|overvejes|ønskes|foreslås|tænkes",
        "suggestion": "opfordrer|opfordrede|opfordret|opfordres|foreslår|foreslået|foreslås|foreslog"
        "|et forslag om"
        "|forslag om at|ønske om|ønsker at flytte|ønskes flyttet|ønsker om|kunne flyttes|kunne rykkes"
        "|kunne holdes|kunne afholdes|kunne lægges|kunne være|bør overvejes|overveje at|overveje om"
        "|overveje, om|overvejer at flytte|indstiller|indstilles|indstilling|om muligt flyttes|blev afvist"
        "|ikke imødekommet|ikke støttet|idé om|ide om|taget stilling"
        "|forslag om|idéen om",
        "happens": "afholdes|holdes|finder sted|er|bliver|begynder|starter|sker|ligger|lægges|foregår"
        "|løber over|løber|fejres med|fejres|planlægges|forventes|forventes afholdt|påtænkes"
        "|påtænkes afholdt|overvejes|vil blive afholdt|vil blive holdt|bliver afholdt|bliver holdt"
        "|er planlagt|skal afholdes|skal holdes|vil finde sted|flyttes|aflyses|udsættes|udskydes|udgår"
        "|rykkes|gennemføres|arrangeres|tilbydes|indlægges|kan|kører|uddeles"
        "|fylder|fastholdes"
        "|finder i år sted|finder igen sted|finder som altid sted|finder også sted",
        "holds": "holder|afholder|arrangerer|inviterer til|inviterer|indkalder til|byder velkommen til"
        "|gennemfører|planlægger|påtænker|overvejer|byder på|tilbyder|laver|fejrer|vil holde|vil afholde"
        "|skal holde|skal afholde|at holde|at afholde|at arrangere|at invitere til|at gennemføre|skal på"
        "|skal til|tager på|inviteres til|indkaldes til|indbydes til|har",
        "meets": "mødes|samles|holder møde|afholder møde|træder sammen|har møde|mødes til møde",
        "announces": "afholdes|holdes|planlægges|vil|skal|forventes|påtænkes|påtænker|inviterer|inviteres"
        "|gennemfører|gennemføres|arrangerer|arrangeres|holder|afholder|udkommer|besøger|starter|begynder"
        "|finder sted|fejres|fejrer|overvejes|overvejer|er der|der er|der bliver|bliver der"
        "|indkalder|indkaldes|åbner|tilbydes|tilbyder|tager på|planlægger|lanceres|udsættes|udskydes"
        "|flyttes|rykkes"
        "|forventer|bliver|konstituerer|uddeles|kører",
        "tentative": "påtænkes|påtænker|forventes|forventer|overvejer|overvejes|muligvis|måske|planen er"
        "|håber",
        "we": "vi|jeg|i|du|man|de|der|det|den|alle|medlemmerne|han|hun",
        "article": "en|et|den|det|de|vores|årets|sin|sit",
        "welcome": "velkommen til|vi glæder os til at se jer til|vi glæder os til|vi minder om at"
        "|vi minder om|husk at|invitation til|indbydelse til|indkaldelse til|dagsorden til"
        "|dagsorden for|program for|kom til|kom og vær med til|husk|bemærk|på gensyn til|på gensyn"
        "|vi ses til|sæt kryds ved|sæt kryds i kalenderen"
        "|sæt kryds i kalenderen til|reserver",
        "after": "der|som|hvor|fordi|da|idet|når|hvis|så|men|hvorefter|dog|med mindre|og der|herunder"
        "|sammen med|inden|efter|fra kl|i år|altså",
        "adverb": "desværre|også|igen|så|derfor|herefter|derefter|desuden|til sidst|endvidere|altid|alle"
        "|derudover|herudover|begge|begge dage|alle dage|hver gang|samtlige|nu|først|næste gang"
        "|traditionen tro|som altid"
        "|som sædvanlig|endelig|i stedet|i år|allerede|dog",
        "joins": "og|men|mens|samt|mens der|og så",
        "submits": "forslag|ansøgning*|høringssvar*|bidrag|bemærkning*|tilmelding*|tilmeld*|svarfrist"
        "|*frist|*fristen|afbud|emner|punkter|indstillinger|bestilling*|svar"
        "|søges|ansøges",
        "signup": "tilmelding|tilmelde jer|tilmelde dig|tilmelde sig|tilmeldingen|tilmeld dig|tilmeld jer"
        "|tilmelding og betaling"
        "|bindende tilmelding|sidste tilmelding|tilmeldingsfrist|tilmeldingsfristen|frist for tilmelding"
        "|su|s.u|afbud",
        "decision": "beslutning|*beslutning|beslutninger|afgørelse|vedtagelse|rådet besluttede"
        "|udvalget besluttede|bestyrelsen besluttede|det blev besluttet|godkendt med",
        "refused": "ikke godkendt|blev ikke godkendt|blev ikke vedtaget|ikke vedtaget|sagen udsat"
        "|sagen udsættes|sagen blev udsat|punktet udsat|punktet udsættes|punktet blev udsat"
        "|udsat til næste møde|planen blev forkastet|forkastet|afvist|tages op igen|genoptages"
        "|sendt tilbage|hjemsendt",
        "called off": "aflyses|er aflyst|aflyst|udgår|bortfalder|sløjfes|blev aflyst|annulleres",
        "shifted": "flyttes|er flyttet|flyttet|rykkes|i stedet afholdes|afholdes i stedet|i stedet holdes"
        "|holdes i stedet|i stedet for|udskydes|udskudt|udsættes|udsat|ændres|ændret|fremrykkes"
        "|blev flyttet",
        "extra one": "ekstra|ekstraordinært|yderligere et|indlægges|indsættes|tilføjes|indkaldes til",
        "all of": "alle|møderne|mødetidspunktet|mødetiden|starttidspunkt|starttidspunktet|samtlige|begge"
        "|de ordinære|mødetidspunkt|tidspunktet|hvert møde|rådets møder|årets møder",
        "dated": "dato|mødedato|mødedag|tid|tidspunkt|udskrevet|udskriftsdato|sagsdato|møde nr|brevdato"
        "|skrevet|revideret|version|afsendt",
        "when": "tid|tidspunkt|hvornår|dato|dag|mødetid|mødetidspunkt|mødedato",
        "registered": "sendt ud|udskrevet|opdateret|ajourført|revideret|godkendt|vedtaget|underskrevet"
        "|redigeret"
        "|rettet|ændret|trykt|oprettet|dateret|udsendt|udarbejdet|offentliggjort|fastsat|besluttet"
        "|redaktion sluttet|redaktionen sluttet|modtaget|født|stiftet|grundlagt|udgivet|version|stand"
        "|indgået|behandlet|siden"
        "|lagt|lagt ud",
        "in force": "udløber|udløb|gælder fra|gælder til|gælder for|er gældende|valgperioden|kontrakten"
        "|lejemålet|lejeaftalen|aftalen løber|ansat|ansættes|tiltræder|tiltrådt|fratræder"
        "|fødselsdag|åbningstid|åbningstider|*åbningstider|telefontid|telefontider|træffetid|træffes",
        "accepted": "godkendt|tiltrådt|vedtaget|godkendes|tiltrædes|bifaldt|imødekommet"
        "|indstillingen følges|forslaget følges",
        "proposes": "foreslår|foreslås|indstiller|indstilles|indstilling|forslag om",
    },
)

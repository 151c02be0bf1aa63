//! Words that change what a sentence claims, a table for each language; written in small letters.

/// Words of one language by what they do in a sentence, and pairs of stems that mean the opposite of each other.
pub(super) struct Table {
    pub(super) negations: &'static str,
    pub(super) numbers: &'static str,
    pub(super) units: &'static str,
    pub(super) percentages: &'static str,
    pub(super) currencies: &'static str,
    pub(super) dates: &'static str,
    pub(super) quantifiers: &'static str,
    pub(super) modals: &'static str,
    /// Words that are a unit, a currency or a share beside a number alone: the `points` of data are none.
    pub(super) beside_numbers: &'static str,
    /// Months and days that are ordinary words too, if they have no capital.
    pub(super) with_capital: &'static str,
    /// The commonest small words, by which the language is recognised.
    pub(super) commonest: &'static str,
    pub(super) opposites: &'static [(&'static str, &'static str)],
}

pub(super) const ENGLISH: Table = Table {
    negations: "barely cannot fail failed fails hardly lack lacked lacks neither never no nobody none nor not nothing nowhere rarely \
        scarcely seldom unless without",
    numbers: "billion billions dozen dozens double eight eighteen eighth eighty eleven fifteen fifth fifty first five forty four fourteen \
        fourth half hundred hundreds million millions nine nineteen ninety ninth once one quarter second seven seventeen seventh seventy \
        six sixteen sixth sixty ten tenth third thirds thirteen thirty thousand thousands three thrice triple trillion twelve twenty \
        twice two zero",
    units: "acre acres bytes celsius centimetres century centuries cm day days decade decades degree degrees fahrenheit feet foot gallons \
        gigawatts gram grams gw hectare hectares hour hours inch inches kg kilogram kilograms kilometer kilometers kilometre kilometres \
        km kw kwh litre litres liter liters megawatts meter meters metre metres mg mile miles minute minutes mm month months mw ounces \
        pound pounds seconds ton tonne tonnes tons watts week weeks yard yards year years",
    percentages: "cent percent percentage point points basis permille",
    currencies: "cents dollar dollars eur euro euros franc francs gbp jpy pence renminbi rouble roubles ruble rubles rupee rupees \
        sterling usd won yen yuan",
    dates: "april august december february friday january july june march may monday november october saturday september sunday \
        thursday today tomorrow tuesday wednesday yesterday",
    quantifiers: "all almost always any anybody anyone anything at both each either enough entire entirely every everybody everyone \
        everything exactly few fewer fewest frequently generally largely least less little majority many mainly minority more most \
        mostly much nearly occasionally often only partly several solely some somebody someone something sometimes usually whole wholly",
    modals: "can could may might must need needs ought shall should will would",
    beside_numbers: "basis cent cents degree degrees feet foot minute minutes point points pound pounds seconds ton tons won yard yards",
    with_capital: "august march may",
    commonest: "the of and to in is that it for was with as be are this by from",
    opposites: &[
        ("increas", "decreas"),
        ("rise", "fall"),
        ("rose", "fell"),
        ("rising", "falling"),
        ("grow", "shrink"),
        ("grew", "shrank"),
        ("accept", "reject"),
        ("support", "oppos"),
        ("allow", "forbid"),
        ("allow", "prohibit"),
        ("permit", "prohibit"),
        ("strengthen", "weaken"),
        ("gain", "los"),
        ("begin", "end"),
        ("open", "clos"),
        ("succe", "fail"),
        ("agree", "disagree"),
        ("before", "after"),
        ("above", "below"),
        ("more", "less"),
        ("high", "low"),
        ("better", "worse"),
        ("best", "worst"),
        ("win", "lose"),
        ("won", "lost"),
        ("include", "exclude"),
        ("reduc", "rais"),
        ("improv", "worsen"),
        ("start", "stop"),
        ("safe", "dangerous"),
        ("legal", "illegal"),
        ("true", "false"),
        ("right", "wrong"),
        ("good", "bad"),
        ("cause", "prevent"),
    ],
};

pub(super) const GERMAN: Table = Table {
    negations: "kein keine keinem keinen keiner keines nicht nichts nie niemals niemand nirgends ohne weder kaum selten nein",
    numbers: "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn \
        zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen milliarde milliarden dutzend \
        doppelt dreifach erste ersten erster erstes zweite zweiten zweiter zweites dritte dritten dritter drittel viertel hälfte halb \
        einmal zweimal dreimal null eins",
    units: "tag tage tagen woche wochen monat monate monaten jahr jahre jahren jahrzehnt jahrzehnte jahrhundert stunde stunden minute \
        minuten sekunde sekunden meter kilometer zentimeter gramm kilogramm kilo tonne tonnen liter hektar grad km kg cm mm",
    percentages: "prozent prozentpunkt prozentpunkte prozentpunkten promille",
    currencies: "euro euros cent mark dollar franken pfund yen",
    dates: "januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag \
        samstag sonntag heute gestern morgen",
    quantifiers: "alle allem allen aller alles einige einigen einiger etliche etwas fast immer jede jedem jeden jeder jedes manche manchen \
        mancher mehr mehrere mehreren mehrheit meist meiste meisten meistens minderheit mindestens höchstens nur oft sämtliche teils \
        teilweise viel viele vielen vieler wenig wenige wenigen weniger genug ganz manchmal",
    modals: "darf darfst dürfen dürfte dürften kann kannst können könnte könnten mag mögen möchte möchten muss muß müssen müsste müssten \
        soll sollen sollte sollten wird werden würde würden will wollen wollte",
    beside_numbers: "grad mark meter",
    with_capital: "",
    commonest: "der die das und ist nicht ein eine zu den von mit dass auf dem sich des im für auch",
    opposites: &[
        ("steig", "sink"),
        ("stieg", "sank"),
        ("erhöh", "senk"),
        ("wächst", "schrumpft"),
        ("zunehm", "abnehm"),
        ("zugenommen", "abgenommen"),
        ("erlaub", "verbiet"),
        ("erlaubt", "verboten"),
        ("annehm", "ablehn"),
        ("stärk", "schwäch"),
        ("gewinn", "verlier"),
        ("vor", "nach"),
        ("mehr", "weniger"),
        ("hoch", "niedrig"),
        ("richtig", "falsch"),
        ("gut", "schlecht"),
        ("besser", "schlechter"),
        ("befürwort", "ablehn"),
        ("öffn", "schließ"),
        ("mit", "ohne"),
    ],
};

pub(super) const FRENCH: Table = Table {
    negations: "ne n'est n'a n'ont n'était pas jamais rien aucun aucune personne sans ni guère nul nulle non",
    numbers: "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante \
        cent cents mille million millions milliard milliards douzaine double triple premier première second seconde deuxième troisième \
        quatrième tiers quart demi moitié zéro",
    units: "jour jours semaine semaines mois an ans année années décennie décennies siècle siècles heure heures minute minutes seconde \
        secondes mètre mètres kilomètre kilomètres centimètre gramme grammes kilogramme kilo kilos tonne tonnes litre litres hectare \
        hectares degré degrés km kg cm mm",
    percentages: "pourcent pourcentage points",
    currencies: "euro euros centime centimes dollar dollars franc francs livre livres yen yens",
    dates: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi \
        dimanche aujourd'hui hier demain",
    quantifiers: "tout toute tous toutes plusieurs certains certaines quelques peu beaucoup plus moins toujours souvent parfois rarement \
        chaque presque seulement assez trop majorité minorité plupart davantage",
    modals: "peut peuvent pourrait pourraient pouvait doit doivent devrait devraient devait faut faudrait veut veulent voudrait",
    beside_numbers: "livre livres points degré degrés",
    with_capital: "",
    commonest: "le la les des et est que dans une pour qui sur du au avec il ce sont par",
    opposites: &[
        ("augment", "diminu"),
        ("hausse", "baisse"),
        ("mont", "baiss"),
        ("accept", "refus"),
        ("accept", "rejet"),
        ("autoris", "interdi"),
        ("permet", "interdi"),
        ("renforc", "affaibli"),
        ("gagn", "perd"),
        ("avant", "après"),
        ("plus", "moins"),
        ("vrai", "faux"),
        ("bon", "mauvais"),
        ("haut", "bas"),
        ("soutien", "oppos"),
        ("avec", "sans"),
        ("croît", "décroît"),
        ("meilleur", "pire"),
    ],
};

pub(super) const SPANISH: Table = Table {
    negations: "no nunca jamás nada nadie ningún ninguna ninguno sin ni tampoco apenas",
    numbers: "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve \
        veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil miles millón millones docena doble \
        triple primer primera primero segunda segundo tercer tercera tercero tercio cuarto mitad medio media cero",
    units: "día días semana semanas mes meses año años década décadas siglo siglos hora horas minuto minutos segundos metro metros \
        kilómetro kilómetros centímetro gramo gramos kilogramo kilo kilos tonelada toneladas litro litros hectárea hectáreas grado \
        grados km kg cm mm",
    percentages: "porcentaje puntos",
    currencies: "euro euros céntimo céntimos dólar dólares peseta pesetas peso pesos yen yenes",
    dates: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes \
        sábado domingo hoy ayer mañana",
    quantifiers: "todo toda todos todas varios varias algunos algunas algún alguna mucho mucha muchos muchas poco poca pocos pocas más menos \
        siempre cada casi sólo solo solamente bastante demasiado mayoría minoría ambos ambas algo alguien",
    modals: "puede pueden podría podrían podía debe deben debería deberían debía quiere quieren querría",
    beside_numbers: "puntos grado grados peso pesos",
    with_capital: "",
    commonest: "el la los las de que y en es un una por con para del se al lo su como",
    opposites: &[
        ("aument", "disminu"),
        ("aument", "reduc"),
        ("sub", "baj"),
        ("acept", "rechaz"),
        ("permit", "prohib"),
        ("fortalec", "debilit"),
        ("gan", "perd"),
        ("antes", "después"),
        ("más", "menos"),
        ("verdad", "fals"),
        ("buen", "mal"),
        ("alt", "baj"),
        ("apoy", "opon"),
        ("con", "sin"),
        ("mejor", "peor"),
        ("crec", "decrec"),
    ],
};

pub(super) const JAPANESE: Table = Table {
    negations: "",
    numbers: "半分 倍 二倍 三倍",
    units: "年 月 日 週 時間 分 秒 年間 日間 週間 か月 ヶ月 キロ メートル トン",
    percentages: "パーセント ポイント 割",
    currencies: "円 ドル ユーロ 元 ポンド",
    dates: "月曜 火曜 水曜 木曜 金曜 土曜 日曜 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 今日 昨日 明日",
    quantifiers: "全て すべて 全部 多く 多数 少数 一部 ほとんど いつも 常に 時々 必ず のみ だけ 以上 以下 未満 最も",
    modals: "べき べきだ べきで かもしれ だろう でしょう できる できない",
    beside_numbers: "年 月 日 分 割 元",
    with_capital: "",
    commonest: "",
    opposites: &[
        ("増加", "減少"),
        ("増え", "減"),
        ("上昇", "下落"),
        ("上昇", "低下"),
        ("拡大", "縮小"),
        ("賛成", "反対"),
        ("許可", "禁止"),
        ("強化", "弱体化"),
        ("増", "減"),
        ("高", "低"),
        ("多", "少"),
        ("前", "後"),
        ("可能", "不可能"),
        ("必要", "不要"),
        ("肯定", "否定"),
        ("成功", "失敗"),
    ],
};

/// All of them, in the order in which they are asked where none is recognised.
pub(super) const ALL: [&Table; 5] = [&ENGLISH, &GERMAN, &FRENCH, &SPANISH, &JAPANESE];

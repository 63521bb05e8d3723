import { type EditRound, newVersion, TO_DEFINITIVE, TO_SECOND } from './edit.ts';

/**
 * From the first to the second concept of the taakprofiel. Nobody reacted to it: every change is the WBC's own
 * initiative, following from what was said about the opleiderdocument and from the impact analysis.
 */
export const secondConcept: readonly EditRound[] = [
  newVersion(...TO_SECOND, ['Opleiderdocument Gasmeten 0.1', 'Opleiderdocument Gasmeten 0.2']),
  {
    author: 'author',
    comment: null,
    ownInitiative: 'De kwalificatie wordt ook buiten de petrochemie gevraagd.',
    edits: [
      {
        words: [
          'Doel van dit document',
          'petrochemische industrie.',
          'petrochemische industrie en in andere sectoren waar de kwalificatie wordt gevraagd.',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: null,
    ownInitiative: 'Besproken in de WBC: bij tegenspraak beslist de commissie.',
    edits: [
      {
        words: [
          'Plaats in het stelsel',
          'Bij tegenspraak gaat het taakprofiel voor als het om het werk gaat. Gaat het om de toetsing, dan gaat de examendocumentatie voor.',
          'Spreken de documenten elkaar tegen, dan meldt de lezer dit bij de waarborgcommissie. Tot de commissie heeft besloten gaat het taakprofiel voor als het om het werk gaat en de examendocumentatie als het om de toetsing gaat.',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: null,
    ownInitiative: 'De regels staan nu voor de doelgroep, zodat duidelijk is waar de eisen op rusten.',
    edits: [
      { moveSection: ['Wet- en regelgeving en normen', 'Doelgroep'] },
      {
        words: [
          'Leeswijzer',
          'Hoofdstuk 3 beschrijft de doelgroep. De hoofdstukken 4 tot en met 6 gaan over taken, verantwoordelijkheden en bekwaamheden. Hoofdstuk 7 noemt de regels die voor het werk gelden. Hoofdstuk 8 gaat over geldigheid en onderhoud.',
          'Hoofdstuk 3 noemt de regels die voor het werk gelden. Hoofdstuk 4 beschrijft de doelgroep. De hoofdstukken 5 tot en met 7 gaan over taken, verantwoordelijkheden en bekwaamheden. Hoofdstuk 8 gaat over geldigheid, onderhoud en overgang.',
        ],
      },
      { words: ['Beoordelen', 'in tabel 4.1', 'in tabel 5.1'] },
      { words: ['Beoordelen', 'Tabel 4.1 Grenzen', 'Tabel 5.1 Grenzen'] },
    ],
  },
  {
    author: 'author',
    comment: null,
    ownInitiative: 'Afbakening aangescherpt na de impactanalyse.',
    edits: [
      { words: ['Wat valt er niet onder', 'repareren van meetapparatuur.', 'repareren van meetapparatuur;'] },
      { type: ['Wat valt er niet onder', 'repareren van meetapparatuur', '- het meten van radioactieve straling.'] },
      { column: ['Soorten metingen', 'Moment', ['Vastleggen', 'altijd', 'altijd', 'bij plaatsing en bij alarm', '']] },
      { words: ['Soorten metingen', 'direct voor aanvang', 'ten hoogste 30 minuten voor aanvang'] },
      {
        words: [
          'Soorten metingen',
          'na onderbreking of op vaste tijden',
          'na een onderbreking van meer dan 30 minuten of op de tijden in de werkvergunning',
        ],
      },
      { removeRow: ['Soorten metingen', 'Lekzoeken'] },
      {
        row: [
          'Soorten metingen',
          'Continue meting',
          [
            'Gebiedsbewaking',
            'signaleren van gas dat van elders komt',
            'gedurende het werk',
            'bij plaatsing en bij alarm',
          ],
        ],
      },
      { words: ['Begrippen', 'en het alarm reageren', 'en het alarm reageren (ook: bumptest)'] },
      {
        row: [
          'Begrippen',
          'Onderste explosiegrens',
          ['Responsfactor', 'getal waarmee de aflezing van een sensor wordt omgerekend naar de stof die aanwezig is'],
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: null,
    ownInitiative: 'Twee groepen met en zonder vakopleiding, zoals de impactanalyse adviseert.',
    edits: [
      {
        words: [
          'Functies',
          'zelfstandig metingen uitvoeren. Voorbeelden zijn de operator, de veiligheidskundige, de brandwacht, de buitenwacht en de monteur die zijn eigen werkplek meet.',
          'zelfstandig vrijgave- en herhaalmetingen uitvoeren. Voorbeelden zijn de operator, de veiligheidskundige en de brandwacht. Wie alleen een persoonlijke gasdetector draagt, heeft de kwalificatie niet nodig.',
        ],
      },
      {
        words: [
          'Instroomeisen',
          'beheerst de Nederlandse taal in woord en geschrift voldoende om een werkvergunning te lezen;',
          'kan een werkvergunning en een chemiekaart lezen in het Nederlands of in een andere taal waarin het examen beschikbaar is;',
        ],
      },
      {
        words: [
          'Instroomeisen',
          'heeft geen kleurenblindheid.',
          'kan de lichten, het geluid of de trilling van een alarm waarnemen, zo nodig met een hulpmiddel.',
        ],
      },
      {
        words: [
          'Verwachte voorkennis',
          'Er wordt geen vakopleiding verwacht. Wel is het nodig dat de deelnemer kan rekenen met procenten en met verhoudingen.',
          'Beide groepen kunnen rekenen met procenten en met verhoudingen. Het opleiderdocument stelt per groep een eigen minimale opleidingsduur vast.',
        ],
      },
      {
        type: [
          'Verwachte voorkennis',
          null,
          'Er zijn twee groepen deelnemers:\n\n- groep A heeft een gerichte vakopleiding, bijvoorbeeld procesoperator of laborant;\n- groep B heeft die vakopleiding niet.',
        ],
      },
      {
        words: [
          'Wat mag men verwachten van een geslaagde',
          'Een geslaagde kan zelfstandig en zonder toezicht elke gasmeting uitvoeren die in dit taakprofiel is genoemd.',
          'Een geslaagde is startbekwaam. Dat betekent dat de geslaagde:',
        ],
      },
      {
        type: [
          'Wat mag men verwachten van een geslaagde',
          'is startbekwaam',
          '- zelfstandig vrijgave- en herhaalmetingen kan uitvoeren in situaties met bekende stoffen;\n- in de eerste drie maanden een ervaren gasmeter kan raadplegen;\n- pas in een ruimte onder inertgas meet nadat de werkgever heeft vastgesteld dat dit kan.',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: null,
    ownInitiative: 'Voorbereiding gesplitst in vooraf en ter plaatse.',
    edits: [
      { words: ['Voorbereiden', 'De gasmeter:', 'Vooraf doet de gasmeter het volgende:'] },
      {
        words: [
          'Voorbereiden',
          'neemt de opdracht en de werkvergunning door met de aanvrager;',
          'de opdracht en de werkvergunning doornemen met de aanvrager;',
        ],
      },
      {
        words: [
          'Voorbereiden',
          'zoekt op welke stoffen aanwezig kunnen zijn en raadpleegt de chemiekaart;',
          'opzoeken welke stoffen aanwezig kunnen zijn en de chemiekaart raadplegen;',
        ],
      },
      {
        words: [
          'Voorbereiden',
          'bepaalt welke gevaren gemeten moeten worden;',
          'bepalen welke gevaren gemeten moeten worden;',
        ],
      },
      {
        words: [
          'Voorbereiden',
          'kiest de juiste meetapparatuur en hulpmiddelen;',
          'de juiste meetapparatuur en hulpmiddelen kiezen.',
        ],
      },
      { type: ['Voorbereiden', 'hulpmiddelen kiezen', 'Ter plaatse doet de gasmeter het volgende:'] },
      {
        words: [
          'Voorbereiden',
          'controleert de kalibratiedatum en de accu;',
          'de kalibratiedatum en de accu controleren;',
        ],
      },
      { words: ['Voorbereiden', 'doet een functietest met testgas;', 'een functietest met testgas doen;'] },
      {
        words: [
          'Voorbereiden',
          'stelt de nulwaarde in op een schone plek;',
          'de nulwaarde instellen op een schone plek;',
        ],
      },
      {
        words: ['Voorbereiden', 'bepaalt de meetpunten.', 'de meetpunten bepalen en zo nodig het meetplan aanpassen.'],
      },
      { words: ['Meten', 'meet op verschillende hoogten;', 'meet op ten minste drie hoogten en in dode hoeken;'] },
    ],
  },
  {
    author: 'second-author',
    comment: null,
    ownInitiative: 'De wettelijke grens en de praktijkgrens voor zuurstof staan nu apart.',
    edits: [
      { words: ['Beoordelen', 'Zuurstof, ondergrens', 'Zuurstof, ondergrens voor vrijgave'] },
      {
        row: [
          'Beoordelen',
          'Grootheid',
          ['Zuurstof, wettelijke ondergrens', '18 volumeprocent', 'Arbobesluit artikel 3.5g'],
        ],
      },
      {
        words: [
          'Handelen bij afwijkingen',
          'De gasmeter gaat de ruimte niet opnieuw in voordat een nieuwe meting is gedaan.',
          'Niemand gaat de ruimte opnieuw in voordat de oorzaak bekend is en een nieuwe meting is gedaan.',
        ],
      },
      {
        words: [
          'Van de opdrachtgever',
          'De opdrachtgever levert informatie over de stoffen, stelt de grenzen vast die op de locatie gelden en bepaalt wie mag vrijgeven.',
          'De opdrachtgever:',
        ],
      },
      {
        type: [
          'Van de opdrachtgever',
          'De opdrachtgever:',
          '- levert vooraf informatie over de stoffen die aanwezig zijn of kunnen ontstaan;\n- stelt de grenzen vast die op de locatie gelden;\n- bepaalt wie mag vrijgeven;\n- geeft de gasmeter een instructie op locatie.',
        ],
      },
      {
        type: [
          'Kennis',
          'de werking en de beperkingen van sensoren',
          '- het gebruik van responsfactoren en correctiefactoren;',
        ],
      },
      { words: ['Vaardigheden', 'meetwaarden omrekenen;', 'meetwaarden omrekenen, ook met een responsfactor;'] },
      { retitle: ['Geldigheid en onderhoud', 'Geldigheid, onderhoud en overgang'] },
      {
        words: [
          'Onderhoud van bekwaamheid',
          'De werkgever ziet erop toe dat de gasmeter de bekwaamheid onderhoudt.',
          'De gasmeter voert per kalenderjaar ten minste zes vrijgavemetingen uit. De werkgever legt dit vast. Wie dit aantal niet haalt, doet voor de volgende zelfstandige meting een praktijkinstructie op het eigen instrument.',
        ],
      },
      {
        addSection: [
          'Onderhoud van bekwaamheid',
          "### Overgang\n\nDiploma's die zijn behaald voor de ingangsdatum van dit taakprofiel blijven geldig tot de datum die op het diploma staat.",
        ],
      },
      {
        row: [
          'Wijzigingen',
          '0.1',
          [
            '0.2',
            '30 maart 2026',
            'reacties uit de inspraak verwerkt: instroomeisen, startbekwaamheid, vrijgavetermijn, wettelijke zuurstofgrens, regels naar voren geplaatst, overgang toegevoegd',
          ],
        ],
      },
    ],
  },
];

/** From the second to the definitive concept: what the Stuurgroep needs to decide on it. */
export const definitiveConcept: readonly EditRound[] = [
  newVersion(
    ...TO_DEFINITIVE,
    ['30 maart 2026', '24 april 2026'],
    ['Opleiderdocument Gasmeten 0.2', 'Opleiderdocument Gasmeten 0.9'],
  ),
  {
    author: 'author',
    comment: null,
    ownInitiative: 'Verantwoording toegevoegd, waarover de Stuurgroep mee besluit.',
    edits: [
      {
        addSection: [
          'Relatie met andere kwalificaties',
          `## Bijlage Verantwoording

De Waarborgcommissie Gasmeten schreef dit taakprofiel samen met het opleiderdocument. Opleiders, examencentra, opdrachtgevers, werkgevers, partners en leden van de Stuurgroep konden reageren.

De inspraak liep van 12 januari tot en met 6 februari 2026. Er waren een presentatie, een enquête en een overleg met de samenvatting. Op het taakprofiel zelf kwamen geen reacties. Op het opleiderdocument kwamen 43 reacties en in de inzage 4 bezwaren; wat daarvan het taakprofiel raakt, is hier verwerkt.

Besproken zijn vooral de instroomeisen, wat men van een geslaagde mag verwachten en de termijn van een vrijgavemeting. De impactanalyse is beschreven in het rapport van de werkgroep.`,
        ],
      },
      { row: ['Wijzigingen', '0.2', ['0.9', '24 april 2026', 'verantwoording toegevoegd']] },
    ],
  },
];

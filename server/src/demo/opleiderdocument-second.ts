import { type EditRound, newVersion, TO_SECOND } from './edit.ts';

/** From the first to the second concept, each under its comment or none. */
export const secondConcept: readonly EditRound[] = [
  newVersion(...TO_SECOND, ['Taakprofiel Gasmeten 0.1', 'Taakprofiel Gasmeten 0.2']),
  {
    author: 'author',
    comment: 'R02',
    edits: [
      {
        words: [
          'Status van de eisen',
          'betekent "moet" dat de eis verplicht is. "Dient te" heeft dezelfde betekenis. "Zou moeten" is een aanbeveling.',
          'is elke eis verplicht, tenzij er "aanbeveling" bij staat.',
        ],
      },
      { words: ['Status van de eisen', 'toetst op', 'toetst alleen op'] },
      { words: ['Theorie', 'onderwerpen moeten worden', 'onderwerpen worden'] },
      { words: ['Praktijk', 'moet de volgende oefeningen uitvoeren', 'voert de volgende oefeningen uit'] },
    ],
  },
  {
    author: 'author',
    comment: 'R01',
    edits: [
      {
        row: ['Begrippen', 'Oefenobject', ['Testgas', 'gasmengsel met een bekende samenstelling voor een functietest']],
      },
      { words: ['Theorie', 'calibratiegas', 'testgas'] },
    ],
  },
  {
    author: 'second-author',
    comment: null,
    ownInitiative: 'Het taakprofiel kreeg een andere indeling: doelgroep staat nu in hoofdstuk 4.',
    edits: [{ words: ['Doelgroep', 'hoofdstuk 3', 'hoofdstuk 4'] }],
  },
  {
    author: 'second-author',
    comment: 'R03',
    edits: [
      {
        words: [
          'Doelgroep',
          'van het taakprofiel.',
          'van het taakprofiel. Het taakprofiel onderscheidt groep A (met een gerichte vakopleiding) en groep B (zonder die vakopleiding).',
        ],
      },
      {
        words: [
          'Duur',
          'De opleiding duurt minimaal 8 uur, exclusief pauzes en examen.',
          'De minimale duur hangt af van de groep waarin de deelnemer is ingedeeld. De uren zijn exclusief pauzes en examen.',
        ],
      },
      { words: ['Duur', 'Minimale duur', 'Groep A'] },
      { column: ['Duur', 'Groep A', ['Groep B', '8 uur', '4 uur', '12 uur']] },
      { type: ['Duur', 'Totaal', 'In een gemengde groep geldt voor alle deelnemers de duur van groep B.'] },
    ],
  },
  {
    author: 'author',
    comment: 'R06',
    edits: [{ words: ['Duur', '5,5 uur', '4 uur'] }, { words: ['Duur', '2,5 uur', '4 uur'] }],
  },
  {
    author: 'author',
    comment: 'R10',
    edits: [
      { column: ['Duur', 'Groep B', ['Herhaling', '1,5 uur', '2,5 uur', '4 uur']] },
      {
        words: [
          'Herhaling',
          'Voor deelnemers die hun diploma willen verlengen, geldt dezelfde opleidingsduur.',
          'De herhalingsopleiding is bedoeld voor deelnemers met een diploma Gasmeten dat nog geldig is of ten hoogste zes maanden is verlopen. Andere deelnemers volgen de volledige opleiding.',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: 'R11',
    edits: [
      {
        words: [
          'Toelating',
          ' en bewaart een kopie van beide documenten in het dossier.',
          '. De opleider legt vast dat de controle is gedaan, met datum en diplomanummer. Een kopie van het identiteitsbewijs wordt niet bewaard.',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: 'R13',
    edits: [
      {
        words: [
          'Intake',
          'bijzonderheden waarmee rekening gehouden moet worden',
          'ondersteuning waar de deelnemer zelf om vraagt',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: 'R14',
    edits: [
      { words: ['Intake', 'deelnemer een intake', 'deelnemer een korte intake'] },
      {
        words: [
          'Intake',
          'zelf om vraagt.',
          'zelf om vraagt. Op grond van de intake deelt de opleider de deelnemer in groep A of groep B in. Bij groep A bewaart de opleider het bewijs van de vakopleiding.',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: 'R18',
    edits: [
      {
        column: [
          'Tabel met leerdoelen',
          'Vorm',
          [
            'Taak in het taakprofiel',
            '5.2 Voorbereiden',
            '5.2 Voorbereiden',
            '5.2 Voorbereiden',
            '5.2 Voorbereiden',
            '5.2 Voorbereiden',
            '5.2 Voorbereiden',
            '5.3 Meten',
            '5.4 Beoordelen',
            '5.5 Vastleggen en overdragen',
            '5.6 Handelen bij afwijkingen',
          ],
        ],
      },
      { removeSection: 'Relatie tussen leerdoelen en taken' },
    ],
  },
  {
    author: 'author',
    comment: 'R15',
    edits: [
      {
        words: [
          'Tabel met leerdoelen',
          'de werking en beperkingen van sensoren uitleggen',
          'de werking en beperkingen van sensoren uitleggen en in een situatie toepassen',
        ],
      },
      { words: ['Tabel met leerdoelen#L4', 'begrijpen', 'toepassen'] },
      { words: ['Tabel met leerdoelen#L4', 'theorie', 'theorie en praktijk'] },
    ],
  },
  {
    author: 'second-author',
    comment: null,
    edits: [
      { words: ['Tabel met leerdoelen#L6', 'een meetplan maken', 'een meetplan maken en ter plaatse aanpassen'] },
      { words: ['Tabel met leerdoelen#L6', 'theorie', 'theorie en praktijk'] },
    ],
  },
  {
    author: 'author',
    comment: 'R16',
    edits: [
      { words: ['Tabel met leerdoelen#L10', 'theorie', 'theorie en praktijk'] },
      { type: ['Praktijk', 'een meting met een slang of sonde', '- handelen bij een alarm tijdens een meting;'] },
    ],
  },
  {
    author: 'author',
    comment: 'R17',
    edits: [
      {
        row: [
          'Tabel met leerdoelen',
          'L10',
          ['L11', 'rekenen met een responsfactor', 'toepassen', 'theorie', '5.4 Beoordelen'],
        ],
      },
      { words: ['Theorie', 'beoordelen van meetwaarden;', 'beoordelen van meetwaarden, ook met een responsfactor;'] },
    ],
  },
  {
    author: 'chair',
    comment: 'R07',
    edits: [
      { words: ['Groepsgrootte', 'ten hoogste 12 deelnemers', 'ten hoogste 8 deelnemers'] },
      { attributes: ['Groepsgrootte', 'Bij praktijk zijn er', { value: '8' }] },
    ],
  },
  {
    author: 'chair',
    comment: 'R08',
    edits: [
      {
        type: [
          'Groepsgrootte',
          'Bij praktijk zijn er',
          'Met een tweede docent mag de praktijkgroep uit ten hoogste 16 deelnemers bestaan.',
        ],
      },
      {
        attributes: [
          'Groepsgrootte',
          'Met een tweede docent',
          {
            role: 'requirement',
            quantity: 'groepsgrootte praktijk met tweede docent',
            comparator: 'at-most',
            value: '16',
            unit: 'deelnemers',
          },
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: 'R38',
    edits: [
      {
        addSection: [
          'Herhaling',
          '### Digitale leervormen\n\nTen hoogste de helft van de theorie-uren mag als e-learning of als online les worden gegeven. Daarvoor geldt:\n\n- bij een online les is er een docent die vragen kan beantwoorden;\n- de opleider kan aantonen dat de deelnemer de e-learning heeft doorlopen;\n- de praktijk en de bespreking van de praktijk zijn altijd op een leslocatie.',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: null,
    edits: [
      { words: ['Theorie', 'vergiftiging;', 'vergiftiging, ook door inertgas;'] },
      { words: ['Theorie', 'sensoren en hun beperkingen;', 'sensoren, hun beperkingen en kruisgevoeligheid;'] },
      { words: ['Praktijk', 'slang of sonde uitvoeren;', 'slang of sonde uitvoeren en de aanzuigtijd bepalen;'] },
    ],
  },
  {
    author: 'author',
    comment: 'R19',
    edits: [
      {
        words: [
          'Praktijk',
          'De oefeningen worden individueel uitgevoerd.',
          'Deelnemers mogen elkaar bij een oefening helpen, maar elke deelnemer voert elke oefening ten minste één keer zelf uit.',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: 'R20',
    edits: [
      {
        words: [
          'Meetopdrachten',
          'De opleider oefent met de deelnemers met digitale meetopdrachten die lijken op de opdrachten in het praktijkexamen.',
          'De opleider mag digitale meetopdrachten gebruiken als aanvulling. Digitale meetopdrachten komen niet in de plaats van de oefeningen in 5.2 en tellen niet mee voor de praktijkuren.',
        ],
      },
    ],
  },
  {
    author: 'chair',
    comment: 'R36',
    edits: [{ moveSection: ['Veiligheid tijdens de opleiding', 'Faciliteiten en middelen'] }],
  },
  {
    author: 'author',
    comment: 'R37',
    edits: [
      {
        words: [
          'Oefenen met gas',
          'wordt nooit geoefend met giftige gassen in een besloten ruimte.',
          'wordt niet geoefend met giftige gassen.',
        ],
      },
      {
        words: [
          'Oefenen met gas',
          'met giftige gassen.',
          'met giftige gassen. Oefenobjecten zijn vrij van gevaarlijke stoffen en hebben een tweede uitgang of een open zijde.',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: null,
    edits: [
      {
        words: [
          'Incidenten',
          'met letsel meldt de opleider binnen één werkdag aan SSVV.',
          'met letsel dat tot verzuim leidt, meldt de opleider binnen vijf werkdagen aan SSVV, zonder namen van personen. De wettelijke meldplicht aan de Arbeidsinspectie blijft daarnaast gelden.',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: 'R24',
    edits: [
      { retitle: ['Eisen', 'Leslokaal'] },
      { words: ['Leslokaal', 'De opleider beschikt over:', 'De opleider beschikt over een leslokaal met:'] },
      { words: ['Leslokaal', 'een leslokaal met voldoende licht', 'voldoende licht'] },
      { moveBlock: ['Leslokaal', 'chemiekaarten van ten minste', 'een beeldscherm of projectie'] },
      { moveBlock: ['Leslokaal', 'een EHBO-koffer', 'chemiekaarten van ten minste'] },
      { words: ['Leslokaal', 'voor elke deelnemer;', 'voor elke deelnemer.'] },
      {
        type: [
          'Leslokaal',
          'een EHBO-koffer',
          '### Praktijklocatie\n\nDe opleider beschikt over een praktijklocatie met:',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: 'R22',
    edits: [
      { remove: ['Praktijklocatie', 'voldoende meetinstrumenten'] },
      { remove: ['Praktijklocatie', 'foto-ionisatiesensor'] },
      {
        addSection: [
          'Praktijklocatie',
          '### Meetinstrumenten\n\n| Middel | Aantal |\n|---|---|\n| Instrument voor zuurstof, explosiegevaar en ten minste twee toxische stoffen | één per twee deelnemers |\n| Instrument met een foto-ionisatiesensor | één per vier deelnemers |\n| Slang of sonde met pomp | één per twee deelnemers |',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: null,
    edits: [{ words: ['Leslokaal', 'tien stoffen;', 'tien stoffen, op papier of digitaal;'] }],
  },
  {
    author: 'author',
    comment: 'R25',
    edits: [
      { retitle: ['Merk en type', 'Type instrument'] },
      {
        words: [
          'Type instrument',
          'twee merken meetinstrumenten.',
          'twee typen meetinstrumenten die van elkaar verschillen in bediening of in sensoren. De opleider schrijft geen merk voor.',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: 'R26',
    edits: [
      {
        words: [
          'Vakbekwaamheid',
          'heeft ten minste 5 jaar werkervaring met gasmeten in de petrochemische industrie;',
          'heeft in de afgelopen 10 jaar ten minste 3 jaar werkervaring waarin gasmeten een vast onderdeel was;',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: 'R27',
    edits: [{ words: ['Vakbekwaamheid', 'een opleiding op mbo 4 niveau.', 'werk- en denkniveau mbo 4.'] }],
  },
  {
    author: 'second-author',
    comment: null,
    edits: [
      {
        words: [
          'Didactiek',
          'gevolgd of kan gelijkwaardige ervaring aantonen.',
          'gevolgd. Een docent met ten minste 100 lesuren in de afgelopen drie jaar voldoet ook aan deze eis.',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: 'R28',
    edits: [
      {
        words: [
          'Onderhoud',
          'elk jaar deel aan de docentendag van SSVV.',
          'ten minste één keer per twee jaar deel aan een docentenbijeenkomst van SSVV of aan een inhoudelijke bijscholing over gasmeten van ten minste vier uur.',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: 'R29',
    edits: [
      {
        words: [
          'Onafhankelijkheid',
          'Een docent mag niet als examinator optreden bij deelnemers die hij zelf heeft opgeleid.',
          'Voor de scheiding tussen opleiden en examineren gelden de regels in de examendocumentatie. Dit document voegt daar geen eis aan toe.',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: 'R30',
    edits: [
      {
        words: [
          'Inhoud',
          'leerdoelen en is niet ouder dan twee jaar.',
          'leerdoelen. De opleider controleert het lesmateriaal elk jaar op wijzigingen in wet- en regelgeving en in dit document en legt dat vast.',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: 'R31',
    edits: [
      {
        words: [
          'Taal',
          'in het Nederlands.',
          'in het Nederlands of in een andere taal waarin het examen beschikbaar is. De docent beheerst de taal van de opleiding. De opleider werkt niet met een tolk.',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: 'R33',
    edits: [
      {
        words: [
          'Bewijs van deelname',
          'binnen 2 werkdagen een lijst van deelnemers',
          'binnen 5 werkdagen het aantal deelnemers per groep',
        ],
      },
      { attributes: ['Bewijs van deelname', 'De opleider verstrekt', { value: '5' }] },
    ],
  },
  {
    author: 'author',
    comment: 'R34',
    edits: [
      {
        words: [
          'Administratie',
          'presentielijsten, observatielijsten en evaluaties 5 jaar.',
          'presentielijsten en observatielijsten tot één jaar na het einde van de geldigheid van het diploma en verwijdert ze daarna. Evaluaties worden zonder naam bewaard.',
        ],
      },
      {
        attributes: [
          'Administratie',
          'De opleider bewaart',
          { value: '1', unit: 'jaar na einde geldigheid', comparator: 'at-most' },
        ],
      },
    ],
  },
  {
    author: 'chair',
    comment: 'R39',
    edits: [
      {
        addSection: [
          'Kwaliteit en administratie',
          '## Overgang en afwijken\n\n### Ingangsdatum\n\nDit document geldt zes maanden na de datum van vaststelling. Tot die datum mag een opleider volgens de oude of volgens de nieuwe eisen opleiden.',
        ],
      },
    ],
  },
  {
    author: 'second-author',
    comment: 'R27',
    edits: [
      {
        addSection: [
          'Ingangsdatum',
          '### Overgang voor docenten\n\nEen docent die op de ingangsdatum bij een erkende opleider lesgeeft, voldoet uiterlijk twaalf maanden na de ingangsdatum aan hoofdstuk 8.',
        ],
      },
    ],
  },
  {
    author: 'chair',
    comment: null,
    edits: [
      {
        addSection: [
          'Overgang voor docenten',
          '### Afwijken\n\nEen opleider kan gemotiveerd vragen om van een eis te mogen afwijken. De waarborgcommissie beslist. Een afwijking geldt ten hoogste één jaar en wordt zonder naam van de opleider gepubliceerd.',
        ],
      },
    ],
  },
  {
    author: 'chair',
    comment: null,
    ownInitiative: 'Overzicht van wijzigingen bijgewerkt.',
    edits: [
      {
        row: [
          'Wijzigingen',
          '0.1',
          [
            '0.2',
            '30 maart 2026',
            'reacties uit de inspraak en de impactanalyse verwerkt: duur per groep, praktijkgroep kleiner, digitale leervormen, veiligheid naar voren, faciliteiten gesplitst, docenteisen aangepast, overgang toegevoegd, bijlage A opgenomen in de tabel met leerdoelen',
          ],
        ],
      },
    ],
  },
];

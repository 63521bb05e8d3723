/** What differs between the opleiderdocumenten of the demo's smaller dossiers. All figures are invented. */
export interface SmallSubject {
  readonly name: string;
  readonly work: string;
  readonly theory: number;
  readonly practice: number;
  readonly group: number;
  readonly years: number;
  readonly equipment: readonly string[];
  readonly risk: string;
}

/** A short but complete opleiderdocument in Markdown, with every mandatory section of the template filled. */
export function smallOpleiderdocument(subject: SmallSubject): string {
  const { name, work, theory, practice, group, years, equipment, risk } = subject;
  return `# Opleiderdocument ${name}

## Documentgegevens

| Gegeven | Waarde |
|---|---|
| Kwalificatie | ${name} |
| Documentsoort | Opleiderdocument |
| Status | voorbeeldtekst, getallen zijn verzonnen |

## 1 Inleiding, status van de eisen en begrippen

Dit document bevat de eisen aan de opleiding ${name} en aan de opleider. Elke eis is verplicht, tenzij er "aanbeveling" bij staat.

## 2 Doelgroep en toelating

De opleiding is bedoeld voor wie ${work}. De opleider controleert bij de start de identiteit en het VCA-diploma van elke deelnemer en legt vast dat dit is gedaan.

De opleider mag de opleiding op de locatie van een werkgever geven. Alle eisen gelden dan ook daar.

## 3 Leerdoelen

| Nr | Leerdoel: na de opleiding kan de deelnemer | Niveau | Vorm |
|---|---|---|---|
| L1 | de gevaren van het werk herkennen, zoals ${risk} | begrijpen | theorie |
| L2 | het gereedschap en de middelen kiezen en controleren | toepassen | praktijk |
| L3 | het werk volgens de instructie uitvoeren en controleren | toepassen | praktijk |
| L4 | handelen bij een afwijking en het werk stoppen | toepassen | theorie en praktijk |

## 4 Opleidingsduur en groepsgrootte

### 4.1 Duur

De opleiding duurt minimaal ${theory + practice} uur, exclusief pauzes en examen: ${theory} uur theorie en ${practice} uur praktijk.

### 4.2 Groepsgrootte

Bij praktijk zijn er ten hoogste ${group} deelnemers per docent.

### 4.3 Herhaling

Voor wie het diploma wil verlengen, duurt de opleiding ten minste de helft van de uren in 4.1.

## 5 Inhoud van het programma

De volgende onderwerpen worden behandeld:

1. wetgeving en verantwoordelijkheden;
2. gevaren, zoals ${risk};
3. keuze, controle en gebruik van middelen;
4. werkvergunning en laatste controle voor de start;
5. handelen bij afwijkingen.

Elke deelnemer voert elke oefening ten minste één keer zelf uit.

## 6 Veiligheid tijdens de opleiding

De opleider heeft een actuele risico-inventarisatie en -evaluatie voor de oefenlocatie. De docent houdt tijdens de praktijk voortdurend toezicht.

## 7 Faciliteiten en middelen

De opleider beschikt over:

${equipment.map((item, index) => `- ${item}${index === equipment.length - 1 ? '.' : ';'}`).join('\n')}

Middelen worden gekeurd volgens de voorschriften van de fabrikant.

## 8 Docenten

Een docent heeft ten minste ${years} jaar werkervaring in het vak en een didactische training van twee dagen gevolgd.

## 9 Lesmateriaal en taal

Het lesmateriaal dekt alle leerdoelen. De opleider controleert het elk jaar en legt dat vast.

## 10 Examen en bewijs van deelname

Een deelnemer mag pas examen doen als de volledige opleiding is gevolgd. De opleider verstrekt een bewijs van deelname.

## 11 Kwaliteit en administratie

De opleider evalueert elke opleiding met de deelnemers. Presentielijsten worden bewaard tot één jaar na het einde van de geldigheid van het diploma.

## 12 Overgang en afwijken

Dit document geldt zes maanden na de datum van vaststelling. Een opleider kan gemotiveerd vragen om van een eis af te wijken.

## Bijlage A Wijzigingen

| Versie | Wijziging |
|---|---|
| 0.1 | eerste concept voor inspraak |
`;
}

export const subjects = {
  flens: {
    name: 'Werken aan flensverbindingen',
    work: 'zelfstandig flensverbindingen opent, monteert en controleert',
    theory: 4,
    practice: 4,
    group: 10,
    years: 3,
    equipment: [
      'een oefenopstelling met flenzen in ten minste drie maten',
      'gereedschap voor elke deelnemer',
      'pakkingen en bouten met certificaat',
    ],
    risk: 'restdruk en vrijkomend product',
  },
  flensProtocol: {
    name: 'Werken aan flensverbindingen volgens protocol',
    work: 'flensverbindingen volgens een vastgelegd protocol monteert en registreert',
    theory: 4,
    practice: 8,
    group: 8,
    years: 4,
    equipment: [
      'een oefenopstelling met flenzen volgens protocol',
      'momentsleutels met geldige kalibratie',
      'registratieformulieren',
    ],
    risk: 'een verkeerd aandraaimoment',
  },
  twinFerrule: {
    name: 'Werken met twin ferrule fittingen',
    work: 'buisverbindingen met knelringen monteert en controleert',
    theory: 3,
    practice: 5,
    group: 8,
    years: 3,
    equipment: ['buis en fittingen van ten minste twee diameters', 'een meetkaliber per deelnemer'],
    risk: 'lekkage onder druk',
  },
  buitenwacht: {
    name: 'Buitenwacht',
    work: 'toezicht houdt bij werk in een besloten ruimte',
    theory: 6,
    practice: 4,
    group: 12,
    years: 3,
    equipment: [
      'een oefenobject met een mangat',
      'communicatiemiddelen voor elke deelnemer',
      'een registratielijst voor in- en uitgaan',
    ],
    risk: 'bedwelming en een bemoeilijkte redding',
  },
  adembescherming: {
    name: 'Onafhankelijke adembescherming',
    work: 'met onafhankelijke adembescherming werkt',
    theory: 4,
    practice: 4,
    group: 8,
    years: 3,
    equipment: ['een ademluchttoestel per deelnemer', 'een oefenruimte met hindernissen', 'een lekdichtheidstest'],
    risk: 'uitval van de luchtvoorziening',
  },
  vorkheftruck: {
    name: 'Vorkheftruck',
    work: 'zelfstandig met een vorkheftruck rijdt en lasten verplaatst',
    theory: 6,
    practice: 6,
    group: 6,
    years: 4,
    equipment: ['een vorkheftruck met keuring', 'een oefenterrein met stelling', 'lasten op pallets'],
    risk: 'kantelen en aanrijden',
  },
  lasten: {
    name: 'Aanslaan en begeleiden van lasten',
    work: 'lasten aanslaat en de kraanmachinist aanwijzingen geeft',
    theory: 6,
    practice: 6,
    group: 10,
    years: 5,
    equipment: [
      'een hijswerktuig met bevoegde machinist',
      'hijsbanden, kettingen en sluitingen met keuring',
      'oefenlasten met verschillend zwaartepunt',
    ],
    risk: 'vallende of slingerende lasten',
  },
  hijsen: {
    name: 'Verplaatsen van lasten met hijsgereedschap',
    work: 'lasten verplaatst met handbediend hijsgereedschap',
    theory: 4,
    practice: 6,
    group: 8,
    years: 4,
    equipment: ['takels en kettingtakels in goede staat', 'een ophangpunt met bekende draagkracht'],
    risk: 'overbelasting van een ophangpunt',
  },
  verreiker: {
    name: 'Verreiker',
    work: 'zelfstandig met een verreiker lasten verplaatst',
    theory: 6,
    practice: 8,
    group: 6,
    years: 5,
    equipment: [
      'een verreiker met keuring',
      'een oefenterrein met hoogteverschil',
      'lasten van ten minste drie soorten',
    ],
    risk: 'kantelen en aanrijden',
  },
} as const satisfies Record<string, SmallSubject>;

export type SubjectKey = keyof typeof subjects;

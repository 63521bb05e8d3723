import { CHANGES, DOCUMENT_DATA } from './fixed-sections.ts';
import type { Template } from './template.ts';

/** An opleiderdocument: what the training and the trainer must meet. */
export const opleiderdocument: Template = {
  name: 'opleiderdocument',
  sections: [
    DOCUMENT_DATA,
    {
      slot: 'inleiding',
      title: 'Inleiding, status van de eisen en begrippen',
      titles: ['Inleiding, status van de eisen, begrippen', 'Inleiding'],
      demand: 'always',
      guidance:
        'Zeg wat verplicht is en wat een aanbeveling is, bijvoorbeeld: “Elke eis is verplicht, tenzij er ‘aanbeveling’ bij staat.” Leg de begrippen uit.',
      sections: [
        {
          slot: 'inleiding.doel',
          title: 'Doel',
          demand: 'optional',
          guidance: 'Eén alinea: voor wie gelden deze eisen?',
        },
        {
          slot: 'inleiding.status',
          title: 'Status van de eisen',
          demand: 'optional',
          guidance: 'Zeg hoe de lezer een verplichte eis en een aanbeveling herkent.',
        },
        {
          slot: 'inleiding.begrippen',
          title: 'Begrippen',
          demand: 'optional',
          guidance: 'Leg elk begrip uit dat in dit document een vaste betekenis heeft.',
          table: { header: ['Begrip', 'Betekenis in dit document'] },
        },
      ],
    },
    {
      slot: 'toelating',
      title: 'Doelgroep, toelating, intake en opleiding op locatie',
      titles: ['Doelgroep, toelating, intake, opleiding op locatie', 'Doelgroep en toelating', 'Toelating'],
      demand: 'always',
      guidance:
        'Verwijs voor de doelgroep naar het taakprofiel. Schrijf hoe de opleider de identiteit controleert, zonder kopie van het identiteitsbewijs.',
      sections: [
        {
          slot: 'toelating.doelgroep',
          title: 'Doelgroep',
          demand: 'optional',
          guidance: 'Verwijs naar het taakprofiel.',
        },
        {
          slot: 'toelating.toelating',
          title: 'Toelating',
          demand: 'optional',
          guidance: 'Wie mag meedoen en hoe controleert de opleider dat?',
        },
        {
          slot: 'toelating.intake',
          title: 'Intake',
          demand: 'optional',
          guidance: 'Wat komt in de intake aan de orde?',
        },
        {
          slot: 'toelating.locatie',
          title: 'Opleiding op locatie',
          demand: 'optional',
          guidance: 'Onder welke voorwaarden mag de opleiding bij een werkgever worden gegeven?',
        },
      ],
    },
    {
      slot: 'leerdoelen',
      title: 'Leerdoelen',
      demand: 'always',
      guidance:
        'Schrijf elk leerdoel als “na de opleiding kan de deelnemer …”. Geef niveau, vorm en taak. Samen dekken de leerdoelen alle toetstermen.',
      sections: [
        {
          slot: 'leerdoelen.tabel',
          title: 'Tabel met leerdoelen',
          demand: 'optional',
          guidance: 'Eén rij per leerdoel, met een vast nummer.',
          table: {
            header: ['Nr', 'Leerdoel: na de opleiding kan de deelnemer', 'Niveau', 'Vorm', 'Taak in het taakprofiel'],
          },
        },
        {
          slot: 'leerdoelen.dekking',
          title: 'Dekking',
          demand: 'optional',
          guidance: 'Hoe toont de opleider aan dat alle leerdoelen aan bod komen?',
        },
      ],
    },
    {
      slot: 'duur',
      title: 'Opleidingsduur en groepsgrootte',
      titles: [
        'Opleidingsduur, verdeling, groepsgrootte, herhaling, digitale leervormen',
        'Opleidingsduur, verdeling, groepsgrootte, herhaling en digitale leervormen',
        'Opleidingsduur',
      ],
      demand: 'always',
      guidance:
        'Geef uren theorie en praktijk per doelgroep, zonder pauzes en examen. Noem per werkvorm het hoogste aantal deelnemers per docent.',
      sections: [
        {
          slot: 'duur.duur',
          title: 'Duur',
          demand: 'optional',
          guidance: 'Het kleinste aantal uren, per onderdeel en per doelgroep.',
          table: { header: ['Onderdeel', 'Minimale duur'], rows: ['Theorie', 'Praktijk', 'Totaal'] },
        },
        {
          slot: 'duur.verdeling',
          title: 'Verdeling',
          demand: 'optional',
          guidance: 'Over hoeveel dagen mogen de uren worden verdeeld?',
        },
        {
          slot: 'duur.groepsgrootte',
          title: 'Groepsgrootte',
          demand: 'optional',
          guidance: 'Bijvoorbeeld: “ten hoogste n deelnemers per docent”, apart voor theorie en praktijk.',
        },
        {
          slot: 'duur.herhaling',
          title: 'Herhaling',
          demand: 'optional',
          guidance: 'De duur voor wie het diploma wil verlengen.',
        },
        {
          slot: 'duur.digitaal',
          title: 'Digitale leervormen',
          demand: 'optional',
          guidance: 'Welk deel mag online of als e-learning, en onder welke voorwaarden?',
        },
      ],
    },
    {
      slot: 'programma',
      title: 'Inhoud van het programma',
      titles: ['Programma'],
      demand: 'always',
      guidance:
        'Noem de onderwerpen van de theorie, de verplichte oefeningen en de manier van werken. De opleiding is geen examentraining.',
      sections: [
        { slot: 'programma.theorie', title: 'Theorie', demand: 'optional', guidance: 'Een lijst van onderwerpen.' },
        {
          slot: 'programma.praktijk',
          title: 'Praktijk',
          demand: 'optional',
          guidance: 'Een lijst van verplichte oefeningen.',
        },
      ],
    },
    {
      slot: 'veiligheid',
      title: 'Veiligheid tijdens de opleiding',
      titles: ['Veiligheid'],
      demand: 'always',
      guidance: 'Schrijf over de risico-inventarisatie (RI&E), het toezicht en wat de opleider doet bij een incident.',
    },
    {
      slot: 'faciliteiten',
      title: 'Faciliteiten en middelen',
      titles: ['Faciliteiten'],
      demand: 'always',
      guidance:
        'Noem lokaal, oefenobject, middelen per deelnemer, keuring en kalibratie. Gebruik aantallen die een auditor kan tellen. Noem geen merken.',
    },
    {
      slot: 'docenten',
      title: 'Docenten',
      demand: 'always',
      guidance:
        'Geef de vakervaring in jaren, de didactische eisen, het onderhoud en de scheiding tussen lesgeven en examineren.',
    },
    {
      slot: 'lesmateriaal',
      title: 'Lesmateriaal en taal',
      titles: ['Lesmateriaal'],
      demand: 'always',
      guidance: 'Schrijf wat het lesmateriaal dekt, dat het elk jaar wordt nagekeken en welke talen mogen.',
    },
    {
      slot: 'examen',
      title: 'Examen en bewijs van deelname',
      titles: ['Examen'],
      demand: 'always',
      guidance: 'De opleider meldt een deelnemer pas aan voor het examen na de volledige opleiding.',
    },
    {
      slot: 'kwaliteit',
      title: 'Kwaliteit en administratie',
      titles: ['Kwaliteit'],
      demand: 'always',
      guidance: 'Schrijf over evaluatie, bewaartermijnen, klachten en audits.',
    },
    {
      slot: 'overgang',
      title: 'Overgang en afwijken',
      titles: ['Overgang en afwijken (dispensatie)', 'Overgang en dispensatie', 'Overgang'],
      demand: 'definitive',
      guidance:
        'Noem de ingangsdatum, wat geldt voor oud en nieuw, en wie over een afwijking beslist. Nodig in het definitieve concept (0.9).',
    },
    {
      slot: 'dekking',
      title: 'Dekking leerdoel-toetsterm',
      titles: ['Dekking van leerdoelen en toetstermen', 'Relatie tussen leerdoelen en taken'],
      kind: 'annex',
      demand: 'optional',
      guidance: 'Een tabel met per leerdoel de toetstermen die erbij horen.',
      table: { header: ['Leerdoel', 'Toetsterm'] },
    },
    CHANGES,
  ],
};

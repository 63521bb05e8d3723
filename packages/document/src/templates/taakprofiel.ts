import type { Template } from './template.ts';
import { DOCUMENT_DATA, CHANGES } from './fixed-sections.ts';

/** A taakprofiel: the work that the qualification is for, and who does it. */
export const taakprofiel: Template = {
  name: 'taakprofiel',
  sections: [
    DOCUMENT_DATA,
    {
      slot: 'inleiding',
      title: 'Inleiding',
      demand: 'always',
      guidance:
        'Schrijf waarvoor dit document is en voor wie. Noem de drie documenten van de kwalificatie en zeg welk document voorgaat als ze elkaar tegenspreken.',
      sections: [
        {
          slot: 'inleiding.doel',
          title: 'Doel',
          titles: ['Doel van dit document'],
          demand: 'optional',
          guidance: 'Eén alinea: wat beschrijft dit taakprofiel en wie gebruikt het?',
        },
        {
          slot: 'inleiding.stelsel',
          title: 'Plaats in het stelsel',
          demand: 'optional',
          guidance:
            'Noem het taakprofiel, het opleiderdocument en de examendocumentatie, en welk document voorgaat bij tegenspraak.',
        },
        {
          slot: 'inleiding.leeswijzer',
          title: 'Leeswijzer',
          demand: 'optional',
          guidance: 'Zeg per hoofdstuk in één zin wat de lezer er vindt.',
        },
      ],
    },
    {
      slot: 'toepassingsgebied',
      title: 'Toepassingsgebied en afbakening',
      titles: ['Toepassingsgebied', 'Afbakening'],
      demand: 'always',
      guidance:
        'Schrijf welk werk onder de kwalificatie valt en welk werk niet. Noem de varianten en leg de begrippen uit die u gebruikt.',
      sections: [
        {
          slot: 'toepassingsgebied.eronder',
          title: 'Wat valt eronder',
          demand: 'always',
          guidance: 'Een lijst van het werk waarvoor deze kwalificatie geldt. De lijst mag niet leeg blijven.',
        },
        {
          slot: 'toepassingsgebied.buiten',
          title: 'Wat valt er niet onder',
          demand: 'always',
          guidance: 'Een lijst van werk dat erop lijkt maar er niet onder valt. De lijst mag niet leeg blijven.',
        },
        {
          slot: 'toepassingsgebied.begrippen',
          title: 'Begrippen',
          demand: 'optional',
          guidance: 'Leg elk begrip uit dat in dit document een vaste betekenis heeft.',
          table: { header: ['Begrip', 'Betekenis in dit document'] },
        },
      ],
    },
    {
      slot: 'regels',
      title: 'Wet- en regelgeving en normen',
      titles: ['Wet- en regelgeving', 'Wetten, regels en normen'],
      demand: 'always',
      guidance:
        'Noem het artikel of het jaar van de norm en de datum waarop u het hebt nagekeken. Neem geen tekst uit normen over.',
    },
    {
      slot: 'doelgroep',
      title: 'Doelgroep en context',
      titles: ['Doelgroep'],
      demand: 'always',
      guidance:
        'Schrijf voor welke functies de kwalificatie is, in welke sector zij werken en hoe hun werkomgeving eruitziet.',
      sections: [
        {
          slot: 'doelgroep.functies',
          title: 'Functies',
          demand: 'optional',
          guidance: 'Noem de functies met voorbeelden.',
        },
        {
          slot: 'doelgroep.werkomgeving',
          title: 'Werkomgeving',
          demand: 'optional',
          guidance: 'Beschrijf waar, met wie en onder welke omstandigheden het werk gebeurt.',
        },
      ],
    },
    {
      slot: 'instroom',
      title: 'Instroom',
      titles: ['Instroomeisen', 'Toelatingseisen'],
      demand: 'always',
      guidance:
        'Noem leeftijd, VCA, taal en voorkennis. Vraag alleen wat het werk nodig maakt. Vraag niet naar gezondheid.',
    },
    {
      slot: 'verwachtingen',
      title: 'Verwachtingen van opdrachtgever en werkgever',
      titles: ['Verwachtingen van de opdrachtgever', 'Van de opdrachtgever'],
      demand: 'always',
      guidance: 'Schrijf welke informatie, middelen, tijd en instructie er op de werkplek moeten zijn.',
    },
    {
      slot: 'taken',
      title: 'Taken',
      demand: 'always',
      guidance:
        'Geef elke taak een eigen paragraaf met handelingen, hulpmiddelen, resultaat, risico’s en afwijkingen. Elke taak heeft een resultaat.',
      sections: [
        {
          slot: 'taken.overzicht',
          title: 'Overzicht',
          demand: 'optional',
          guidance: 'Noem de taken in de volgorde van het werk.',
        },
      ],
    },
    {
      slot: 'verantwoordelijkheden',
      title: 'Verantwoordelijkheden en bevoegdheden',
      demand: 'always',
      guidance:
        'Schrijf waarvoor de geslaagde verantwoordelijk is, wat die mag beslissen en wat niet. Noem het recht om het werk te stoppen.',
    },
    {
      slot: 'bekwaamheden',
      title: 'Kennis, vaardigheden en houding',
      titles: ['Kennis, vaardigheden, houding', 'Bekwaamheden'],
      demand: 'always',
      guidance: 'Maak drie lijsten en zeg bij elk punt bij welke taak het hoort.',
      sections: [
        { slot: 'bekwaamheden.kennis', title: 'Kennis', demand: 'optional', guidance: 'Wat moet de geslaagde weten?' },
        {
          slot: 'bekwaamheden.vaardigheden',
          title: 'Vaardigheden',
          demand: 'optional',
          guidance: 'Wat moet de geslaagde kunnen?',
        },
        {
          slot: 'bekwaamheden.houding',
          title: 'Houding',
          demand: 'optional',
          guidance: 'Hoe doet de geslaagde het werk?',
        },
      ],
    },
    {
      slot: 'niveau',
      title: 'Niveau van de geslaagde',
      titles: ['Wat mag men verwachten van een geslaagde', 'Niveau'],
      demand: 'always',
      guidance:
        'Beantwoord de vraag: wat mag een opdrachtgever verwachten van iemand die net geslaagd is? Een starter of iemand die zelfstandig werkt?',
    },
    {
      slot: 'geldigheid',
      title: 'Geldigheid, onderhoud van bekwaamheid en herhaling',
      titles: [
        'Geldigheid, onderhoud van bekwaamheid, herhaling',
        'Geldigheid en onderhoud',
        'Geldigheid, onderhoud en overgang',
        'Geldigheid',
      ],
      demand: 'always',
      guidance:
        'Noem hoeveel jaar het diploma geldt, wat iemand moet doen om bekwaam te blijven en hoe de herhaling gaat.',
    },
    {
      slot: 'relatie',
      title: 'Relatie met andere kwalificaties',
      demand: 'optional',
      guidance: 'Noem kwalificaties die overlappen en de volgorde waarin iemand ze haalt.',
    },
    {
      slot: 'verantwoording',
      title: 'Verantwoording',
      kind: 'annex',
      demand: 'definitive',
      ofDocument: true,
      guidance:
        'Schrijf wie meededen, hoe de inspraak ging, welke punten zijn besproken en wat de gevolgen zijn. Nodig in het definitieve concept (0.9): daarover besluit de Stuurgroep, en versie 1.0 heeft dezelfde tekst.',
    },
    CHANGES,
  ],
};

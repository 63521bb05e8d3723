import type { DossierRole, Phase } from '@draagvlak/procedure';

/** What somebody does in a phase: the phase, and one or two sentences. */
type PerPhase = Readonly<Partial<Record<Phase, string>>>;

const roles: Record<
  Exclude<DossierRole, 'administrator'>,
  { readonly who: string; readonly phases: PerPhase; readonly more: readonly string[] }
> = {
  stakeholder: {
    who: 'U spreekt voor een opleider, een examencentrum, een werkgever, een opdrachtgever of uzelf. U leest het concept en reageert erop.',
    phases: {
      consultation:
        'Open het concept vanaf het overzicht. Selecteer tekst, of wijs een onderdeel aan, en kies Reageer. Schrijf wat u vindt; een tekstvoorstel mag. Uw klad blijft bewaard tot u op Versturen drukt.',
      processing: 'De WBC beantwoordt elke reactie. U ziet bij uw reactie wanneer een besluit is bevestigd, en waarom.',
      inspection:
        'Lees het tweede concept en bekijk wat er is veranderd. U kunt bezwaar maken tegen tekst die nieuw is, of tegen een punt waar uw bezwaar nog openstaat.',
      adopted: 'Lees wat is vastgesteld. Uw reactie en het besluit blijven te lezen.',
    },
    more: [
      'Een woord met een stippellijn heeft een uitleg: wijs het aan, of ga er met Tab naartoe.',
      'Op een vastgelegd concept staan alle reacties die u mag lezen ernaast. Afdrukken neemt ze mee, achter de tekst.',
      'Bij Berichten kiest u waarover u bericht krijgt.',
    ],
  },
  partner: {
    who: 'U vertegenwoordigt een organisatie waarmee de sector samenwerkt. U leest mee en reageert.',
    phases: {
      consultation: 'Reageer op het concept: selecteer tekst of wijs een onderdeel aan en kies Reageer.',
      processing: 'U leest alle reacties en de bevestigde besluiten mee.',
      inspection: 'Lees het tweede concept en wat er is veranderd. Bezwaar maken kan tegen nieuwe tekst.',
      approval: 'U leest mee met wat aan de Stuurgroep is voorgelegd.',
    },
    more: [
      'Een woord met een stippellijn heeft een uitleg: wijs het aan, of ga er met Tab naartoe.',
      'Bij Berichten kiest u waarover u bericht krijgt.',
    ],
  },
  'wbc-member': {
    who: 'U schrijft met de andere leden van de WBC aan de tekst en beantwoordt de reacties.',
    phases: {
      drafting:
        'Ga naar Schrijven. U werkt samen in één tekst; alles wordt vanzelf bewaard. Bij elk onderdeel staat wat erin hoort. Rond de verplichte onderdelen af.',
      consultation: 'Lees het concept en reageer zelf ook als u iets ziet.',
      processing:
        'Ga naar Verwerken. Kies een reactie, pas de tekst aan en stel een besluit voor met een motivering. Zo weet de indiener wat er met de reactie is gedaan.',
      finalisation: 'Werk de laatste punten uit en stel een besluit voor op elk bezwaar.',
      approval: 'Beantwoord vragen van de Stuurgroep bij een wijziging.',
    },
    more: [
      'Schrijven: met Ctrl+G gaat u naar een onderdeel of eis, met Ctrl+F naar woorden, met Ctrl+/ ziet u alle toetsen. Typ | Middel | Aantal | en Enter voor een tabel.',
      'Verwerken: met Ctrl+Alt+R kiest u vanuit de tekst voor welke reactie u schrijft.',
      'Schrijven: zoeken en vervangen met Ctrl+H. Een verwijzing naar een onderdeel, eis of tabel nummert vanzelf mee.',
      'Een kanttekening (Ctrl+Alt+M) is alleen voor wie meeschrijft. Typ @ om een collega te noemen.',
      'Was u weg, dan laat de balk boven de tekst zien wat er sindsdien is veranderd.',
      'Valt de verbinding weg, schrijf dan door. De tekst gaat mee zodra er verbinding is.',
      'Een tabel met Begrip en Betekenis legt die begrippen overal in de tekst uit.',
      'Verwerken: kies meer reacties tegelijk om ze toe te wijzen of er een besluit op voor te stellen. Wat bij elkaar hoort, bundelt u: één motivering, een eigen besluit per reactie.',
      'Een motivering die vaker terugkomt, bewaart u als standaardantwoord. Overleg over een reactie leest alleen de WBC.',
    ],
  },
  'wbc-chair': {
    who: 'U leidt de WBC. U legt versies vast en bevestigt besluiten op reacties.',
    phases: {
      drafting: 'Leg het concept vast als de verplichte onderdelen klaar zijn. Daarna verandert die versie niet meer.',
      consultation: 'Volg welke reacties binnenkomen.',
      processing:
        'Bevestig de voorgestelde besluiten. Is alles bevestigd en klopt het met de tekst, leg dan het tweede concept vast.',
      finalisation: 'Bevestig de besluiten op bezwaren en leg het definitieve concept vast.',
      approval: 'Licht het concept toe aan de Stuurgroep.',
    },
    more: [
      'Bevestig meer besluiten tegelijk: kies de reacties en dan Bevestigen.',
      'De Controle legt toezegging en tekst naast elkaar. Los een punt op, of leg vast waarom het zo mag blijven.',
      'Schrijven en Verwerken werken zoals voor een lid van de WBC.',
    ],
  },
  secretary: {
    who: 'U bewaakt het verloop: mensen, planning, rondes en publiceren. Bij elke stap ziet u wat er nog moet gebeuren.',
    phases: {
      preparation:
        'Vul de WBC aan, nodig belanghebbenden uit en leg de planning vast. Zet daarna de stap naar het opstellen.',
      drafting: 'Beantwoord de vraag of regels veranderen, en leg de instemming van de WBC vast. Open dan de inspraak.',
      consultation:
        'Plan de presentatie en de samenvattende bijeenkomst. Voer reacties in die per brief, mail of in een bijeenkomst kwamen.',
      processing: 'Help bij de besluiten, bewaak wat er nog niet klopt en open de inzage.',
      inspection: 'Publiceer het tweede concept, stuur bericht en sluit de ronde op tijd.',
      finalisation: 'Bewaak dat elk bezwaar een besluit heeft en leg het voor aan de Stuurgroep.',
      approval: 'Leg het overleg vast en zet de stap na het besluit.',
      adopted: 'Leg de vastgestelde versie vast, publiceer die met de reacties en kies de datum van ingang.',
      'in-force': 'Herstel een fout met een erratum. Haal persoonsgegevens weg als iemand daarom vraagt.',
      withdrawn: 'Haal persoonsgegevens weg als iemand daarom vraagt.',
    },
    more: [
      'Toewijzen en een uiterste dag geven kan voor veel reacties tegelijk. U kunt elke lijst van reacties afdrukken.',
      'De Controle toont wat is toegezegd en nog niet in de tekst staat.',
      'Woorden weglakken of wissen doet u bij de reactie of vanuit het Logboek. Het Logboek laat zien dat het is gebeurd, niet wat er stond.',
      'Bij Mensen nodigt u iemand uit met een link die één keer werkt.',
    ],
  },
  'steering-member': {
    who: 'U beslist namens de sector. U ziet bij elke wijziging waarom zij is gemaakt.',
    phases: {
      consultation: 'Lees het concept en reageer. Wijs aan wie de gevolgen onderzoekt, als dat nodig is.',
      processing: 'Lees mee met de reacties en de besluiten.',
      inspection: 'Lees het tweede concept en reageer als dat nodig is.',
      finalisation: 'Lees mee met wat er met bezwaren is gedaan.',
      approval:
        'Ga naar Vergelijken en lees wat er is veranderd en waarom. Stel vragen bij een wijziging. Leg daarna bij Besluit het besluit vast.',
    },
    more: [
      'Bij elke wijziging staat de reden: een reactie, of een reden van de WBC zelf.',
      'Afdrukken bij Vergelijken geeft één lijst met was en wordt.',
    ],
  },
  'impact-member': {
    who: 'U onderzoekt wat de veranderingen in de praktijk betekenen.',
    phases: {
      consultation: 'Lees het concept en begin met het verslag van de gevolgen.',
      processing: 'Leg het verslag van de gevolgen vast. Het tweede concept wacht daarop.',
      inspection: 'Lees mee met het tweede concept.',
      approval: 'Uw verslag ligt bij het besluit.',
    },
    more: ['Bij Vergelijken ziet u wat er verandert, en waarom.'],
  },
  reader: {
    who: 'U leest mee.',
    phases: {
      inspection: 'Lees het tweede concept en wat er is veranderd.',
      adopted: 'Lees wat is vastgesteld.',
    },
    more: ['Bij Berichten kiest u waarover u bericht krijgt.'],
  },
};

export const help = {
  title: 'Hulp',
  intro:
    'Een dossier gaat van opstellen, via inspraak en inzage, naar een besluit. Hieronder staat per rol wat u in elke fase kunt doen. Wat nu van u wordt verwacht, staat bovenaan het overzicht.',
  toOverview: 'Naar het overzicht',
  rolesTitle: 'Kies uw rol',
  roles,
  moreTitle: 'Verder',
  generalTitle: 'Handig om te weten',
  general: [
    'Een vastgelegde versie verandert nooit meer. Elke versie heeft een kenmerk waarmee dat te controleren is.',
    'Wat u typt, is bewaard zodra er Opgeslagen staat. Valt de verbinding weg, typ dan door: uw tekst staat op uw apparaat.',
    'Een knop die nog niet kan, zegt wat er eerst moet gebeuren.',
    'Zoeken kan overal met Ctrl en K. U vindt alleen wat u mag lezen.',
    'Namen van deelnemers en docenten zijn alleen voor de WBC; anderen zien een partij en een nummer.',
    'Elke lijst en elke tekst kunt u afdrukken met uw browser.',
  ],
  contactTitle: 'Komt u er niet uit?',
  contact: 'Vraag het secretariaat:',
  noContact: 'Vraag het de secretaris van de WBC die u heeft uitgenodigd.',
};

import type { Outline } from '@draagvlak/document';
import type { SectionImpact } from '@draagvlak/procedure';

/** What the working group of the demo says per part, by its title. */
const PARTS: Readonly<Record<string, Omit<SectionImpact<string>, 'document' | 'section'>>> = {
  Duur: {
    quality: 'Beter: wie geen vakopleiding heeft, krijgt de tijd die nodig is om te oefenen.',
    time: 'Groep A blijft op acht uur. Groep B gaat van acht naar twaalf uur; de examentijd verandert niet.',
    costs: 'Voor groep B ongeveer de helft hoger, vooral door de tweede dag.',
    acceptance: 'Breed, met zorgen van industriële dienstverleners over de planning van een stop.',
  },
  Groepsgrootte: {
    quality: 'Beter: met acht deelnemers per docent is bij elke meting begeleiding mogelijk.',
    time: null,
    costs: 'Bij acht deelnemers ongeveer een tiende hoger per deelnemer, bij zes ongeveer een derde.',
    acceptance: 'Verdeeld: terminals willen kleinere groepen, opleiders in de regio krijgen groepen lastig vol.',
  },
  Docenten: {
    quality: 'Beter: een docent die zelf meet, herkent fouten eerder.',
    time: null,
    costs: 'Eenmalig: scholing van docenten die nog geen didactische training hebben.',
    acceptance: null,
  },
};

export function impactOf(document: string, { sections }: Outline): readonly SectionImpact<string>[] {
  return sections.flatMap(({ id, title }) => {
    const told = PARTS[title];
    return told === undefined ? [] : [{ document, section: id, ...told }];
  });
}

const changes = (count: number) => (count === 1 ? '1 wijziging' : `${count} wijzigingen`);
const people = (count: number) => (count === 1 ? '1 ander' : `${count} anderen`);

/** What changed in the draft while somebody was away. */
export const since = {
  bar: (when: string, count: number, by: number) =>
    by === 0 ? `Sinds ${when}: ${changes(count)}.` : `Sinds ${when}: ${changes(count)} door ${people(by)}.`,
  look: 'Bekijken',
  dismiss: 'Ik heb het gezien',
  title: 'Wat er veranderde sinds u hier was',
  one: (index: number, count: number) => `Wijziging ${index} van ${count}`,
  by: (names: string, when: string) => `${names}, ${when}`,
  byUnknown: 'Niet bekend door wie',
  previous: 'Vorige',
  next: 'Volgende',
  toText: 'Naar deze plaats in de tekst',
  back: 'Terug naar de tekst',
  loading: 'De tekst van toen wordt naast die van nu gelegd.',
  atThatTime: 'toen',
  now: 'nu',
  and: 'en',
};

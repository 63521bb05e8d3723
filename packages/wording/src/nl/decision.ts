export const decision = {
  title: 'Besluit van de Stuurgroep',
  remaining: 'Bezwaren die blijven staan',
  decidedOn: 'Besloten over',
};

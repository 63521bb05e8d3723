export const processing = {
  workOn: 'Verwerk deze reactie',
  stopWorking: 'Stoppen',
  decision: 'Besluit',
  motivation: 'Motivering',
  processedIn: 'Verwerkt in',
  previous: 'Vorige',
  next: 'Volgende',
  applyProposal: 'Voorstel in de tekst zetten',
  progress: (confirmed: number, proposed: number, open: number) =>
    `${confirmed} klaar, ${proposed} voorstel, ${open} open`,
};

export const reading = {
  contents: 'Inhoud',
  commentOnSection: 'Reageer op dit onderdeel',
  commentOnDocument: 'Reactie op het hele document',
  yourComment: 'Uw reactie',
  yourProposal: 'Uw tekstvoorstel',
  kindQuestion: 'Wat voor reactie is het?',
  send: 'Reactie versturen',
  keepDraft: 'Bewaren als klad',
  takeBack: 'Terugnemen',
};

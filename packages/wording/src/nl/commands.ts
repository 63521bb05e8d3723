import type { CommandType, Phase } from '@draagvlak/procedure';

/** Words on the button of each act. */
const labels: Record<CommandType, string> = {
  'open-dossier': 'Dossier beginnen',
  'add-member': 'Persoon toevoegen',
  'remove-member': 'Persoon verwijderen',
  'set-planning': 'Planning aanpassen',
  'add-reference': 'Naslag toevoegen',
  'remove-reference': 'Naslag verwijderen',
  'start-draft': 'Concept beginnen',
  'enter-phase': 'Volgende stap zetten',
  'answer-rules-question': 'Vraag beantwoorden',
  'record-committee-decision': 'Besluit van de WBC vastleggen',
  freeze: 'Vastleggen als versie',
  'make-erratum': 'Erratum maken',
  publish: 'Publicatie vastleggen',
  'extend-round': 'Termijn verlengen',
  'close-round': 'Ronde sluiten',
  'record-notices': 'Berichten vastleggen',
  'record-meeting': 'Overleg vastleggen',
  'record-survey': 'Enquête vastleggen',
  'submit-comment': 'Reactie versturen',
  'edit-comment': 'Reactie wijzigen',
  'withdraw-comment': 'Reactie intrekken',
  reply: 'Antwoorden',
  'publish-comments': 'Reacties publiceren',
  'propose-disposition': 'Besluit voorstellen',
  'confirm-disposition': 'Besluit bevestigen',
  'take-back-disposition': 'Voorstel terugnemen',
  'assign-comment': 'Toewijzen',
  'set-comment-due': 'Uiterste dag kiezen',
  'discuss-comment': 'Bericht plaatsen',
  'bundle-comments': 'Bundelen',
  'dissolve-bundle': 'Bundel opheffen',
  'attach-ground': 'Reden koppelen',
  'settle-finding': 'Zo laten, met reden',
  'confirm-placement': 'Plaats bevestigen',
  'name-impact-group': 'Werkgroep benoemen',
  'report-impact': 'Rapport impactanalyse vastleggen',
  'declare-impact-not-applicable': 'Impactanalyse niet van toepassing',
  'remark-on-change': 'Opmerking plaatsen',
  decide: 'Besluit van de Stuurgroep vastleggen',
  adopt: 'Ingangsdatum vastleggen',
  'withdraw-dossier': 'Dossier intrekken',
  'redact-words': 'Tekst afschermen',
  'erase-words': 'Tekst wissen',
};

/** Words on the button that enters a phase. */
const enter: Record<Phase, string> = {
  preparation: 'Terug naar voorbereiden',
  drafting: 'Opstellen beginnen',
  consultation: 'Inspraak openen',
  processing: 'Verwerken beginnen',
  inspection: 'Ter inzage leggen',
  finalisation: 'Definitief concept maken',
  approval: 'Voorleggen aan de Stuurgroep',
  adopted: 'Vaststellen en publiceren',
  'in-force': 'In werking laten treden',
  withdrawn: 'Dossier intrekken',
};

const back: Record<Phase, string> = {
  ...enter,
  drafting: 'Terug naar opstellen',
  consultation: 'Inspraak heropenen',
  processing: 'Terug naar verwerken',
  inspection: 'Opnieuw ter inzage leggen',
  finalisation: 'Terug naar definitief concept',
};

export const commands = { labels, enter, back };

import type { Stage } from './stage.ts';

/** What the committee answers more than once; what stands between brackets is filled in, or waits for who answers. */
const ANSWERS: readonly (readonly [title: string, text: string])[] = [
  [
    'Regelt de wet al',
    'Wat u vraagt bij [onderdeel], staat al in de wet: [artikel]. De WBC herhaalt de wet niet in de eisen, zodat de twee niet uit elkaar gaan lopen.',
  ],
  [
    'Buiten deze herziening',
    'Dit punt valt buiten de opdracht voor deze herziening. De WBC heeft reactie [nummer] bewaard voor de volgende periodieke herziening.',
  ],
  [
    'Tekst verduidelijkt',
    'U hebt gelijk: in versie [versie] kon dit bij [onderdeel] anders worden gelezen. Er staat nu: [tekst].',
  ],
];

/** Keeps the answers of the committee in a dossier where it is answering. */
export async function keepAnswers(stage: Pick<Stage, 'keepAnswer'>, dossier: string): Promise<void> {
  for (const [title, text] of ANSWERS) await stage.keepAnswer(dossier, title, text);
}

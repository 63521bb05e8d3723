import { describe, expect, it } from 'vitest';
import { can } from './can.ts';
import type { CommandType } from './command.ts';
import type { DossierRole, Phase, Right } from './definition.ts';
import { LOOKS, PHASES, ROLES } from './definition.ts';
import { sogP } from './definitions/sog-p.ts';
import { type Dossier, publicActor } from './dossier.ts';
import { rightsOf } from './members.ts';
import { actor, storyUntil } from './testing.ts';

/**
 * The table of rights as the procedure has it on paper: R read, C react, W write, D decide, - nothing. The columns are the
 * phases; the last one stands for adopted and in force.
 */
const table = `
                 preparation drafting consultation processing inspection finalisation approval adopted in-force
wbc-member       R           RW       RC           RW         R          RW           R        R       R
wbc-chair        R           RWD      RD           RD         R          RD           R        R       R
secretary        RW          RW       RW           RW         RW         RW           RW       RW      RW
steering-member  -           -        RC           R          RC         R            RD       R       R
impact-member    -           -        R            R          R          -            R        R       R
stakeholder      -           -        RC           R          RC         -            -        R       R
partner          -           -        RC           R          RC         R            R        R       R
reader           -           -        -            -          R          -            -        R       R
administrator    -           -        -            -          -          -            -        -       -
`;

const letters: Readonly<Record<string, Right>> = { R: 'read', C: 'react', W: 'write', D: 'decide' };
const [head = '', ...rows] = table.trim().split('\n');
const columns = head.trim().split(/\s+/) as Phase[];
const cells = rows.flatMap((row) => {
  const [role, ...rights] = row.trim().split(/\s+/);
  return columns.map((phase, at) => ({
    role: role as DossierRole,
    phase,
    rights: (rights[at] ?? '').split('').flatMap((letter) => letters[letter] ?? []),
  }));
});

/** Who gives each command in which phase: the notes in the cells of the table. C chair, M member, S secretary … */
const acts = `
                               preparation drafting consultation processing inspection finalisation approval adopted in-force withdrawn
read-draft                     MCS         MCS      MCS          MCS        MCS        MCS          MCS      MCS     MCS      MCS
write-draft                    -           MCS      -            MS         -          MS           -        -       -        -
start-draft                    S           MCS      -            -          -          -            -        -       -        -
add-member                     S           S        S            S          S          S            S        S       S        -
remove-member                  S           S        S            S          S          S            S        S       S        -
set-planning                   S           S        S            S          S          S            S        S       S        -
add-reference                  S           S        S            S          S          S            S        S       S        -
remove-reference               S           S        S            S          S          S            S        S       S        -
redact-words                   S           S        S            S          S          S            S        S       S        S
erase-words                    S           S        S            S          S          S            S        S       S        S
withdraw-dossier               S           S        S            S          S          S            S        S       S        -
enter-phase                    S           S        CS           CS         S          CS           S        S       S        -
answer-rules-question          -           MCS      CS           CS         -          -            -        -       -        -
record-committee-decision      -           CS       -            CS         -          CS           -        -       -        -
freeze                         -           C        -            C          -          C            -        S       -        -
make-erratum                   -           C        C            C          C          C            -        S       S        -
publish                        -           -        S            -          S          -            -        S       S        -
extend-round                   -           -        C            -          S          -            -        -       -        -
close-round                    -           -        C            -          S          -            -        -       -        -
record-notices                 -           -        S            -          S          -            -        -       -        -
record-meeting                 -           -        S            S          -          -            S        -       -        -
record-survey                  -           -        S            S          -          -            -        -       -        -
submit-comment                 -           -        MSTHP        S          STHP       S            -        -       -        -
edit-comment                   -           -        MTHP         -          THP        -            -        -       -        -
withdraw-comment               -           -        MTHP         -          THP        -            -        -       -        -
reply                          -           -        MCSTHP       MCS        STHP       MCS          -        -       -        -
publish-comments               -           -        S            S          S          S            S        S       S        -
propose-disposition            -           -        S            MCS        -          MCS          -        -       -        -
assign-comment                 -           -        -            MCS        -          MCS          -        -       -        -
set-comment-due                -           -        -            MCS        -          MCS          -        -       -        -
discuss-comment                -           -        -            MCS        -          MCS          -        -       -        -
bundle-comments                -           -        -            MCS        -          MCS          -        -       -        -
dissolve-bundle                -           -        -            MCS        -          MCS          -        -       -        -
confirm-disposition            -           -        -            MC         -          MC           -        -       -        -
take-back-disposition          -           -        -            MCS        -          MCS          -        -       -        -
attach-ground                  -           MCS      -            MCS        -          MCS          -        -       -        -
settle-finding                 -           -        -            C          -          C            -        -       -        -
confirm-placement              -           -        -            MCS        -          MCS          -        -       -        -
name-impact-group              -           -        T            T          -          -            -        -       -        -
report-impact                  -           -        SI           SI         -          -            -        -       -        -
declare-impact-not-applicable  -           -        ST           ST         -          -            -        -       -        -
remark-on-change               -           -        -            -          MCST       -            MCST     -       -        -
decide                         -           -        -            -          -          -            T        -       -        -
adopt                          -           -        -            -          -          -            -        S       -        -
`;

const initials: Readonly<Record<string, DossierRole>> = {
  M: 'wbc-member',
  C: 'wbc-chair',
  S: 'secretary',
  T: 'steering-member',
  I: 'impact-member',
  H: 'stakeholder',
  P: 'partner',
  R: 'reader',
};
const [actHead = '', ...actRows] = acts.trim().split('\n');
const actColumns = actHead.trim().split(/\s+/) as Phase[];
type Act = Exclude<CommandType, 'open-dossier'> | 'read-draft' | 'write-draft';
const actCells = actRows.flatMap((row) => {
  const [act, ...who] = row.trim().split(/\s+/);
  return actColumns.flatMap((phase, at) =>
    ROLES.map((role) => ({
      act: act as Act,
      phase,
      role,
      may: (who[at] ?? '').split('').some((letter) => initials[letter] === role),
    })),
  );
});

const stories = new Map<Phase, Dossier>();
/** A dossier in that phase in which "somebody" has exactly this role. */
function dossierWith(role: DossierRole, phase: Phase): Dossier {
  const told = stories.get(phase) ?? storyUntil(phase).state;
  stories.set(phase, told);
  const somebody = { person: 'somebody', role, party: 'overig', organisation: null, since: told.openedAt } as const;
  return { ...told, members: [...told.members, somebody] };
}

describe('the public', () => {
  it.each(columns)('[RIG10] in %s reads what is published where the table lets a reader read', (phase) => {
    const { state } = storyUntil(phase);
    const publishedAt = '2026-01-01T00:00:00.000Z';
    const dossier = { ...state, versions: state.versions.map((one) => ({ ...one, publishedAt })) };
    const reads = cells.some((one) => one.role === 'reader' && one.phase === phase && one.rights.includes('read'));
    const outsider = actor('nobody-here');
    for (const who of [publicActor, outsider, { ...outsider, administrator: true }]) {
      for (const { id } of dossier.versions) {
        expect(can(who, 'read-version', { dossier, version: id }) === true).toBe(reads);
        expect(can(who, 'read-comparison', { dossier, version: id }) === true).toBe(reads);
        const hidden = { ...dossier, versions: state.versions.map((one) => ({ ...one, publishedAt: null })) };
        expect(can(who, 'read-version', { dossier: hidden, version: id })).toMatchObject({ code: 'unknown-dossier' });
      }
      expect(can(who, 'read-version', { dossier, version: 'nothing' })).toMatchObject({ code: 'unknown-dossier' });
      expect(can(who, 'read-version', { dossier })).toMatchObject({ code: 'unknown-dossier' });
    }
  });

  it.each(columns)('[RIG10] in %s does and sees nothing else', (phase) => {
    const { state: dossier } = storyUntil(phase);
    const version = dossier.versions[0]?.id;
    const acts = actRows.map((row) => row.trim().split(/\s+/)[0] as Act);
    const others = LOOKS.filter((look) => !['read-version', 'read-comparison', 'read-impact'].includes(look));
    for (const action of [...acts, ...others]) {
      expect(can(publicActor, action, { dossier, ...(version === undefined ? {} : { version }) })).not.toBe(true);
    }
    for (const comment of dossier.comments) {
      expect(can(publicActor, 'read-version', { dossier, comment: comment.id })).not.toBe(true);
    }
    const published = dossier.rounds.some(({ kind }) => kind === 'inspection');
    expect(can(publicActor, 'read-impact', { dossier }) === true).toBe(published);
  });
});

describe('the table of roles and phases', () => {
  it('covers every role and every phase', () => {
    expect(new Set(cells.map((one) => one.role))).toEqual(new Set(ROLES));
    expect(new Set(actColumns)).toEqual(new Set(PHASES));
    const named = new Set(sogP.phases.flatMap((one) => Object.keys(one.acts)));
    expect(new Set(actCells.map((one) => one.act))).toEqual(named);
  });

  it.each(cells)('[RIG1] $role in $phase: $rights', ({ role, phase, rights }) => {
    expect(rightsOf(dossierWith(role, phase), 'somebody')).toEqual(rights);
  });

  it.each(actRows.map((row) => row.trim().split(/\s+/)[0] as Act))(
    '[RIG2] %s is answered as the table has it',
    (act) => {
      const answers = actCells
        .filter((one) => one.act === act)
        .map(({ phase, role, may }) => {
          const answer = can(actor('somebody'), act, { dossier: dossierWith(role, phase) });
          return { phase, role, may, answered: answer === true };
        });
      expect(answers.filter((one) => one.may !== one.answered)).toEqual([]);
    },
  );

  it('[RIG3] says whether it is the person or the moment that is wrong', () => {
    const dossier = dossierWith('stakeholder', 'processing');
    expect(can(actor('somebody'), 'submit-comment', { dossier })).toMatchObject({ code: 'wrong-phase' });
    expect(can(actor('somebody'), 'freeze', { dossier })).toMatchObject({ code: 'not-allowed' });
  });

  it('[RIG4] who has no part in a dossier hears that it is unknown, an administrator as well', () => {
    const dossier = storyUntil('consultation').state;
    const administrator = { person: 'admin', administrator: true };
    for (const action of ['read-dossier', 'read-draft', 'submit-comment', 'freeze', 'add-member'] as const) {
      expect(can(administrator, action, { dossier })).toMatchObject({ code: 'unknown-dossier' });
      expect(can(actor('stranger'), action, { dossier })).toMatchObject({ code: 'unknown-dossier' });
    }
    const asRole = dossierWith('administrator', 'consultation');
    expect(can(actor('somebody'), 'read-dossier', { dossier: asRole })).toMatchObject({ code: 'unknown-dossier' });
  });

  it('[RIG4] parties do not know of a dossier before it is laid before them', () => {
    for (const phase of ['preparation', 'drafting'] as const) {
      const dossier = dossierWith('stakeholder', phase);
      expect(can(actor('somebody'), 'read-dossier', { dossier })).toMatchObject({ code: 'unknown-dossier' });
    }
    expect(can(actor('somebody'), 'read-dossier', { dossier: dossierWith('reader', 'processing') })).not.toBe(true);
    expect(can(actor('somebody'), 'read-dossier', { dossier: dossierWith('reader', 'inspection') })).toBe(true);
  });

  it('[RIG5] a partner or steering member who is invited reads along while the first concept is written', () => {
    for (const role of ['partner', 'steering-member', 'stakeholder'] as const) {
      const dossier = dossierWith(role, 'drafting');
      const members = dossier.members.map((one) => (one.person === 'somebody' ? { ...one, invited: true } : one));
      const answer = can(actor('somebody'), 'read-draft', { dossier: { ...dossier, members } });
      expect(answer === true).toBe(role !== 'stakeholder');
    }
  });

  it('[RIG6] a removed person loses every right at once', () => {
    const story = storyUntil('drafting');
    expect(can(actor('anna'), 'write-draft', { dossier: story.state })).toBe(true);
    story.must('secretary', { type: 'remove-member', person: 'anna', role: 'wbc-member' });
    expect(can(actor('anna'), 'write-draft', { dossier: story.state })).toMatchObject({ code: 'unknown-dossier' });
  });

  it('[RIG7] only the secretariat begins dossiers, names qualifications and registers people', () => {
    for (const action of ['open-dossier', 'name-qualification', 'search-people', 'register-person'] as const) {
      expect(can(actor('secretary'), action, { dossier: null })).toBe(true);
      expect(can(actor('chair'), action, { dossier: null })).toMatchObject({ code: 'not-allowed' });
    }
  });
});

describe('what of a dossier may be read', () => {
  const versions = (person: string, phase: Phase) => {
    const dossier = storyUntil(phase).state;
    return dossier.versions
      .filter((one) => can(actor(person), 'read-version', { dossier, version: one.id }) === true)
      .map((one) => one.number);
  };

  it('[RIG8] parties read what was laid before them, bodies every version where the table says R', () => {
    expect(versions('opleider', 'consultation')).toEqual(['0.1']);
    expect(versions('opleider', 'finalisation')).toEqual(['0.1', '0.2']);
    expect(versions('opleider', 'approval')).toEqual(['0.1', '0.2']);
    expect(versions('opleider', 'in-force')).toEqual(['0.1', '0.2', '1.0']);
    expect(versions('reader', 'inspection')).toEqual(['0.2']);
    expect(versions('steering', 'approval')).toEqual(['0.1', '0.2', '0.9']);
    expect(versions('partner', 'approval')).toEqual(['0.1', '0.2', '0.9']);
    expect(versions('anna', 'adopted')).toEqual(['0.1', '0.2', '0.9']);
  });

  it('[RIG9] the report of the impact analysis is for parties once the next concept is laid open', () => {
    const reads = (person: string, phase: Phase) =>
      can(actor(person), 'read-impact', { dossier: storyUntil(phase).state }) === true;
    expect(reads('opleider', 'processing')).toBe(false);
    expect(reads('steering', 'processing')).toBe(true);
    expect(reads('opleider', 'inspection')).toBe(true);
    expect(reads('reader', 'inspection')).toBe(true);
  });
});

import type { Gate, Phase, PhaseDefinition, ProcedureDefinition, Right } from './definition.ts';

/** What is wrong with a definition; a closed set, so that an editor of definitions can explain each. */
export interface DefinitionFault {
  readonly code:
    | 'no-phases'
    | 'phase-twice'
    | 'step-to-nowhere'
    | 'phase-unreachable'
    | 'dead-end'
    | 'not-withdrawable'
    | 'act-without-right'
    | 'gate-without-act'
    | 'nobody-takes-step'
    | 'round-left-open'
    | 'term-shorter-than-minimum'
    | 'number-malformed'
    | 'numbers-not-rising'
    | 'nobody-freezes';
  readonly phase: Phase | null;
  /** The role, act or gate concerned. */
  readonly about: string | null;
}

type Act = keyof PhaseDefinition['acts'];

/** Letters of the table of which a role must hold one to do this; any letter does for what is not named. */
const neededRight: Readonly<Partial<Record<Act, readonly Right[]>>> = {
  'write-draft': ['write'],
  'submit-comment': ['react', 'write'],
  'edit-comment': ['react'],
  'withdraw-comment': ['react'],
  freeze: ['decide', 'write'],
  'extend-round': ['decide', 'write'],
  'close-round': ['decide', 'write'],
  'confirm-disposition': ['decide', 'write'],
  'settle-finding': ['decide'],
  decide: ['decide'],
  publish: ['write'],
  adopt: ['write'],
  'record-notices': ['write'],
  'redact-words': ['write'],
  'erase-words': ['write'],
  'add-member': ['write'],
  'remove-member': ['write'],
  'set-planning': ['write'],
  'withdraw-dossier': ['write'],
};

/** The act by which a condition comes to hold, so that no phase can wait for what nobody can do in it. */
const fulfilledBy: Readonly<Partial<Record<Gate, Act>>> = {
  'stakeholders-invited': 'add-member',
  'committee-complete': 'add-member',
  'planning-set': 'set-planning',
  'drafts-started': 'start-draft',
  'mandatory-sections-filled': 'write-draft',
  'rules-question-answered': 'answer-rules-question',
  'committee-decided': 'record-committee-decision',
  'concept-frozen': 'freeze',
  'presentation-held': 'record-meeting',
  'summary-held': 'record-meeting',
  'survey-held': 'record-survey',
  'round-closed': 'close-round',
  'impact-concluded': 'report-impact',
  'comments-disposed': 'propose-disposition',
  'dispositions-confirmed': 'confirm-disposition',
  'objections-disposed': 'confirm-disposition',
  'audit-settled': 'settle-finding',
  published: 'publish',
  'stakeholders-notified': 'record-notices',
  'steering-approved': 'decide',
  'effective-date-set': 'adopt',
};

/** Everything wrong with a definition; empty when a dossier can run by it. */
export function validateDefinition(definition: ProcedureDefinition): readonly DefinitionFault[] {
  const { phases } = definition;
  const [first] = phases;
  if (first === undefined) return [{ code: 'no-phases', phase: null, about: null }];
  const names = phases.map((one) => one.phase);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return [
    ...twice.map((phase): DefinitionFault => ({ code: 'phase-twice', phase, about: null })),
    ...unreachable(phases, first.phase),
    ...phases.flatMap((phase) => phaseFaults(phase, names)),
    ...numberFaults(phases),
  ];
}

function unreachable(phases: readonly PhaseDefinition[], first: Phase): readonly DefinitionFault[] {
  const reached = new Set<Phase>([first]);
  for (const name of reached) {
    for (const step of phases.find((one) => one.phase === name)?.steps ?? []) reached.add(step.to);
  }
  return phases
    .filter((one) => !reached.has(one.phase))
    .map((one) => ({ code: 'phase-unreachable', phase: one.phase, about: null }));
}

function phaseFaults(definition: PhaseDefinition, names: readonly Phase[]): readonly DefinitionFault[] {
  const { phase, steps, acts } = definition;
  const fault = (code: DefinitionFault['code'], about: string | null = null): DefinitionFault => ({
    code,
    phase,
    about,
  });
  const onward = steps.filter((one) => !one.back);
  const ends = phase === 'withdrawn' || names.indexOf(phase) >= names.filter((one) => one !== 'withdrawn').length - 1;
  return [
    ...steps.filter((one) => !names.includes(one.to)).map((one) => fault('step-to-nowhere', one.to)),
    ...steps.filter((one) => one.by.length === 0).map((one) => fault('nobody-takes-step', one.to)),
    ...(ends || onward.length > 0 ? [] : [fault('dead-end')]),
    ...(phase === 'withdrawn' || steps.some((one) => one.to === 'withdrawn') ? [] : [fault('not-withdrawable')]),
    ...actFaults(definition).map((about) => fault('act-without-right', about)),
    ...onward
      .flatMap((one) => one.gates)
      .filter((gate) => {
        const act = fulfilledBy[gate];
        return act !== undefined && (acts[act] ?? []).length === 0;
      })
      .map((gate) => fault('gate-without-act', gate)),
    ...(definition.round !== null && onward.some((one) => !one.gates.includes('round-closed'))
      ? [fault('round-left-open')]
      : []),
    ...(definition.round !== null && definition.defaultDays < definition.minimumDays
      ? [fault('term-shorter-than-minimum')]
      : []),
    ...(definition.freezes !== null && (acts.freeze ?? []).length === 0 ? [fault('nobody-freezes')] : []),
  ];
}

/** "role: act" for every role that is given an act without the letter it needs. */
function actFaults({ acts, rights, invited }: PhaseDefinition): readonly string[] {
  return (Object.keys(acts) as Act[]).flatMap((act) =>
    (acts[act] ?? [])
      .filter((role) => {
        const held = [...(rights[role] ?? []), ...(invited[role] ?? [])];
        const needed = neededRight[act];
        return held.length === 0 || (needed !== undefined && !needed.some((right) => held.includes(right)));
      })
      .map((role) => `${role}: ${act}`),
  );
}

function numberFaults(phases: readonly PhaseDefinition[]): readonly DefinitionFault[] {
  const faults: DefinitionFault[] = [];
  let before = [-1, 0];
  for (const { phase, freezes } of phases) {
    if (freezes === null) continue;
    if (!/^\d+\.\d+$/.test(freezes)) {
      faults.push({ code: 'number-malformed', phase, about: freezes });
      continue;
    }
    const [major = 0, minor = 0] = freezes.split('.').map(Number);
    const [lastMajor = 0, lastMinor = 0] = before;
    if (major < lastMajor || (major === lastMajor && minor <= lastMinor)) {
      faults.push({ code: 'numbers-not-rising', phase, about: freezes });
    }
    before = [major, minor];
  }
  return faults;
}

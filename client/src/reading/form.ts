import type { CommentView } from '@draagvlak/contract/client';
import { type Anchor, COMMENT_KINDS, type CommentKind } from '@draagvlak/review';
import { KIND_LOOK } from '../elements/looks.ts';
import { difference, short } from './card.ts';
import type { DraftText, KeepState } from './draft-keeper.ts';
import { element, sign } from './element.ts';
import { type Narrowing, passageField } from './passage-field.ts';
import type { Submitter } from './submitter.ts';
import { type Choice, takesProposal } from './target.ts';
import { words } from './words.ts';

export interface FormContext {
  readonly id: string;
  /** What the comment can be about, the narrowest first; one for a comment that exists. */
  readonly choices: readonly Choice[];
  readonly start: { readonly kind: CommentKind; readonly body: string; readonly proposal: string | null };
  /** Name of a choice, with the title of its section. */
  readonly nameOf: (choice: Choice) => string;
  /** Line that says in whose name. */
  readonly inNameOf: string | null;
  readonly submitter: Submitter | null;
  /** Own earlier comments that an objection can uphold. */
  readonly earlier: readonly CommentView[];
  readonly submitLabel: string;
  readonly choose: (choice: Choice) => void;
  /** The words of the part that this anchor names as a whole, to choose some of them; `null` for other anchors. */
  readonly narrow: (anchor: Anchor) => Narrowing | null;
  /** `null` for a comment that was sent: only a draft is kept while typing. */
  readonly keep: ((draft: DraftText) => void) | null;
  readonly send: (draft: DraftText, follows: string | null) => Promise<void>;
  readonly close: () => void;
}

export interface CommentForm {
  readonly root: HTMLElement;
  kept(state: KeepState): void;
  /** Shows why it was not sent; the text stays. */
  refuse(sentences: readonly string[]): void;
  focus(): void;
}

/** The form of one comment: what it is about, its kind, its words, and a text proposal with its difference. */
export function commentForm(context: FormContext): CommentForm {
  const { reading, vocabulary, shell, dates } = words;
  const { start } = context;
  let choice = context.choices[0]!;
  let busy = false;
  let proposing = start.proposal !== null;

  const quote = element('blockquote', { class: 'quote', lang: 'nl' });
  const problem = element('div', { 'aria-live': 'assertive' });
  const body = element('textarea', { id: 'reactie-tekst', rows: '4', oninput: () => changed() });
  body.value = start.body;
  const proposal = element('textarea', {
    id: 'reactie-voorstel',
    class: 'serif',
    rows: '3',
    lang: 'nl',
    'aria-describedby': 'reactie-voorstel-uitleg',
    oninput: () => changed(),
  });
  proposal.value = start.proposal ?? '';
  const shown = element('p', { class: 'proposal', lang: 'nl' });
  const proposalField = element('div', { class: 'field' });
  const saved = element('p', { class: 'saved', role: 'status' });
  const submit = element('button', { class: 'button primary', type: 'submit' }, context.submitLabel);

  const scope = element(
    'select',
    {
      id: 'reactie-plaats',
      onchange: () => {
        choice = context.choices[Number(scope.value)] ?? choice;
        context.choose(choice);
        drawNarrowing();
        drawPlace();
        changed();
      },
    },
    ...context.choices.map((one, index) => element('option', { value: String(index) }, context.nameOf(one))),
  );
  const follows = element(
    'select',
    { id: 'reactie-eerder' },
    element('option', { value: '' }, reading.followsNone),
    ...context.earlier.map((one) =>
      element('option', { value: one.id }, `${one.number}: ${short(one.body ?? '').slice(0, 80)}`),
    ),
  );

  const kindOf = (): CommentKind => {
    const chosen = form.querySelector<HTMLInputElement>('input[name="soort"]:checked')?.value;
    return COMMENT_KINDS.find((kind) => kind === chosen) ?? start.kind;
  };
  /** A proposal that leaves the words as they are proposes nothing. */
  const proposalOf = () =>
    proposing && takesProposal(choice.anchor) && proposal.value.trim() !== '' && proposal.value !== choice.anchor.quote
      ? proposal.value
      : null;
  const read = (): DraftText => ({
    id: context.id,
    anchor: choice.anchor,
    kind: kindOf(),
    body: body.value,
    proposal: proposalOf(),
  });

  function changed(): void {
    drawDifference();
    const draft = read();
    if (draft.body.trim() !== '' || draft.proposal !== null) context.keep?.(draft);
  }
  const narrowing = element('div', {});
  /** Made for the part that was chosen; choosing words in it leaves it as it stands. */
  function drawNarrowing(): void {
    const narrow = context.narrow(choice.anchor);
    narrowing.hidden = narrow === null;
    narrowing.replaceChildren(
      ...(narrow === null
        ? []
        : [
            passageField(narrow, (anchor) => {
              choice = { name: 'passage', anchor };
              context.choose(choice);
              drawPlace();
              changed();
            }),
          ]),
    );
  }
  function drawPlace(): void {
    quote.textContent = short(choice.anchor.quote);
    quote.hidden = choice.anchor.quote === '';
    drawProposal();
  }
  function drawProposal(): void {
    proposalField.hidden = !takesProposal(choice.anchor);
    const toggle = element(
      'button',
      {
        class: 'button small',
        type: 'button',
        onclick: () => {
          proposing = !proposing;
          if (proposing && proposal.value === '') proposal.value = choice.anchor.quote;
          drawProposal();
          changed();
          if (proposing) proposal.focus();
        },
      },
      proposing ? reading.dropProposal : reading.addProposal,
    );
    proposalField.replaceChildren(
      ...(proposing
        ? [
            element(
              'label',
              { for: 'reactie-voorstel' },
              `${reading.yourProposal} `,
              element('span', { class: 'optional' }, shell.optional),
            ),
            element('span', { class: 'hint', id: 'reactie-voorstel-uitleg' }, reading.proposalHint),
            proposal,
            shown,
            element('div', {}, toggle),
          ]
        : [element('div', {}, toggle)]),
    );
    drawDifference();
  }
  function drawDifference(): void {
    const same = proposal.value === choice.anchor.quote;
    shown.replaceChildren(
      element('span', { class: 'label' }, reading.proposalShown),
      ...(same
        ? [element('span', { class: 'quiet' }, reading.proposalSame)]
        : difference(choice.anchor.quote, proposal.value)),
    );
  }

  const kinds = element(
    'fieldset',
    { class: 'field' },
    element('legend', {}, reading.kindQuestion),
    element(
      'div',
      { class: 'kind-choices' },
      ...COMMENT_KINDS.map((kind) => {
        const look = KIND_LOOK[kind];
        const input = element('input', { type: 'radio', name: 'soort', value: kind, onchange: () => changed() });
        input.defaultChecked = kind === start.kind;
        input.checked = kind === start.kind;
        return element(
          'label',
          { class: 'kind-choice' },
          input,
          element('span', { class: `tag kind-${look.name}` }, sign(look.sign), vocabulary.commentKinds[kind]),
          element('span', { class: 'hint' }, vocabulary.commentKindHints[kind]),
        );
      }),
    ),
  );
  const form = element(
    'form',
    { class: 'pane-body form', novalidate: true, onsubmit: (event: Event) => void send(event) },
    problem,
    context.choices.length < 2
      ? null
      : element('div', { class: 'field' }, element('label', { for: 'reactie-plaats' }, reading.onWhat), scope),
    quote,
    narrowing,
    context.submitter?.fields ?? null,
    kinds,
    element('div', { class: 'field' }, element('label', { for: 'reactie-tekst' }, reading.yourComment), body),
    proposalField,
    context.earlier.length === 0
      ? null
      : element('div', { class: 'field' }, element('label', { for: 'reactie-eerder' }, reading.follows), follows),
    context.inNameOf === null ? null : element('p', { class: 'small quiet' }, context.inNameOf),
    element(
      'div',
      { class: 'buttons form-end' },
      submit,
      element(
        'button',
        { class: 'button', type: 'button', onclick: () => context.close() },
        context.keep ? reading.keepDraft : shell.cancel,
      ),
    ),
    context.keep ? saved : null,
  );

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    const draft = read();
    if (draft.body.trim() === '' && draft.proposal === null) {
      refuse([reading.bodyNeeded]);
      body.focus();
      return;
    }
    if (context.submitter && context.submitter.read() === null) {
      refuse([reading.registerNeeded]);
      context.submitter.focus();
      return;
    }
    busy = true;
    submit.setAttribute('aria-disabled', 'true');
    await context.send(draft, follows.value === '' ? null : follows.value);
    busy = false;
    submit.removeAttribute('aria-disabled');
  }

  function refuse(sentences: readonly string[]): void {
    const copy = element(
      'button',
      {
        class: 'button small plain',
        type: 'button',
        onclick: async () => {
          await navigator.clipboard.writeText([body.value, proposalOf() ?? ''].filter(Boolean).join('\n\n'));
          copy.textContent = reading.copied;
        },
      },
      reading.copyText,
    );
    problem.replaceChildren(
      element(
        'div',
        { class: 'notice danger' },
        sign('err'),
        element(
          'div',
          {},
          ...sentences.map((sentence) => element('p', {}, sentence)),
          body.value.trim() === '' ? null : element('div', { class: 'buttons' }, copy),
        ),
      ),
    );
  }

  drawNarrowing();
  drawPlace();
  const first = context.choices[0];
  return {
    root: form,
    kept(state) {
      const look = { idle: '', busy: 'busy', saved: '', device: 'offline' }[state.status];
      saved.className = look === '' ? 'saved' : `saved ${look}`;
      const text = {
        idle: () => reading.draftPrivate,
        busy: () => reading.draftSaving,
        device: () => reading.draftOnDevice,
        saved: () => (state.status === 'saved' ? reading.draftSaved(dates.time(state.at)) : ''),
      }[state.status]();
      saved.replaceChildren(sign({ idle: 'lock', busy: 'clock', saved: 'check', device: 'wifi' }[state.status]), text);
    },
    refuse,
    focus: () =>
      (first && body.value === ''
        ? form.querySelector<HTMLInputElement>('input[name="soort"]:checked')
        : body
      )?.focus(),
  };
}

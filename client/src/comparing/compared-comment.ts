import { html, nothing, type TemplateResult } from 'lit';
import { KIND_LOOK } from '../elements/looks.ts';
import '../elements/disposition-badge.ts';
import { sign } from '../elements/sign.ts';
import { smallDiff } from '../elements/small-diff.ts';
import { words } from '../stores/words.ts';
import type { ChangeIndex, ComparedComment } from './change-index.ts';

/** The words of a comment with its decision and motivation, and its passage as it was and as it is now. */
export function commentWords(
  comment: ComparedComment,
  from: string,
  comments: readonly ComparedComment[],
  index: ChangeIndex,
) {
  return html`${commentHead(comment, from)} ${commentBody(comment, dispositionOf(comment, comments), index)}`;
}

/** Number, submitter and kind. */
export function commentHead(comment: ComparedComment, from: string) {
  const look = KIND_LOOK[comment.kind];
  return html`<p class="comment-head">
    <b class="num">${comment.number}</b><span class="from">${from}</span
    ><span class=${`kind-${look.name}`}
      >${sign(look.sign)}<span class="hidden-text">${words().vocabulary.commentKinds[comment.kind]}</span></span
    >
  </p>`;
}

export function dispositionOf(comment: ComparedComment, comments: readonly ComparedComment[]) {
  const { standing } = comment;
  const into = standing?.into == null ? undefined : comments.find(({ id }) => id === standing.into);
  return html`<disposition-badge
    .kind=${standing?.kind ?? null}
    .mergedWith=${into?.number ?? null}
    ?withdrawn=${comment.withdrawnAt !== null}
    ?proposed=${standing !== null && standing.confirmedAt === null}
  ></disposition-badge>`;
}

/** `answer` stands between the words and the motivation; nothing where it stands above them already. */
export function commentBody(comment: ComparedComment, answer: TemplateResult | typeof nothing, index: ChangeIndex) {
  const { comparing, processing } = words();
  const { standing } = comment;
  return html`<p>${comment.body ?? html`<span class="quiet">${processing.erased}</span>`}</p>
    ${answer === nothing ? nothing : html`<p>${answer}</p>`}
    ${
      standing === null || standing.motivation === null
        ? nothing
        : html`<p class="small"><span class="quiet">${comparing.motivation}</span> ${standing.motivation}</p>`
    }
    ${thenAndNow(comment, index)}`;
}

/** The passage that a comment stands on, in both texts. */
function thenAndNow({ anchor, placement }: ComparedComment, index: ChangeIndex) {
  const { reviewing, vocabulary } = words();
  if (anchor.scope === 'document') return html`<p class="small quiet">${reviewing.wholeDocument}</p>`;
  const named = (outline: ChangeIndex['after'], id: string | null) => {
    const section = id === null ? undefined : outline.section(id);
    return [section?.number, section?.title].filter((part) => part != null).join(' ');
  };
  const edited = placement.rung === 'changed' || placement.rung === 'replaced' || placement.rung === 'uncertain';
  const quoted = (what: unknown) => html`<q class="said-words">${what}</q>`;
  return html`<details class="then-now">
    <summary>${reviewing.passage}: ${vocabulary.rungs[placement.rung].toLowerCase()}</summary>
    <dl>
      <dt>${reviewing.passageThen}</dt>
      <dd>
        <span class="quiet">${named(index.before, anchor.section)}</span>
        ${anchor.scope === 'section' || anchor.quote === '' ? nothing : quoted(anchor.quote)}
      </dd>
      <dt>${reviewing.passageNow}</dt>
      <dd>
        <span class="quiet">${named(index.after, placement.section)}</span>
        ${
          placement.rung === 'deleted'
            ? reviewing.passageGone
            : placement.quote === '' || anchor.scope === 'section'
              ? nothing
              : quoted(edited ? smallDiff(anchor.quote, placement.quote) : placement.quote)
        }
        ${placement.confirmed === true ? html`<span class="plain-tag">${words().placing.confirmed}</span>` : nothing}
      </dd>
    </dl>
  </details>`;
}

import { html, nothing } from 'lit';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import type { KnownChange } from './change-index.ts';

type Remark = KnownChange['remarks'][number];

/** What was said about a change, each with its answers; `answer` opens the form, and is left out for who may not. */
export function remarkThread(remarks: readonly Remark[], answer: ((remark: string) => void) | null) {
  const asked = remarks.filter(({ kind }) => kind !== 'answer');
  if (asked.length === 0) return nothing;
  const { comparing } = words();
  return html`<h3 class="why-h">${comparing.remarks.title}</h3>
    <div class="lines minis">
      ${asked.map((remark) =>
        thread(
          remark,
          remarks.filter(({ about }) => about === remark.id),
          answer,
        ),
      )}
    </div>`;
}

function thread(remark: Remark, answers: readonly Remark[], answer: ((remark: string) => void) | null) {
  const { dates, vocabulary, reviewing } = words();
  const waits = remark.kind === 'question' && answers.length === 0;
  return html`<article class="mini remark" id=${`opmerking-${remark.id}`}>
    <p class="comment-head">
      <span class="plain-tag">${vocabulary.remarkKinds[remark.kind]}</span><span class="from">${remark.by.name}</span
      ><span class="quiet">${dates.day(remark.at)}</span>
    </p>
    ${said(remark)}
    ${answers.map(
      (one) =>
        html`<div class="follow is-answer">
          <p class="comment-head">
            ${sign('antw')}<span class="from">${reviewing.answer.by(one.by.name)}</span
            ><span class="quiet">${dates.day(one.at)}</span>
          </p>
          ${said(one)}
        </div>`,
    )}
    ${waits ? html`<p class="small waits">${sign('clock')}${reviewing.answer.waiting}</p>` : nothing}
    ${
      answer === null
        ? nothing
        : html`<div class="buttons">
            <button class="button small" type="button" data-answer=${remark.id} @click=${() => answer(remark.id)}>
              ${sign('antw')}${reviewing.answer.open}
            </button>
          </div>`
    }
  </article>`;
}

const said = ({ body }: Remark) =>
  html`<p class="said-text">${body ?? html`<span class="quiet">${words().processing.erased}</span>`}</p>`;

import { PHASES } from '@draagvlak/procedure';
import { COMMENT_KINDS, DISPOSITION_KINDS } from '@draagvlak/review';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../elements/comment-card.ts';
import '../elements/disposition-badge.ts';
import '../elements/document-outline.ts';
import '../elements/gate-list.ts';
import '../elements/heat-strip.ts';
import '../elements/kind-tag.ts';
import { LightElement } from '../elements/light-element.ts';
import '../elements/notice-bar.ts';
import '../elements/people-here.ts';
import '../elements/phase-track.ts';
import '../elements/procedure-timeline.ts';
import '../elements/save-state.ts';
import { sign } from '../elements/sign.ts';
import { smallDiff } from '../elements/small-diff.ts';
import '../elements/stacked-bar.ts';
import { empty, refusal } from '../elements/states.ts';
import { words } from '../stores/words.ts';
import { answered, EXAMPLE_GATES, EXAMPLE_PHASES, EXAMPLE_SECTIONS, exampleComment } from './examples.ts';

/** Every part of the screens in every state: to look at, and for the accessibility check to read. */
@customElement('parts-page')
export class PartsPage extends LightElement {
  override render() {
    const { shell, parts: partsPage } = words();
    return html`<div class="wrap">
      <div class="page-head">
        <div>
          <h1>${shell.parts}</h1>
          <p class="quiet">${partsPage.intro}</p>
        </div>
      </div>
      ${this.#spec('knoppen', partsPage.buttons, partsPage.buttonsHint, this.#buttons())}
      ${this.#spec('velden', partsPage.fields, '', this.#fields())}
      ${this.#spec('tekens', partsPage.signs, partsPage.signsHint, this.#signs())}
      ${this.#spec('reactie', partsPage.comment, '', this.#comments())}
      ${this.#spec('mensen', partsPage.people, '', this.#people())}
      ${this.#spec('meldingen', partsPage.notices, '', this.#notices())}
      ${this.#spec('leeg', partsPage.states, '', this.#states())}
      ${this.#spec('verloop', partsPage.gates, '', this.#course())}
      ${this.#spec('grafieken', partsPage.charts, '', this.#charts())}
    </div>`;
  }

  #spec(id: string, title: string, hint: string, body: TemplateResult): TemplateResult {
    return html`<section class="spec" aria-labelledby=${`o-${id}`}>
      <div class="spec-head">
        <h2 id=${`o-${id}`}>${title}</h2>
        <p>${hint}</p>
      </div>
      <div class="spec-body">${body}</div>
    </section>`;
  }

  #buttons(): TemplateResult {
    const { reading, dossier, commands, vocabulary } = words();
    return html`<div class="spec-cols">
      <div class="buttons">
        <button class="button primary" type="button">${reading.send}</button>
        <button class="button" type="button">${reading.keepDraft}</button>
        <button class="button plain" type="button">${reading.reply}</button>
        <button class="button danger" type="button">${reading.withdraw}</button>
      </div>
      <div class="buttons">
        <button class="button small" type="button" aria-pressed="true">${sign('check')}${vocabulary.confirmed}</button>
        <div class="segmented" role="group" aria-label=${reading.commentsTitle}>
          <button type="button" aria-pressed="true">${reading.everything}</button>
          <button type="button" aria-pressed="false">${reading.mineOnly}</button>
        </div>
      </div>
      <div>
        <button class="button" type="button" aria-disabled="true" aria-describedby="uitleg-knop">
          ${commands.labels.freeze}
        </button>
        <p class="hint" id="uitleg-knop">${dossier.stepWhen(3)}</p>
      </div>
    </div>`;
  }

  #fields(): TemplateResult {
    const { shell, vocabulary, reading } = words();
    const { example } = words().parts;
    return html`<div class="spec-cols">
      <div class="field">
        <label for="v1">${example.label}</label><span class="hint" id="v1h">${example.hint}</span
        ><input id="v1" aria-describedby="v1h" .value=${example.organisation} />
      </div>
      <div class="field">
        <label for="v2">${example.label} <span class="optional">${shell.optional}</span></label
        ><input id="v2" />
      </div>
      <div class="field has-error">
        <label for="v3">${reading.yourComment}</label
        ><textarea id="v3" rows="2" aria-invalid="true" aria-describedby="v3e"></textarea>
        <p class="error-text" id="v3e">${sign('err')}${example.wrong}</p>
      </div>
      <fieldset class="field">
        <legend>${reading.kindQuestion}</legend>
        ${COMMENT_KINDS.map(
          (kind, index) =>
            html`<label class="choice"
              ><input type="radio" name="soort-voorbeeld" ?checked=${index === 1} /><span
                >${vocabulary.commentKinds[kind]}<span class="hint">${vocabulary.commentKindHints[kind]}</span></span
              ></label
            >`,
        )}
      </fieldset>
    </div>`;
  }

  #signs(): TemplateResult {
    const { reading, parts: partsPage } = words();
    return html`<div class="spec-cols two">
      <ul class="tag-list">
        ${COMMENT_KINDS.map((kind) => html`<li><kind-tag .kind=${kind}></kind-tag></li>`)}
      </ul>
      <ul class="tag-list">
        ${DISPOSITION_KINDS.map((kind) => html`<li><disposition-badge .kind=${kind}></disposition-badge></li>`)}
        <li><disposition-badge></disposition-badge></li>
        <li><disposition-badge withdrawn></disposition-badge></li>
        <li><disposition-badge .kind=${'accepted'} proposed></disposition-badge></li>
        <li><disposition-badge .kind=${'merged'} .mergedWith=${'R03'}></disposition-badge></li>
      </ul>
      <div>
        <h3>${partsPage.inText}</h3>
        <p class="text" lang="nl">
          ${smallDiff(partsPage.example.quote, partsPage.example.proposal)}
          <del class="val-old">12</del> <ins class="val-new">8</ins> <span class="mov">${partsPage.example.moved}</span>
          <span class="has-comments">${partsPage.example.reacted}</span
          ><a class="mark-count" href="#o-reactie" aria-label=${reading.onThisPlace(3)}>3</a>
        </p>
      </div>
      <div>
        <h3>${partsPage.phases}</h3>
        <ul class="tag-list col">
          <li><phase-track></phase-track></li>
          ${PHASES.map((phase) => html`<li><phase-track .phase=${phase}></phase-track></li>`)}
          <li><phase-track late .phase=${'consultation'}></phase-track></li>
        </ul>
      </div>
    </div>`;
  }

  #comments(): TemplateResult {
    const { reading } = words();
    return html`<div class="spec-cols two">
      <comment-card .comment=${answered()}></comment-card>
      <comment-card
        .comment=${exampleComment({ id: 'open', number: 'R27', kind: 'objection', late: true })}
        .actions=${html`<button class="button small" type="button">${reading.reply}</button>`}
      ></comment-card>
      <comment-card
        .comment=${exampleComment({ id: 'weg', number: 'R12', kind: 'question', withdrawnAt: '2026-02-06T10:00:00Z' })}
      ></comment-card>
      <comment-card
        .comment=${exampleComment({ id: 'gewist', number: 'R08', kind: 'support', body: null })}
      ></comment-card>
    </div>`;
  }

  #people(): TemplateResult {
    const person = (name: string, colour: 1 | 2 | 3 | 4, where: string | null, self = false) => ({
      name,
      colour,
      where,
      self,
    });
    const here = [
      person('Anna Vermeer', 1, null, true),
      person('Bram Osinga', 2, '4.4'),
      person('Chantal de Boer', 3, '7.1'),
      person('Dirk Hoekstra', 4, null),
    ];
    return html`<div class="spec-cols two">
      <people-here named .people=${here}></people-here>
      <people-here .people=${here}></people-here>
      <ul class="tag-list col">
        <li><save-state .at=${'2026-02-05T13:32:00Z'}></save-state></li>
        <li><save-state .state=${'busy'}></save-state></li>
        <li><save-state .state=${'offline'}></save-state></li>
        <li><save-state .state=${'read-only'}></save-state></li>
      </ul>
    </div>`;
  }

  #notices(): TemplateResult {
    const { reading, errors, refusals, shell } = words();
    return html`<div class="spec-cols two">
      <notice-bar .heading=${reading.noneYet} .text=${reading.noneYetText}></notice-bar>
      <notice-bar .kind=${'warning'} .text=${errors.offline}></notice-bar>
      <notice-bar .kind=${'success'} .heading=${reading.sent('R37')} .text=${reading.sentChangeable}></notice-bar>
      <notice-bar
        .kind=${'danger'}
        .heading=${reading.closedWhileWriting}
        .text=${refusals['round-over']}
        .actions=${html`<button class="button small plain" type="button">${reading.copyText}</button>`}
      ></notice-bar>
      <div class="toast" role="status">
        <span>${reading.takenBack}</span><button type="button">${shell.close}</button>
      </div>
    </div>`;
  }

  #states(): TemplateResult {
    const { reading, overview, shell } = words();
    return html`<div class="spec-cols">
      ${empty(reading.noneYet, reading.noneYetText)}
      ${empty(
        overview.noMatchTitle,
        overview.noMatchText,
        html`<button class="button" type="button">${overview.clearFilters}</button>`,
      )}
      ${refusal({ kind: 'unreachable' })}
      <div class="spec-item" aria-busy="true">
        <div class="skeleton"><span></span><span></span><span></span></div>
        <p class="small quiet" role="status">${shell.loading}</p>
      </div>
    </div>`;
  }

  #course(): TemplateResult {
    return html`<div class="spec-cols two">
      <gate-list .gates=${EXAMPLE_GATES}></gate-list>
      <procedure-timeline class="spec-timeline" .phases=${EXAMPLE_PHASES}></procedure-timeline>
      <nav aria-label=${words().parts.outline}>
        <document-outline
          .sections=${EXAMPLE_SECTIONS}
          .current=${'s43'}
          .href=${() => '#o-verloop'}
          .side=${() => html`<heat-strip .count=${4} .most=${8}></heat-strip>`}
        ></document-outline>
      </nav>
    </div>`;
  }

  #charts(): TemplateResult {
    const { vocabulary, dossier } = words();
    const parts = [
      { label: vocabulary.dispositions.accepted, count: 25, fill: 'c-overgenomen' },
      { label: vocabulary.dispositions['partly-accepted'], count: 5, fill: 'c-gedeeltelijk' },
      { label: vocabulary.dispositions['not-accepted'], count: 5, fill: 'c-niet' },
      { label: dossier.otherDecision, count: 8, fill: 'c-overig' },
    ];
    return html`<div class="spec-cols two">
      <stacked-bar tall .parts=${parts} .label=${dossier.whatDone}></stacked-bar>
      <ul class="tag-list col outline">
        ${[1, 3, 5, 8].map((count) => html`<li class="side"><heat-strip .count=${count} .most=${8}></heat-strip></li>`)}
      </ul>
    </div>`;
  }
}

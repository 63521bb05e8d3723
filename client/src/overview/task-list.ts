import type { TaskView } from '@draagvlak/contract/client';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { inOrder } from './task-order.ts';
import { daysUntil } from './time-line.ts';

/** What waits for me: one line, one act each. */
@customElement('task-list')
export class TaskList extends LightElement {
  @property({ attribute: false }) tasks: readonly TaskView[] = [];
  /** Instant of looking, ISO. */
  @property({ attribute: false }) now = '';

  override render() {
    const { overview } = words();
    if (this.tasks.length === 0)
      return html`<div class="tasks"><p class="no-tasks">${sign('check')} ${overview.noTasks}</p></div>`;
    const ordered = inOrder(this.tasks);
    const work = ordered.filter(({ kind }) => kind !== 'read');
    if (work.length === 0) return this.#list(ordered);
    const reading = ordered.filter(({ kind }) => kind === 'read');
    return html`${this.#list(work)}${
      reading.length === 0
        ? nothing
        : html`<h3 class="to-read-title">${overview.toRead}</h3>
            <ul class="to-read">
              ${reading.map((task) => html`<li><a href=${task.href}>${task.title}</a></li>`)}
            </ul>`
    }`;
  }

  #list(tasks: readonly TaskView[]): TemplateResult {
    return html`<ol class="tasks">
      ${tasks.map((task) => this.#task(task))}
    </ol>`;
  }

  #task(task: TaskView): TemplateResult {
    const { overview } = words();
    return html`<li class=${task.late ? 'task is-late' : 'task'}>
      <p class="task-date">${sign(task.late ? 'warn' : 'cal')}${this.#date(task)}</p>
      <div class="task-what">
        <h3><a href=${task.href}>${overview.tasks[task.kind]}</a></h3>
        <p>
          <span class="task-doc">${task.title}.</span>
          ${task.count > 0 ? overview.taskCount[task.kind](task.count) : nothing}
        </p>
      </div>
      <a class="button small" href=${task.href}
        >${overview.taskButton[task.kind]}<span class="hidden-text">: ${task.title}</span></a
      >
    </li>`;
  }

  #date(task: TaskView): TemplateResult {
    const { dates, overview } = words();
    if (task.due === null) return html`<span class="quiet small">${overview.noDue}</span>`;
    const days = daysUntil(this.now, task.due);
    return html`<span
      ><b class="num">${dates.dayAndMonth(task.due)}</b><br />${
        days < 0
          ? html`<span class="late small">${dates.lateBy(-days)}</span>`
          : html`<span class="quiet small">${dates.inDays(days)}</span>`
      }</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'task-list': TaskList;
  }
}

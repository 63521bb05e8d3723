// @vitest-environment happy-dom
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { afterEach, expect, it, vi } from 'vitest';
import { LightElement } from '../elements/light-element.ts';
import { DeskFocus } from './desk-focus.ts';

@customElement('small-desk')
class SmallDesk extends LightElement {
  readonly keyboard = new DeskFocus(this);
  override render() {
    return html`<h2 id="reactie-kop" tabindex="-1">R07</h2>`;
  }
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function desk(): Promise<SmallDesk> {
  const element = new SmallDesk();
  document.body.append(element);
  await element.updateComplete;
  return element;
}

/** A button with the keyboard goes away, and the desk renders. */
async function pressAndGo(element: SmallDesk): Promise<void> {
  const button = document.createElement('button');
  element.append(button);
  button.focus();
  button.remove();
  element.requestUpdate();
  await element.updateComplete;
  for (let time = 0; time < 3; time += 1) await frame();
}

afterEach(() => document.body.replaceChildren());

it('brings the keyboard back to the comment when the button that had it is gone', async () => {
  const element = await desk();
  await pressAndGo(element);
  expect(document.activeElement?.id).toBe('reactie-kop');
});

it('still does so on a desk that left the page, in the middle of looking, and came back', async () => {
  const element = await desk();
  element.requestUpdate();
  await element.updateComplete;
  element.remove();
  document.body.append(element);
  await pressAndGo(element);
  expect(document.activeElement?.id).toBe('reactie-kop');
});

it('listens once, however often the desk comes back', async () => {
  const added = vi.spyOn(SmallDesk.prototype, 'addEventListener');
  const removed = vi.spyOn(SmallDesk.prototype, 'removeEventListener');
  const element = await desk();
  for (let time = 0; time < 2; time += 1) {
    element.remove();
    document.body.append(element);
  }
  const [last] = added.mock.calls.slice(-1);
  expect(new Set(added.mock.calls.map(([, listener]) => listener)).size).toBe(1);
  expect(removed.mock.calls.filter(([type, listener]) => type === 'focusin' && listener === last?.[1])).toHaveLength(2);
});

import { element } from './element.ts';
import { words } from './words.ts';

/** Tells what was done. With something to take back it counts the seconds that remain, for the eye only. */
export class Toast {
  readonly root = element('div', { class: 'toast-place', role: 'status' });
  #timer: ReturnType<typeof setInterval> | null = null;

  say(text: string): void {
    this.#stop();
    this.root.replaceChildren(element('div', { class: 'toast' }, element('span', {}, text)));
    this.#timer = setInterval(() => this.clear(), 6000);
  }

  /** @param until instant (milliseconds) after which it can no longer be taken back */
  offerTakeBack(text: string, until: number, now: () => number, takeBack: () => Promise<void>): void {
    this.#stop();
    const left = () => Math.max(0, Math.ceil((until - now()) / 1000));
    const count = element('span', { 'aria-hidden': 'true' }, words.reading.takeBackSeconds(left()));
    const button = element(
      'button',
      {
        type: 'button',
        'aria-label': words.reading.takeBack,
        'aria-keyshortcuts': 'U',
        onclick: () => void takeBack(),
      },
      count,
      element('kbd', { 'aria-hidden': 'true' }, 'U'),
    );
    this.root.replaceChildren(element('div', { class: 'toast' }, element('span', {}, text), button));
    this.#timer = setInterval(() => {
      count.textContent = words.reading.takeBackSeconds(left());
      if (left() === 0) this.clear();
    }, 500);
  }

  /** Takes back what is offered, for who comes with a key. */
  press(): void {
    this.root.querySelector('button')?.click();
  }

  clear(): void {
    this.#stop();
    this.root.replaceChildren();
  }

  #stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}

import type { ImportChoice, ImportView } from '@draagvlak/contract/client';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../../elements/light-element.ts';
import { words } from '../../stores/words.ts';

type Picture = ImportView['pictures'][number];
interface Answer {
  readonly take: 'yes' | 'decorative' | 'no';
  readonly alt: string;
}

/** Longest side of the small picture that is shown, in pixels of the page. */
const SMALL = 160;

/** Asks of every picture within a text whether it comes along, and what is to be seen on it. */
@customElement('import-pictures')
export class ImportPictures extends LightElement {
  @property({ attribute: false }) pictures: readonly Picture[] = [];
  @state() private answers: ReadonlyMap<number, Answer> = new Map();
  @state() private asked = false;

  /** The pictures that come along; `null` when one still needs its description, which is then asked for. */
  choice(): ImportChoice['pictures'] | null {
    this.asked = true;
    const lacking = this.pictures.find((one) => this.#lacks(one));
    if (lacking !== undefined) {
      void this.updateComplete.then(() => this.querySelector<HTMLElement>(`#plaatje-${lacking.at}-alt`)?.focus());
      return null;
    }
    return this.pictures.flatMap((one) => {
      const { take, alt } = this.#answer(one);
      return take === 'no' ? [] : [{ at: one.at, alt: take === 'decorative' ? '' : alt.trim() }];
    });
  }

  #answer({ at, alt }: Picture): Answer {
    return this.answers.get(at) ?? { take: 'yes', alt };
  }

  #lacks(one: Picture): boolean {
    const { take, alt } = this.#answer(one);
    return take === 'yes' && alt.trim() === '';
  }

  override render() {
    const { importing } = words();
    if (this.pictures.length === 0) return nothing;
    return html`<h4>${importing.pictures}</h4>
      <p>${importing.picturesHow}</p>
      ${this.pictures.map((one, index) => this.#picture(one, index))}`;
  }

  #picture(one: Picture, index: number) {
    const { importing, images } = words();
    const answer = this.#answer(one);
    const name = importing.picture(index + 1);
    const wrong = this.asked && this.#lacks(one);
    const set = (now: Partial<Answer>) =>
      (this.answers = new Map(this.answers).set(one.at, { ...this.#answer(one), ...now }));
    const alt = `plaatje-${one.at}-alt`;
    return html`<fieldset class="import-picture">
      <legend>${name}</legend>
      <canvas data-at=${one.at} role="img" aria-label=${one.alt === '' ? name : one.alt}></canvas>
      <div>
        ${(['yes', 'decorative', 'no'] as const).map(
          (take) =>
            html`<label class="choice"
              ><input
                type="radio"
                name=${`plaatje-${one.at}`}
                .checked=${answer.take === take}
                @change=${() => set({ take })}
              /><span>${importing.pictureChoices[take]}</span></label
            >`,
        )}
        ${
          answer.take === 'yes'
            ? html`<div class=${wrong ? 'field has-error' : 'field'}>
                <label for=${alt}>${images.alt}</label>
                <span class="hint" id=${`${alt}-uitleg`}>${images.altHint}</span>
                ${wrong ? html`<span class="error" id=${`${alt}-fout`}>${images.altNeeded}</span>` : nothing}
                <input
                  id=${alt}
                  type="text"
                  maxlength="1000"
                  lang="nl"
                  .value=${answer.alt}
                  aria-describedby=${wrong ? `${alt}-uitleg ${alt}-fout` : `${alt}-uitleg`}
                  aria-invalid=${wrong ? 'true' : nothing}
                  @input=${(event: Event) => set({ alt: (event.target as HTMLInputElement).value })}
                />
              </div>`
            : nothing
        }
      </div>
    </fieldset>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('pictures')) for (const one of this.pictures) void this.#draw(one);
  }

  /** Drawn and not linked: the page fetches pictures from this house only, also those within a text. */
  async #draw({ at, src }: Picture): Promise<void> {
    const canvas = this.querySelector<HTMLCanvasElement>(`canvas[data-at="${at}"]`);
    if (canvas === null) return;
    try {
      const bytes = Uint8Array.from(atob(src.slice(src.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
      const drawn = await createImageBitmap(new Blob([bytes]));
      const share = Math.min(1, SMALL / Math.max(drawn.width, drawn.height));
      canvas.width = Math.max(1, Math.round(drawn.width * share));
      canvas.height = Math.max(1, Math.round(drawn.height * share));
      canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
      drawn.close();
    } catch (error) {
      // What cannot be drawn is damaged and will not come along.
      if (!(error instanceof DOMException)) throw error;
      this.answers = new Map(this.answers).set(at, { take: 'no', alt: '' });
      canvas.replaceWith(Object.assign(document.createElement('p'), { textContent: words().importing.pictureDamaged }));
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-pictures': ImportPictures;
  }
}

import { css, html, LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { property, state } from 'lit/decorators.js';
import type { Appearance, LkSession } from '../../src/core/session/types.js';
import { isEnough, measure, type Measured, sentence } from './contrast.js';
import {
  type Colour,
  COLOURS,
  join,
  type Look,
  LOOKS,
  sidesOf,
  type Size,
  SIZES,
  type Variables,
  variablesOf,
} from './variables.js';

const NAMES: Readonly<Record<Look, string>> = {
  default: 'Default',
  bank: 'Bank-like portal',
  bright: 'Bright consumer operator',
};
const THEMES = ['auto', 'light', 'dark'] as const;

/** Ten variables, real widgets beside them, and the `appearance` that a host passes to `createSession`. */
export class TokenEditor extends LitElement {
  static override readonly styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(0, 22em) minmax(0, 1fr);
      gap: 20px;
      font:
        14px/20px system-ui,
        sans-serif;
    }
    @media (width < 900px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    form,
    .shown {
      display: grid;
      gap: 12px;
      align-content: start;
    }
    .row {
      display: grid;
      grid-template-columns: 6em minmax(0, 1fr) minmax(0, 1fr);
      gap: 8px;
      align-items: center;
    }
    .wide {
      grid-column: 2 / -1;
    }
    input,
    select,
    button {
      font: inherit;
      min-block-size: 32px;
      inline-size: 100%;
      box-sizing: border-box;
    }
    pre {
      margin: 0;
      padding: 12px;
      border: 1px solid;
      overflow: auto;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    ul {
      margin: 0;
      padding-inline-start: 1.2em;
    }
  `;

  @property({ attribute: false }) session: LkSession | undefined;

  @state() private _look: Look = 'default';
  @state() private _theme: (typeof THEMES)[number] = 'light';
  @state() private _variables: Variables = variablesOf('default');
  @state() private _poor: readonly Measured[] = [];
  @state() private _copied = false;

  /** What differs from the default look; `theme` always. */
  get appearance(): Appearance {
    const usual = variablesOf('default');
    const own = Object.entries(this._variables).filter(([name, value]) => usual[name as keyof Variables] !== value);
    return { theme: this._theme, variables: Object.fromEntries(own) };
  }

  protected override render(): TemplateResult {
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
        <div class="row">
          <label for="look">Begin with</label>
          <select id="look" class="wide" @change=${this.#begin}>
            ${LOOKS.map((look) => html`<option value=${look} ?selected=${look === this._look}>${NAMES[look]}</option>`)}
          </select>
        </div>
        <div class="row">
          <label for="theme">Theme</label>
          <select id="theme" class="wide" @change=${this.#setTheme}>
            ${THEMES.map((theme) => html`<option value=${theme} ?selected=${theme === this._theme}>${theme}</option>`)}
          </select>
        </div>
        ${COLOURS.map((name) => this.#colour(name))} ${Object.keys(SIZES).map((name) => this.#size(name as Size))}
        <div class="row">
          <label for="font">font</label>
          <input
            id="font"
            class="wide"
            .value=${live(this._variables.font)}
            @change=${(event: Event) => this.#set('font', valueOf(event))}
          />
        </div>
      </form>
      <div class="shown">
        <lk-session .session=${this.session ?? null} .appearance=${this.appearance}>
          <lk-balance id="probe"></lk-balance>
          <lk-bills></lk-bills>
        </lk-session>
        <div role="status">
          ${
            this._poor.length === 0
              ? html`<p>Contrast is enough everywhere.</p>`
              : html`<p>Too little contrast:</p>
                  <ul>
                    ${this._poor.map((one) => html`<li>${sentence(one)}</li>`)}
                  </ul>`
          }
        </div>
        <pre tabindex="0" role="region" aria-label="appearance">${JSON.stringify(this.appearance, null, 2)}</pre>
        <button type="button" @click=${this.#copy}>${this._copied ? 'Copied' : 'Copy the JSON'}</button>
      </div>`;
  }

  #colour(name: Colour): TemplateResult {
    const [light, dark] = sidesOf(this._variables[name]);
    const side = (which: 'light' | 'dark', value: string) =>
      html`<input
        type="color"
        aria-label="${name}, ${which}"
        title=${which}
        .value=${live(value)}
        @input=${(event: Event) => {
          const chosen = valueOf(event);
          this.#set(name, which === 'light' ? join(chosen, name === 'accent' ? chosen : dark) : join(light, chosen));
        }}
      />`;
    // The accent is one colour: its dark side is derived.
    return html`<div class="row">
      <span>${name}</span>${side('light', light)}${name === 'accent' ? '' : side('dark', dark)}
    </div>`;
  }

  #size(name: Size): TemplateResult {
    const { min, max, step, unit } = SIZES[name];
    const value = this._variables[name];
    return html`<div class="row">
      <label for=${name}>${name}</label>
      <input
        id=${name}
        type="range"
        min=${min}
        max=${max}
        step=${step}
        .value=${live(String(Number.parseFloat(value)))}
        @input=${(event: Event) => this.#set(name, `${valueOf(event)}${unit}`)}
      />
      <output for=${name}>${value}</output>
    </div>`;
  }

  protected override updated(): void {
    const probe = this.renderRoot.querySelector('#probe');
    if (!probe) return;
    // The widgets take the new appearance with their next update.
    requestAnimationFrame(() => {
      const poor = measure(probe).filter((one) => !isEnough(one));
      if (JSON.stringify(poor) !== JSON.stringify(this._poor)) this._poor = poor;
    });
  }

  #begin = (event: Event): void => {
    const look = LOOKS.find((one) => one === valueOf(event)) ?? 'default';
    this._look = look;
    this._variables = variablesOf(look);
  };

  #setTheme = (event: Event): void => {
    this._theme = THEMES.find((one) => one === valueOf(event)) ?? 'light';
  };

  #set(name: keyof Variables, value: string): void {
    this._copied = false;
    this._variables = { ...this._variables, [name]: value };
  }

  #copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(JSON.stringify(this.appearance, null, 2));
    this._copied = true;
  };
}

function valueOf({ currentTarget }: Event): string {
  return currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLSelectElement
    ? currentTarget.value
    : '';
}

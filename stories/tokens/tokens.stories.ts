import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { scene } from '../.storybook/scenes.js';
import { part } from '../.storybook/steps.js';
import { isEnough, measure, PAIRS, sentence } from './contrast.js';
import { TokenEditor } from './editor.js';
import { LOOKS } from './variables.js';

if (!customElements.get('token-editor')) customElements.define('token-editor', TokenEditor);

const meta: Meta = { title: 'Tokens', ...scene({ world: 'negative' }) };
export default meta;
type Story = StoryObj;

/** Change the ten variables, see real widgets, take the `appearance` away as JSON. */
export const Editor: Story = {
  render: (_args, { loaded }) => html`<token-editor .session=${loaded['session']}></token-editor>`,
};

const schemes = ['light', 'dark'] as const;
const boards = LOOKS.flatMap((look) => schemes.map((scheme) => ({ look, scheme, id: `${look}-${scheme}` })));

/** Every pair of colours that meet, in every ready look, light and dark. `npm run test:stories` fails when one is too close. */
export const Contrast: Story = {
  render: () => html`
    <style>
      .boards {
        display: grid;
        gap: 20px;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18em), 1fr));
      }
      .board {
        background: light-dark(#fff, #111);
        color: light-dark(#000, #fff);
        padding: 16px;
        font:
          13px/20px system-ui,
          sans-serif;
      }
      .light {
        color-scheme: light;
      }
      .dark {
        color-scheme: dark;
      }
      .board td {
        padding-inline-end: 1em;
      }
    </style>
    <div class="boards">
      ${boards.map(
        ({ look, scheme, id }) =>
          html`<div class="board host-${look} ${scheme}" id=${id}>
            <lk-balance compact inert aria-hidden="true"></lk-balance>
            <table>
              <caption>
                ${look}, ${scheme}
              </caption>
              <tbody></tbody>
            </table>
          </div>`,
      )}
    </div>
  `,
  play: async ({ canvasElement }) => {
    const poor: string[] = [];
    for (const { id } of boards) {
      const widget = await part(canvasElement, `#${id} lk-balance`);
      await part(canvasElement, `#${id} lk-balance`, '*');
      const measured = measure(widget);
      const table = await part(canvasElement, `#${id} tbody`);
      table.replaceChildren(
        ...measured.map(({ front, back, ratio, need }) => {
          const row = document.createElement('tr');
          for (const text of [`${front} on ${back}`, ratio.toFixed(2), `≥ ${need}`]) {
            row.append(Object.assign(document.createElement('td'), { textContent: text }));
          }
          return row;
        }),
      );
      poor.push(...measured.filter((one) => !isEnough(one)).map((one) => `${id}: ${sentence(one)}`));
    }
    if (poor.length > 0) throw new Error(`Too little contrast. ${poor.join('; ')}.`);
    if (boards.length * PAIRS.length === 0) throw new Error('Nothing was measured.');
  },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { HostName } from '../.storybook/hosts.js';
import { scene } from '../.storybook/scenes.js';

/** The same widgets on pages that do something to everything on them. They look the same; language, direction and theme they follow. */
const meta: Meta = {
  title: 'Hosts',
  ...scene({ world: 'negative' }),
  render: () =>
    html`<p class="note">Текст страницы вокруг виджетов.</p>
      <lk-balance></lk-balance>
      <lk-bills view="bill:2026-10"></lk-bills>
      <lk-topup></lk-topup>`,
};
export default meta;
type Story = StoryObj;

const on = (host: HostName): Story => ({ parameters: { host } });

/** Nothing special. */
export const Plain: Story = on('plain');

/** `color-scheme: dark`, and nothing else said. */
export const Dark: Story = on('dark');

/** `html { font-size: 62.5% }`: sizes are in em and px, never in rem. */
export const SmallRoot: Story = on('small-root');

/** A body with capitals, letter-spacing, centred italics. */
export const Loud: Story = on('loud');

/** `* { all: unset }`. */
export const Reset: Story = on('reset');

/** `dir="rtl"`: mirrored, amounts and telephone numbers are not. */
export const RightToLeft: Story = on('rtl');

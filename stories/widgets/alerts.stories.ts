import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { becomeStale, scene, upset } from '../.storybook/scenes.js';
import { part, press, type } from '../.storybook/steps.js';

const meta: Meta = {
  title: 'Widgets/Alerts',
  component: 'lk-alerts',
  render: () => html`<lk-alerts></lk-alerts>`,
};
export default meta;
type Story = StoryObj;

/** Contacts with their events, thresholds, the last message. */
export const Ready: Story = {};

/** Nobody is told yet: what alerts are for. */
export const New: Story = scene({ world: 'empty' });

/** The shape of the answer. */
export const Pending: Story = scene({ fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ fault: 'error' });

/** The device has no network. */
export const Offline: Story = scene({ fault: 'offline' });

/** A manager without rights to money. */
export const Unavailable: Story = scene({ user: 'menedzher' });

/** May look at the money, and not change who is told of it. */
export const ReadOnly: Story = scene({ world: 'bare', user: 'auditor' });

/** A new contact, without a number yet. */
export const Add: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-alerts', '.head .btn');
    await press(canvasElement, 'lk-alerts', '.addform .btn.pri');
  },
};

/** A code was sent; what was typed is not it. */
export const Code: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-alerts', '.head .btn');
    await type(canvasElement, '+7 900 000-00-10', 'lk-alerts', '#contact');
    await press(canvasElement, 'lk-alerts', '.addform .btn.pri');
    await type(canvasElement, '000000', 'lk-alerts', '.codebox input');
    await press(canvasElement, 'lk-alerts', '.codebox .btn.pri');
  },
};

/** A threshold that is no sum. */
export const WrongThreshold: Story = {
  play: async ({ canvasElement }) => {
    await type(canvasElement, 'сто', 'lk-alerts', '#lowBalance:not([disabled])');
    await press(canvasElement, 'lk-alerts', '.thr .btn.pri');
  },
};

/** What was sent, when, and whether it came. */
export const Log: Story = { play: ({ canvasElement }) => press(canvasElement, 'lk-alerts', '.foot .btn') };

/** Nobody knows yet whether the thresholds were saved. */
export const Unknown: Story = {
  play: async ({ canvasElement, id }) => {
    upset(id, { kind: 'lost', route: 'PUT /v1/**' });
    await type(canvasElement, '1500', 'lk-alerts', '#lowBalance:not([disabled])');
    await press(canvasElement, 'lk-alerts', '.thr .btn.pri');
  },
};

/** The last data: newer ones could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-alerts', '.cts');
    becomeStale(id);
  },
};

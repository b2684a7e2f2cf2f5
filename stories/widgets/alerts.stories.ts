import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { scene } from '../.storybook/scenes.js';

const meta: Meta = {
  title: 'Widgets/Alerts',
  component: 'lk-alerts',
  render: () => html`<lk-alerts></lk-alerts>`,
};
export default meta;
type Story = StoryObj;

/** Contacts with their events, thresholds, the last message. */
export const Ready: Story = { tags: ['picture'] };

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

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { scene } from '../.storybook/scenes.js';

const meta: Meta = {
  title: 'Widgets/Roles',
  component: 'lk-roles',
  render: () => html`<lk-roles></lk-roles>`,
};
export default meta;
type Story = StoryObj;

/** Users by products, in bars. */
export const Ready: Story = { tags: ['picture'] };

/** Only the owner so far. */
export const New: Story = scene({ world: 'empty' });

/** Somebody is invited and has not answered. */
export const Invited: Story = scene({ world: 'office' });

/** Names as long as they may be. */
export const LongNames: Story = scene({ world: 'long' });

/** The shape of the answer. */
export const Pending: Story = scene({ fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ fault: 'error' });

/** The device has no network. */
export const Offline: Story = scene({ fault: 'offline' });

/** A manager who administers nothing. */
export const Unavailable: Story = scene({ user: 'menedzher' });

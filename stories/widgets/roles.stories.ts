import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { Scene } from '../.storybook/worlds.js';

const scene = (part: Partial<Scene>) => ({ parameters: { scene: part } });

const meta: Meta = {
  title: 'Widgets/Roles',
  component: 'lk-roles',
  render: () => html`<lk-roles></lk-roles>`,
};
export default meta;
type Story = StoryObj;

/** Users by products, in bars. */
export const Ready: Story = {};

/** Only the owner so far. */
export const New: Story = scene({ world: 'empty' });

/** The shape of the answer. */
export const Pending: Story = scene({ fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ fault: 'error' });

/** The device has no network. */
export const Offline: Story = scene({ fault: 'offline' });

/** A manager who administers nothing. */
export const Unavailable: Story = scene({ user: 'menedzher' });

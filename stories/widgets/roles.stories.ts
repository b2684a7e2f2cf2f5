import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { becomeStale, scene, upset } from '../.storybook/scenes.js';
import { part, press, type } from '../.storybook/steps.js';

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

/** The rights of a user are changed: what saving would do, in words. */
export const Edit: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-roles', '.acts .ib');
    const level = await part(canvasElement, 'lk-roles', '.editing td:nth-of-type(3) select');
    if (level instanceof HTMLSelectElement) level.value = 'ADMIN';
    level.dispatchEvent(new Event('change'));
  },
};

/** Somebody is invited for chosen numbers, and none is chosen. */
export const Invite: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-roles', '.head .btn');
    await type(canvasElement, 'svetlana@example.org', 'lk-roles', '#contact');
    await press(canvasElement, 'lk-roles', 'label:nth-child(2) > input[name=scope]');
    await part(canvasElement, 'lk-roles', '.chip');
    await press(canvasElement, 'lk-roles', 'form .btn.pri');
  },
};

/** Who changed what. */
export const Log: Story = {
  ...scene({ world: 'office' }),
  play: ({ canvasElement }) => press(canvasElement, 'lk-roles', '#tab-audit'),
};

/** Nothing in the log is of that day. */
export const LogFiltered: Story = {
  ...scene({ world: 'office' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-roles', '#tab-audit');
    await type(canvasElement, '2026-01-01', 'lk-roles', '#to');
  },
};

/** Access is taken away only after a question by name. */
export const Remove: Story = {
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-roles', '.acts .ib');
    await press(canvasElement, 'lk-roles', '.edact .btn.takes');
  },
};

/** Nobody knows yet whether the rights were changed. */
export const Unknown: Story = {
  play: async ({ canvasElement, id }) => {
    upset(id, { kind: 'lost', route: 'PATCH /v1/**' });
    await press(canvasElement, 'lk-roles', '.acts .ib');
    await press(canvasElement, 'lk-roles', '.edact .btn.pri');
  },
};

/** The last data: newer ones could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-roles', '.mx');
    becomeStale(id);
  },
};

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scene } from '../.storybook/scenes.js';
import { part, press, type } from '../.storybook/steps.js';

interface Args {
  view?: string;
  account?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Cabinet',
  component: 'lk-cabinet',
  argTypes: {
    view: {
      control: 'select',
      options: [
        'services',
        'detail',
        'bills',
        'bills/bill:2026-10',
        'forwarding',
        'sim',
        'sip',
        'equipment',
        'products',
        'documents',
        'topup',
        'alerts',
        'roles',
      ],
    },
  },
  render: ({ view, account, locale }) =>
    html`<lk-cabinet view=${ifDefined(view)} account=${ifDefined(account)} locale=${ifDefined(locale)}></lk-cabinet>`,
};
export default meta;
type Story = StoryObj<Args>;

/** The owner's first place: numbers. */
export const Services: Story = {};

/** A section of one widget. */
export const Bills: Story = { args: { view: 'bills' } };

/** A place inside a section. */
export const Bill: Story = { args: { view: 'bills/bill:2026-10' } };

/** A section of four widgets. */
export const Telephony: Story = { args: { view: 'sip' }, ...scene({ world: 'office' }) };

/** An address that names nothing: the first section. */
export const Unknown: Story = { args: { view: 'nowhere' }, ...scene({ world: 'office' }) };

/** Something typed would be lost: asked before leaving. */
export const Unsaved: Story = {
  args: { view: 'equipment' },
  ...scene({ world: 'office' }),
  play: async ({ canvasElement }) => {
    await type(canvasElement, '120', 'lk-cabinet', 'lk-equipment', '#registerExpiresSec:not([disabled])');
    await press(canvasElement, 'lk-cabinet', '#nav-bills');
    await part(canvasElement, 'lk-cabinet', '[role="alert"]');
  },
};

/** Sixty numbers, ten million. */
export const Huge: Story = scene({ world: 'huge' });

/** Opened this morning. */
export const New: Story = scene({ world: 'empty' });

/** Blocked: the balance says by how much. */
export const Blocked: Story = scene({ world: 'blocked' });

/** Money only: an accountant's sections. */
export const Accountant: Story = scene({ world: 'office', user: 'buhgalter' });

/** Telephony only, to look at. */
export const Manager: Story = scene({ world: 'office', user: 'menedzher' });

/** The accounts are late. */
export const Pending: Story = scene({ world: 'office', fault: 'never', route: '/v1/accounts' });

/** The accounts could not be read. */
export const Failed: Story = scene({ world: 'office', fault: 'error', route: '/v1/accounts' });

/** The device has no network. */
export const Offline: Story = scene({ world: 'office', fault: 'offline', route: '/v1/**' });

/** The cabinet stands, a section does not answer. */
export const SectionFailed: Story = {
  args: { view: 'bills' },
  ...scene({ fault: 'error', route: '/v1/accounts/{account}/bills' }),
};

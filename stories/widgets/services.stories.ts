import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scene } from '../.storybook/scenes.js';

interface Args {
  view?: string;
  account?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Services',
  component: 'lk-services',
  argTypes: {
    view: {
      control: 'select',
      options: [
        'list',
        'number:+79990000101',
        'change:+79990000102',
        'connect',
        'connect/cart',
        'additional:+79990000101',
      ],
    },
  },
  render: ({ view, account, locale }) =>
    html`<lk-services view=${ifDefined(view)} account=${ifDefined(account)} locale=${ifDefined(locale)}></lk-services>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Numbers with their tariffs, badges, packages and fees. */
export const Numbers: Story = {};

/** Sixty numbers: search and filters earn their place. */
export const NumbersHuge: Story = scene({ world: 'huge' });

/** No number yet. */
export const NumbersEmpty: Story = scene({ world: 'empty' });

/** A number with packages, options and a scheduled change. */
export const Number: Story = { args: { view: 'number:+79990000101' } };

/** A landline number: no packages, a daily life of its own. */
export const NumberLandline: Story = { args: { view: 'number:+74950000110' } };

/** There is no such number on the account. */
export const NumberMissing: Story = { args: { view: 'number:+79990009999' } };

/** Only one of the sections of the card did not load. */
export const NumberPartial: Story = {
  args: { view: 'number:+79990000101' },
  ...scene({ fault: 'error', route: 'GET /v1/accounts/{account}/numbers/{number}/options' }),
};

/** The catalogue with the present tariff first, and the terms side by side. */
export const ChangeTariff: Story = { args: { view: 'change:+79990000102' } };

/** The catalogue did not load. */
export const ChangeTariffError: Story = {
  args: { view: 'change:+79990000102' },
  ...scene({ fault: 'error', route: 'GET /v1/accounts/{account}/numbers/{number}/tariffs' }),
};

/** A change is scheduled already: every other tariff says so. */
export const ChangeScheduledAlready: Story = { args: { view: 'change:+79990000101' } };

/** Free numbers with filters. */
export const Showcase: Story = { args: { view: 'connect' } };

/** What an additional number is, and free numbers for it. */
export const AdditionalNumber: Story = { args: { view: 'additional:+79990000101' } };

/** Nothing is reserved. */
export const CartEmpty: Story = { args: { view: 'connect/cart' } };

/** A user who may look and not change. */
export const ReadOnly: Story = scene({ user: 'menedzher' });

/** The card of a number for a user who may not change it. */
export const NumberReadOnly: Story = { args: { view: 'number:+79990000101' }, ...scene({ user: 'menedzher' }) };

/** No right to numbers at all. */
export const Forbidden: Story = scene({ user: 'buhgalter' });

/** The backend fails. */
export const Failed: Story = scene({ fault: 'error', route: 'GET /v1/accounts/{account}/numbers' });

/** The answer is late: a skeleton in the shape of the list. */
export const Loading: Story = scene({ fault: 'never', route: 'GET /v1/accounts/{account}/numbers' });

/** In English. */
export const English: Story = { args: { locale: 'en', view: 'number:+79990000101' } };

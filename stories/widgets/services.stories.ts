import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { becomeStale, scene, upset } from '../.storybook/scenes.js';
import { part, press, type } from '../.storybook/steps.js';

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

/** No number fits what was typed. */
export const NumbersNoneFound: Story = {
  play: ({ canvasElement }) => type(canvasElement, '000000', 'lk-services', '#find'),
};

/** The last numbers: newer ones could not be read. */
export const NumbersStale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-services', '.nrow');
    becomeStale(id);
  },
};

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

/** When the new tariff begins. */
export const ChangeDate: Story = {
  args: { view: 'change:+79990000102' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-services', '.opt .radio');
    await press(canvasElement, 'lk-services', '.foot .pri');
    await part(canvasElement, 'lk-services', '[name=when]');
  },
};

/** Now and then, what is paid and when, what else changes, how long it holds. */
export const ChangeQuote: Story = {
  args: { view: 'change:+79990000102' },
  play: async (context) => {
    await ChangeDate.play?.(context);
    await press(context.canvasElement, 'lk-services', '.foot .pri');
    await part(context.canvasElement, 'lk-services', '.calc');
  },
};

/** The change is scheduled and can still be cancelled. */
export const ChangeDone: Story = {
  args: { view: 'change:+79990000102' },
  play: async (context) => {
    await ChangeQuote.play?.(context);
    await press(context.canvasElement, 'lk-services', '[part=confirm]');
    await part(context.canvasElement, 'lk-services', '.result');
  },
};

/** The right to change was taken away between quote and confirmation. */
export const ChangeRightsLost: Story = {
  args: { view: 'change:+79990000102' },
  play: async (context) => {
    await ChangeQuote.play?.(context);
    upset(context.id, { kind: 'forbidden', route: 'POST /v1/accounts/**' });
    await press(context.canvasElement, 'lk-services', '[part=confirm]');
    await part(context.canvasElement, 'lk-services', '.blank');
  },
};

/** Nobody knows yet whether the change was made: no button that makes it twice. */
export const ChangeUnknown: Story = {
  args: { view: 'change:+79990000102' },
  play: async (context) => {
    await ChangeQuote.play?.(context);
    upset(context.id, { kind: 'offline', route: 'POST /v1/accounts/**', times: null });
    await press(context.canvasElement, 'lk-services', '[part=confirm]');
    await part(context.canvasElement, 'lk-services', '.result');
  },
};

/** The price of an option, before it is switched on. */
export const OptionQuestion: Story = {
  args: { view: 'number:+79990000102' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-services', '.switch');
    await part(canvasElement, 'lk-services', '.ask .pri');
  },
};

/** A package is bought after the question. */
export const PackageQuestion: Story = {
  args: { view: 'number:+79990000102' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-services', '.packsec .optrow .btn');
    await part(canvasElement, 'lk-services', '.ask .pri');
  },
};

/** What goes with a number, and its last digits. */
export const Disconnect: Story = {
  args: { view: 'number:+74950000110' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-services', '.ways .bad');
    await part(canvasElement, 'lk-services', 'dialog[open] #last-four');
  },
};

/** A change is scheduled already: every other tariff says so. */
export const ChangeScheduledAlready: Story = { args: { view: 'change:+79990000101' } };

/** Free numbers with filters. */
export const Showcase: Story = { args: { view: 'connect' } };

/** No free number fits the filter. */
export const ShowcaseNoneFound: Story = {
  args: { view: 'connect' },
  play: async ({ canvasElement }) => {
    await type(canvasElement, '0000000000', 'lk-services', '#mask');
    await part(canvasElement, 'lk-services', '.blank');
  },
};

/** The showcase did not load. */
export const ShowcaseFailed: Story = {
  args: { view: 'connect' },
  ...scene({ fault: 'error', route: 'GET /v1/accounts/{account}/showcase' }),
};

/** Free numbers are on their way. */
export const ShowcaseLoading: Story = {
  args: { view: 'connect' },
  ...scene({ fault: 'never', route: 'GET /v1/accounts/{account}/showcase/numbers' }),
};

/** A tariff for the chosen number. */
export const ConnectTariff: Story = {
  args: { view: 'connect' },
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-services', '.segs label:nth-child(2) input');
    await press(canvasElement, 'lk-services', '.srow');
    await part(canvasElement, 'lk-services', '.chosen');
  },
};

/** Reserved: what it costs, and for how long it is held. */
export const Cart: Story = {
  args: { view: 'connect' },
  play: async (context) => {
    await ConnectTariff.play?.(context);
    await press(context.canvasElement, 'lk-services', '.opt .radio');
    await press(context.canvasElement, 'lk-services', '.foot .pri');
    await part(context.canvasElement, 'lk-services', '.checkout .calc');
  },
};

/** Connected, and what to do next. */
export const ConnectDone: Story = {
  args: { view: 'connect' },
  play: async (context) => {
    await Cart.play?.(context);
    await press(context.canvasElement, 'lk-services', '[part=confirm]');
    await part(context.canvasElement, 'lk-services', '.next');
  },
};

/** There is no money for it: how much is missing, and the way to it. */
export const CartShort: Story = {
  ...Cart,
  ...scene({ world: 'blocked' }),
  play: async (context) => {
    await ConnectTariff.play?.(context);
    await press(context.canvasElement, 'lk-services', '.opt .radio');
    await press(context.canvasElement, 'lk-services', '.foot .pri');
    await part(context.canvasElement, 'lk-services', '.row.item');
  },
};

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

import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { becomeStale, scene, upset } from '../.storybook/scenes.js';
import { part, press } from '../.storybook/steps.js';

interface Args {
  view?: string;
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Products',
  component: 'lk-products',
  argTypes: {
    view: { control: 'select', options: ['products', 'connect:VPBX', 'connect:VOICE_ROBOT', 'resources:VPBX'] },
  },
  render: ({ view, locale }) => html`<lk-products view=${ifDefined(view)} locale=${ifDefined(locale)}></lk-products>`,
};
export default meta;
type Story = StoryObj<Args>;

/** What can be connected; FMC is an option of a number, a type unknown to the widget is shown by its name. */
export const Products: Story = {};

/** A PBX is connected: its tariff, resources, price, and what can be done with it. */
export const Connected: Story = { ...scene({ world: 'office' }) };

/** Other amounts of what was connected: more at once, less from the next month. */
export const Resources: Story = { args: { view: 'resources:VPBX' }, ...scene({ world: 'office' }) };

/** Closed only after a question. */
export const Closing: Story = {
  ...scene({ world: 'office' }),
  play: ({ canvasElement }) => press(canvasElement, 'lk-products', '.card .btn.bad'),
};

/** Two tariffs to choose from. */
export const Connect: Story = { args: { view: 'connect:VPBX' } };

/** How many of what, and what it will cost. */
export const ConnectResources: Story = {
  args: { view: 'connect:VPBX' },
  ...scene({ world: 'bare' }),
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'lk-products', '.radio');
    await press(canvasElement, 'lk-products', '.btn.pri');
    await part(canvasElement, 'lk-products', '#amount-extensions');
  },
};

/** What will be charged now and each month, before it is confirmed. */
export const ConnectQuote: Story = {
  args: { view: 'connect:VPBX' },
  ...scene({ world: 'bare' }),
  play: async (context) => {
    await ConnectResources.play?.(context);
    await press(context.canvasElement, 'lk-products', '.btn.pri');
    await part(context.canvasElement, 'lk-products', '.calc');
  },
};

/** One tariff: the wizard begins with the resources. */
export const ConnectRobot: Story = { args: { view: 'connect:VOICE_ROBOT' } };

/** There is no such product. */
export const Missing: Story = { args: { view: 'connect:NOTHING' } };

/** Money is short. */
export const Blocked: Story = { args: { view: 'connect:VOICE_ROBOT' }, ...scene({ world: 'blocked' }) };

/** The shape of the answer, without digits. */
export const Pending: Story = scene({ fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ fault: 'error' });

/** A manager without rights to products. */
export const Forbidden: Story = scene({ user: 'menedzher' });

/** The last products: newer data could not be read. */
export const Stale: Story = {
  play: async ({ canvasElement, id }) => {
    await part(canvasElement, 'lk-products', '.card');
    becomeStale(id);
  },
};

/** Not connected for lack of rights: the right was taken away between quote and confirmation. */
export const ConnectRightsLost: Story = {
  args: { view: 'connect:VOICE_ROBOT' },
  play: async ({ canvasElement, id }) => {
    await press(canvasElement, 'lk-products', '.btn.pri');
    await part(canvasElement, 'lk-products', '.calc');
    upset(id, { kind: 'forbidden', route: 'POST /v1/accounts/**' });
    await press(canvasElement, 'lk-products', '.btn.pri');
    await part(canvasElement, 'lk-products', '.note');
  },
};

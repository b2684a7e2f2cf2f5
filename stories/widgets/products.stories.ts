import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Scene } from '../.storybook/worlds.js';

interface Args {
  view?: string;
  locale?: string;
}

const scene = (part: Partial<Scene>) => ({ parameters: { scene: part } });

const meta: Meta<Args> = {
  title: 'Widgets/Products',
  component: 'lk-products',
  argTypes: { view: { control: 'select', options: ['products', 'connect:VPBX', 'connect:VOICE_ROBOT'] } },
  render: ({ view, locale }) => html`<lk-products view=${ifDefined(view)} locale=${ifDefined(locale)}></lk-products>`,
};
export default meta;
type Story = StoryObj<Args>;

/** What can be connected; FMC is an option of a number, a type unknown to the widget is shown by its name. */
export const Products: Story = {};

/** Two tariffs to choose from. */
export const Connect: Story = { args: { view: 'connect:VPBX' } };

/** One tariff: the wizard begins with the resources. */
export const ConnectRobot: Story = { args: { view: 'connect:VOICE_ROBOT' } };

/** There is no such product. */
export const Missing: Story = { args: { view: 'connect:NOTHING' } };

/** Money is short. */
export const Blocked: Story = { args: { view: 'connect:VOICE_ROBOT' }, ...scene({ world: 'blocked' }) };

/** The shape of the answer, without digits. */
export const Pending: Story = { ...scene({ fault: 'never' }) };

/** There is nothing to show, and a way out. */
export const Failed: Story = { ...scene({ fault: 'error' }) };

/** A manager without rights to products. */
export const Forbidden: Story = { ...scene({ user: 'menedzher' }) };

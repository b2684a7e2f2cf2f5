import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scene } from '../.storybook/scenes.js';

interface Args {
  locale?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Documents',
  component: 'lk-documents',
  render: ({ locale }) => html`<lk-documents locale=${ifDefined(locale)}></lk-documents>`,
};
export default meta;
type Story = StoryObj<Args>;

/** Card, files with their states, a change of name in review, fifteen days to confirm the data. */
export const Documents: Story = { tags: ['picture'] };

/** In English. */
export const English: Story = { args: { locale: 'en' } };

/** Nothing was uploaded yet, and the operator has not entered the card. */
export const Empty: Story = scene({ world: 'empty' });

/** The shape of the answer, without digits. */
export const Pending: Story = scene({ fault: 'never' });

/** There is nothing to show, and a way out. */
export const Failed: Story = scene({ fault: 'error' });

/** A manager without rights to documents. */
export const Forbidden: Story = scene({ user: 'menedzher' });

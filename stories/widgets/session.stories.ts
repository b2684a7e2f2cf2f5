import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { scene } from '../.storybook/scenes.js';

interface Args {
  account?: string;
  locale?: string;
  theme?: string;
}

const meta: Meta<Args> = {
  title: 'Widgets/Session',
  component: 'lk-session',
  argTypes: { theme: { control: 'select', options: ['auto', 'light', 'dark'] } },
  render: ({ account, locale, theme }, { loaded }) =>
    html`<lk-session
      .session=${loaded.session}
      account=${ifDefined(account)}
      locale=${ifDefined(locale)}
      theme=${ifDefined(theme)}
    >
      <lk-balance compact></lk-balance>
      <lk-alerts></lk-alerts>
    </lk-session>`,
};
export default meta;
type Story = StoryObj<Args>;

/** It shows nothing of its own: the widgets inside have one session, account, language and look. */
export const Scope: Story = {};

/** Another language and theme than the page's, for all inside. */
export const OfItsOwn: Story = { args: { locale: 'de', theme: 'dark' } };

/** The visitor must sign in again. */
export const Expired: Story = scene({ fault: 'unauthorized' });

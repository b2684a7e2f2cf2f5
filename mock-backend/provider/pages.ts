import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ProviderMessages } from './messages/index.js';

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const css = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#eef1f6, #14171c); color: light-dark(#1b2430, #e6e9ee); }
main { max-width: 26rem; margin: 8vh auto; padding: 1.75rem; background: light-dark(#fff, #1c2129); border-radius: 14px; }
h1 { font-size: 1.25rem; margin: 0 0 .25rem; } p { margin: .25rem 0 1rem; }
.sum { font-size: 2rem; font-weight: 600; font-variant-numeric: tabular-nums; margin: .5rem 0 1rem; }
small, .quiet { color: light-dark(#566072, #9aa4b5); }
form { display: grid; gap: .6rem; margin: 0 0 .6rem; }
button, input { font: inherit; min-height: 44px; border-radius: 10px; padding: 0 1rem; border: 1px solid light-dark(#7c8799, #6b7688); background: none; color: inherit; }
button { cursor: pointer; } button.main { background: #2b4acb; border-color: #2b4acb; color: #fff; font-weight: 600; }
button:focus-visible, input:focus-visible { outline: 2px solid #2b4acb; outline-offset: 2px; }
`;

/** A page of the provider; its styles carry a nonce, it has no scripts. */
export const page = (m: ProviderMessages, nonce: string, body: Html): Html =>
  html`<!doctype html>
    <html lang="${m.lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${m.name}</title>
        <style nonce="${nonce}">
          ${raw(css)}
        </style>
      </head>
      <body>
        <main>
          <p class="quiet"><small>${m.name}</small></p>
          ${body}
        </main>
      </body>
    </html>`;

const choice = (action: string, label: string, main = false): Html =>
  html`<form method="post" action="${action}"><button class="${main ? 'main' : ''}">${label}</button></form>`;

/** How the payment shall end. */
export const choosePage = (m: ProviderMessages, base: string, account: string, sum: string, sbp: boolean): Html =>
  html`<h1>${sbp ? m.sbp : m.card}</h1>
    <p>${m.account(account)}</p>
    <p class="sum">${sum}</p>
    ${choice(`${base}/pay`, m.pay(sum), true)} ${sbp ? '' : choice(`${base}/secure`, m.secure)}
    ${choice(`${base}/decline`, m.decline)} ${choice(`${base}/poor`, m.poor)} ${choice(`${base}/silent`, m.silent)}
    <p class="quiet"><small>${m.intro}</small></p>`;

export const securePage = (m: ProviderMessages, base: string, sum: string): Html =>
  html`<h1>${m.secureHeading}</h1>
    <p class="sum">${sum}</p>
    <p>${m.secureText}</p>
    <form method="post" action="${base}/code">
      <label for="code">${m.code}</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="4" required />
      <button class="main">${m.confirm}</button>
    </form>
    ${choice(`${base}/decline`, m.cancel)}`;

export const silentPage = (m: ProviderMessages, base: string): Html =>
  html`<h1>${m.silentHeading}</h1>
    <p>${m.silentText}</p>
    ${choice(`${base}/pay`, m.answerNow)}`;

export const endPage = (heading: string, text: string): Html =>
  html`<h1>${heading}</h1>
    <p>${text}</p>`;

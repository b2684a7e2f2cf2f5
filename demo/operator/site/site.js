/* The operator's own page script: language, theme and the demo's user switcher. It knows nothing of the widgets' inside. */
import { en } from './texts.en.js';

const root = document.documentElement;
const dark = matchMedia('(prefers-color-scheme: dark)');

/* The Russian text is the page itself; it is kept aside the first time another language takes its place. */
const russian = new Map();
const named = document.querySelector('h1').textContent;
function speak() {
  root.dir = root.lang === 'ar' ? 'rtl' : 'ltr';
  for (const element of document.querySelectorAll('[data-t], [data-t-label]')) {
    const { t, tLabel } = element.dataset;
    if (!russian.has(element)) {
      russian.set(element, { nodes: [...element.childNodes], label: element.getAttribute('aria-label') });
    }
    const kept = russian.get(element);
    const foreign = root.lang === 'en';
    if (t) element.replaceChildren(...(foreign ? [en[t] ?? t] : kept.nodes));
    if (tLabel) element.setAttribute('aria-label', foreign ? en[tLabel] : kept.label);
  }
  document.title = root.lang === 'en' ? `${en.mine} — ${en.brand}` : `${named} — Вектор Телеком`;
  for (const button of document.querySelectorAll('[data-lang]')) {
    button.setAttribute('aria-pressed', String(button.dataset.lang === root.lang));
  }
  nameTheme();
}

const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : dark.matches);
const names = { ru: ['Тёмная тема', 'Светлая тема'], en: ['Dark theme', 'Light theme'] };
const themeButton = document.querySelector('#theme');
function nameTheme() {
  if (themeButton) themeButton.textContent = names[root.lang === 'en' ? 'en' : 'ru'][isDark() ? 1 : 0];
}

/* Widgets take the language from the nearest `lang` and the theme from `color-scheme`: to change both is to change the page. */
document.addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button?.dataset.lang) {
    root.lang = button.dataset.lang;
    localStorage.setItem('lang', root.lang);
    speak();
  }
  if (button && button === themeButton) {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    localStorage.setItem('theme', root.dataset.theme);
    nameTheme();
  }
});
dark.addEventListener('change', nameTheme);

/* Who is signed in is the site's business: the widgets only ever see the tokens that its server asks for. */
const site = await fetch('/site/me').then((response) => response.json());
const user = document.querySelector('#user');
if (user) {
  user.append(...site.guests.map((guest) => new Option(guest, guest)));
  user.value = site.user;
  user.addEventListener('change', () => user.form.submit());
}
const partner = document.querySelector('#partner');
if (partner && site.partner) partner.href = site.partner;

speak();

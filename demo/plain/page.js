/* A page's own program: it knows elements, attributes and events, and nothing else. */
const section = document.querySelector('section');
const told = document.querySelector('output');

section.addEventListener('lk-loaded', () => (told.textContent ||= 'loaded'));
section.addEventListener('lk-navigate', (event) => (told.textContent = `${event.section} ${event.params.view ?? ''}`));
section.addEventListener('lk-topup-requested', (event) => (told.textContent = `topup ${event.amount ?? ''}`));

document.querySelector('select').addEventListener('change', ({ target }) => {
  for (const widget of section.children) widget.setAttribute('account', target.value);
});

document.querySelector('button').addEventListener('click', ({ target }) => {
  section.replaceChildren();
  window.lk.logout();
  target.remove();
});

/* Deep links: the cabinet never touches the address, so the site does, with the `view` that leads back to the place. */
const cabinet = document.querySelector('lk-cabinet');
const asked = () => new URL(location.href).searchParams.get('view');
const show = () => {
  const view = asked();
  if (view) cabinet.setAttribute('view', view);
  else cabinet.removeAttribute('view');
};

show();
addEventListener('popstate', show);
cabinet.addEventListener('lk-place-changed', ({ view }) => {
  cabinet.setAttribute('view', view);
  if (view === asked()) return;
  const address = new URL(location.href);
  address.searchParams.set('view', view);
  history.pushState(null, '', address);
});

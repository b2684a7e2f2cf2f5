/* Two copies of the SDK, each loaded by another part of the page: what one opens the other uses. */
async function load(folder, name) {
  const base = new URL(folder, location.href);
  const { imports } = await (await fetch(new URL('import-map.json', base))).json();
  return import(new URL(imports[name], base).href);
}

await load('/cdn/', 'lk-widgets/define/session.js');
await load('/cdn/', 'lk-widgets/define/balance.js');
await load('other/', 'lk-widgets/define/session.js');
await load('other/', 'lk-widgets/define/bills.js');
const { lk } = await load('other/', 'lk-widgets');
window.diagnose = lk.diagnose;

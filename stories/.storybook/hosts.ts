/** Pages that a widget may be put into, with what they do to everything on them; hosts.css has how. */
export const hosts = {
  plain: 'Plain page',
  dark: 'Dark page',
  'small-root': 'Root font of 62.5 %',
  loud: 'Capitals, letter-spacing, another font',
  reset: 'Everything reset: * { all: unset }',
  rtl: 'Right-to-left page',
} as const;
export type HostName = keyof typeof hosts;

/** Turns the page into this host's; it is undone by the next call. */
export function setHost(name: HostName): void {
  const root = document.documentElement;
  root.dataset['host'] = name;
  if (name === 'dark') root.classList.add('dark');
  if (name === 'rtl') root.dir = 'rtl';
}

import { expect } from '@open-wc/testing';
import { adoptStyles, css } from 'lit';
import { fallback } from './tokens.fallback.js';
import { tokens } from './tokens.js';

/** A host with the tokens, under a colour scheme, and with what a page around it set. */
function host(
  scheme: string,
  page: Record<string, string> = {},
): { color: (name: string) => string; remove: () => void } {
  const element = document.createElement('div');
  const root = element.attachShadow({ mode: 'open' });
  adoptStyles(root, [
    tokens,
    css`
      i {
        color: var(--probe);
      }
    `,
  ]);
  element.style.colorScheme = scheme;
  for (const [name, value] of Object.entries(page)) element.style.setProperty(name, value);
  const probe = root.appendChild(document.createElement('i'));
  document.body.append(element);
  const canvas = document.createElement('canvas').getContext('2d');
  const color = (name: string) => {
    probe.style.setProperty('--probe', `var(${name})`);
    if (!canvas) return '';
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]
      .map((one) => one.toString(16).padStart(2, '0'))
      .join('');
  };
  return { color, remove: () => element.remove() };
}

describe('tokens', () => {
  it('the fallback for older browsers is what a browser makes of the tokens: scripts/tokens-fallback.mjs writes it anew', () => {
    const [light = '', dark = ''] = fallback.cssText.split('@media');
    for (const [scheme, part] of [
      ['light', light],
      ['dark', dark],
    ] as const) {
      const { color, remove } = host(scheme);
      const said = [...part.matchAll(/(--lk-[\w-]+): (?:var\([\w-]+, )?#(\w{6})/g)];
      expect(said.length).to.be.greaterThan(20);
      for (const [, name = '', value] of said) expect(`${name} ${color(name)}`).to.equal(`${name} ${value}`);
      remove();
    }
  });

  it('puts dark text on a loud accent by itself, and darkens the accent where it is text', () => {
    const { color, remove } = host('light', { '--lk-accent': '#ff6b1a' });
    expect(color('--lk-brand')).to.equal('ff6b1a');
    expect(color('--lk-on-brand')).to.equal('121212');
    expect(Number.parseInt(color('--lk-brand-ink').slice(2, 4), 16)).to.be.lessThan(0x40);
    remove();
  });

  it('keeps two hosts’ colours apart on one page', () => {
    const one = host('light', { '--lk-surface': '#fdfdfb' });
    const other = host('dark');
    expect([one.color('--lk-paper'), other.color('--lk-paper')]).to.deep.equal(['fdfdfb', '15191d']);
    one.remove();
    other.remove();
  });
});

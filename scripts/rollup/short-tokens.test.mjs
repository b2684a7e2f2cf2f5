import { expect } from 'chai';
import { describe, it } from 'node:test';
import { shortTokens } from './short-tokens.mjs';

describe('tokens as the pages get them', () => {
  const plugin = shortTokens(['src/ui/styles/tokens.ts']);
  plugin.renderStart();
  const written = (code) => plugin.renderChunk(code)?.code ?? code;

  it('have one short name each wherever they are declared and used', () => {
    const code = written('a{--lk-ink:1;--lk-ink-2:2;color:var(--lk-ink-2,var(--lk-ink))}');
    const [, ink, second] = /--(lk\w+):1;--(lk\w+):2/.exec(code) ?? [];
    expect(ink).not.to.equal(second);
    expect(code).to.equal(`a{--${ink}:1;--${second}:2;color:var(--${second},var(--${ink}))}`);
  });

  it('keep the names of those that a host sets, and of any that are not of the look', () => {
    const code = 'a{color:var(--lk-text);font:var(--lk-font-size)}`--lk-${name}`--gutter';
    expect(written(code)).to.equal(code);
  });
});

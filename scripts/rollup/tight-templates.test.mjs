import { expect } from 'chai';
import { describe, it } from 'node:test';
import { tightCss, tightHtml } from './tight-templates.mjs';

describe('white space of templates in the build', () => {
  it('goes where CSS needs none and stays where it means something', () => {
    expect(
      tightCss(`
      /* why */
      :host { color: red; margin: calc(1px + 2px) auto; }
      .a .b > .c,
      .d :hover { content: ' { ; } '; }
    `),
    ).to.equal(` :host{color: red;margin: calc(1px + 2px) auto}.a .b > .c,.d :hover{content: ' { ; } '}`);
  });

  it('stays one space between inline elements of HTML, and as it was inside a line', () => {
    expect(tightHtml('<b>1</b>\n        <i title="a  b">2</i>  3')).to.equal('<b>1</b> <i title="a  b">2</i>  3');
  });
});

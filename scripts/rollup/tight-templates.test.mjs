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
      .d :hover { content: ' { ; } '; opacity: 0.5 !important; margin-block: 1.05em -0.25em; }
      @container w (inline-size >= 34em) { a :hover { fill: #ffffff } }
      @media (prefers-contrast: more) { b { color: #a1b2c3 } }
    `),
    ).to.equal(
      ` :host{color:red;margin:calc(1px + 2px) auto}.a .b>.c,.d :hover{content:' { ; } ';opacity:.5!important;margin-block:1.05em -.25em}@container w (inline-size >= 34em){a :hover{fill:#fff}}@media (prefers-contrast:more){b{color:#a1b2c3}}`,
    );
  });

  it('stays one space between inline elements of HTML, and as it was inside a line', () => {
    expect(tightHtml('<b>1</b>\n        <i title="a  b">2</i>  3')).to.equal('<b>1</b> <i title="a  b">2</i>  3');
  });

  it('goes around rows, cells and other elements that begin a line of their own', () => {
    expect(
      tightHtml(
        '<table>\n  <tr>\n    <td\n      class="a"\n    >\n      a <b>1</b>\n      2\n    </td>\n  </tr>\n</table>',
      ),
    ).to.equal('<table><tr><td class="a">a <b>1</b> 2</td></tr></table>');
  });
});

/** Takes comments and needless white space out of `css` and `html` templates; a minifier of scripts must not look inside them. */

/** A space where the sheet had any white space, none where CSS needs none; what stands in quotes stays. */
export function tightCss(text) {
  return text
    .split(/("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\/\*[^]*?\*\//g, '')
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/;\}/g, '}')
            // After a name at the start of a declaration or of a media feature; in a selector a space before ":" means something.
            .replace(/([{;(][-\w]+): /g, '$1:')
            .replace(/ (>|!important) ?/g, (whole, sign) => (sign === '>' && whole === ' >' ? whole : sign))
            .replace(/(?<=[\s(,:-])0\.(?=\d)/g, '.')
            .replace(/#([\da-f])\1([\da-f])\2([\da-f])\3\b/gi, '#$1$2$3'),
    )
    .join('');
}

/** Elements that are never laid out in a line, in no sheet of ours, and what stands only in a table or a drawing. */
const BLOCKS =
  'table|thead|tbody|tfoot|tr|th|td|caption|colgroup|col|section|header|footer|form|h2|h3|h4|ul|ol|dl|dt|dd|option|path|rect|circle|line|g|defs|pattern';
const AROUND_BLOCK = new RegExp(`(</?(?:${BLOCKS})\\b[^<>]*>)\\s*\\n\\s*|\\s*\\n\\s*(?=</?(?:${BLOCKS})\\b)`, 'g');

/**
 * One space for a run of white space with a line break, none beside an element that begins a line of its own: between two inline
 * elements even one space shows, and a run without a line break may be part of a sentence or of an attribute.
 */
export function tightHtml(text) {
  return text
    .replace(AROUND_BLOCK, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(?<=["\w]) >/g, '>');
}

/** @returns {import('rollup').Plugin} */
export function tightTemplates() {
  return {
    name: 'lk-tight-templates',
    transform(code, id) {
      if (id.includes('node_modules') || !/\b(css|html|svg)`/.test(code)) return null;
      const edits = [];
      const visit = (node) => {
        if (Array.isArray(node)) return node.forEach(visit);
        if (!node || typeof node.type !== 'string') return undefined;
        if (node.type === 'TaggedTemplateExpression') {
          const tighten = { css: tightCss, html: tightHtml, svg: tightHtml }[node.tag.name];
          const whole = node.quasi.quasis.map((quasi) => quasi.value.raw).join('');
          // White space is content in these; none of ours has them, a later one might.
          if (tighten && !/<(pre|textarea)\b|white-space:\s*pre/.test(whole)) {
            for (const quasi of node.quasi.quasis) edits.push([quasi.start, quasi.end, tighten]);
          }
        }
        return Object.values(node).forEach(visit);
      };
      visit(this.parse(code));
      edits.sort((a, b) => b[0] - a[0]);
      for (const [start, end, tighten] of edits) {
        code = code.slice(0, start) + tighten(code.slice(start, end)) + code.slice(end);
      }
      return edits.length > 0 ? { code, map: null } : null;
    },
  };
}

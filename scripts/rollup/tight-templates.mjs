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
            .replace(/;\}/g, '}'),
    )
    .join('');
}

/**
 * One space for a run of white space with a line break: between two inline elements even one space shows, so none is dropped,
 * and a run without a line break may be part of a sentence or of an attribute.
 */
export function tightHtml(text) {
  return text.replace(/\s*\n\s*/g, ' ');
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

/**
 * Says what `@state()` and `@property()` say without the compiler's helper, which every file would bring anew: in the files for pages a
 * class declares its properties itself, as lit's decorators would have it do. Decorators of getters and any others stay as they are.
 */
const HELPER = '\0lk-states';

/** @returns {import('rollup').Plugin} */
export function leanDecorators() {
  return {
    name: 'lk-lean-decorators',
    resolveId: (id) => (id === HELPER ? id : null),
    load: (id) =>
      id === HELPER
        ? 'export const states = (type, ...names) => names.forEach((name) => type.createProperty(name, { state: true, attribute: false }));'
        : null,
    transform(code, id) {
      if (id.includes('node_modules') || !code.includes('__decorateClass([')) return null;
      const edits = [];
      let run = null;
      for (const node of this.parse(code).body) {
        const found = declared(node);
        if (found === null) {
          run = null;
          continue;
        }
        const { type, name, decorator, options } = found;
        if (decorator === 'property') {
          edits.push({ node, text: `${type}.createProperty("${name}"${options && `, ${at(code, options)}`});` });
          run = null;
        } else if (run?.type === type) {
          run.names.push(`"${name}"`);
          edits.push({ node, text: '' });
        } else {
          run = { type, names: [`"${name}"`], node };
          edits.push(run);
        }
      }
      if (edits.length === 0) return null;
      let rest = code;
      for (const { node, text, type, names } of edits.toReversed())
        rest = rest.slice(0, node.start) + (text ?? `__states(${type}, ${names});`) + rest.slice(node.end);
      return { code: `import { states as __states } from ${JSON.stringify(HELPER)};\n${rest}`, map: null };
    },
  };
}

const at = (code, { start, end }) => code.slice(start, end);

/** What a statement `__decorateClass([state()], Type.prototype, "name", 2)` declares; `null` for any other. */
function declared({ type, expression }) {
  if (type !== 'ExpressionStatement' || expression.callee?.name !== '__decorateClass') return null;
  const [{ elements }, prototype, name, kind] = expression.arguments;
  const [call] = elements;
  if (elements.length !== 1 || kind?.value !== 2 || !['state', 'property'].includes(call.callee?.name)) return null;
  const [options] = call.arguments;
  if (call.callee.name === 'state' && options) return null;
  return { type: prototype.object.name, name: name.value, decorator: call.callee.name, options: options ?? '' };
}

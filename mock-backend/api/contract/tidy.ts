/** What the generator writes clumsily, written plainly. */

type Node = { [key: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** `allOf: [ref, {type: [x, 'null']}]` cannot be met by null; what is meant is one of the two. */
function plainReference(node: Node): Node {
  const parts = node['allOf'];
  if (!Array.isArray(parts) || parts.length !== 2) return node;
  const [reference, extra] = parts.filter(isNode);
  if (reference === undefined || extra === undefined || typeof reference['$ref'] !== 'string') return node;
  const { type, ...rest } = extra;
  return Array.isArray(type) && type.includes('null')
    ? { anyOf: [reference, { type: 'null' }], ...rest }
    : { ...reference, ...rest };
}

function mapNodes(value: unknown, change: (node: Node) => Node): unknown {
  if (Array.isArray(value)) return value.map((item) => mapNodes(item, change));
  if (!isNode(value)) return value;
  const changed = change(value);
  return Object.fromEntries(Object.entries(changed).map(([key, item]) => [key, mapNodes(item, change)]));
}

/** Problems are the same on every route: each is written once under `components.responses`. */
function shareProblems(document: Node): Node {
  const shared: Node = {};
  const share = (status: string, response: unknown): unknown => {
    if (!isNode(response) || !isNode(response['content']) || !('application/problem+json' in response['content']))
      return response;
    let name = `Problem${status}`;
    for (let i = 2; name in shared && JSON.stringify(shared[name]) !== JSON.stringify(response); i += 1)
      name = `Problem${status}_${i}`;
    shared[name] = response;
    return { $ref: `#/components/responses/${name}` };
  };
  const tidied = mapNodes(document, (node) =>
    isNode(node['responses']) && 'tags' in node
      ? {
          ...node,
          responses: Object.fromEntries(
            Object.entries(node['responses']).map(([status, response]) => [status, share(status, response)]),
          ),
        }
      : node,
  );
  if (!isNode(tidied) || !isNode(tidied['components'])) return document;
  return { ...tidied, components: { ...tidied['components'], responses: shared } };
}

/**
 * A generated OpenAPI document with nullable references that mean what they say and each problem written once.
 *
 * @param document - As the generator gave it.
 */
export function tidy(document: object): Node {
  const plain = mapNodes(JSON.parse(JSON.stringify(document)), plainReference);
  return isNode(plain) ? shareProblems(plain) : {};
}

/** How an element is found in a page: what a locator of playwright says, as far as the journeys use it. */

/** Text that is looked for: white space counts as one space; not `exact`: anywhere in it, in capitals or not. */
export type Words =
  { readonly text: string; readonly exact: boolean } | { readonly source: string; readonly flags: string };

export type Step =
  | { readonly by: 'css'; readonly css: string }
  | { readonly by: 'role'; readonly role: string; readonly name: Words | null }
  | { readonly by: 'label' | 'text' | 'filter'; readonly text: Words }
  | { readonly by: 'nth'; readonly nth: number };

export const wordsOf = (text: string | RegExp, exact = false): Words =>
  typeof text === 'string' ? { text, exact } : { source: text.source, flags: text.flags };

/** Runs in the page. @returns What the steps lead to, in any open shadow, in the order of the page. */
export function find(steps: readonly Step[]): Element[] {
  const ROLES: Readonly<Record<string, string>> = {
    button: 'button, summary, input[type=button], input[type=submit]',
    link: 'a[href]',
    radio: 'input[type=radio]',
    checkbox: 'input[type=checkbox]',
    combobox: 'select',
    textbox: 'textarea, input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=search]',
    dialog: 'dialog',
    heading: 'h1, h2, h3, h4, h5, h6',
    img: 'img',
  };
  const plain = (text: string): string =>
    text
      .replace(/[\u200b\u00ad]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const matches = (text: string, wanted: Words): boolean => {
    const said = plain(text);
    if ('source' in wanted) return new RegExp(wanted.source, wanted.flags).test(said);
    const words = plain(wanted.text);
    return wanted.exact ? said === words : said.toLowerCase().includes(words.toLowerCase());
  };
  const childrenOf = (node: Node): Node[] => {
    if (node instanceof HTMLSlotElement && node.assignedNodes().length > 0)
      return node.assignedNodes({ flatten: true });
    return [...((node instanceof Element && node.shadowRoot) || node).childNodes];
  };
  const isShown = (element: Element): boolean => {
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
      if (at instanceof Element && at.getAttribute('aria-hidden') === 'true') return false;
    }
    return true;
  };
  /** What somebody hears of the content of an element. */
  const spoken = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    if (node.getAttribute('aria-hidden') === 'true' || !node.checkVisibility({ visibilityProperty: true })) return '';
    const label = node.getAttribute('aria-label') ?? (node instanceof HTMLImageElement ? node.alt : null);
    if (label) return label;
    if (node.matches('input, select, textarea')) return '';
    const inline = getComputedStyle(node).display.startsWith('inline');
    const text = childrenOf(node).map(spoken).join('');
    return inline ? text : ` ${text} `;
  };
  const labelsOf = (element: Element): string[] => {
    const root = element.getRootNode();
    const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
    const named = ids.flatMap((id) =>
      root instanceof Document || root instanceof ShadowRoot ? (root.getElementById(id) ?? []) : [],
    );
    if (named.length > 0) return [named.map(spoken).join(' ')];
    const label = element.getAttribute('aria-label');
    if (label) return [label];
    const labels: unknown = Reflect.get(element, 'labels');
    return labels instanceof NodeList ? [...labels].map(spoken) : [];
  };
  const nameOf = (element: Element): string => {
    const labels = labelsOf(element).join(' ');
    if (labels !== '' || element.matches('input, select, textarea, dialog, [role=dialog]')) return labels;
    return spoken(element) || (element.getAttribute('title') ?? '');
  };
  const contentOf = (node: Node): string =>
    node instanceof Text
      ? node.data
      : node instanceof Element && node.matches('style, script')
        ? ''
        : childrenOf(node).map(contentOf).join('');
  const within = (root: ParentNode): Element[] => {
    const all: Element[] = [];
    for (const element of root.querySelectorAll('*')) {
      all.push(element);
      if (element.shadowRoot) all.push(...within(element.shadowRoot));
    }
    return all;
  };
  /** All elements in these, each once. */
  const inside = (roots: readonly ParentNode[]): Element[] => [
    ...new Set(
      roots.flatMap((root) => [
        ...(root instanceof Element && root.shadowRoot ? within(root.shadowRoot) : []),
        ...within(root),
      ]),
    ),
  ];
  /** A selector whose spaces also lead into shadows. */
  const byCss = (roots: readonly ParentNode[], css: string): Element[] => {
    const parts = css.split(/\s+(?![^[(]*[\])])/);
    return parts.reduce<readonly ParentNode[]>(
      (from, part) => inside(from).filter((one) => one.matches(part)),
      roots,
    ) as Element[];
  };
  const hasRole = (element: Element, role: string): boolean => {
    const own = element.getAttribute('role');
    return own === null ? element.matches(ROLES[role] ?? ':not(*)') : own === role;
  };
  const follow = (from: readonly ParentNode[], step: Step): Element[] => {
    const elements = from.filter((one): one is Element => one instanceof Element);
    switch (step.by) {
      case 'css':
        return [...new Set(step.css.split(/,\s*/).flatMap((css) => byCss(from, css)))];
      case 'role':
        return inside(from).filter(
          (one) => hasRole(one, step.role) && isShown(one) && (step.name === null || matches(nameOf(one), step.name)),
        );
      case 'label':
        return inside(from).filter((one) => labelsOf(one).some((label) => matches(label, step.text)));
      case 'text': {
        const saying = inside(from).filter(
          (one) => !one.matches('style, script') && matches(contentOf(one), step.text),
        );
        return saying.filter((one) => !inside([one]).some((inner) => saying.includes(inner)));
      }
      case 'filter':
        return elements.filter((one) => matches(contentOf(one), step.text));
      case 'nth':
        return elements.slice(step.nth, step.nth + 1);
    }
  };
  return steps.reduce<readonly ParentNode[]>(follow, [document]) as Element[];
}

/** As somebody writes it. */
export const inWords = (steps: readonly Step[]): string =>
  steps
    .map((step) => {
      const { by, ...rest } = step;
      return `${by}(${JSON.stringify(Object.values(rest))})`;
    })
    .join('.');

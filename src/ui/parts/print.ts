/**
 * Prints one element instead of the page around it: for the time of printing a sheet in every root on the way hides what neither
 * holds the element nor is in it. Nothing of the host's document is changed but an attribute on our own hosts.
 */
export function printElement(element: HTMLElement): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@media print { :not(head, head *, style, :has([data-lk-print]), [data-lk-print], [data-lk-print] *) { display: none !important } }`,
  );
  const undo: (() => void)[] = [];
  for (let node: Element | null = element; node;) {
    const root: Node = node.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) break;
    const marked = node;
    marked.setAttribute('data-lk-print', '');
    root.adoptedStyleSheets.push(sheet);
    undo.push(() => {
      marked.removeAttribute('data-lk-print');
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((one) => one !== sheet);
    });
    node = root instanceof ShadowRoot ? root.host : null;
  }
  addEventListener('afterprint', () => undo.forEach((one) => one()), { once: true });
  print();
}

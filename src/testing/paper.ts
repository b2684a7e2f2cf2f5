/**
 * Lets a widget look as on paper while somebody looks at it. Only Chromium can be told to show a page as it is printed; rules can be told
 * in every browser that they are for all media.
 */
export async function onPaper(root: ShadowRoot, look: () => void | Promise<void>): Promise<void> {
  const rules = root.adoptedStyleSheets
    .flatMap(({ cssRules }) => [...cssRules])
    .filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText === 'print');
  if (rules.length === 0) throw new Error('nothing is different on paper');
  for (const { media } of rules) media.mediaText = 'all';
  try {
    await look();
  } finally {
    for (const { media } of rules) media.mediaText = 'print';
  }
}

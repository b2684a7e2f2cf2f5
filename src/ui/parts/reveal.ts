const CHOSEN = '.tab[aria-selected=true], .segs label:has(:checked), li:has(> [aria-current=page])';

const waiting = new WeakSet<ParentNode>();

/** Scrolls the selected tab (segment, place) of narrow strips into view; call it after an update that may have selected another one. */
export function revealSelected(root: ParentNode): void {
  if (waiting.has(root)) return;
  waiting.add(root);
  // In the next frame, which is laid out anyway: after each update the question would cost a layout of its own.
  requestAnimationFrame(() => {
    waiting.delete(root);
    reveal(root);
  });
}

function reveal(root: ParentNode): void {
  for (const chosen of root.querySelectorAll(CHOSEN)) {
    const strip = chosen.parentElement;
    if (!strip || strip.scrollWidth <= strip.clientWidth) continue;
    // The strip alone: `scrollIntoView` would move the page as well.
    const [outer, inner] = [strip.getBoundingClientRect(), chosen.getBoundingClientRect()];
    const beside = 40; // room for a piece of the neighbour, so that one sees that there is more
    if (inner.left < outer.left + beside) strip.scrollLeft -= outer.left + beside - inner.left;
    else if (inner.right > outer.right - beside) strip.scrollLeft += inner.right - outer.right + beside;
  }
}

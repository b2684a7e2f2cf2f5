/** Contrast of the derived colours, measured from what the browser computed. @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

/** Which colours meet, and what they need: 4.5 for text, 3 for edges of controls and the focus ring (WCAG 1.4.3, 1.4.11). */
export const PAIRS = [
  ['ink', 'paper', 4.5],
  ['ink', 'paper-2', 4.5],
  ['ink-2', 'paper', 4.5],
  ['ink-2', 'paper-2', 4.5],
  ['ink-2', 'paper-3', 4.5],
  ['brand-ink', 'paper', 4.5],
  ['brand-ink', 'paper-2', 4.5],
  ['brand-ink', 'brand-wash', 4.5],
  ['on-brand', 'brand', 4.5],
  ['on-brand', 'brand-hover', 4.5],
  ['credit', 'paper', 4.5],
  ['credit', 'paper-2', 4.5],
  ['warn', 'paper', 4.5],
  ['warn', 'warn-wash', 4.5],
  ['bad', 'paper', 4.5],
  ['bad', 'bad-wash', 4.5],
  ['line-3', 'paper', 3],
  ['line-3', 'paper-2', 3],
  ['focus', 'paper', 3],
] as const;

export interface Measured {
  readonly front: string;
  readonly back: string;
  readonly need: number;
  readonly ratio: number;
}

/**
 * Ratios of all pairs on a widget as it is now.
 *
 * @param widget - Any of our elements; its colours are those that its surroundings give it.
 */
export function measure(widget: Element): Measured[] {
  const probe = document.createElement('span');
  (widget.shadowRoot ?? widget).append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--lk-${name})`;
    return luminance(getComputedStyle(probe).color);
  };
  const measured = PAIRS.map(([front, back, need]) => {
    const [low = 0, high = 0] = [colour(front), colour(back)].sort((a, b) => a - b);
    return { front, back, need, ratio: (high + 0.05) / (low + 0.05) };
  });
  probe.remove();
  return measured;
}

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Relative luminance of any CSS colour, as it is painted in sRGB. */
function luminance(colour: string): number {
  if (!canvas) throw new Error('This browser paints nothing.');
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const [red = 0, green = 0, blue = 0] = [r, g, b].map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export const isEnough = ({ ratio, need }: Measured): boolean => ratio >= need;
export const sentence = ({ front, back, ratio, need }: Measured): string =>
  `${front} on ${back}: ${ratio.toFixed(2)} of ${need}`;

/**
 * Tokens of the look. A host sets ten on any ancestor, or never: `--lk-accent`, `--lk-text`, `--lk-surface`, `--lk-border`,
 * `--lk-danger`, `--lk-radius`, `--lk-font`, `--lk-font-size`, `--lk-space`, `--lk-density`. Everything else is derived here,
 * on each host element, so two hosts' colours live on one page. Components use only the derived names.
 *
 * Light and dark follow `color-scheme` alone. px for hairlines, radii and the base step; em where something grows with text.
 */
import { css } from 'lit';

/**
 * - `ink`, `ink-2`: two strengths of text, there is no third. `paper-2`: hover, foot, sunken. `paper-3`: tracks, skeletons.
 * - `line` is decoration, `line-2` a rule that means "sum", `line-3` the edge of a control (≥ 3:1).
 * - `brand` is the accent as a fill, `brand-ink` the accent as text or edge, `on-brand` black or white by itself.
 * - `credit` is what is accrued to the subscriber: always together with "-", the hatch and a word.
 * - `chart-1…4`: one hue in four tones, order of the bill (fee, calls, SMS, internet); accruals are hatched, never a fifth tone.
 * - `fs-1…6`, `lh-1…6`: 12/16, 13/18, 15/22, 17/24, 21/28, 32/36 at a base of 15 px.
 * - `d` (density) scales control heights and row padding only.
 */
export const tokens = css`
  :host {
    --lk-brand-raw: var(--lk-accent, #00647c);
    --lk-ink: var(--lk-text, light-dark(#18222b, #e7ebee));
    --lk-paper: var(--lk-surface, light-dark(#ffffff, #15191d));
    --lk-line: var(--lk-border, light-dark(#e0e4e7, #2c3339));
    --lk-bad-raw: var(--lk-danger, light-dark(#b7281f, #e5675c));
    --lk-r: var(--lk-radius, 8px);
    --lk-face: var(
      --lk-font,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Helvetica Neue',
      'Noto Sans',
      Arial,
      sans-serif
    );
    --lk-fs: var(--lk-font-size, 15px);
    --lk-step: var(--lk-space, 4px);
    --lk-d: var(--lk-density, 1);
    --lk-ink-2: color-mix(in oklab, var(--lk-ink) 68%, var(--lk-paper));
    --lk-paper-2: color-mix(in oklab, var(--lk-ink) 4%, var(--lk-paper));
    --lk-paper-3: color-mix(in oklab, var(--lk-ink) 9%, var(--lk-paper));
    --lk-paper-up: light-dark(var(--lk-paper), color-mix(in oklab, var(--lk-ink) 6%, var(--lk-paper)));
    --lk-line-2: color-mix(in oklab, var(--lk-ink) 40%, var(--lk-paper));
    --lk-line-3: color-mix(in oklab, var(--lk-ink) 56%, var(--lk-paper));
    --lk-brand: light-dark(var(--lk-brand-raw), oklch(from var(--lk-brand-raw) max(l, 0.72) min(c, 0.15) h));
    --lk-brand-ink: light-dark(
      oklch(from var(--lk-brand-raw) min(l, 0.5) c h),
      oklch(from var(--lk-brand-raw) max(l, 0.8) min(c, 0.13) h)
    );
    --lk-on-brand: oklch(from var(--lk-brand) clamp(0.18, (0.66 - l) * 1000, 1) 0 h);
    --lk-brand-hover: color-mix(in oklab, var(--lk-brand) 88%, var(--lk-ink));
    --lk-brand-wash: light-dark(
      color-mix(in oklab, var(--lk-brand-raw) 8%, var(--lk-paper)),
      color-mix(in oklab, var(--lk-brand) 15%, var(--lk-paper))
    );
    --lk-brand-edge: light-dark(
      color-mix(in oklab, var(--lk-brand-raw) 32%, var(--lk-paper)),
      color-mix(in oklab, var(--lk-brand) 38%, var(--lk-paper))
    );
    --lk-credit: light-dark(oklch(0.46 0.115 152), oklch(0.82 0.135 155));
    --lk-credit-wash: color-mix(in oklab, var(--lk-credit) 9%, var(--lk-paper));
    --lk-warn: light-dark(oklch(0.5 0.105 70), oklch(0.83 0.12 82));
    --lk-warn-wash: light-dark(
      color-mix(in oklab, oklch(0.8 0.15 80) 17%, var(--lk-paper)),
      color-mix(in oklab, oklch(0.83 0.12 82) 13%, var(--lk-paper))
    );
    --lk-bad: light-dark(
      oklch(from var(--lk-bad-raw) min(l, 0.52) c h),
      oklch(from var(--lk-bad-raw) max(l, 0.74) min(c, 0.15) h)
    );
    --lk-bad-wash: light-dark(
      color-mix(in oklab, var(--lk-bad) 7%, var(--lk-paper)),
      color-mix(in oklab, var(--lk-bad) 14%, var(--lk-paper))
    );
    --lk-chart-1: light-dark(
      oklch(from var(--lk-brand-raw) 0.4 c h),
      oklch(from var(--lk-brand-raw) 0.84 min(c, 0.075) h)
    );
    --lk-chart-2: light-dark(
      oklch(from var(--lk-brand-raw) 0.56 min(c, 0.13) h),
      oklch(from var(--lk-brand-raw) 0.7 min(c, 0.11) h)
    );
    --lk-chart-3: light-dark(
      oklch(from var(--lk-brand-raw) 0.71 min(c, 0.1) h),
      oklch(from var(--lk-brand-raw) 0.55 min(c, 0.1) h)
    );
    --lk-chart-4: light-dark(
      oklch(from var(--lk-brand-raw) 0.84 min(c, 0.06) h),
      oklch(from var(--lk-brand-raw) 0.42 min(c, 0.08) h)
    );
    --lk-fs-1: calc(var(--lk-fs) * 0.8);
    --lk-lh-1: calc(var(--lk-fs) * 1.0667);
    --lk-fs-2: calc(var(--lk-fs) * 0.8667);
    --lk-lh-2: calc(var(--lk-fs) * 1.2);
    --lk-fs-3: var(--lk-fs);
    --lk-lh-3: calc(var(--lk-fs) * 1.4667);
    --lk-fs-4: calc(var(--lk-fs) * 1.1333);
    --lk-lh-4: calc(var(--lk-fs) * 1.6);
    --lk-fs-5: calc(var(--lk-fs) * 1.4);
    --lk-lh-5: calc(var(--lk-fs) * 1.8667);
    --lk-fs-6: calc(var(--lk-fs) * 2.1333);
    --lk-lh-6: calc(var(--lk-fs) * 2.4);
    --lk-w: 400;
    --lk-w-2: 500;
    --lk-w-3: 600;
    --lk-s1: var(--lk-step);
    --lk-s2: calc(var(--lk-step) * 2);
    --lk-s3: calc(var(--lk-step) * 3);
    --lk-s4: calc(var(--lk-step) * 4);
    --lk-s5: calc(var(--lk-step) * 5);
    --lk-s6: calc(var(--lk-step) * 6);
    --lk-s8: calc(var(--lk-step) * 8);
    --lk-s10: calc(var(--lk-step) * 10);
    --lk-pad: var(--lk-s5);
    --lk-control: calc(var(--lk-fs) * 2.6667 * var(--lk-d));
    --lk-control-s: calc(var(--lk-fs) * 2.1333 * var(--lk-d));
    --lk-row: calc(var(--lk-step) * 2.25 * var(--lk-d));
    --lk-r-1: min(calc(var(--lk-r) * 0.5), 5px); /* a tick must not look like a radio */
    --lk-r-2: calc(var(--lk-r) * 0.75);
    --lk-r-3: var(--lk-r);
    --lk-r-4: calc(var(--lk-r) * 1.5);
    --lk-hair: 1px;
    --lk-rule: 1.5px;
    --lk-focus: var(--lk-brand-ink);
    --lk-focus-w: 2px;
    --lk-quick: 120ms;
    --lk-move: 200ms;
    --lk-ease: cubic-bezier(0.2, 0, 0, 1);
    font: var(--lk-w) var(--lk-fs-3) / var(--lk-lh-3) var(--lk-face);
    color: var(--lk-ink);
    accent-color: var(--lk-brand);
  }
`;

/** What of them differs for some: less motion, more contrast, forced colours, paper. */
export const occasions = css`
  @media (prefers-reduced-motion: reduce) {
    :host {
      --lk-quick: 0ms;
      --lk-move: 0ms;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --lk-ink-2: color-mix(in oklab, var(--lk-ink) 86%, var(--lk-paper));
      --lk-line: color-mix(in oklab, var(--lk-ink) 42%, var(--lk-paper));
      --lk-line-3: color-mix(in oklab, var(--lk-ink) 80%, var(--lk-paper));
    }
  }
  @media (forced-colors: active) {
    :host {
      --lk-ink: CanvasText;
      --lk-ink-2: CanvasText;
      --lk-paper: Canvas;
      --lk-paper-2: Canvas;
      --lk-paper-3: Canvas;
      --lk-paper-up: Canvas;
      --lk-line: GrayText;
      --lk-line-2: CanvasText;
      --lk-line-3: ButtonBorder;
      --lk-brand: Highlight;
      --lk-on-brand: HighlightText;
      --lk-brand-ink: LinkText;
      --lk-brand-wash: Canvas;
      --lk-brand-edge: GrayText;
      --lk-credit: CanvasText;
      --lk-credit-wash: Canvas;
      --lk-warn: CanvasText;
      --lk-warn-wash: Canvas;
      --lk-bad: CanvasText;
      --lk-bad-wash: Canvas;
      --lk-chart-1: CanvasText;
      --lk-chart-2: GrayText;
      --lk-chart-3: Highlight;
      --lk-chart-4: Canvas;
      --lk-focus: Highlight;
      --lk-focus-w: 3px;
    }
  }
  @media print {
    :host {
      color-scheme: light;
      --lk-ink: #000;
      --lk-ink-2: #333;
      --lk-paper: #fff;
      --lk-paper-2: #fff;
      --lk-paper-3: #e6e6e6;
      --lk-line: #bbb;
      --lk-line-2: #000;
      --lk-brand-ink: #000;
      --lk-credit: #000;
      --lk-warn: #000;
      --lk-bad: #000;
      --lk-brand-wash: #fff;
      --lk-credit-wash: #fff;
      --lk-warn-wash: #fff;
      --lk-bad-wash: #fff;
      --lk-chart-1: #000;
      --lk-chart-2: #555;
      --lk-chart-3: #999;
      --lk-chart-4: #ccc;
      --lk-fs: 13.333px;
      --lk-pad: 0px;
      --lk-d: 0.8;
    }
  }
`;

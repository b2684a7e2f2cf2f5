import { scaleBand, scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import { svg, nothing, type TemplateResult } from 'lit';
import { formatNumber } from '../../../i18n/quantities.js';
import type { MonthSummary } from '../detail.query.js';

/** A month as it is drawn; plain numbers, for drawing only. */
export interface Column {
  readonly month: string;
  /** Charges by service, from the axis up: fees, calls, SMS, internet. */
  readonly parts: readonly [number, number, number, number];
  /** Accruals, ≤ 0. */
  readonly given: number;
  readonly net: number;
  readonly netText: string;
  readonly label: string;
  /** The month is not over. */
  readonly open: boolean;
}

/** Width of the axis at the start side, in pixels; the list of buttons above the chart begins there too. */
const AXIS = 48;
const HEIGHT = 270;
const FOOT = 34;
/** From this width the sum stands beside its tick. */
const ROOM = 690;

/** The parts of a month. What is neither calls, SMS nor internet is fees, so that the parts add up to the charges. */
export function columnOf(summary: MonthSummary, label: string, netText: string): Column {
  const of = (service: string) => {
    const amount = summary.byService.find((one) => one.service === service)?.amount.value ?? '0';
    return Math.max(0, Number(amount));
  };
  const [calls, sms, data] = [of('CALLS'), of('SMS'), of('DATA')];
  return {
    month: summary.month,
    parts: [Math.max(0, Number(summary.charges.value) - calls - sms - data), calls, sms, data],
    given: Number(summary.accruals.value),
    net: Number(summary.total.value),
    netText,
    label,
    open: summary.state === 'OPEN',
  };
}

/**
 * Stacked columns above zero, accruals hatched below it, a tick with a halo for the net. Text keeps its size: the drawing has the width
 * it is shown at.
 *
 * @param width - In pixels.
 * @param rtl - Time runs from the right.
 */
export function chartView(
  columns: readonly Column[],
  selected: string,
  width: number,
  rtl: boolean,
  locale: string,
  label: string,
): TemplateResult {
  const top = Math.max(...columns.map(({ parts, net }) => Math.max(net, parts[0] + parts[1] + parts[2] + parts[3])), 1);
  const bottom = Math.min(...columns.map(({ given, net }) => Math.min(given, net)), 0);
  const x = scaleBand<string>(
    columns.map(({ month }) => month),
    rtl ? [width - AXIS, 0] : [AXIS, width],
  );
  const y = scaleLinear([bottom, top], [HEIGHT - FOOT, 16]).nice(5);
  const bar = Math.min(44, x.bandwidth() * 0.55);

  const axisText = (value: number) => `${value < 0 ? '-' : ''}${formatNumber(Math.abs(value), locale)}`;
  const line = { from: rtl ? 0 : AXIS, to: rtl ? width - AXIS : width };
  return svg`<svg class="ch" part="chart" viewBox="0 0 ${width} ${HEIGHT}" width=${width} height=${HEIGHT} role="img" aria-label=${label}>
    ${columns.map(({ month }) =>
      month === selected
        ? svg`<rect class="selcol" x=${x(month) ?? 0} y="2" width=${x.bandwidth()} height=${HEIGHT - 4} rx="6"/>`
        : nothing,
    )}
    ${y.ticks(5).map(
      (
        tick,
      ) => svg`<line class=${tick === 0 ? 'zero' : 'grid'} x1=${line.from} x2=${line.to} y1=${y(tick)} y2=${y(tick)}/>
        <text class="ax" x=${rtl ? width - AXIS + 8 : AXIS - 8} y=${y(tick) + 4} text-anchor=${rtl ? 'start' : 'end'}>${axisText(tick)}</text>`,
    )}
    ${columns.map((column) =>
      columnView(column, (x(column.month) ?? 0) + x.bandwidth() / 2, bar, y, {
        figure: width >= ROOM,
        selected: column.month === selected,
        rtl,
      }),
    )}
  </svg>`;
}

function columnView(
  column: Column,
  centre: number,
  bar: number,
  y: (value: number) => number,
  at: { readonly figure: boolean; readonly selected: boolean; readonly rtl: boolean },
): TemplateResult {
  const left = centre - bar / 2;
  const names = ['c1', 'c2', 'c3', 'c4'] as const;
  const [c1, c2, c3, c4] = column.parts;
  const layers = stack<Record<(typeof names)[number], number>>().keys(names)([{ c1, c2, c3, c4 }]);
  const tick = y(column.net);
  const reach = bar / 2 + 5;
  const below = y(column.given) - y(0);
  return svg`
    ${layers.map((layer) => {
      const [from = 0, to = 0] = layer[0] ?? [];
      const height = y(from) - y(to);
      // A pixel of paper between the parts; the thinnest is still seen.
      return to > from
        ? svg`<rect class=${layer.key} x=${left} y=${y(to)} width=${bar} height=${Math.max(1, height - 1)}/>`
        : nothing;
    })}
    ${below > 1 ? svg`<rect class="acc" x=${left + 0.5} y=${y(0) + 1} width=${bar - 1} height=${below - 1}/>` : nothing}
    <line class="halo" x1=${centre - reach} x2=${centre + reach} y1=${tick} y2=${tick}/>
    <line class="net" x1=${centre - reach} x2=${centre + reach} y1=${tick} y2=${tick}/>
    ${
      at.figure
        ? svg`<text class="val ${column.net < 0 ? 'neg' : ''}" x=${centre + (at.rtl ? -1 : 1) * (reach + 5)} y=${tick + 4} text-anchor=${at.rtl ? 'end' : 'start'}>${column.netText}</text>`
        : nothing
    }
    <text class="mon ${at.selected ? 'on' : ''}" x=${centre} y=${HEIGHT - 12} text-anchor="middle">${column.label}</text>`;
}

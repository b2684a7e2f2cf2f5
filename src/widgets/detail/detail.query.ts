import type { components } from '../../api/schema.js';
import type { Client } from '../../api/client.js';
import type { Query } from '../../core/resource/query.js';
import { dayOf } from '../../i18n/times.js';
import { askedOf, type Filter, type Granularity, type Period, periodOf, problemOf } from './detail.filter.js';
import type { Tab } from './detail.place.js';

type Schemas = components['schemas'];
export type UsageEvent = Schemas['UsageEvent'];
export type UsageGroup = Schemas['UsageGroup'];
export type UsageGroups = Schemas['UsageGroups'];
export type UsageTotals = Schemas['UsageTotals'];
export type Explanation = Schemas['Explanation'];
export type ExplanationNode = Schemas['ExplanationNode'];
export type Summary = Schemas['Summary'];
export type MonthSummary = Schemas['MonthSummary'];

/** What a tab shows. */
export type Content =
  | { readonly at: 'detail'; readonly period: Period; readonly asked: Asked; readonly groups: UsageGroups }
  /** Nothing was asked: the period is none, or no service is chosen. `today` tells what the presets mean. */
  | { readonly at: 'none'; readonly period: Period; readonly today: string }
  | { readonly at: 'summary'; readonly summary: Summary };
export type Asked = ReturnType<typeof askedOf>;

/** Sums of events are made by day: they tell the list where each day begins. */
const groupingOf = (by: Granularity) => (by === 'EVENT' ? 'DAY' : by);

/**
 * The question that a tab asks.
 *
 * @param today - Local day of the account, once known; presets are told by the server's clock.
 */
export function contentOf(account: string, tab: Tab, filter: Filter, today: string | null): Query<Content> {
  if (tab === 'summary') {
    return {
      key: `summary:${account}`,
      tags: ['usage', 'bills', 'balance'],
      load: async (client, { signal }) => ({
        at: tab,
        summary: await client.get('/v1/accounts/{account}/summary', { path: { account }, signal }),
      }),
    };
  }
  const key = JSON.stringify({ ...filter, kinds: [...filter.kinds].sort() });
  return {
    key: `usage:${account}:${key}`,
    tags: ['usage', 'balance'],
    load: async (client, { signal }) => {
      const day = today ?? (await todayOf(client, account, signal));
      const period = periodOf(filter, day);
      if (problemOf(period, day) !== null || filter.kinds.size === 0) return { at: 'none', period, today: day };
      const asked = askedOf(filter, period);
      const groups = await client.get('/v1/accounts/{account}/usage-groups', {
        path: { account },
        query: { ...asked, by: groupingOf(filter.by) },
        signal,
      });
      return { at: 'detail', period, asked, groups };
    },
  };
}

async function todayOf(client: Client, account: string, signal: AbortSignal): Promise<string> {
  const me = await client.get('/v1/me', { signal });
  const zone = me.accounts.find(({ id }) => id === account)?.timezone ?? 'Europe/Moscow';
  return dayOf(me.now, zone);
}

/** Events at a place in the list. */
export async function eventsAt(
  client: Client,
  account: string,
  asked: Asked,
  offset: number,
  limit: number,
  signal: AbortSignal,
): Promise<readonly UsageEvent[]> {
  const query = { ...asked, offset, limit };
  return (await client.get('/v1/accounts/{account}/usage', { path: { account }, query, signal })).items;
}

/** Why an event costs what it costs. */
export const explanationOf = (account: string, id: string): Query<Explanation> => ({
  key: `explain:${account}:${id}`,
  tags: ['usage'],
  maxAge: 300_000,
  load: (client, { signal }) =>
    client.get('/v1/accounts/{account}/usage/{id}/explanation', { path: { account, id }, signal }),
});

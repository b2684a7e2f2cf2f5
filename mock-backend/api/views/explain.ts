import type { z } from '@hono/zod-openapi';
import type { ExplainQuery } from '../../engine/query.js';
import { eventOf } from '../../world/accounts.js';
import type { Explanation, ExplanationNode } from '../contract/usage.js';
import type { Reader } from '../reader.js';
import { ExplainAnswer, type ExplainNode } from './answers.js';

function nodeView(node: ExplainNode, reader: Reader): ExplanationNode {
  return {
    label: node.label,
    formula: node.formula ?? null,
    amount: reader.money(node.amount),
    children: (node.children ?? []).map((child) => nodeView(child, reader)),
  };
}

/** How an amount came about, step by step. */
export async function explanationView(
  reader: Reader,
  query: Omit<ExplainQuery, 'get'>,
): Promise<z.infer<typeof Explanation>> {
  const answer = ExplainAnswer.parse(await reader.ask({ get: 'explain', ...query }));
  return { amount: reader.money(answer.amount), nodes: answer.nodes.map((node) => nodeView(node, reader)) };
}

/** Why one event costs what it costs; `null` when the account has no such event. */
export async function entryExplanation(reader: Reader, id: string): Promise<z.infer<typeof Explanation> | null> {
  const stored = await reader.host.store.find(id);
  if (stored === null || stored.account !== reader.state.id) return null;
  const event = eventOf(stored);
  if (event.type !== 'entry.posted' || !reader.sees(event.entry.number)) return null;
  const { net, vat, vatRate, usage } = event.entry;
  const tariff = usage === undefined ? null : (reader.catalogue.tariff(usage.tariff)?.name ?? usage.tariff);
  return {
    ...(await explanationView(reader, { id })),
    vat: { net: reader.money(net), vat: reader.money(vat), rate: vatRate },
    tariff,
  };
}

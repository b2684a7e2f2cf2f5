import { AccountPath, Id } from './common.js';
import { read } from './route.js';
import { Explanation, UsageGroups, UsageGroupsQuery, UsagePage, UsageQuery } from './usage.js';

/** Detail of usage and fees. @see domain.md §4 */

export const listUsage = read(
  {
    path: '/v1/accounts/{account}/usage',
    tag: 'Usage',
    summary: 'Detail by service and period, newest first',
    answer: UsagePage,
  },
  { params: AccountPath, query: UsageQuery },
);

export const groupUsage = read(
  {
    path: '/v1/accounts/{account}/usage-groups',
    tag: 'Usage',
    summary: 'Sums of the detail by day, month or destination',
    answer: UsageGroups,
  },
  { params: AccountPath, query: UsageGroupsQuery },
);

export const explainUsage = read(
  {
    path: '/v1/accounts/{account}/usage/{id}/explanation',
    tag: 'Usage',
    summary: 'Why an event costs what it costs',
    answer: Explanation,
  },
  { params: AccountPath.extend({ id: Id.openapi({ param: { name: 'id', in: 'path' } }) }) },
);

/** Answers of the detail for any number of rows, by a formula: event i is always the same. */
const ACCOUNT = '900001';
const DAYS = 83;
const FIRST = Date.UTC(2026, 8, 1);
const TODAY = '2026-11-23';
const rub = (value: string) => ({ value, currency: 'RUB' });

export function madeUp(rows: number) {
  const perDay = Math.floor(rows / DAYS);
  const countOf = (day: number) => (day === 0 ? rows - perDay * (DAYS - 1) : perDay);
  const dayName = (day: number) => new Date(FIRST + (DAYS - 1 - day) * 86_400_000).toISOString().slice(0, 10);
  const totals = {
    count: rows,
    seconds: rows * 61,
    charges: rub('1.00'),
    accruals: rub('0.00'),
    total: rub('1.00'),
    byService: [],
  };
  const account = {
    id: ACCOUNT,
    name: null,
    kind: 'LEGAL',
    billingMode: 'PREPAID',
    currency: 'RUB',
    timezone: 'Europe/Moscow',
    status: 'ACTIVE',
    verified: true,
    levels: {},
    capabilities: [],
    permissions: { 'detail.read': true, 'detail.export': true },
  };
  const event = (index: number) => {
    const day = dayName(index < countOf(0) ? 0 : 1 + Math.floor((index - countOf(0)) / perDay));
    const minute = String(59 - (index % 60)).padStart(2, '0');
    return {
      id: `m-${index}`,
      number: '+79991000000',
      service: 'CALL',
      direction: index % 3 === 0 ? 'IN' : 'OUT',
      start: `${day}T${String(23 - (index % 24)).padStart(2, '0')}:${minute}:00+03:00`,
      seconds: 1 + (index % 600),
      segments: null,
      bytes: null,
      peer: `+7916${String(index % 10_000_000).padStart(7, '0')}`,
      destination: 'ru-mob',
      destinationName: 'Мобильные, Россия',
      outcome: 'ANSWERED',
      forwarded: false,
      billed: 60,
      packaged: 0,
      title: null,
      amount: rub(`${index % 40}.${String(index % 100).padStart(2, '0')}`),
      day,
      ownDay: day,
      period: { from: day, to: day },
      state: 'RATED',
      late: false,
    };
  };
  const answers: Readonly<Record<string, (query: URLSearchParams) => unknown>> = {
    '/v1/me': () => ({ user: {}, scopes: [], now: `${TODAY}T09:00:00+03:00`, accounts: [account] }),
    '/v1/accounts': () => ({ items: [account] }),
    [`/v1/accounts/${ACCOUNT}`]: () => account,
    [`/v1/accounts/${ACCOUNT}/numbers`]: () => ({ items: [] }),
    [`/v1/accounts/${ACCOUNT}/usage-groups`]: () => ({
      account: ACCOUNT,
      by: 'DAY',
      groups: Array.from({ length: DAYS }, (_, day) => ({
        ...totals,
        key: dayName(day),
        name: null,
        count: countOf(day),
        segments: 0,
        kilobytes: 0,
      })),
      totals,
      preliminary: { ...totals, count: 0 },
      elsewhere: null,
      destinations: [],
      today: TODAY,
      asOf: `${TODAY}T09:00:00+03:00`,
    }),
    [`/v1/accounts/${ACCOUNT}/usage`]: (query) => {
      const offset = Number(query.get('offset') ?? 0);
      const length = Math.max(0, Math.min(Number(query.get('limit') ?? 50), rows - offset));
      const items = Array.from({ length }, (_, at) => event(offset + at));
      return { account: ACCOUNT, items, totals, offset, nextCursor: null, asOf: `${TODAY}T09:00:00+03:00` };
    },
  };
  return {
    token: (_: { user: string }) => Promise.resolve({ token: 'made-up', expiresAt: '2099-01-01T00:00:00Z' }),
    app: {
      fetch: (request: Request): Response => {
        const { pathname, searchParams } = new URL(request.url);
        const answer = answers[pathname];
        return answer ? Response.json(answer(searchParams)) : new Response(null, { status: 404 });
      },
    },
  };
}

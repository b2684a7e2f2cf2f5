/**
 * A number as people write it: `+7 (495) 000-00-01`. Russian and Kazakh numbers only; others stay in E.164, because
 * their grouping needs tables: see `phone-world.ts`, which is loaded late. @see domain.md CC-14
 */
export function formatPhone(e164: string): string {
  return e164.replace(/^\+7(\d{3})(\d{3})(\d\d)(\d\d)$/, '+7\u00a0($1)\u00a0$2-$3-$4');
}

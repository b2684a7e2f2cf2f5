import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { z } from '@hono/zod-openapi';
import type { TemplateId } from '../contract/documents.js';
import type { Locale } from '../messages/index.js';
import type { Seller } from './seller.js';
import { templates } from './messages/templates.js';

type Template = z.infer<typeof TemplateId>;

/** What a blank application is called. */
export const templateTitle = (id: Template, locale: Locale): string => templates[locale].titles[id];

/** A blank application: to whom, from whom, what is asked for, room for the reasons, date and signature. */
export function templateDefinition(
  id: Template,
  account: string,
  seller: Seller,
  locale: Locale,
): TDocumentDefinitions {
  const words = templates[locale];
  const line = { text: '_'.repeat(88), color: '#8a93a3', margin: [0, 10, 0, 0] as [number, number, number, number] };
  return {
    info: { title: words.titles[id] },
    pageMargins: [56, 56, 56, 56],
    defaultStyle: { fontSize: 11, lineHeight: 1.35, color: '#1d2433' },
    content: [
      {
        text: [`${words.to} ${seller.name}\n`, `${words.account} ${account}\n`, `${words.from} ${'_'.repeat(36)}`],
        margin: [220, 0, 0, 40],
      },
      { text: words.titles[id], bold: true, fontSize: 16, alignment: 'center', margin: [0, 0, 0, 24] },
      { text: words.texts[id] },
      line,
      line,
      line,
      line,
      { text: words.enclosed, margin: [0, 24, 0, 0] },
      line,
      line,
      {
        columns: [
          { text: `${words.date} ${'_'.repeat(18)}` },
          { text: `${words.signature} ${'_'.repeat(18)}`, alignment: 'right' },
        ],
        margin: [0, 56, 0, 0],
      },
    ],
  };
}

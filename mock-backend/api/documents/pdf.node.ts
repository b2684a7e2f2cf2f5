import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { MakePdf } from './pdf.js';

/** PDF in Node: the fonts are read from the library's own package, and nothing else is. */
export const makePdf: MakePdf = async (definition) => {
  const { default: pdfmake } = await import('pdfmake');
  const fonts = join(dirname(createRequire(import.meta.url).resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(fonts));
  pdfmake.setFonts({
    Roboto: {
      normal: join(fonts, 'Roboto-Regular.ttf'),
      bold: join(fonts, 'Roboto-Medium.ttf'),
      italics: join(fonts, 'Roboto-Italic.ttf'),
      bolditalics: join(fonts, 'Roboto-MediumItalic.ttf'),
    },
  });
  return Uint8Array.from(await pdfmake.createPdf(definition).getBuffer());
};

import type * as pdfmakeModule from 'pdfmake/build/pdfmake.js';
import type { MakePdf } from './pdf.js';

type Library = typeof pdfmakeModule;
type Files = Record<string, string>;

declare global {
  interface Window {
    pdfMake?: Library;
  }
}

/** A bundler gives the module itself; a plain server gives a script that puts itself on the window. */
async function load(): Promise<Library> {
  const library: { default?: Library } = await import('pdfmake/build/pdfmake.js');
  const pdfmake = library.default?.createPdf === undefined ? window.pdfMake : library.default;
  if (pdfmake === undefined) throw new Error('pdfmake did not load');
  window.pdfMake = pdfmake;
  const files: { default?: Files } = await import('pdfmake/build/vfs_fonts.js');
  if (files.default !== undefined) pdfmake.addVirtualFileSystem(files.default);
  return pdfmake;
}

/** PDF in a browser: the fonts come as a script. */
export const makePdf: MakePdf = async (definition) => {
  const pdfmake = await load();
  return Uint8Array.from(await pdfmake.createPdf(definition).getBuffer());
};

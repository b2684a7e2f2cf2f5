import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

/** Turns a described document into the bytes of a PDF. The library is heavy and is loaded by the first document. */
export type MakePdf = (definition: TDocumentDefinitions) => Promise<Uint8Array<ArrayBuffer>>;

import { defineElement } from '../core/registry/define.js';
import { LkDocuments } from '../widgets/documents/documents.js';

defineElement('lk-documents', LkDocuments);

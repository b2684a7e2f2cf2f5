import { defineElement } from '../core/registry/define.js';
import { LkSessionElement } from '../widgets/session/session.js';

defineElement('lk-session', LkSessionElement);

import type { Language } from '../i18n/locale.js';
import type { Widgets } from './autoload.js';

/**
 * The closed list of tags that the loader knows, each with its element.
 *
 * Empty here: the build fills it from `src/define`, so a new widget is known to the loader without a second list to keep.
 */
export const widgets: Widgets = {};

/** Version of the build that the loader belongs to. */
export const version: string = '0.0.0';

/** Asks for the texts of a tag; a wrong guess of the language costs a small file. Does nothing where all is one file. */
export const texts: (tag: string, language: Language) => void = () => undefined;

import { version } from '../version.js';
import { page, warnOnce } from './page.js';

/**
 * Registers an element unless its tag is taken. A second definition, of another copy or version of the SDK, is recorded
 * and warned of once; the first one goes on serving the page.
 *
 * @returns `true` if this class now serves the tag.
 */
export function defineElement(tag: string, element: CustomElementConstructor): boolean {
  const existing = customElements.get(tag);
  if (existing === element) return true;
  if (existing === undefined) {
    page.definitions.set(tag, { tag, version, refused: [] });
    customElements.define(tag, element);
    return true;
  }
  const definition = page.definitions.get(tag);
  definition?.refused.push(version);
  const owner = definition ? `version ${definition.version}` : 'another library';
  warnOnce(`<${tag}> is already defined by ${owner}; version ${version} is not used for it.`);
  return false;
}

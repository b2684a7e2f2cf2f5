import type { ArgTypesEnhancer } from 'storybook/internal/types';
import manifest from '../../custom-elements.json';

interface Named {
  readonly name: string;
  readonly description: string;
}
interface Declared {
  readonly tagName?: string;
  readonly slots?: readonly Named[];
  readonly cssStates?: readonly Named[];
}

const declared: readonly Declared[] = manifest.modules.flatMap(({ declarations }): Declared[] => declarations);

/** What may be tried out on a page of documentation: the rest of a table only tells. */
const TRIED = ['attributes', 'properties'];

/**
 * Adds to a widget's table what the manifest has and Storybook leaves out: states, and slots that are called like a part. Takes away
 * controls that do nothing.
 */
export const reference: ArgTypesEnhancer = ({ argTypes, component }) => {
  const { slots = [], cssStates = [] } = declared.find(({ tagName }) => tagName === component) ?? {};
  const rows = (category: string, all: readonly Named[], written: (name: string) => string) =>
    all.map(({ name, description }) => [
      `${category} ${name}`,
      { name: written(name), description, control: false, table: { category } },
    ]);
  return {
    ...Object.fromEntries(
      Object.entries(argTypes).map(([key, row]) =>
        TRIED.includes(row.table?.category ?? 'properties') ? [key, row] : [key, { ...row, control: false }],
      ),
    ),
    ...Object.fromEntries([
      ...rows(
        'slots',
        slots.filter(({ name }) => argTypes[name]?.table?.category !== 'slots'),
        (name) => name || '(no name)',
      ),
      ...rows('css states', cssStates, (name) => `:state(${name})`),
    ]),
  };
};

import type { ArgTypesEnhancer } from 'storybook/internal/types';
import manifest from '../../custom-elements.json';

interface Declared {
  readonly tagName?: string;
  readonly cssStates?: readonly { readonly name: string; readonly description: string }[];
}

const declared: readonly Declared[] = manifest.modules.flatMap(({ declarations }): Declared[] => declarations);

/** What may be tried out on a page of documentation: the rest of a table only tells. */
const TRIED = ['attributes', 'properties'];

/** Adds to a widget's table the states that the manifest knows of and Storybook does not, and takes away controls that do nothing. */
export const reference: ArgTypesEnhancer = ({ argTypes, component }) => {
  const states = declared.find(({ tagName }) => tagName === component)?.cssStates ?? [];
  return {
    ...Object.fromEntries(
      Object.entries(argTypes).map(([key, row]) =>
        TRIED.includes(row.table?.category ?? 'properties') ? [key, row] : [key, { ...row, control: false }],
      ),
    ),
    ...Object.fromEntries(
      states.map(({ name, description }) => [
        `state-${name}`,
        { name: `:state(${name})`, description, control: false, table: { category: 'css states' } },
      ]),
    ),
  };
};

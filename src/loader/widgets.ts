/**
 * The closed list of tags that the loader knows, each with the module that registers it.
 *
 * Empty here: the build fills it from `src/define`, so a new widget is known to the loader without a second list to keep.
 */
export const widgets: Readonly<Record<string, () => Promise<unknown>>> = {};

/** Version of the build that the loader belongs to. */
export const version: string = '0.0.0';

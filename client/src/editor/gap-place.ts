import { PluginPlace } from './plugin-place.ts';

/** Where the caret between two tables comes from, once it has been fetched; `gap-cursor.ts` fills it. */
export const gapPlace = new PluginPlace<null>('gap');

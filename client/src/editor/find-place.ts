import type { FindState } from './find.ts';
import { LatePlace } from './late.ts';

/** Where finding goes in the editor; what finds is fetched when somebody asks for it. */
export const finding = new LatePlace<FindState>('find');

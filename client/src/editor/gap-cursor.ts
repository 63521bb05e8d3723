import { gapCursor } from 'prosemirror-gapcursor';
import { gapPlace } from './gap-place.ts';

gapPlace.spec = gapCursor().spec;

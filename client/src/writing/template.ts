// What the template of a document asks for and explains, and moving its sections: beside the text, so fetched after it.
export { isDefinitive } from '@draagvlak/procedure';
export { completeness, templates, templateSection } from '@draagvlak/document';
export { showGuidance } from '../editor/guidance.ts';
export { addMissingSection } from '../editor/missing-section.ts';
export { moveSection, moveSectionBy } from '../editor/move.ts';
export { completeCount, stillNeeded } from './still-needed.ts';
export { lostReferenceWarning } from './lost-references.ts';
import '../elements/people-here.ts';

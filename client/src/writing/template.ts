// What the template of a document asks for and explains: beside the text, so fetched after it.
export { completeness, templates, templateSection } from '@draagvlak/document';
export { addMissingSection } from '../editor/missing-section.ts';

import type { Schema } from '../http/describe-api.ts';

/** Deeper than this a shape says less than its name. */
const DEEPEST = 5;

const lastPart = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** The shape of a JSON value as people write it: `{ id: string, title?: string }`, one field on a line. */
export function shapeOf(schema: Schema, depth = 0): string {
  const { $ref, type, properties, items, description } = schema;
  if ($ref !== undefined) return lastPart($ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return [...new Set(choices.map((one) => shapeOf(one, depth)))].join(' | ');
  if (schema.allOf !== undefined) return schema.allOf.map((one) => shapeOf(one, depth)).join(' & ');
  if (items !== undefined) {
    const of = shapeOf(items, depth);
    return /[ |&]/.test(of) && !of.startsWith('{') ? `(${of})[]` : `${of}[]`;
  }
  if (properties !== undefined && Object.keys(properties).length > 0) {
    if (depth >= DEEPEST) return '{ … }';
    const indent = '  '.repeat(depth + 1);
    const lines = Object.entries(properties).map(([name, value]) => {
      const mark = schema.required?.includes(name) === true ? '' : '?';
      return `${indent}${name}${mark}: ${shapeOf(value, depth + 1)}`;
    });
    return `{\n${lines.join(',\n')}\n${'  '.repeat(depth)}}`;
  }
  if (typeof schema.additionalProperties === 'object' && Object.keys(schema.additionalProperties).length > 0) {
    return `{ [naam]: ${shapeOf(schema.additionalProperties, depth)} }`;
  }
  const name = Array.isArray(type) ? type.join(' | ') : ((type as string | undefined) ?? 'JSON');
  return name === 'object' && description !== undefined ? `object (${description})` : name;
}

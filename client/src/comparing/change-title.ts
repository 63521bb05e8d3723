import type { Change } from '@draagvlak/compare';
import type { Wording } from '@draagvlak/wording';

/** A change in a few words, for its title and for screen readers: "Nieuwe eis", "Getal: van 12 naar 8". */
export function changeTitle(change: Change, words: Wording): string {
  const { compare, vocabulary } = words;
  if (change.kind === 'inserted' || change.kind === 'deleted' || change.kind === 'moved') {
    return compare.units[change.unit][change.kind];
  }
  const [value] = change.attributes.filter(({ name }) => name === 'value');
  if (value !== undefined) {
    return `${compare.attribute('value')}: ${compare.value(value.before)} → ${compare.value(value.after)}`;
  }
  return `${vocabulary.changeKinds[change.kind]}, ${compare.units[change.unit].name}`;
}

import { stemmer } from '@orama/stemmers/dutch';

/** Most rounds of the stemmer; every round shortens the word, so it always comes to rest. */
const ROUNDS = 4;

/**
 * What the forms of a Dutch word have in common: "werkproces" and "werkprocessen", "eis" and "eisen", "uur" and "uren".
 * A name to compare by, not to show.
 *
 * The Snowball stemmer (`dutch`, by Martin Porter) until nothing changes, since it takes off one ending at a time. It
 * leaves three things that spelling does at the end of a word, which are evened out here: doubled consonants
 * ("gassen"), doubled vowels ("uur") and v and z for f and s ("bewijzen").
 *
 * @param word folded, see `fold`
 */
export function stem(word: string): string {
  if (/^\p{N}/u.test(word)) return word;
  let stemmed = word.replace(/'s?$/, '').replace(/ies$/, 'ie');
  stemmed = stemmed.replace(/^([aeiou][bcdfghjklmnpqrstvwxz])en$/, '$1');
  for (let round = 0; round < ROUNDS; round += 1) {
    const shorter = even(stemmer(stemmed));
    if (shorter === stemmed) break;
    stemmed = shorter;
  }
  return stemmed;
}

function even(word: string): string {
  return word
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/([bcdfghjklmnpqrst])\1$/, '$1')
    .replace(/([aeou])\1([bcdfghjklmnpqrst])$/, '$1$2');
}

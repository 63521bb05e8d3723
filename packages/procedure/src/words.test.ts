import { describe, expect, it } from 'vitest';
import { wordsOf } from './decide/words.ts';
import type { Fact } from './fact.ts';
import { commentCommand, type Story, storyUntil } from './testing.ts';

/** A consultation with one comment whose words are kept as the blob "secret", as the server keeps them. */
function keptStory(): Story {
  const story = storyUntil('consultation');
  const asked = story.ask('opleider', commentCommand('c1'));
  for (const fact of 'code' in asked ? [] : asked) {
    const kept: Fact = fact.type === 'comment-submitted' ? { ...fact, body: { blob: 'secret' } } : fact;
    story.record(kept, 'opleider');
  }
  return story;
}

const redact = (blob: string, reason = 'Naam van een derde.') =>
  ({ type: 'redact-words', blob, replacement: 'Mijn collega [naam verwijderd].', reason }) as const;
const erase = (blob: string) => ({ type: 'erase-words', blob, reason: 'Verzoek van betrokkene.' }) as const;

describe('redacting and erasing words', () => {
  it('[WRD1] the secretary redacts: a new blob stands for the old one, the facts stay', () => {
    const story = keptStory();
    const before = [...story.facts];
    expect(story.act('chair', redact('secret'))).toBe('not-allowed');
    expect(story.act('secretary', redact('secret', ''))).toBe('reason-required');
    story.must('secretary', redact('secret'), { replacement: 'redacted' });
    expect(story.state.redactions).toEqual({ secret: 'redacted' });
    expect(story.facts.slice(0, before.length)).toEqual(before);
    expect(wordsOf(story.state).has('redacted')).toBe(true);
  });

  it('[WRD2] erasing is done once and redacting what is gone is refused', () => {
    const story = keptStory().must('secretary', erase('secret')).must('secretary', erase('secret'));
    expect(story.state.erased).toEqual(['secret']);
    expect(story.act('secretary', redact('secret'))).toBe('unknown-comment');
  });

  it('[WRD4] words that were edited away since can still be redacted and erased', () => {
    const story = keptStory();
    expect(story.act('secretary', erase('former'))).toBe('unknown-comment');
    story.must('secretary', redact('former'), { formerWords: true });
    story.must('secretary', erase('former'), { formerWords: true });
    expect(story.state).toMatchObject({ erased: ['former'] });
  });

  it('[WRD3] only words of this dossier: no frozen text, no other dossier', () => {
    const story = keptStory();
    const frozen = story.state.versions[0]?.content ?? '';
    expect(frozen).not.toBe('');
    expect(story.act('secretary', erase(frozen))).toBe('unknown-comment');
    expect(story.act('secretary', erase('of another dossier'))).toBe('unknown-comment');
  });
});

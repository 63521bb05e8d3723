import type { Followable, Lists, Update } from '@draagvlak/contract/client';
import { Unreachable } from '@draagvlak/contract/client';
import { describe, expect, it } from 'vitest';
import { FollowedView } from './followed-view.ts';

interface View extends Followable {
  readonly items: readonly { readonly id: string; readonly text: string }[];
}
const LISTS: Lists<View, 'items'> = { items: ({ id }) => id };
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A server that knows every state it ever gave, until it is told to forget; each answer waits until it is let go. */
function stage() {
  let texts: readonly string[] = ['een', 'twee'];
  let asOf = 1;
  const name = () => texts.join('+');
  const view = (): View => ({ asOf, state: name(), items: texts.map((text, at) => ({ id: `r${at}`, text })) });
  const given = new Map<string, View>();
  const give = (): View => {
    given.set(name(), view());
    return view();
  };
  const update = (since: string): Update<View, 'items'> => {
    const before = given.get(since);
    const now = give();
    if (before === undefined) return { kind: 'all', view: now };
    const put = now.items.flatMap((item, at) => (before.items[at]?.text === item.text ? [] : [{ at, item }]));
    const gone = before.items.slice(now.items.length).map(({ id }) => id);
    return { kind: 'changes', since, lists: { items: { gone, put } }, parts: { asOf: now.asOf, state: now.state } };
  };
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  let held = false;
  let down = false;
  const answer = async <T>(what: string, made: () => T): Promise<T> => {
    asked.push(what);
    if (down) throw new Unreachable('weg');
    const value = made();
    if (held) await new Promise<void>((resolve) => waiting.push(resolve));
    return value;
  };
  const followed = new FollowedView<View, 'items'>({
    all: () => answer('all', give),
    changes: (since) => answer('changes', () => update(since)),
    lists: LISTS,
  });
  return {
    followed,
    asked,
    shown: () => followed.value?.items.map(({ text }) => text),
    happens: (...now: readonly string[]) => {
      texts = now;
      return (asOf += 1);
    },
    act: (...now: readonly string[]) =>
      followed.act(
        (since) =>
          answer('act', () => {
            texts = now;
            asOf += 1;
            return { version: asOf, update: since === null ? null : update(since) };
          }),
        ({ update: changed }) => changed,
      ),
    forget: () => given.clear(),
    hold: (on: boolean) => (held = on),
    cut: (on: boolean) => (down = on),
    /** Lets answers go, the last asked first when `backwards`. */
    letGo: async (backwards = false) => {
      held = false;
      for (const go of backwards ? waiting.splice(0).toReversed() : waiting.splice(0)) {
        go();
        await settled();
      }
    },
  };
}

describe('a view that is followed', () => {
  it('is read whole once, and then only what changed; what stayed is the same object', async () => {
    const { followed, asked, shown, happens } = stage();
    await followed.load();
    const first = followed.value?.items[0];
    await followed.heard(happens('een', 'anders', 'drie'));
    expect(shown()).toEqual(['een', 'anders', 'drie']);
    expect(followed.value?.items[0]).toBe(first);
    expect(asked).toEqual(['all', 'changes']);
    await followed.heard(2);
    expect(asked).toHaveLength(2);
  });

  it('an act brings what it changed: nothing is read beside it, also when the news of it comes first', async () => {
    const { followed, asked, shown, act, hold, letGo } = stage();
    await followed.load();
    hold(true);
    const acted = act('een', 'gedaan');
    void followed.heard(2);
    await letGo();
    await acted;
    expect(shown()).toEqual(['een', 'gedaan']);
    expect(asked).toEqual(['all', 'act']);
  });

  it('never shows as done what the server did not do, and hears what others did meanwhile', async () => {
    const { followed, shown, happens, act, cut } = stage();
    await followed.load();
    const version = happens('van een ander');
    cut(true);
    const acted = act('van mij');
    void followed.heard(version);
    await expect(acted).rejects.toThrow(Unreachable);
    await settled();
    expect(shown()).toEqual(['een', 'twee']);
    cut(false);
    await followed.heard(version);
    expect(shown()).toEqual(['van een ander']);
  });

  it('answers that cross each other end in what is so now', async () => {
    for (const backwards of [false, true]) {
      const { followed, shown, happens, act, hold, letGo } = stage();
      await followed.load();
      hold(true);
      const told = followed.heard(happens('een', 'collega'));
      const acted = act('een', 'collega', 'ik');
      await letGo(backwards);
      await Promise.all([told, acted]);
      expect(shown()).toEqual(['een', 'collega', 'ik']);
    }
  });

  it('changes to what is no longer here are not mistaken for news when what was undone looks the same', async () => {
    const { followed, shown, happens, act, hold, letGo } = stage();
    await followed.load();
    const everShown: unknown[] = [];
    followed.subscribe(() => everShown.push(shown()));
    hold(true);
    // Its answer stays away until the colleague's act was taken back here.
    const told = followed.heard(happens('een', 'weg ermee'));
    hold(false);
    await act('een', 'twee');
    await letGo();
    await told;
    expect(shown()).toEqual(['een', 'twee']);
    expect(everShown).not.toContainEqual(['een', 'weg ermee']);
  });

  it('news that comes while it reads makes it read on', async () => {
    const { followed, asked, shown, happens, hold, letGo } = stage();
    await followed.load();
    hold(true);
    const first = followed.heard(happens('een', 'anders'));
    const second = followed.heard(happens('een', 'weer anders'));
    await letGo();
    await Promise.all([first, second]);
    expect(shown()).toEqual(['een', 'weer anders']);
    expect(asked).toEqual(['all', 'changes', 'changes']);
  });

  it('where the server does not know what is here any more, all is read', async () => {
    const { followed, asked, shown, happens, forget } = stage();
    await followed.load();
    forget();
    await followed.heard(happens('nieuw'));
    expect(shown()).toEqual(['nieuw']);
    expect(asked).toEqual(['all', 'changes']);
  });

  it('keeps what is here while the line is down, and catches up when it is back', async () => {
    const { followed, shown, happens, cut } = stage();
    await followed.load();
    cut(true);
    const version = happens('later');
    await followed.heard(version);
    expect(followed.state).toMatchObject({ status: 'failed', failure: { kind: 'unreachable' } });
    expect(shown()).toEqual(['een', 'twee']);
    cut(false);
    await followed.heard(version);
    expect(followed.state.status).toBe('ready');
    expect(shown()).toEqual(['later']);
  });
});

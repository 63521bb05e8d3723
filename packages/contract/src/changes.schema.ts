import { z } from 'zod';

/** What every answer says of a view that can be kept up, whether it changed or not. */
export const ALWAYS = { asOf: true, state: true } as const;

const listChanges = <Item extends z.ZodType>(item: Item) =>
  z.object({
    gone: z.array(z.string()).meta({ description: 'namen van wat er niet meer is, of elders in de lijst staat' }),
    put: z
      .array(z.object({ at: z.int(), item }))
      .meta({ description: 'wat nieuw of anders is, met zijn plaats in de lijst zoals die nu is' }),
  });

/** What changed in a view since a state of it, or the whole view; made of the schemas of that view. */
export const update = <View extends z.ZodType, Lists extends Record<string, z.ZodType>, Parts extends z.ZodType>(
  view: View,
  lists: Lists,
  parts: Parts,
) => {
  const changed = Object.fromEntries(Object.entries(lists).map(([name, item]) => [name, listChanges(item)])) as {
    readonly [Name in keyof Lists]: ReturnType<typeof listChanges<Lists[Name]>>;
  };
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('changes'), since: z.string(), lists: z.object(changed), parts }),
    z.object({ kind: z.literal('all'), view }),
  ]);
};

import type { ComparisonView, PersonView } from '@draagvlak/contract/client';
import { CATEGORIES, type Category, type Change, summarise, type Summary } from '@draagvlak/compare';
import { type Outline, outline } from '@draagvlak/document';
import type { Finding, Link } from '@draagvlak/review';
import type { Grounds } from '@draagvlak/render';

export type ComparedComment = ComparisonView['comments'][number];

/** One change with everything that is known about it. */
export interface KnownChange {
  readonly change: Change;
  /** As shown, from 1. */
  readonly number: number;
  readonly links: readonly Link[];
  /** Comments behind it, each once; what merely overlaps only where nothing stronger is known. */
  readonly comments: readonly ComparedComment[];
  /** Comments on the same words that did not cause it, such as one that asked for the opposite. */
  readonly nearby: readonly ComparedComment[];
  readonly people: readonly PersonView[];
  readonly first: string | null;
  readonly last: string | null;
  readonly mixed: boolean;
  readonly unknown: boolean;
  readonly findings: readonly Finding[];
  /** Somebody objects to it. */
  readonly contested: boolean;
  /**
   * It lacks a reason, wholly or in part: as the check of the server finds it and nobody let it stand. Who may not see
   * what the check found goes by what they may see: no ground at all.
   */
  readonly groundless: boolean;
  /** Of a change that lacks a reason: part of it does have one. */
  readonly partly: boolean;
  readonly read: boolean;
  /** What was asked, remarked or advised about it, with the answers. */
  readonly remarks: ComparisonView['remarks'];
  /** Number and title of the section, in the second version where it is there. */
  readonly label: string;
}

/** A comparison, ordered for the screen. */
export interface ChangeIndex {
  readonly changes: readonly KnownChange[];
  readonly byKey: ReadonlyMap<string, KnownChange>;
  readonly summary: Summary;
  readonly before: Outline;
  readonly after: Outline;
  /** For the rendering: numbers of comments and own initiative, by change. */
  readonly grounds: ReadonlyMap<string, Grounds>;
  /** Open findings that are not about a change without a ground. */
  readonly doubts: readonly Finding[];
  readonly settled: number;
  /** Comments per section of the second version, subsections not included. */
  readonly commentsBySection: ReadonlyMap<string, number>;
}

/** Renumbering follows from other changes and needs no ground of its own. */
const needsGround = (change: Change) => change.category !== 'renumbered';

export const byNumber = (a: ComparedComment, b: ComparedComment) =>
  a.number.localeCompare(b.number, undefined, { numeric: true });

export function indexChanges(view: ComparisonView): ChangeIndex {
  const links = new Map<string, Link[]>();
  for (const link of view.links) links.set(link.change, [...(links.get(link.change) ?? []), link]);
  const comments = new Map(view.comments.map((comment) => [comment.id as string, comment]));
  const attributions = new Map(view.attributions.map((one) => [one.key, one]));
  const read = new Set(view.read);
  const grounds = new Map<string, Grounds>();
  const changes = view.comparison.changes.map((change, index): KnownChange => {
    const all = links.get(change.key) ?? [];
    const strong = all.filter(({ how }) => how !== 'overlap');
    const behind = new Map<string, ComparedComment>();
    for (const { comment } of strong.length > 0 ? strong : all) {
      const found = comment === null ? undefined : comments.get(comment);
      if (found !== undefined) behind.set(found.id, found);
    }
    const findings = view.findings.filter((finding) => finding.change === change.key);
    const nearby = new Map<string, ComparedComment>();
    for (const { comment } of [...all, ...findings]) {
      const found = comment === null ? undefined : comments.get(comment);
      if (found !== undefined && !behind.has(found.id)) nearby.set(found.id, found);
    }
    const own = strong.filter(({ comment }) => comment === null);
    const certain = [...behind.values()].filter(({ id }) => strong.some(({ comment }) => comment === id));
    const attribution = attributions.get(change.key);
    const found = findings.find(({ kind }) => kind === 'change-without-ground');
    const groundless = needsGround(change) && (found === undefined ? strong.length === 0 : found.settled === null);
    const partly = groundless && strong.some(({ how }) => how === 'recorded');
    grounds.set(change.key, {
      comments: groundless && !partly ? [] : certain.toSorted(byNumber).map(({ number }) => number),
      ownInitiative: own.length > 0,
      reason: own[0]?.reason ?? null,
    });
    return {
      change,
      number: index + 1,
      links: all,
      comments: [...behind.values()].toSorted(byNumber),
      people: (attribution?.people ?? []).flatMap((person) => view.people[person] ?? []),
      first: attribution?.first ?? null,
      last: attribution?.last ?? null,
      mixed: attribution?.mixed ?? false,
      unknown: attribution?.unknown ?? true,
      nearby: [...nearby.values()].toSorted(byNumber),
      findings,
      contested: [...behind.values()].some(({ kind, withdrawnAt }) => kind === 'objection' && withdrawnAt === null),
      groundless,
      partly,
      read: read.has(change.key),
      remarks: view.remarks.filter((remark) => remark.change === change.key),
      label: change.after?.label || change.before?.label || '',
    };
  });
  const commentsBySection = new Map<string, number>();
  for (const { placement, anchor, withdrawnAt } of view.comments) {
    const section = placement.section ?? anchor.section;
    if (section !== null && withdrawnAt === null) {
      commentsBySection.set(section, (commentsBySection.get(section) ?? 0) + 1);
    }
  }
  return {
    changes,
    byKey: new Map(changes.map((known) => [known.change.key, known])),
    summary: summarise(view.comparison),
    before: outline(view.beforeDocument),
    after: outline(view.afterDocument),
    grounds,
    doubts: view.findings.filter(({ kind, settled }) => kind !== 'change-without-ground' && settled === null),
    settled: view.findings.filter(({ settled }) => settled !== null).length,
    commentsBySection,
  };
}

/** Categories that occur, in their fixed order. */
export const categoriesOf = ({ summary }: ChangeIndex): readonly Category[] =>
  CATEGORIES.filter((category) => summary.byCategory[category] > 0);

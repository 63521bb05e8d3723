import type { FoundView } from '@draagvlak/contract/server';
import type { Dossier } from '@draagvlak/procedure';
import type { Anchor, Comment } from '@draagvlak/review';
import type { DossierIndex } from './dossier-index.ts';
import { commentOf } from './rights.ts';
import type { Source } from './sources.ts';

type Place = Pick<FoundView, 'document' | 'version' | 'comment' | 'section' | 'href'>;

const reading = (version: string, place: string | null): string =>
  `/lezen/${version}${place === null ? '' : `#${encodeURIComponent(place)}`}`;

const placeOf = ({ node, start, section }: Anchor): string | null => node ?? start?.block ?? section;

/** The way to a comment beside the text it was made on. */
export function placeOfComment({ id, version, anchor }: Pick<Comment, 'id' | 'version' | 'anchor'>): string {
  const place = placeOf(anchor);
  return `/lezen/${version}?reactie=${id}${place === null ? '' : `#${encodeURIComponent(place)}`}`;
}

/** Where what was found stands, and the way to it. Asked after {@link mayRead}, so that it tells nothing new. */
export function placeIn(dossier: Dossier, index: DossierIndex, source: Source): Place {
  const home = `/dossiers/${dossier.id}`;
  const inVersion = (id: string, section: string | null, href: string, comment: string | null = null): Place => {
    const version = dossier.versions.find((one) => one.id === id);
    const document = dossier.documents.find((one) => one.id === version?.document);
    return {
      document: document?.kind ?? null,
      version: version?.number ?? null,
      comment,
      section: index.sectionLabel(id, section),
      href,
    };
  };
  const nowhere = (href: string): Place => ({ document: null, version: null, comment: null, section: null, href });
  switch (source.kind) {
    case 'text':
      return inVersion(source.version, source.section, reading(source.version, source.place));
    case 'note':
      return inVersion(source.version, null, reading(source.version, null));
    case 'comment':
    case 'proposal':
    case 'reply':
    case 'motivation': {
      const comment = commentOf(dossier, source.comment);
      if (comment === undefined) return nowhere(home);
      const { version, anchor, number } = comment;
      return inVersion(version, anchor.section, placeOfComment(comment), number);
    }
    case 'remark': {
      const remark = dossier.remarks.find((one) => one.remark === source.remark);
      if (remark === undefined) return nowhere(home);
      const { document, before, after, change } = remark;
      const href = `${home}/vergelijken/${document}?van=${before}&naar=${after}#change-${encodeURIComponent(change)}`;
      return inVersion(after, null, href);
    }
    case 'report':
      return nowhere(source.of === 'decision' ? `${home}/besluit` : home);
    case 'dossier':
    case 'reference':
      return nowhere(home);
  }
}

/** Address of a picture in a text of this dossier: `blob` is what comes after `blob:` in the document. */
export const imageUrl = (dossier: string, blob: string): string =>
  `/api/dossiers/${encodeURIComponent(dossier)}/files/${encodeURIComponent(blob)}`;

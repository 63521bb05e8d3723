import { audit } from './nl/audit.ts';
import { bell } from './nl/bell.ts';
import { commands } from './nl/commands.ts';
import { compare } from './nl/compare.ts';
import { comparing } from './nl/comparing.ts';
import { dates } from './nl/dates.ts';
import { decision } from './nl/decision.ts';
import { developers } from './nl/developers.ts';
import { document } from './nl/document.ts';
import { dossier } from './nl/dossier.ts';
import { editing } from './nl/editing.ts';
import { errata } from './nl/errata.ts';
import { errors } from './nl/errors.ts';
import { frame } from './nl/frame.ts';
import { gates } from './nl/gates.ts';
import { handling } from './nl/handling.ts';
import { help } from './nl/help.ts';
import { hints } from './nl/hints.ts';
import { images } from './nl/images.ts';
import { importing } from './nl/importing.ts';
import { log } from './nl/log.ts';
import { notices } from './nl/notices.ts';
import { notes } from './nl/notes.ts';
import { numbers } from './nl/numbers.ts';
import { overview } from './nl/overview.ts';
import { pages } from './nl/pages.ts';
import { parts } from './nl/parts.ts';
import { pasting } from './nl/pasting.ts';
import { placing } from './nl/placing.ts';
import { problems } from './nl/problems.ts';
import { processing } from './nl/processing.ts';
import { reading } from './nl/reading.ts';
import { redaction } from './nl/redaction.ts';
import { reviewing } from './nl/reviewing.ts';
import { refusals } from './nl/refusals.ts';
import { search } from './nl/search.ts';
import { shell } from './nl/shell.ts';
import { since } from './nl/since.ts';
import { together } from './nl/together.ts';
import { vocabulary } from './nl/vocabulary.ts';
import { writing } from './nl/writing.ts';

/** Every sentence a person reads, per area. Dutch is the source; the other languages follow its shape. */
export const nl = {
  audit,
  bell,
  commands,
  compare,
  comparing,
  reviewing,
  dates,
  decision,
  developers,
  document,
  dossier,
  editing,
  errata,
  errors,
  frame,
  gates,
  handling,
  help,
  hints,
  images,
  importing,
  log,
  notices,
  notes,
  numbers,
  overview,
  pages,
  parts,
  pasting,
  placing,
  problems,
  processing,
  reading,
  redaction,
  refusals,
  search,
  shell,
  since,
  together,
  vocabulary,
  writing,
};

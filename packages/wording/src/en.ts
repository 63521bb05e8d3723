import type { nl } from './nl.ts';
import { audit } from './en/audit.ts';
import { bell } from './en/bell.ts';
import { commands } from './en/commands.ts';
import { compare } from './en/compare.ts';
import { comparing } from './en/comparing.ts';
import { dates } from './en/dates.ts';
import { decision } from './en/decision.ts';
import { developers } from './en/developers.ts';
import { document } from './en/document.ts';
import { dossier } from './en/dossier.ts';
import { editing } from './en/editing.ts';
import { errata } from './en/errata.ts';
import { errors } from './en/errors.ts';
import { frame } from './en/frame.ts';
import { gates } from './en/gates.ts';
import { handling } from './en/handling.ts';
import { help } from './en/help.ts';
import { hints } from './en/hints.ts';
import { images } from './en/images.ts';
import { importing } from './en/importing.ts';
import { log } from './en/log.ts';
import { notices } from './en/notices.ts';
import { notes } from './en/notes.ts';
import { numbers } from './en/numbers.ts';
import { overview } from './en/overview.ts';
import { pages } from './en/pages.ts';
import { parts } from './en/parts.ts';
import { pasting } from './en/pasting.ts';
import { placing } from './en/placing.ts';
import { problems } from './en/problems.ts';
import { processing } from './en/processing.ts';
import { reading } from './en/reading.ts';
import { redaction } from './en/redaction.ts';
import { reviewing } from './en/reviewing.ts';
import { refusals } from './en/refusals.ts';
import { search } from './en/search.ts';
import { shell } from './en/shell.ts';
import { since } from './en/since.ts';
import { together } from './en/together.ts';
import { vocabulary } from './en/vocabulary.ts';
import { writing } from './en/writing.ts';

export const en = {
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
} satisfies typeof nl;

import type { Register } from '@draagvlak/storage';

export interface Qualification {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  /** The name still has to be confirmed. */
  readonly provisional: boolean;
  readonly cluster: string;
}

/** The qualifications of SOG-P with the committee (WBC) that looks after each; the last four names are not certain. */
export const QUALIFICATIONS: readonly Qualification[] = (
  [
    ['flensverbindingen', 'Werken aan flensverbindingen', 'Flenzen'],
    ['flensverbindingen-protocol', 'Werken aan flensverbindingen volgens protocol', 'Flenzen'],
    [
      'flensverbindingen-torque-tensioning',
      'Werken aan flensverbindingen volgens protocol met torque- en tensioning-apparatuur',
      'Flenzen',
    ],
    ['twin-ferrule', 'Werken met twin ferrule fittingen', 'Flenzen'],
    ['gasmeten', 'Gasmeten', 'Gasmeten'],
    ['buitenwacht', 'Buitenwacht', 'Buitenwacht en onafhankelijke adembescherming'],
    ['adembescherming', 'Onafhankelijke adembescherming', 'Buitenwacht en onafhankelijke adembescherming'],
    ['aanslaan-begeleiden', 'Aanslaan en begeleiden van lasten', 'Verplaatsen van lasten'],
    ['hijsgereedschap', 'Verplaatsen van lasten met hijsgereedschap', 'Verplaatsen van lasten'],
    ['vorkheftruck', 'Vorkheftruck', 'Mobiele werktuigen'],
    ['verreiker', 'Verreiker', 'Mobiele werktuigen'],
    ['hoogwerker-statisch-giek', 'Werken met een statische boom-type hoogwerker', 'Mobiele werktuigen'],
    ['hoogwerker-statisch-verticaal', 'Werken met een statische verticale hoogwerker', 'Mobiele werktuigen'],
    ['hoogwerker-mobiel-giek', 'Werken met een mobiele boom-type hoogwerker', 'Mobiele werktuigen'],
    ['hoogwerker-mobiel-verticaal', 'Werken met een mobiele verticale hoogwerker', 'Mobiele werktuigen'],
  ] as const
).map(([id, name, cluster], index) => ({ id, number: index + 1, name, provisional: index >= 11, cluster }));

const TABLE = 'qualification';

export interface Qualifications {
  all(): Promise<readonly Qualification[]>;
  /** Gives it the name that was confirmed; resolves `null` when unknown. */
  rename(id: string, name: string): Promise<Qualification | null>;
}

/** Fills the register the first time; names that were changed stay. */
export async function openQualifications(register: Register): Promise<Qualifications> {
  for (const qualification of QUALIFICATIONS) {
    await register.add(TABLE, qualification.id, JSON.stringify(qualification));
  }
  return {
    async all() {
      const rows = await register.list(TABLE);
      return rows
        .map(({ value }) => JSON.parse(value) as Qualification)
        .toSorted((one, other) => one.number - other.number);
    },
    async rename(id, name) {
      const text = await register.get(TABLE, id);
      if (text === null) return null;
      const renamed: Qualification = { ...(JSON.parse(text) as Qualification), name, provisional: false };
      await register.set(TABLE, id, JSON.stringify(renamed));
      return renamed;
    },
  };
}

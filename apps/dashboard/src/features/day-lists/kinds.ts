import { followUpStates, medicationStates, testStates } from '@stepway/contracts';
import { IconPhone, IconPill, IconTestPipe } from '@tabler/icons-react';
import type { DayListName, DayLists } from '../../api/day-lists.ts';
import { t } from '../../texts/texts.ts';
import { followUpAbout, medicationAbout, testAbout, type About, type AboutContext } from './about.ts';
import { followUpActs, medicationActs, testActs, type Act } from './acts.ts';

/** What one list of the day is: its states as tabs, and how it says and does things. */
export interface Kind<Name extends DayListName> {
  readonly name: Name;
  readonly title: () => string;
  readonly icon: typeof IconPill;
  /** In the order of the tabs; the first is shown where the address says none. */
  readonly states: readonly DayLists[Name]['state'][];
  readonly stateWords: (state: DayLists[Name]['state']) => string;
  readonly emptyWhy: (state: DayLists[Name]['state']) => string;
  /** States that ask for an act wherever there are any. */
  readonly warm: readonly DayLists[Name]['state'][];
  readonly about: (row: DayLists[Name]['row'], context: AboutContext) => About;
  readonly acts: (row: DayLists[Name]['row']) => readonly Act[];
}

export const testsKind: Kind<'tests'> = {
  name: 'tests',
  title: () => t('screens.tests'),
  icon: IconTestPipe,
  states: testStates,
  stateWords: (state) => t(`dayLists.tests.${state}`),
  emptyWhy: (state) => t(`dayLists.testsWhy.${state}`),
  warm: ['late', 'to-review'],
  about: testAbout,
  acts: testActs,
};

export const medicationKind: Kind<'medications'> = {
  name: 'medications',
  title: () => t('screens.medication'),
  icon: IconPill,
  states: medicationStates,
  stateWords: (state) => t(`dayLists.medications.${state}`),
  emptyWhy: (state) => t(`dayLists.medicationsWhy.${state}`),
  warm: ['missed', 'ended'],
  about: medicationAbout,
  acts: medicationActs,
};

export const followUpsKind: Kind<'followUps'> = {
  name: 'followUps',
  title: () => t('screens.followUps'),
  icon: IconPhone,
  states: followUpStates,
  stateWords: (state) => t(`dayLists.followUps.${state}`),
  emptyWhy: (state) => t(`dayLists.followUpsWhy.${state}`),
  warm: ['contact', 'lost-contact'],
  about: followUpAbout,
  acts: followUpActs,
};

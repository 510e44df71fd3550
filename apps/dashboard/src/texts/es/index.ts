import type { en } from '../en/index.ts';
import type { TranslationOf } from '../translation-of.ts';
import { analytics } from './analytics.ts';
import { acts } from './acts.ts';
import { audit } from './audit.ts';
import { attention } from './attention.ts';
import { board } from './board.ts';
import { causes } from './causes.ts';
import { dayLists } from './day-lists.ts';
import { decisions } from './decisions.ts';
import { dialogs } from './dialogs.ts';
import { events } from './events/index.ts';
import { explained } from './explained.ts';
import { fields } from './fields.ts';
import { frame } from './frame.ts';
import { journeyPage } from './journey-page.ts';
import { journey } from './journey.ts';
import { keys } from './keys.ts';
import { levels } from './levels.ts';
import { lists } from './lists.ts';
import { medications } from './medications.ts';
import { files } from './files.ts';
import { messages } from './messages.ts';
import { moves } from './moves.ts';
import { notYetSeen } from './not-yet-seen.ts';
import { onCall } from './on-call.ts';
import { options } from './options.ts';
import { partners } from './partners.ts';
import { past } from './past.ts';
import { people } from './people.ts';
import { problems } from './problems.ts';
import { programmeRules } from './programme-rules.ts';
import { programmes } from './programmes.ts';
import { proposals } from './proposals.ts';
import { questions } from './questions.ts';
import { rejections } from './rejections.ts';
import { roles } from './roles.ts';
import { roster } from './roster.ts';
import { rules } from './rules.ts';
import { screens } from './screens.ts';
import { seen } from './seen.ts';
import { signIn } from './sign-in.ts';
import { staff } from './staff.ts';
import { states } from './states.ts';
import { strip } from './strip.ts';
import { system } from './system.ts';
import { tasks } from './tasks.ts';
import { tests } from './tests.ts';
import { time } from './time.ts';
import { today } from './today.ts';
import { waitingList } from './waiting-list.ts';

/** All texts of the dashboard in Spanish. */
export const es: TranslationOf<typeof en> = {
  analytics,
  acts,
  attention,
  audit,
  board,
  causes,
  dayLists,
  decisions,
  dialogs,
  events,
  explained,
  fields,
  frame,
  journeyPage,
  journey,
  keys,
  levels,
  lists,
  medications,
  files,
  messages,
  moves,
  notYetSeen,
  onCall,
  options,
  partners,
  past,
  people,
  problems,
  programmeRules,
  programmes,
  proposals,
  questions,
  rejections,
  roles,
  roster,
  rules,
  screens,
  seen,
  signIn,
  staff,
  states,
  strip,
  system,
  tasks,
  tests,
  time,
  today,
  waitingList,
};

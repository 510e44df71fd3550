import { openCrisis } from '../../crises/state.ts';
import { activeHold } from '../../holds/decide.ts';
import { inHospitalOrJail } from '../../leaves/where.ts';
import { met, notMet, type Guard } from './facts.ts';

/** Never unknown: nothing recorded means that none is open. */
export const noOpenCrisis: Guard = {
  rule: 'no-open-crisis',
  waitsFor: 'the end of the crisis',
  look: ({ journey }) => {
    const crisis = openCrisis(journey);
    return crisis ? notMet(`${crisis.kind} since ${crisis.raisedAt}`) : met('none');
  },
};

export const noHold: Guard = {
  rule: 'no-hold',
  waitsFor: 'the end of the pause',
  look: ({ journey }) => {
    const hold = activeHold(journey);
    return hold ? notMet(`automatic moves are paused until ${hold.until}`) : met('none');
  },
};

export const notInHospitalOrJail: Guard = {
  rule: 'not-in-hospital-or-jail',
  waitsFor: 'the return from hospital or jail',
  look: ({ journey }) => {
    const away = inHospitalOrJail(journey);
    return away ? notMet(`in ${away.kind} since ${away.startedAt}`) : met('no');
  },
};

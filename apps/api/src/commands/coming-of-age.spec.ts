import type { CommandOf, SiteCalendar } from '@stepway/pathway';
import { withComingOfAge } from './coming-of-age.ts';

const calendar: SiteCalendar = {
  siteId: 'main',
  timeZone: 'America/New_York',
  offsets: [{ from: '2026-03-08T07:00:00.000Z', minutes: -240 }],
  holidays: [],
  closedDays: [],
  closedWeekdays: [],
};

const opening = (ageGroup: 'adult' | 'adolescent'): CommandOf<'OpenEpisode', string> => ({
  type: 'OpenEpisode',
  commandId: 'c1',
  actor: { id: 'coordinator-1', kind: 'person', role: 'coordinator' },
  occurredAt: '2026-05-04T03:00:00.000Z',
  patientId: 'p1',
  programme: { id: 'standard-four', version: 2 },
  siteId: 'main',
  entryLevel: 'iop',
  ageGroup,
});
const opened = (ageGroup: 'adult' | 'adolescent', birthDate?: string) =>
  withComingOfAge(opening(ageGroup), { birthDate, adultAtYears: 18, calendar });

describe('an episode that is opened', () => {
  it('knows of an adolescent the day on which they come of age', () =>
    expect(opened('adolescent', '2010-03-09')).toMatchObject({ ageGroup: 'adolescent', turns18On: '2028-03-09' }));

  it('knows of an adult nothing of their birth date', () =>
    expect(opened('adult', '1980-02-03')).toEqual(opening('adult')));

  it('counts days by the calendar of the site: at 23 o’clock in New York it is still the day before', () => {
    expect(opened('adolescent', '2008-05-04')).toMatchObject({ turns18On: '2026-05-04' });
    expect(opened('adult', '2008-05-03')).not.toHaveProperty('turns18On');
  });

  it('comes of age on 1 March where somebody was born on 29 February', () =>
    expect(opened('adolescent', '2012-02-29')).toMatchObject({ turns18On: '2030-03-01' }));

  it('error 12: is refused where somebody under age would be treated as an adult', () =>
    expect(() => opened('adult', '2010-03-09')).toThrow());

  it('is taken as it was said of a person whom nobody knows, or who is of age by the record', () => {
    expect(opened('adolescent')).toEqual(opening('adolescent'));
    expect(opened('adolescent', '1980-02-03')).toEqual(opening('adolescent'));
  });
});

import { type CommandFields, plusHours } from '@stepway/pathway';
import { itemsOf } from '../specs/items.ts';
import { admitted, day, discharged, said, tested, type Lived } from '../specs/lived.ts';

type Report = CommandFields['RecordDrugTestResult'];

const reported = (life: Lived, days: number, results: Report['results'], more: Partial<Report> = {}): Lived =>
  life.says({
    type: 'RecordDrugTestResult',
    ...said(day(days)),
    specimenId: 'S-1',
    matrix: 'urine',
    collectedAt: day(days),
    reportedAt: day(days),
    status: 'final',
    validity: { finding: 'valid' },
    results,
    acknowledgedUse: false,
    ...more,
  });

const askedFor = (life: Lived, days: number, dueDays: number): Lived =>
  life.says({ type: 'ScheduleDrugTest', ...said(day(days)), dueAt: day(dueDays), cause: 'for-cause' });

const tests = (life: Lived) => itemsOf(life, 'tests').map(({ state, item_id }) => [state, item_id]);

describe('a scheduled test', () => {
  it('is there from the moment at which it is asked for until it is due, then late, until a specimen comes', () => {
    const life = askedFor(admitted('ada'), 3, 4);
    expect(itemsOf(life, 'tests')).toMatchObject([
      { state: 'scheduled', opens_at: day(3), due_at: day(4), closes_at: 'infinity', row: { task: null } },
    ]);
    expect(itemsOf(life, 'tests')[0]?.row).toMatchObject({
      scheduled: { from: day(3), dueAt: day(4), cause: 'for-cause' },
      specimen: null,
      notCollected: null,
      level: 'iop',
    });
    life.until(day(8));
    expect(itemsOf(life, 'tests')[0]?.row).toMatchObject({ task: { kind: 'scheduled-test-missed' } });
    expect(tests(tested(life, 9, 'negative'))).toEqual([]);
  });

  it('that was missed or declined is followed up: a call, then another date', () => {
    const life = askedFor(admitted('ada'), 3, 4).says({
      type: 'RecordMissedDrugTest',
      ...said(plusHours(day(4), 1)),
      dueAt: day(4),
      outcome: 'declined',
    });
    expect(itemsOf(life, 'tests')).toMatchObject([
      { state: 'not-collected', row: { notCollected: { outcome: 'declined' }, task: { kind: 'outreach' } } },
    ]);
    const reached = life.says({
      type: 'RecordOutreach',
      ...said(plusHours(day(4), 2)),
      outreachId: 'o1',
      at: plusHours(day(4), 2),
      channel: 'phone',
      reached: true,
    });
    expect(itemsOf(reached, 'tests')).toMatchObject([{ row: { task: { kind: 'new-collection' } } }]);
  });

  it('falls away with the discharge', () => {
    expect(tests(discharged(askedFor(admitted('ada'), 3, 6), 4))).toEqual([]);
  });
});

describe('a specimen', () => {
  it('waits for confirmation while it is presumptive, and no longer with the definitive result', () => {
    const cocaine = (stage: 'presumptive' | 'definitive') =>
      [{ drugClass: 'cocaine', outcome: 'positive', stage }] as const;
    const life = reported(admitted('ada'), 10, cocaine('presumptive'));
    const items = itemsOf(life, 'tests').filter(({ state }) => state === 'awaiting-confirmation');
    expect(items).toMatchObject([
      { item_id: 'awaiting-confirmation.S-1', opens_at: day(10), row: { specimen: { specimenId: 'S-1' } } },
    ]);
    const settled = reported(life, 11, cocaine('definitive'), { collectedAt: day(10) });
    expect(tests(settled).filter(([state]) => state === 'awaiting-confirmation')).toEqual([]);
  });

  it('that was substituted is reviewed by a clinician, and another one is collected: two acts, two rows', () => {
    const life = reported(admitted('ada'), 10, [{ drugClass: 'cocaine', outcome: 'negative', stage: 'presumptive' }], {
      validity: { finding: 'substituted' },
    });
    expect(tests(life)).toEqual([
      ['to-review', 'review-drug-test.S-1'],
      ['in-question', 'new-collection.S-1'],
    ]);
    expect(tests(tested(life, 11, 'negative'))).toEqual([['to-review', 'review-drug-test.S-1']]);
  });

  it('without the medication that should be found asks for a review of safety', () => {
    const life = admitted('ada')
      .says({
        type: 'RecordMedication',
        ...said(day(1)),
        medicationId: 'm1',
        medication: 'buprenorphine-naloxone',
        kind: 'moud',
        scheduled: true,
        from: day(1),
      })
      .until(day(9));
    const absent = reported(life, 10, [{ drugClass: 'buprenorphine', outcome: 'negative', stage: 'definitive' }]);
    expect(tests(absent)).toEqual([['unexpected-absence', 'medication-safety-review.S-1']]);
  });
});

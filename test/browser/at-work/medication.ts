import { hoursAgo } from '../../clinic/clinic.ts';
import type { World } from '../world.ts';
import { Shift } from './shift.ts';

/** What somebody takes: on record, changed, and each dose known as taken or missed. */
export function medicationSpecs(world: World): void {
  const admitted = (given: string) => world.clinic.admitted('iop', { given, family: 'Dosewell' });
  const tab = (shift: Shift, words: RegExp) => shift.page.getByRole('link', { name: words });
  /** Taken for twenty days; the dose that was arranged was due a day ago. */
  const doseDue = async (given: string) => {
    const episodeId = await admitted(given);
    await world.clinic.does(episodeId, 'RecordMedication', {
      ...{ medicationId: 'm1', medication: 'buprenorphine', kind: 'moud', from: hoursAgo(20 * 24) },
    });
    await world.clinic.does(episodeId, 'ArrangeMedicationContinuity', { medicationId: 'm1', nextDoseAt: hoursAgo(26) });
    return episodeId;
  };

  describe('a medication', () => {
    it('is put on record by the prescriber, and explains the test that waited; changed, the new one follows', async () => {
      const episodeId = await admitted('Pepper');
      await world.clinic.does(episodeId, 'RecordDrugTestResult', {
        ...{ specimenId: 'B-1', collectedAt: hoursAgo(30), reportedAt: hoursAgo(5), status: 'final' },
        validity: { finding: 'valid' },
        results: [{ drugClass: 'buprenorphine', outcome: 'positive', stage: 'presumptive' }],
      });
      const shift = await Shift.of(world, 'Avis Plover');
      await shift.goTo('Tests');
      await tab(shift, /^Awaiting confirmation/).click();
      await shift.row('Pepper Dosewell').waitFor();

      await shift.journeyOf('Pepper Dosewell');
      const known = await shift.act('Record a medication');
      await known.choose('Medication', 'Buprenorphine');
      await known.choose('Kind', 'For opioid use disorder (MOUD)');
      await known.moment('From', -10, '09');
      await known.choose('Source', 'Prescriber');
      await known.send();
      await shift.recorded(episodeId, 'MedicationRecorded', 'demo-prescriber');
      await shift.page.getByText('Explained by a medication').first().waitFor();

      const end = await shift.act('End a medication');
      await end.send();
      await shift.recorded(episodeId, 'MedicationEnded', 'demo-prescriber');
      await shift.goTo('Medication');
      await tab(shift, /^Ends or ended/).click();
      const next = await shift.actAtRow('Record medication', 'Pepper Dosewell');
      await next.choose('Medication', 'Methadone');
      await next.choose('Kind', 'For opioid use disorder (MOUD)');
      await next.send();
      await shift.row('Pepper Dosewell').waitFor({ state: 'detached' });
      await shift.goTo('Tests');
      await tab(shift, /^Awaiting confirmation/).click();
      await shift.row('Agate Trialsby').waitFor();
      expect(await shift.row('Pepper Dosewell').count()).toBe(0);
    });
  });

  describe('a dose whose time has passed', () => {
    it('was taken: the nurse says so, and it is no longer asked', async () => {
      const episodeId = await doseDue('Quince');
      const shift = await Shift.of(world, 'Jay Sandpiper');
      await shift.goTo('Medication');
      await tab(shift, /^Taken or not/).click();
      const taken = await shift.actAtRow('It was taken', 'Quince Dosewell');
      await taken.send();
      await shift.row('Quince Dosewell').waitFor({ state: 'detached' });
      await shift.recorded(episodeId, 'TaskCompleted', 'demo-nurse');
    });

    it('was missed, like those before it: the prescriber hears of it, and the next one is arranged', async () => {
      const episodeId = await doseDue('Rowan');
      const shift = await Shift.of(world, 'Jay Sandpiper');
      await shift.goTo('Medication');
      await tab(shift, /^Taken or not/).click();
      const missed = await shift.actBeside('Record missed doses', 'Rowan Dosewell');
      await missed.write('Doses', '3');
      await missed.moment('From', -3, '09');
      await missed.moment('To', -1, '23');
      await missed.send();
      await shift.recorded(episodeId, 'MissedDosesRecorded', 'demo-nurse');

      const prescriber = await Shift.of(world, 'Avis Plover');
      await prescriber.goTo('Medication');
      await tab(prescriber, /^Missed doses/).click();
      await prescriber.row('Rowan Dosewell').getByText('3 doses missed in a row').waitFor();
      const dose = await prescriber.actAtRow('Arrange next dose', 'Rowan Dosewell');
      await dose.moment('Next dose', 1, '09');
      await dose.send();
      await prescriber.row('Rowan Dosewell').waitFor({ state: 'detached' });
      await prescriber.recorded(episodeId, 'MedicationContinuityArranged', 'demo-prescriber');
    });
  });
}

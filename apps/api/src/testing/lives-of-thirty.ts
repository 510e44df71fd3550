import type { Lives } from './analytics-lives.ts';
import type { RunningApi } from './running-api.ts';

const times = async (count: number, live: () => Promise<void>): Promise<void> => {
  for (let index = 0; index < count; index += 1) await live();
};

/** Thirty people of one site and one of another, few enough to be counted by hand; gives the journey whose test was positive. */
export async function livesOfThirty(api: RunningApi, lives: Lives): Promise<string> {
  await times(12, async () => {
    const stays = await lives.admitted(60);
    for (const days of [58, 56]) await lives.attended(stays, days);
    await lives.tested(stays, 40, 'negative');
  });
  await times(9, async () => lives.discharged(await lives.admitted(60), 10, 'completed'));
  const soon = await lives.admitted(100, { level: 'residential' });
  await lives.scored(soon, 71, 12);
  await lives.movedDown(soon, 70, 67);
  await lives.scored(soon, 61, 6);
  const emergency = { encounterId: 'e1', kind: 'emergency-department' };
  await lives.does(soon, 60, 'RecordExternalEncounter', { ...emergency, from: lives.ago(60) });
  await lives.attended(soon, 58);
  await lives.discharged(soon, 20, 'completed');
  const later = await lives.admitted(100, { level: 'residential' });
  await lives.movedDown(later, 70, 60);
  await lives.discharged(later, 50, 'dropped-out');
  const returns = await lives.admitted(170);
  await lives.discharged(returns, 120, 'completed');
  const { events } = await api.resources.log.readStream(returns);
  const [opened] = events;
  const patientId = opened?.type === 'EpisodeOpened' ? opened.data.patientId : '';
  await lives.admitted(60, { after: { patientId, episodeId: returns } });
  const reenters = await lives.admitted(140);
  await lives.discharged(reenters, 130, 'dropped-out');
  await lives.does(reenters, 120, 'ReopenEpisode', { level: 'iop', attendedAt: lives.ago(120) });
  await lives.discharged(await lives.admitted(170), 125, 'dropped-out');
  const treated = await lives.admitted(220);
  const methadone = { medicationId: 'm1', medication: 'methadone', kind: 'moud', from: lives.ago(219) };
  await lives.does(treated, 219, 'RecordMedication', methadone);
  const declined = await lives.asked(60);
  await lives.does(declined, 50, 'CloseReferral', { at: lives.ago(50), reasonCode: 'declined-care' });
  await lives.asked(5);
  const tested = await lives.admitted(28);
  await lives.does(tested, 20, 'RecordExternalEncounter', { ...emergency, from: lives.ago(20) });
  await lives.does(tested, 8, 'RecordMissedDrugTest', { dueAt: lives.ago(8), outcome: 'missed' });
  await lives.tested(tested, 2, 'positive');
  await lives.admitted(30, { siteId: 'riverside' });
  return tested;
}

import type { Arm, Substance, TrialTables } from './tables.ts';

export interface TrialSpecimen {
  readonly day: number;
  readonly temperature: 'in-range' | 'out-of-range' | 'not-recorded';
  readonly positives: readonly Substance[];
}

/** One participant, with everything that the tables hold, in study days. */
export interface TrialPerson {
  readonly who: string;
  readonly trial: '27' | '30' | '51';
  /** Absent for those who were never randomized. */
  readonly randomization?: { readonly arm: Arm; readonly day: number };
  /** Trial 30 randomized some a second time. */
  readonly secondRandomizationDay?: number;
  readonly detox: { readonly admission?: number; readonly discharge?: number };
  readonly specimens: readonly TrialSpecimen[];
  readonly visits: readonly { readonly day: number; readonly present: boolean }[];
  readonly leftDay?: number;
  readonly firstDay: number;
  /** The last day of the trial's window; of those never randomized the last day with a fact. */
  readonly endDay: number;
}

const temperatures = { '1': 'in-range', '0': 'out-of-range', '99': 'not-recorded', '': 'not-recorded' } as const;

/** Protocol windows: 168 days (trials 27 and 51); 98 days, or 168 from a second randomization (trial 30). */
function windowEnd(trial: TrialPerson['trial'], first: number, second: number | undefined): number {
  if (trial !== '30') return 168;
  return second === undefined ? first + 98 : second + 168;
}

/** The tables by person, in the order of `everybody`. Rows without a day are not used. */
export function people(tables: TrialTables): TrialPerson[] {
  const { everybody, randomization, detox, uds, uds_temp, visit_imputed, visit } = tables;
  const rowsOf = <Row extends { who: string; when?: number | undefined }>(rows: readonly Row[]) => {
    const dated = rows.flatMap((row) => (row.when === undefined ? [] : [{ ...row, when: row.when }]));
    const byPerson = Map.groupBy(dated, (row) => row.who);
    return (who: string) => byPerson.get(who) ?? [];
  };
  const of = {
    randomization: rowsOf(randomization),
    detox: rowsOf(detox),
    uds: rowsOf(uds),
    uds_temp: rowsOf(uds_temp),
    visit_imputed: rowsOf(visit_imputed),
    visit: rowsOf(visit),
  };

  return everybody.map(({ who, project: trial }) => {
    const first = of.randomization(who).find((row) => row.which === '1');
    const second = of.randomization(who).find((row) => row.which === '2');
    const secondRandomizationDay = trial === '30' ? second?.when : undefined;
    const specimens = specimensOf(of.uds_temp(who), of.uds(who));
    const visits = of.visit_imputed(who).map((row) => ({ day: row.when, present: row.visitImputed === 'Present' }));
    const days = [...specimens, ...visits].map(({ day }) => day);
    return {
      who,
      trial,
      ...(first && { randomization: { arm: first.treatment, day: first.when } }),
      ...(secondRandomizationDay !== undefined && { secondRandomizationDay }),
      detox: {
        admission: of.detox(who).find((row) => row.what === 'admission')?.when,
        discharge: of.detox(who).find((row) => row.what === 'discharge')?.when,
      },
      specimens,
      visits,
      leftDay: of.visit(who).find((row) => row.is_left_study)?.when,
      firstDay: Math.min(...days),
      endDay: first ? windowEnd(trial, first.when, secondRandomizationDay) : Math.max(...days),
    };
  });
}

/** One specimen a day. A positive row on a day without a specimen row is a result all the same. */
function specimensOf(
  collected: readonly { when: number; was_temp_ok: keyof typeof temperatures }[],
  positives: readonly { when: number; what: Substance }[],
): TrialSpecimen[] {
  const positivesByDay = Map.groupBy(positives, (row) => row.when);
  const temperatureByDay = new Map(collected.map((row) => [row.when, temperatures[row.was_temp_ok]]));
  const days = [...new Set([...temperatureByDay.keys(), ...positivesByDay.keys()])].sort((a, b) => a - b);
  return days.map((day) => ({
    day,
    temperature: temperatureByDay.get(day) ?? 'not-recorded',
    positives: [...new Set(positivesByDay.get(day)?.map((row) => row.what))],
  }));
}

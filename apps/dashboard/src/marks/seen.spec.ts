import { seen } from '../texts/en/seen.ts';
import { speak } from '../texts/texts.ts';
import { explanationInWords, sawInWords, seenInWords } from './seen.ts';
import { siteTime } from './time.ts';

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

describe('in English', () => {
  it('what a rule saw stands as the record has it', () => {
    expect([seenInWords('none'), explanationInWords('Cocaine: negative.')]).toEqual([undefined, undefined]);
  });
});

describe('in Spanish', () => {
  beforeAll(() => speak('es'));
  afterAll(() => speak('en'));

  it.each([
    ['day 21 of at least 28', 'día 21 de al menos 28'],
    ['presumptive positive', 'positivo presuntivo'],
    ['not done', undefined],
    ['definitive not-done', 'no realizado definitivo'],
    ['validity not recorded, temperature in range', 'validez: no consta; temperatura: en rango'],
    [
      'collected 3.7 days after admission, beyond the window of 3 days',
      'muestra 3.7 días después del ingreso, más allá de la ventana de 3 días',
    ],
    [
      'collected 1 hour after an established use, within the window of 10 days for daily use, not cleared',
      'muestra 1 hora después de un consumo establecido, dentro de la ventana de 10 días de un consumo diario, aún detectable',
    ],
    ['Methadone, taken for 12 days, not found', 'metadona, tomada desde hace 12 días, no se encontró'],
    ['Buprenorphine with naloxone does not explain MDMA', 'buprenorfina con naloxona no explica MDMA'],
    ['in hospital since 2026-11-20T14:00:00.000Z', 'en el hospital desde 2026-11-20T14:00:00.000Z'],
    ['severe-withdrawal since 2026-11-20T14:00:00.000Z', 'abstinencia grave desde 2026-11-20T14:00:00.000Z'],
    ['8.5 h of at least 9.0 h in the week before', '8.5 h de al menos 9.0 h en la semana anterior'],
    [
      'ctn-1-2 opioids: not confirmed yet, ctn-1-2 cocaine: not confirmed yet',
      'ctn-1-2 opioides: aún sin confirmar, ctn-1-2 cocaína: aún sin confirmar',
    ],
    [
      'unexpected cocaine, opioids at 2026-11-20T14:00:00.000Z',
      'cocaína y opioides inesperado, 2026-11-20T14:00:00.000Z',
    ],
    [
      'no current assessment or scale on record, only before the use: assessed 2026-11-20T14:00:00.000Z: withdrawal (dimension 1) 3.7',
      'no consta ninguna evaluación ni escala vigente, solo antes del consumo: evaluación 2026-11-20T14:00:00.000Z: abstinencia (dimensión 1) 3.7',
    ],
    ['Intensive outpatient (IOP) to Residential', 'de Intensive outpatient (IOP) a Residential'],
    [
      'assessed 2026-11-20T14:00:00.000Z, knowing the result: indicates more than this programme has (4)',
      'evaluación 2026-11-20T14:00:00.000Z, conociendo el resultado: indica más de lo que tiene este programa (4)',
    ],
    ['ANY', 'ANY'],
    ['2.1', '2.1'],
    ['something that nobody wrote a sentence for', undefined],
  ])('"%s" is "%s"', (saw, words) => expect(plain(seenInWords(saw))).toBe(words));

  it.each([
    ['MDMA: negative.', 'MDMA: negativo.'],
    [
      'Opioids: confirmed positive, collected 21 days after admission; no medication and no earlier use explains it. Unexpected positive, treated as new use.',
      'Opioides: positivo confirmado, muestra 21 días después del ingreso; ninguna medicación ni consumo anterior lo explica. Positivo inesperado, tratado como nuevo consumo.',
    ],
    [
      'Cocaine: a clinician reviewed this and found: inconclusive. By rule it would be: consistent with earlier use.',
      'Cocaína: una revisión clínica encontró: no concluyente. Por regla sería: concuerda con un consumo anterior.',
    ],
    [
      'Cocaine: a clinician reviewed this and found: inconclusive. The rule says the same.',
      'Cocaína: una revisión clínica encontró: no concluyente. La regla dice lo mismo.',
    ],
  ])('"%s" is explained', (explanation, words) => expect(plain(explanationInWords(explanation))).toBe(words));

  it('moments are told by the clock of the site', () => {
    const context = { now: Date.parse('2026-11-20T15:00:00Z'), time: siteTime('America/Chicago'), episodeId: 'e' };
    expect(plain(sawInWords(seenInWords('agreed 2026-11-20T14:00:00.000Z') ?? '', context))).toBe(
      'de acuerdo 08:00 CST',
    );
  });

  it('every sentence is found by its own words', () => {
    const values: Readonly<Record<string, string>> = {
      ...{ at: '2026-11-20T14:00:00.000Z', since: '2026-11-19T14:00:00.000Z', count: '2', most: '3', days: '4' },
      ...{ creatinine: '15', length: '2 days', least: '9.0 h', window: '3 days', code: '2.1', stage: 'definitive' },
      ...{ outcome: 'positive', positive: 'positive', class: 'cocaine', Class: 'Cocaine', validity: 'dilute' },
    };
    const filled = (sentence: string) =>
      sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? 'X');
    const lost = [
      ...Object.values(seen.saw).filter((sentence) => seenInWords(filled(sentence)) === undefined),
      ...Object.values(seen.explanation).filter((sentence) => explanationInWords(filled(sentence)) === undefined),
    ];
    expect(lost).toEqual([]);
  });
});

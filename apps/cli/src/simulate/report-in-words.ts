import { left, type SimulationReport } from './report.ts';

const width = 60;

/** The report for a terminal: a picture of where everybody is over time, and tables. */
export function reportInWords(report: SimulationReport): string {
  const { programme, people, days, seed, events, tests, refused, stillInCare } = report;
  const refusals = Object.entries(refused);
  return [
    `${people} invented people, each followed for ${days} days; ${programme.title} (${programme.id} v${programme.version}), seed ${seed}.`,
    `${events} care events. Where they come from, how long they stay and why they leave follow TEDS-D 2019; the rest is invented.`,
    '',
    picture(report),
    '',
    table(
      ['level', 'entered here', 'stays', 'median days'],
      report.levels.map(({ title, entered, stays, medianDays }) => [title, entered, stays, figure(medianDays)]),
    ),
    '',
    table(
      ['moves completed', '', 'per 100 patient-weeks'],
      report.moves.map(({ kind, completed, per100PatientWeeks }) => [kind, completed, per100PatientWeeks.toFixed(2)]),
    ),
    '',
    table(
      ['end of care', 'people', 'in a hundred', 'median days'],
      [
        ...report.ends.map((end) => [end.reason, end.people, perCent(end.people, people), figure(end.medianDays)]),
        ['still in care', stillInCare, perCent(stillInCare, people), ''],
      ],
    ),
    '',
    `${tests.specimens} specimens, ${tests.notCollected} not collected; ${tests.uses} uses established, ` +
      `${tests.considered} considered for a step up, ${tests.began} of them began or were proposed.`,
    ...(refusals.length === 0 ? [] : ['', table(['not granted by the rules', ''], refusals)]),
  ].join('\n');
}

/** One line for each moment: a letter for each level, as wide as its share of the people. */
function picture({ census, levels, people }: SimulationReport): string {
  const places = [...levels.map(({ level, title }) => ({ place: level, title })), { place: left, title: 'left' }];
  const letters = lettersOf(places.map(({ place }) => place));
  const rows = census.map(({ day, at }) => `  day ${String(day).padStart(4)} |${bar(at)}|`);
  const legend = places.map(({ place, title }) => `${letters.get(place)} ${title}`).join('   ');
  return ['Where people are, days after admission:', ...rows, `            ${legend}`].join('\n');

  function bar(at: Readonly<Record<string, number>>): string {
    let until = 0;
    let drawn = '';
    for (const { place } of places) {
      until += at[place] ?? 0;
      drawn = drawn.padEnd(Math.round((until / people) * width), letters.get(place));
    }
    return drawn;
  }
}

/** The first letter of each that no other has; a dot for those who left. */
function lettersOf(places: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Map<string, string>([[left, '.']]);
  for (const place of places) {
    if (taken.has(place)) continue;
    const letters = `${place.toUpperCase()}ABCDEFGHIJKLMNOPQRSTUVWXYZ`.match(/[A-Z]/g) ?? [];
    const free = letters.find((letter) => ![...taken.values()].includes(letter));
    taken.set(place, free ?? '?');
  }
  return taken;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join('  '),
    )
    .map((line) => `  ${line.trimEnd()}`)
    .join('\n');
}

const figure = (days: number | null): string => (days === null ? '–' : days.toFixed(1));
const perCent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);

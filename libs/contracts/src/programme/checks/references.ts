import { levelsOf, type Check } from './check.ts';

/** Every medication that is named stands in the formulary. */
export const medicationsOfTheFormulary: Check = (programme, fault) => {
  const { formulary, moud, medications, drugTesting } = programme;
  const known = (code: string, path: readonly (string | number)[]) => {
    if (!Object.hasOwn(formulary, code)) fault(path, `'${code}' is not in the formulary`);
  };
  for (const [code, entry] of Object.entries(formulary))
    if (entry.code !== code) fault(['formulary', code, 'code'], `must be '${code}', its key`);
  moud.forEach((code, at) => known(code, ['moud', at]));
  for (const code of Object.keys(medications.missedDoses.byMedication))
    known(code, ['medications', 'missedDoses', 'byMedication', code]);
  drugTesting.patterns.forEach((pattern, at) =>
    pattern.medications.forEach((code, of) => known(code, ['drugTesting', 'patterns', at, 'medications', of])),
  );
};

/** A service is offered once, and is not among those that the level does not provide. */
export const servicesOnce: Check = (programme, fault) => {
  for (const [id, { services, notProvided }] of levelsOf(programme)) {
    services.forEach(({ code }, at) => {
      if (services.findIndex((other) => other.code === code) !== at)
        fault(['levels', id, 'services', at], `'${code}' is there twice`);
      if (notProvided.includes(code))
        fault(['levels', id, 'notProvided', notProvided.indexOf(code)], `'${code}' is also among the services`);
    });
    const { criteria } = programme.levels[id]?.entry ?? { criteria: [] };
    criteria.forEach(({ code }, at) => {
      if (criteria.findIndex((other) => other.code === code) !== at)
        fault(['levels', id, 'entry', 'criteria', at], `'${code}' is there twice`);
    });
  }
};

/** What is escalated ends with someone. */
export const escalationEnds: Check = ({ escalation }, fault) => {
  for (const role of Object.keys(escalation)) {
    const way = [role];
    for (let to = next(role); to !== undefined; to = next(to)) {
      if (way.includes(to)) {
        fault(['escalation', role], `leads in a circle: ${[...way, to].join(' → ')}`);
        break;
      }
      way.push(to);
    }
  }
  function next(role: string): string | undefined {
    return Object.entries(escalation).find(([from]) => from === role)?.[1];
  }
};

/** A mark of general knowledge stands on something. */
export const marksOnSomething: Check = (programme, fault) => {
  programme.generalKnowledge.forEach((pointer, at) => {
    if (!leadsSomewhere(programme, pointer))
      fault(['generalKnowledge', at], `'${pointer}' points at nothing in this programme`);
  });
};

/** Whether an RFC 6901 pointer leads to a value. */
export function leadsSomewhere(value: unknown, pointer: string): boolean {
  const [, ...parts] = pointer.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return parts.reduce<unknown>((at, part) => (isRecord(at) ? at[part] : undefined), value) !== undefined;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

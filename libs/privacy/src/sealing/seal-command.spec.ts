import { commandTypes, type Command, type CommandType, type Sealed } from '@stepway/pathway';
import { freeTextFields } from '@stepway/contracts';
import { sealedTexts } from './open-data.ts';
import { sealCommand } from './seal-command.ts';

const seal = (text: string, field: string): Sealed => ({ sealed: `${field}:${text}` });
const fingerprint = (...parts: readonly string[]) => `fingerprint of ${parts.length} parts`;
const envelope = {
  commandId: 'c1',
  actor: { id: 'staff-1', kind: 'person', role: 'coordinator' },
  occurredAt: '2026-11-20T09:10:00.000Z',
  reason: 'canary reason',
} as const;

describe('a command on its way to the rules', () => {
  it('has its goals sealed, one by one', () => {
    const command: Command<string> = {
      type: 'SetGoals',
      ...envelope,
      goals: [
        { goalId: 'g1', domain: 'abstinence', text: 'canary one', measure: 'canary measure' },
        { goalId: 'g2', domain: 'housing', text: 'canary two' },
      ],
    };
    expect(sealCommand(command, seal, fingerprint)).toEqual({
      ...command,
      reason: { sealed: 'reason:canary reason' },
      goals: [
        {
          goalId: 'g1',
          domain: 'abstinence',
          text: seal('canary one', 'text'),
          measure: seal('canary measure', 'measure'),
          fingerprint: 'fingerprint of 4 parts',
        },
        {
          goalId: 'g2',
          domain: 'housing',
          text: seal('canary two', 'text'),
          fingerprint: 'fingerprint of 4 parts',
        },
      ],
    });
  });

  it('without free text stays as it is', () => {
    const { reason: _, ...withoutReason } = envelope;
    const command: Command<string> = { type: 'ReleaseHold', ...withoutReason, holdId: 'h1' };
    expect(sealCommand(command, seal, fingerprint)).toEqual(command);
  });
});

// The contract says where free text is; what is sealed must be exactly that, for every command.
describe.each(commandTypes)('%s with all its free text', (type) => {
  it('holds none of it in plain words', () => {
    const sealed = sealCommand(commandWith(type), seal, fingerprint);
    expect(JSON.stringify(sealed).replaceAll(/"sealed":"[^"]*"/g, '')).not.toContain('canary');
    expect(
      sealedTexts(sealed)
        .map(({ field }) => field)
        .toSorted(),
    ).toEqual(freeTextFields[type].map((path) => path.split('.').at(-1) ?? '').toSorted());
  });
});

/** Only what matters here: the free text at the places that the contract names. */
function commandWith(type: CommandType): Command<string> {
  const body: Record<string, unknown> = { type, ...envelope };
  for (const path of freeTextFields[type]) {
    const [list, , item] = path.split('.');
    if (item === undefined) body[path] = `canary ${path}`;
    else body[list ?? ''] = [{ ...firstOf(body[list ?? '']), [item]: `canary ${path}` }];
  }
  // A stand-in for twenty bodies: the free text is what is looked at.
  return body as unknown as Command<string>;
}

function firstOf(list: unknown): object {
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  return typeof first === 'object' && first !== null ? first : {};
}

import { fhirReadTypes, type FhirReadType } from '@stepway/contracts';

/** A partner's own events, their replay, lag and webhooks. */
export const streamScope = 'stepway/stream';

/** What may be asked for: in the words of SMART 2, and `read` as SMART 1 said it. */
export const scopesSupported: readonly string[] = [
  'system/*.rs',
  'system/*.read',
  ...fhirReadTypes.map((type) => `system/${type}.rs`),
  streamScope,
];

/** Those of the scopes that were asked for which can be given, once each, in the order of the request. */
export const grantable = (asked: string): readonly string[] => [
  ...new Set(asked.split(' ').filter((scope) => scope === streamScope || covered(scope) !== undefined)),
];

/** `r` reads one by its id, `s` searches. */
type Interaction = 'r' | 's';

/** Whether one of the scopes covers it. */
export const coversFhir = (scopes: readonly string[], type: FhirReadType, interaction: Interaction): boolean =>
  scopes.some((scope) => {
    const said = covered(scope);
    return said !== undefined && (said.type === '*' || said.type === type) && said.interactions.includes(interaction);
  });

/** Whether any of FHIR is covered: which, the resource's own route asks. */
export const coversSomeFhir = (scopes: readonly string[]): boolean =>
  scopes.some((scope) => covered(scope) !== undefined);

function covered(scope: string): { readonly type: string; readonly interactions: string } | undefined {
  const [, type, interactions] = /^system\/(\*|[A-Za-z]+)\.(rs|r|s|read)$/.exec(scope) ?? [];
  if (type === undefined || interactions === undefined) return undefined;
  if (type !== '*' && !fhirReadTypes.some((one) => one === type)) return undefined;
  return { type, interactions: interactions === 'read' ? 'rs' : interactions };
}

import { commandTypes, drugClasses, stages } from '@stepway/pathway';
import { z } from 'zod';
import { CallerId, Code, Instant, Uuid } from '../scalars.ts';

/** Ways by which messages come in. */
export const inboxChannels = ['hl7v2', 'fhir', 'kafka'] as const;
export type InboxChannel = (typeof inboxChannels)[number];

const Name = z.string().trim().min(1).max(200);

/** What a report says of the specimen itself; `finding` and `temperature` in words, the others as figures. */
const validityParts = [
  'finding',
  'creatinineMgDl',
  'specificGravity',
  'ph',
  'nitriteUgMl',
  'temperatureF',
  'temperature',
] as const;

const own = { code: Name, system: Name.optional() };
/**
 * What a sender's own code stands for: a LOINC code; a drug class where the sender is known to mean it so; a panel and
 * the stage of what is ordered with it; something of the specimen itself; or nothing that a drug test says.
 */
const LocalCode = z.union([
  z.strictObject({ ...own, loinc: z.string().regex(/^\d{1,7}-\d$/, 'a LOINC code') }),
  z.strictObject({
    ...own,
    drugClass: z.enum(drugClasses),
    stage: z.enum(stages),
    analyte: z.string().trim().min(1).max(64).optional(),
  }),
  z.strictObject({ ...own, panel: z.enum([...stages, 'any']) }),
  z.strictObject({ ...own, validity: z.enum(validityParts) }),
  z.strictObject({ ...own, nothing: z.literal(true) }),
]);
export type LocalCode = z.output<typeof LocalCode>;

/** Of which number a person is known: the record number of this clinic, or one that another system gave. */
const NumberGiven = z.strictObject({ authority: Name, as: z.union([z.literal('mrn'), z.literal('patient-id'), Name]) });

/** Somebody who sends from outside: by what their messages are known, what they may say, and how it is read. */
export const Sender = z
  .strictObject({
    senderId: Code,
    title: Name,
    active: z.boolean(),
    /** Only people who are cared for here. */
    siteIds: z.array(Code).min(1).max(100).readonly(),
    /** The commands that its messages may become. */
    commands: z.array(z.enum(commandTypes)).min(1).readonly(),
    hl7v2: z
      .strictObject({
        application: Name,
        facility: Name,
        /** SHA-256 fingerprint of the client certificate, as hexadecimal digits; needed to be heard over TLS, and only so. */
        certificate: z
          .string()
          .regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits')
          .optional(),
        /** Whether messages marked as training or debugging (MSH-11) count like others. */
        takesTests: z.boolean().optional(),
      })
      .optional(),
    /** The subject of its access tokens. */
    fhir: z.strictObject({ subject: z.string().min(1).max(128) }).optional(),
    /** Its `ce_source`. */
    kafka: z.strictObject({ source: z.string().min(1).max(200) }).optional(),
    /** Of times without an offset. */
    timeZone: z.string().min(1).max(64),
    numbers: z.array(NumberGiven).max(20).readonly(),
    /** Whether a person may be found by name and birth date where no number is known. */
    matchByName: z.boolean().default(false),
    codes: z.array(LocalCode).max(2_000).readonly().default([]),
    /** What a wide feed sends beside what is for us: left aside instead of waiting for a person. */
    leavesAside: z
      .array(z.enum(['people-not-here', 'other-content']))
      .readonly()
      .default([]),
  })
  .meta({ id: 'Sender' });
export type Sender = z.output<typeof Sender>;
/** What a registration says; its id stands in the address. */
export const SetSender = Sender.omit({ senderId: true }).meta({ id: 'SetSender' });

/** Why a message waits for a person. */
export const quarantineReasons = [
  'not-readable',
  'not-supported',
  'nothing-in-it',
  'nobody-found',
  'several-found',
  'person-differs',
  'no-journey',
  'elsewhere',
  'merge',
  'unclear',
  'not-allowed',
  'rejected',
  'id-reused',
  'could-not-be-taken',
] as const;
export type QuarantineReason = (typeof quarantineReasons)[number];

/** What somebody says of a message that will not become facts. */
export const dismissalReasons = ['not-for-us', 'already-known', 'test-message', 'sent-in-error'] as const;

/** What became of one fact of a message. */
export const FactOutcome = z.strictObject({
  command: z.enum(commandTypes),
  episodeId: Uuid,
  outcome: z.enum(['recorded', 'known', 'rejected']),
  /** Of the journey, after it. */
  version: z.number().int().nonnegative().optional(),
  /** The rejection's own name. */
  rejection: z.string().optional(),
});
export type FactOutcome = z.output<typeof FactOutcome>;

/** Something that a reader could not decide: codes only. */
export const InboxQuestion = z.strictObject({
  reason: z.string(),
  resource: z.number().int().nonnegative().optional(),
  loinc: z.string().optional(),
  drugClass: z.enum(drugClasses).optional(),
  /** Our id of the specimen or the stay that is asked about. */
  about: z.string().optional(),
});
export type InboxQuestion = z.output<typeof InboxQuestion>;

export const QuarantinedItem = z
  .strictObject({
    messageId: Uuid,
    channel: z.enum(inboxChannels),
    senderId: Code,
    sender: z.string(),
    receivedAt: Instant,
    reason: z.enum(quarantineReasons),
    questions: z.array(InboxQuestion).readonly(),
    outcome: z.array(FactOutcome).readonly(),
  })
  .meta({ id: 'QuarantinedItem' });

/** With what the sender wrote, for those who may see it. */
export const QuarantinedMessage = QuarantinedItem.extend({ text: z.string() }).meta({ id: 'QuarantinedMessage' });

export const ReleaseMessage = z
  .strictObject({
    /** Of whom it speaks, where it could not be found. */
    patientId: Uuid.optional(),
    /** What it should have said. */
    text: z.string().min(1).max(1_048_576).optional(),
  })
  .meta({ id: 'ReleaseMessage' });

export const DismissMessage = z.strictObject({ reasonCode: z.enum(dismissalReasons) }).meta({ id: 'DismissMessage' });

/** How the inbox fares, for those who run it: counts only. */
export const InboxHealth = z
  .strictObject({
    waiting: z.number().int(),
    oldestWaitingMs: z.number().nullable(),
    quarantined: z.number().int(),
    bySender: z
      .array(z.strictObject({ senderId: CallerId, waiting: z.number().int(), quarantined: z.number().int() }))
      .readonly(),
  })
  .meta({ id: 'InboxHealth' });

import type { EpisodeView } from '@stepway/contracts';
import { figure } from '../../texts/in-language.ts';

type Taken = NonNullable<EpisodeView['instruments']>[number];

/** A scale as it is drawn: from 0 to its end, with the published cut-off that is named beside it. */
export interface Scale {
  readonly end: number;
  readonly cutOff: number;
  readonly beyond: (value: number) => boolean;
  /** Undefined where this questionnaire says nothing about it. */
  readonly valueOf: (taken: Taken) => number | undefined;
}

const total = (instrument: Taken['instrument'], end: number, cutOff: number): Scale => ({
  end,
  cutOff,
  beyond: (value) => value >= cutOff,
  valueOf: (taken) => (taken.instrument === instrument ? (taken.score ?? undefined) : undefined),
});

const part = (scale: Taken['subscales'][number]['scale'], end: number, cutOff: number, least = false): Scale => ({
  end,
  cutOff,
  beyond: (value) => (least ? value <= cutOff : value >= cutOff),
  valueOf: ({ subscales }) => subscales.find((one) => one.scale === scale)?.score,
});

const risks = ['none', 'low', 'moderate', 'high'];

/**
 * The cut-offs at which a clinician looks, as the authors published them: BAM (DePhilippis 2014), PHQ-9 and PHQ-A
 * moderate (Kroenke 2001), GAD-7 moderate (Spitzer 2006), C-SSRS moderate risk, CIWA-Ar moderate (ASAM 2020), COWS
 * moderate (Wesson and Ling 2003).
 */
export const scales = {
  'bam-risk': part('risk', 24, 12),
  'bam-use': part('use', 12, 1),
  'bam-protective': part('protective', 24, 12, true),
  'phq-9': total('phq-9', 27, 10),
  'phq-a': total('phq-a', 27, 10),
  'gad-7': total('gad-7', 21, 10),
  'c-ssrs': {
    end: 3,
    cutOff: 2,
    beyond: (value: number) => value >= 2,
    valueOf: ({ instrument, severity }: Taken) =>
      instrument === 'c-ssrs' && severity !== null ? Math.max(0, risks.indexOf(severity)) : undefined,
  },
  'ciwa-ar': total('ciwa-ar', 67, 10),
  cows: total('cows', 48, 13),
} as const satisfies Record<string, Scale>;
export type ScaleName = keyof typeof scales;

/** "9", "7.5". */
export const shortFigure = (value: number): string => figure(value, Number.isInteger(value) ? 0 : 1);

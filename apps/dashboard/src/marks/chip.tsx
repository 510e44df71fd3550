import {
  IconAlertTriangleFilled,
  IconArrowsLeftRight,
  IconClock,
  IconClockExclamation,
  IconFlask,
  IconHelpHexagon,
  IconPlayerPauseFilled,
} from '@tabler/icons-react';
import { chipText, joint, type ChipIcon, type ChipLook } from './attention.ts';
import style from './chip.module.css';

const icons = {
  alarm: IconAlertTriangleFilled,
  'clock-over': IconClockExclamation,
  question: IconHelpHexagon,
  pause: IconPlayerPauseFilled,
  arrows: IconArrowsLeftRight,
  clock: IconClock,
  flask: IconFlask,
} as const satisfies Record<ChipIcon, unknown>;

/** Icon, words, time. The form says what kind it is also without colour. */
export function Chip({ chip }: { readonly chip: ChipLook }) {
  const Icon = icons[chip.icon];
  return (
    <span className={style.chip} data-form={chip.form}>
      <Icon size={14} stroke={1.75} aria-hidden />
      <span className={style.words} title={chipText(chip)}>
        {chip.words}
      </span>
      {chip.time !== '' && (
        <span className={style.time}>
          {joint(chip)}
          {chip.time}
        </span>
      )}
    </span>
  );
}

/** A further reason on a row that has a chip with words already. */
export function ChipDot({ chip }: { readonly chip: ChipLook }) {
  const Icon = icons[chip.icon];
  return (
    <span
      className={style.chip}
      data-form={chip.form}
      data-dot
      role="img"
      aria-label={chipText(chip)}
      title={chipText(chip)}
    >
      <Icon size={14} stroke={1.75} aria-hidden />
    </span>
  );
}

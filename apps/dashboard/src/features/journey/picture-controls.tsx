import { ActionIcon, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { t } from '../../texts/texts.ts';
import { spans, type SpanName } from './picture-window.ts';
import style from './picture.module.css';

interface ControlsProps {
  /** Undefined where a part of the axis is shown that has no name. */
  readonly chosen: SpanName | undefined;
  readonly choose: (span: SpanName) => void;
  readonly staySince: number | undefined;
  readonly act: (key: string) => void;
  readonly isWhole: boolean;
}

/** Which part of the time axis is shown. */
export function PictureControls({ chosen, choose, staySince, act, isWhole }: ControlsProps) {
  const named = spans.filter((span) => span !== 'stay' || staySince !== undefined);
  const buttons = [
    { key: 'ArrowLeft', words: t('journeyPage.picture.earlier'), icon: IconChevronLeft, off: isWhole },
    { key: 'ArrowRight', words: t('journeyPage.picture.later'), icon: IconChevronRight, off: isWhole },
    { key: '-', words: t('journeyPage.picture.farther'), icon: IconZoomOut, off: isWhole },
    { key: '+', words: t('journeyPage.picture.closer'), icon: IconZoomIn, off: false },
  ];
  return (
    <div className={style.controls}>
      <SegmentedControl
        size="xs"
        aria-label={t('journeyPage.picture.part')}
        value={chosen ?? ''}
        onChange={(span) => choose(spans.find((one) => one === span) ?? 'whole')}
        data={named.map((span) => ({ value: span, label: t(`journeyPage.picture.spans.${span}`) }))}
      />
      {buttons.map(({ key, words, icon: Icon, off }) => (
        <ActionIcon
          key={key}
          variant="default"
          size={26}
          aria-label={words}
          title={words}
          data-off={off || undefined}
          onClick={() => act(key)}
        >
          <Icon size={15} stroke={1.75} aria-hidden />
        </ActionIcon>
      ))}
    </div>
  );
}

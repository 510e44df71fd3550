import { Button, UnstyledButton } from '@mantine/core';
import {
  IconPill,
  IconChevronDown,
  IconChevronRight,
  IconFileOff,
  IconHelpHexagon,
  IconHistory,
  IconStethoscope,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import type { Disposition } from '../../marks/dispositions.ts';
import { WeekMark } from '../../marks/weekly-strip.tsx';
import { t } from '../../texts/texts.ts';
import { Nothing, Panel } from '../../frame/panel.tsx';
import { TestRules } from './rules.tsx';
import type { Screen, ScreenLine } from './screens-data.ts';
import style from './screens.module.css';

interface ScreensProps {
  readonly screens: readonly Screen[];
  /** Only the newest this many. */
  readonly atMost?: number;
  readonly day: (at: string) => string;
  readonly saw: (text: string) => string;
  readonly link?: ReactNode;
  /** In place of how many there are. */
  readonly detail?: string;
  /** Whether the caller may say what a test means, over the rules. */
  readonly mayReview: boolean;
}

/** Tests with what they came to mean, and why. */
export function Screens({ screens, atMost = Infinity, day, saw, link, detail: said, mayReview }: ScreensProps) {
  const shown = screens.slice(0, atMost);
  const detail =
    shown.length < screens.length
      ? t('journey.screens.latest', { shown: shown.length, number: screens.length })
      : `${screens.length}`;
  return (
    <Panel
      title={t('journey.screens.title')}
      detail={said ?? detail}
      link={shown.length < screens.length ? link : undefined}
    >
      {shown.length === 0 ? (
        <Nothing>{t('journey.screens.none')}</Nothing>
      ) : (
        <ul className={style.screens}>
          {shown.map((screen) => (
            <li key={screen.id} className={style.screen}>
              <div className={style.collected}>
                <span className="figure">{day(screen.at)}</span>
                <small className={style.specimen} title={screen.specimenId}>
                  {screen.specimenId ?? t('journey.screens.notCollected')}
                </small>
                {screen.note !== '' && <small>{screen.note}</small>}
              </div>
              <ul>
                {screen.lines.map((line) => (
                  <Line key={line.key} line={line} saw={saw} review={mayReview ? screen.specimenId : undefined} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

interface LineProps {
  readonly line: ScreenLine;
  readonly saw: (text: string) => string;
  /** The specimen whose review may be opened from here. */
  readonly review: string | undefined;
}

function Line({ line, saw, review }: LineProps) {
  const [opened, setOpened] = useState(false);
  const id = useId();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <li className={style.line}>
      <div className={style.result}>
        <b>{line.classes}</b>
        <small>{line.result}</small>
      </div>
      <div className={style.meaning}>
        <span className={style.mark} aria-hidden>
          <MeaningMark disposition={line.disposition} />
        </span>
        <div className={style.words}>
          <b>{line.meaning}</b>
          <p lang={line.lang}>{line.explanation}</p>
        </div>
        {line.rules.length > 0 && (
          <UnstyledButton
            className={style.why}
            data-why
            aria-expanded={opened}
            aria-controls={opened ? id : undefined}
            onClick={() => setOpened(!opened)}
          >
            {t('journey.screens.why')}
            <span className="unseen">
              {t('journey.screens.whyAbout', { classes: line.classes, meaning: line.meaning })}
            </span>
            <Chevron size={15} stroke={1.75} aria-hidden />
          </UnstyledButton>
        )}
        {opened && (
          <div id={id} className={style.rules}>
            <TestRules rules={line.rules} saw={saw} />
            {review !== undefined && (
              <Button
                size="compact-sm"
                variant="default"
                mt={8}
                renderRoot={(drawn) => (
                  <Link
                    to="."
                    search={(now: object) => ({ ...now, do: 'review-drug-test', about: review })}
                    {...drawn}
                  />
                )}
              >
                {t('journeyPage.review')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

/** Drawn in ink: a test is evidence, never red or green. */
function MeaningMark({ disposition }: { readonly disposition: Disposition }) {
  switch (disposition) {
    case 'unexpected-use':
      return <WeekMark symbol="+" />;
    case 'negative':
      return <WeekMark symbol="-" />;
    case 'missed':
    case 'excused':
    case 'declined':
    case 'unable':
      return <WeekMark symbol="o" />;
    case 'expected-prescribed':
      return <IconPill size={15} stroke={1.6} />;
    case 'baseline':
    case 'residual':
      return <IconHistory size={15} stroke={1.6} />;
    case 'unexpected-absence':
    case 'unexpected-pattern':
      return <IconStethoscope size={15} stroke={1.6} />;
    case 'superseded':
      return <IconFileOff size={15} stroke={1.6} />;
    case 'integrity-concern':
    case 'recollect':
    case 'awaiting-review':
    case 'inconclusive':
    case 'awaiting-confirmation':
    case 'pending':
      return <IconHelpHexagon size={15} stroke={1.6} />;
  }
}

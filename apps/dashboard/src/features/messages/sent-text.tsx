import { Button, Textarea } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { useId } from 'react';
import { t } from '../../texts/texts.ts';
import { shownText } from './correction.ts';
import style from './messages.module.css';

interface SentTextProps {
  readonly came: string;
  /** What it should have said; undefined while nobody corrects it. */
  readonly text: string | undefined;
  readonly correct: (text: string | undefined) => void;
  readonly error: string | undefined;
}

/** What the sender wrote, as it came: text, whatever it looks like; and, where it is wrong, what it should have said. */
export function SentText({ came, text, correct, error }: SentTextProps) {
  const title = useId();
  const corrected = text !== undefined;
  const Icon = corrected ? IconArrowBackUp : IconPencil;
  return (
    <section className={style.sent} aria-labelledby={title}>
      <div className={style.sentHead}>
        <h3 id={title}>{t('messages.sent')}</h3>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon size={14} stroke={1.75} aria-hidden />}
          onClick={() => correct(corrected ? undefined : shownText(came))}
        >
          {t(corrected ? 'messages.asItCame' : 'messages.correct')}
        </Button>
      </div>
      {corrected ? (
        <Textarea
          aria-label={t('messages.corrected')}
          classNames={{ input: style.words }}
          value={text}
          error={error}
          autosize
          minRows={6}
          maxRows={18}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => correct(event.currentTarget.value)}
        />
      ) : (
        <pre className={style.words} role="group" aria-labelledby={title} tabIndex={0}>
          {shownText(came)}
        </pre>
      )}
    </section>
  );
}

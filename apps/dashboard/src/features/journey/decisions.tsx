import { UnstyledButton } from '@mantine/core';
import type { DecisionView } from '@stepway/contracts';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import type { z } from 'zod';
import { ofTheRecord, t } from '../../texts/texts.ts';
import style from './decisions.module.css';
import { Nothing, Panel } from '../../frame/panel.tsx';
import { consideredInWords } from '../../marks/considered.ts';
import { RulesTried } from '../../marks/rules-tried.tsx';
import type { Rule } from './rules.tsx';

export type Decision = z.output<typeof DecisionView>;

export interface DecisionContext {
  readonly moment: (at: string) => string;
  readonly saw: (text: string) => string;
  /** A fact as its sentence; undefined where it is not known. */
  readonly fact: (eventId: string) => string | undefined;
  /** A version of a programme by its title. */
  readonly programmeOf: (version: Decision['programme']) => string;
}

/** Whether something came of it. */
export const somethingHappened = ({ outcome }: Decision): boolean =>
  outcome === 'started' || outcome === 'proposed' || outcome === 'joined';

interface DecisionPanelProps extends DecisionContext {
  readonly decisions: readonly Decision[];
  readonly link: ReactNode;
}

/** Why the newest move was made, and why the newest that was not. Opened: a decision is never a riddle. */
export function DecisionPanels({ decisions, link, ...context }: DecisionPanelProps) {
  const happened = decisions.find(somethingHappened);
  const nothing = decisions.find((decision) => !somethingHappened(decision));
  if (happened === undefined && nothing === undefined)
    return (
      <Panel title={t('journey.decisions.title')}>
        <Nothing>{t('journey.decisions.none')}</Nothing>
      </Panel>
    );
  return (
    <>
      {happened !== undefined && (
        <Panel title={t('journey.decisions.happened')} detail={context.moment(happened.at)} link={link}>
          <div className={style.body}>
            <DecisionText decision={happened} {...context} opened />
          </div>
        </Panel>
      )}
      {nothing !== undefined && (
        <Panel
          title={t('journey.decisions.nothing')}
          detail={context.moment(nothing.at)}
          link={happened === undefined ? link : undefined}
        >
          <div className={style.body}>
            <DecisionText decision={nothing} {...context} />
          </div>
        </Panel>
      )}
    </>
  );
}

/** All decisions about moves, the newest first; the rules of each open on demand. */
export function DecisionList({ decisions, ...context }: DecisionContext & { readonly decisions: readonly Decision[] }) {
  if (decisions.length === 0)
    return (
      <Panel title={t('journey.decisions.title')}>
        <Nothing>{t('journey.decisions.none')}</Nothing>
      </Panel>
    );
  return (
    <Panel
      title={t('journey.decisions.title')}
      detail={t('journey.decisions.newestFirst', { number: decisions.length })}
    >
      <ul className={style.list}>
        {decisions.map((decision) => (
          <li key={decision.decisionId}>
            <span className={`${style.at} figure`}>{context.moment(decision.at)}</span>
            <DecisionText decision={decision} {...context} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface DecisionTextProps extends Pick<DecisionContext, 'saw' | 'fact' | 'programmeOf'> {
  readonly decision: Decision;
  /** Whether the rules are open from the start. */
  readonly opened?: boolean;
}

function DecisionText({ decision, opened = false, saw, fact, programmeOf }: DecisionTextProps) {
  const setOffBy = fact(decision.trigger.eventId);
  const stopped = decision.rules.filter(({ held }) => held !== true);
  const met = decision.rules.filter(({ held }) => held === true);
  const started = somethingHappened(decision);
  const said = consideredInWords(decision);
  return (
    <>
      <p className={style.sentence} lang={said === decision.sentence ? ofTheRecord() : undefined}>
        {said}
      </p>
      {started ? (
        <Folded rules={decision.rules} saw={saw} words={whyWords(decision.rules)} start={opened} />
      ) : (
        <>
          {stopped.length > 0 && <RulesTried rules={stopped} saw={saw} />}
          {met.length > 0 && (
            <Folded rules={met} saw={saw} words={t('journey.decisions.met', { number: met.length })} start={false} />
          )}
        </>
      )}
      <p className={style.foot}>
        {setOffBy === undefined
          ? programmeOf(decision.programme)
          : t('journey.decisions.setOff', { fact: setOffBy, programme: programmeOf(decision.programme) })}
      </p>
    </>
  );
}

function whyWords(rules: readonly Rule[]): string {
  const unknown = rules.filter(({ held }) => held === 'unknown').length;
  const notMet = rules.filter(({ held }) => held === false).length;
  const parts: string[] = [
    t('journey.decisions.ofMet', { met: rules.length - unknown - notMet, number: rules.length }),
  ];
  if (notMet > 0) parts.push(t('journey.decisions.notMet', { number: notMet }));
  if (unknown > 0) parts.push(t('journey.decisions.notKnown', { number: unknown }));
  return t('journey.decisions.why', { parts: parts.join(', ') });
}

interface FoldedProps {
  readonly rules: readonly Rule[];
  readonly saw: (text: string) => string;
  readonly words: string;
  readonly start: boolean;
}

function Folded({ rules, saw, words, start }: FoldedProps) {
  const [opened, setOpened] = useState(start);
  const id = useId();
  const Icon = opened ? IconChevronDown : IconChevronRight;
  return (
    <>
      <UnstyledButton
        className={style.why}
        data-why
        aria-expanded={opened}
        aria-controls={opened ? id : undefined}
        onClick={() => setOpened(!opened)}
      >
        {words}
        <Icon size={15} stroke={1.75} aria-hidden />
      </UnstyledButton>
      {opened && (
        <div id={id}>
          <RulesTried rules={rules} saw={saw} />
        </div>
      )}
    </>
  );
}

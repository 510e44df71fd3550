import { Alert } from '@mantine/core';
import type { Preview, ProgrammeView } from '@stepway/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sitesQuery } from '../../api/directory.ts';
import { ProblemError } from '../../api/request.ts';
import facts from '../../frame/facts-table.module.css';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { useSession } from '../../frame/session.tsx';
import { consideredInWords } from '../../marks/considered.ts';
import { explainedInWords } from '../../marks/explained.ts';
import type { LevelLook } from '../../marks/levels.ts';
import { RulesTried } from '../../marks/rules-tried.tsx';
import { problemWords } from '../../texts/problem-words.ts';
import { ofTheRecord, t } from '../../texts/texts.ts';
import { CoursePicture } from './course-picture.tsx';
import { courseOf, dayOf, previewRequest, type TestCourse } from './course.ts';
import { PreviewForm } from './preview-form.tsx';
import style from './programmes.module.css';
import { preview } from './requests.ts';
import { listOf } from './says/say.ts';

interface TestPatientProps {
  readonly shown: ProgrammeView;
  readonly looks: readonly LevelLook[];
}

interface Lived {
  readonly course: TestCourse;
  readonly answer: Preview;
}

/** A Monday morning far from any change of the clocks: a test patient has no date of their own. */
const begin = Date.parse('2027-03-01T14:00:00Z');

/** A test patient of this version: what happens to them, and what the rules make of it. */
export function TestPatient({ shown, looks }: TestPatientProps) {
  const { deployment } = useSession();
  const { data: sites } = useQuery(sitesQuery);
  const site = [...(sites?.values() ?? [])].find(({ programmes }) => programmes.includes(shown.id));
  const [course, setCourse] = useState<Omit<TestCourse, 'siteId'>>(() => ({
    entryLevel: looks.find(({ id, beside }) => id === 'iop' && !beside)?.id ?? looks.at(-1)?.id ?? '',
    ageGroup: 'adult',
    followDays: 60,
    happenings: [
      { key: 1, day: 10, kind: 'negative', drugClass: 'cocaine' },
      { key: 2, day: 21, kind: 'definitive', drugClass: 'cocaine' },
    ],
  }));
  const living = useMutation({
    mutationFn: async (wanted: TestCourse): Promise<Lived> => ({
      course: wanted,
      answer: await preview(shown.id, shown.version, previewRequest(wanted, begin)),
    }),
  });
  const siteId = site?.siteId ?? deployment.siteIds[0] ?? '';
  return (
    <>
      <Panel title={t('programmes.preview.what')} detail={t('programmes.preview.why')}>
        <PanelBody>
          <PreviewForm
            course={course}
            setCourse={setCourse}
            looks={looks}
            busy={living.isPending}
            run={() => living.mutate({ ...course, siteId })}
          />
        </PanelBody>
      </Panel>
      {living.error !== null && (
        <Alert color="gray" variant="outline" role="alert" title={t('programmes.preview.not')}>
          {living.error instanceof ProblemError ? problemWords(living.error.problem) : t('states.noAnswer')}
        </Alert>
      )}
      {living.data === undefined ? (
        <p className={facts.quiet}>{t('programmes.preview.before')}</p>
      ) : (
        <Outcome lived={living.data} looks={looks} />
      )}
    </>
  );
}

function Outcome({
  lived: { course, answer },
  looks,
}: {
  readonly lived: Lived;
  readonly looks: readonly LevelLook[];
}) {
  const untilDay = Math.max(course.followDays, 1, ...course.happenings.map(({ day }) => day + 1));
  const decisions = answer.decisions.toSorted((a, b) => a.at.localeCompare(b.at));
  return (
    <>
      <Panel title={t('programmes.preview.course')}>
        <PanelBody>
          <CoursePicture
            looks={looks}
            stretches={courseOf(answer, begin, untilDay)}
            decisionDays={decisions.map(({ at }) => dayOf(at, begin))}
            untilDay={untilDay}
          />
          {answer.refused.length > 0 && (
            <p>
              {t('programmes.preview.notGranted', {
                count: answer.refused.length,
                names: listOf(answer.refused.map(({ command }) => command)),
              })}
            </p>
          )}
        </PanelBody>
      </Panel>
      <Panel title={t('programmes.preview.decisions')}>
        <PanelBody>
          {decisions.length === 0 && <p className={facts.quiet}>{t('programmes.preview.noDecision')}</p>}
          <ol className={style.decisions}>
            {decisions.map((decision) => (
              <li key={decision.decisionId}>
                <span className="figure">{t('programmes.preview.onDay', { day: dayOf(decision.at, begin) })}</span>
                <details>
                  <Said {...decision} />
                  <RulesTried rules={decision.rules} />
                </details>
              </li>
            ))}
          </ol>
        </PanelBody>
      </Panel>
    </>
  );
}

/** In the page's language where it has words for it, else as the record says it. */
function Said(decision: Preview['decisions'][number]) {
  const { about, sentence, rules } = decision;
  const said = about === 'drug-test' ? explainedInWords(sentence, rules) : consideredInWords(decision);
  return (
    <summary lang={said === undefined || said === sentence ? ofTheRecord() : undefined}>{said ?? sentence}</summary>
  );
}

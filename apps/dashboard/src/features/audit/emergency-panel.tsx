import { Alert, Button, Radio, Stack, Textarea } from '@mantine/core';
import { emergencyFindings, type EmergencyView } from '@stepway/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useNow } from '../../api/now.ts';
import { ProblemError } from '../../api/request.ts';
import { useSession, useSiteTime } from '../../frame/session.tsx';
import { PanelFacts, PanelPart, PanelPerson } from '../../lists/panel-parts.tsx';
import { SidePanel } from '../../lists/side-panel.tsx';
import { nameOf } from '../../marks/people.ts';
import { problemWords } from '../../texts/problem-words.ts';
import { t } from '../../texts/texts.ts';
import style from './audit.module.css';
import { reviewEmergency } from './requests.ts';
import { roleOf, staffWords } from './words.ts';

interface EmergencyPanelProps {
  readonly emergency: EmergencyView;
  readonly close: () => void;
}

/** Who opened whose journey and why; what was seen under it; and the finding. */
export function EmergencyPanel({ emergency, close }: EmergencyPanelProps) {
  const now = useNow();
  const time = useSiteTime();
  const own = useSession().actor.id === emergency.actor.id;
  const { actor, at, until, endedAt, kind, reason, review, emergencyId } = emergency;
  const moment = (instant: string) => <span className="figure">{time.moment(instant, now)}</span>;
  return (
    <SidePanel name={t('audit.journeyOf', { whom: nameOf(emergency) })} top={t('audit.underEmergency')} close={close}>
      <PanelPerson name={nameOf(emergency)} episodeId={emergency.episodeId} />
      <PanelFacts
        facts={[
          [t('audit.who'), staffWords(actor)],
          [t('audit.role'), roleOf(actor.role)],
          [t('audit.kind'), t(`audit.kinds.${kind}`)],
          [t('audit.from'), moment(at)],
          [t('audit.until'), moment(until)],
          [t('audit.ended'), endedAt === null ? undefined : moment(endedAt)],
        ]}
      />
      <PanelPart title={t('audit.reason')}>
        <p className={style.words}>{reason ?? t('audit.erased')}</p>
      </PanelPart>
      <Button
        size="xs"
        variant="default"
        className={style.alone}
        renderRoot={(drawn) => <Link to="/audit" search={{ emergency: emergencyId }} {...drawn} />}
      >
        {t('audit.seenUnder')}
      </Button>
      {review === null ? (
        own ? (
          <p>{t('audit.ownWhy')}</p>
        ) : (
          <ReviewForm emergencyId={emergencyId} close={close} />
        )
      ) : (
        <PanelFacts
          facts={[
            [t('audit.finding'), t(`audit.findings.${review.finding}`)],
            [t('audit.reviewedBy'), staffWords(review.by)],
            [t('audit.when'), moment(review.at)],
            [t('audit.note'), review.note],
          ]}
        />
      )}
    </SidePanel>
  );
}

type Finding = (typeof emergencyFindings)[number];

function ReviewForm({ emergencyId, close }: { readonly emergencyId: string; readonly close: () => void }) {
  const [finding, setFinding] = useState<Finding>();
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: (found: Finding) =>
      reviewEmergency({ emergencyId, finding: found, ...(note.trim() !== '' && { note: note.trim() }) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['emergencies'] });
      close();
    },
  });
  const { error } = saving;
  return (
    <form
      className={style.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (finding !== undefined) saving.mutate(finding);
      }}
    >
      {error !== null && (
        <Alert color="gray" variant="outline" role="alert" className={style.refused}>
          {error instanceof ProblemError ? problemWords(error.problem) : t('states.noAnswer')} {t('audit.kept')}
        </Alert>
      )}
      <Radio.Group
        label={t('audit.finding')}
        error={tried && finding === undefined ? t('audit.chooseFinding') : undefined}
        value={finding ?? null}
        onChange={(chosen) => setFinding(emergencyFindings.find((one) => one === chosen))}
      >
        <Stack gap={8} mt={8}>
          {emergencyFindings.map((one) => (
            <Radio key={one} value={one} size="sm" label={t(`audit.findings.${one}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('audit.note')}
        description={t('audit.noteWhy')}
        autosize
        minRows={2}
        maxLength={2_000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={saving.isPending} className={style.alone}>
        {t('audit.review')}
      </Button>
    </form>
  );
}

import { Alert, Button, FileButton, SegmentedControl } from '@mantine/core';
import { fileKinds, isWell, type FileKind, type FileResult } from '@stepway/contracts';
import { IconDownload, IconFileUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { FootBar } from '../../frame/foot-bar.tsx';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { Scrolling } from '../../frame/scrolling.tsx';
import { useSession } from '../../frame/session.tsx';
import { Toolbar } from '../../frame/toolbar.tsx';
import { t } from '../../texts/texts.ts';
import { Columns } from './columns.tsx';
import { downloadResults } from './download.ts';
import style from './files.module.css';
import { Results } from './results.tsx';
import { sendFile, whyRefused } from './send-file.ts';

const routeOf = { roster: 'sendRoster', screens: 'sendScreens' } as const;
const isKind = (text: string): text is FileKind => fileKinds.some((kind) => kind === text);

/** People and drug tests in bulk: a file is chosen and tried; what would happen is seen before anything is sent. */
export function Files() {
  const { post } = useSession().may;
  const kinds = fileKinds.filter((kind) => post.includes(routeOf[kind]));
  const [kind, setKind] = useState<FileKind>(kinds[0] ?? 'roster');
  const [file, setFile] = useState<File>();
  const again = useRef<() => void>(null);
  const sending = useMutation({
    mutationFn: (wish: { readonly kind: FileKind; readonly file: File; readonly dry: boolean }) =>
      sendFile(wish.kind, wish.file, wish.dry),
  });
  const attempt = (chosen: File | null) => {
    again.current?.(); // the same file, mended, can be chosen again
    if (chosen === null) return;
    setFile(chosen);
    sending.mutate({ kind, file: chosen, dry: true });
  };
  const change = (text: string) => {
    if (!isKind(text)) return;
    setKind(text);
    setFile(undefined);
    sending.reset();
  };
  const { data: result, error, isPending, variables } = sending;
  return (
    <>
      <Toolbar>
        <SegmentedControl
          size="xs"
          aria-label={t('files.kind')}
          data={kinds.map((one) => ({ value: one, label: t(`files.kinds.${one}`) }))}
          value={kind}
          onChange={change}
        />
      </Toolbar>
      <Scrolling name={t('screens.files')}>
        <Panel title={t(`files.kinds.${kind}`)}>
          <PanelBody>
            <div className={style.choose}>
              <FileButton onChange={attempt} accept=".csv,text/csv" resetRef={again}>
                {(props) => (
                  <Button
                    {...props}
                    size="xs"
                    variant={result === undefined ? 'filled' : 'default'}
                    loading={isPending}
                    leftSection={<IconFileUpload size={15} stroke={1.75} aria-hidden />}
                  >
                    {t(file === undefined ? 'files.choose' : 'files.another')}
                  </Button>
                )}
              </FileButton>
              {file === undefined ? (
                <span className={style.hint}>{t('files.why')}</span>
              ) : (
                <span className={style.name}>{file.name}</span>
              )}
              {isPending && <span role="status">{t(variables.dry ? 'files.trying' : 'files.sending')}</span>}
            </div>
            {error !== null && (
              <Alert color="gray" variant="outline" role="alert" title={t('files.refused')} mt="md">
                {whyRefused(error)}
              </Alert>
            )}
            {result !== undefined && file !== undefined && (
              <Told result={result} send={() => sending.mutate({ kind, file, dry: false })} />
            )}
          </PanelBody>
        </Panel>
        {result === undefined ? <Columns kind={kind} /> : <Results result={result} />}
      </Scrolling>
      <FootBar />
    </>
  );
}

/** The sum of it, and what can be done next. */
function Told({ result, send }: { readonly result: FileResult; readonly send: () => void }) {
  const { dry, lines } = result;
  const recorded = lines.filter(({ outcome }) => outcome === 'recorded').length;
  const known = lines.filter(({ outcome }) => outcome === 'known').length;
  const left = lines.filter((line) => !isWell(line)).length;
  return (
    <>
      <p className={style.counts} role="status">
        <span>{t(dry ? 'files.wouldBe' : 'files.were', { count: recorded })}</span>
        {known > 0 && <span>{t('files.known', { count: known })}</span>}
        {left > 0 && <span data-left>{t('files.left', { count: left })}</span>}
      </p>
      {left > 0 && <p className={style.hint}>{t('files.leftWhy')}</p>}
      <div className={style.choose}>
        {dry && recorded > 0 && (
          <Button size="xs" onClick={send}>
            {t('files.send', { count: recorded })}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={15} stroke={1.75} aria-hidden />}
          onClick={() => void downloadResults(result)}
        >
          {t('files.download')}
        </Button>
      </div>
    </>
  );
}

import { Button } from '@mantine/core';
import { fileColumns, type FileKind } from '@stepway/contracts';
import { IconDownload } from '@tabler/icons-react';
import facts from '../../frame/facts-table.module.css';
import { Panel, PanelBody } from '../../frame/panel.tsx';
import { t } from '../../texts/texts.ts';
import { downloadEmpty } from './download.ts';
import style from './files.module.css';

/** What a file of this kind has to have. */
export const Columns = ({ kind }: { readonly kind: FileKind }) => (
  <Panel title={t('files.columns')} detail={t('files.columnsWhy')}>
    <table className={facts.table}>
      <tbody>
        {fileColumns[kind].map(({ name, needed }) => (
          <tr key={name}>
            <th scope="row" className={facts.code}>
              {needed ? <b>{name}</b> : name}
            </th>
            <td>{t(`files.holds.${name}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <PanelBody>
      <Button
        size="xs"
        variant="default"
        className={style.start}
        leftSection={<IconDownload size={15} stroke={1.75} aria-hidden />}
        onClick={() => downloadEmpty(kind)}
      >
        {t('files.template')}
      </Button>
    </PanelBody>
  </Panel>
);

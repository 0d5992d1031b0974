import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFragment, type FragmentType } from '../../gql/index.ts';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { BodyDialog, BodyRowFragment } from './BodyDialog.tsx';
import { SupervisionDialog } from './SupervisionDialog.tsx';
import css from './admin.module.css';

type BodiesTabProps = { bodies: readonly FragmentType<typeof BodyRowFragment>[] };
type Opened = { verb: 'edit' | 'supervise'; body: FragmentType<typeof BodyRowFragment> };

/** Every organisation of the installation; a click on its name goes on to its departments. */
export function BodiesTab({ bodies }: BodiesTabProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened | null>(null);
  const inspected = bodies
    .map((body) => readFragment(BodyRowFragment, body))
    .filter((body) => body.kind === 'INSPECTED' && body.active);
  const close = () => setOpened(null);
  return (
    <>
      <Table caption={t('admin.tabs.bodies')} cards>
        <thead>
          <tr>
            <Th>{t('admin.body.name')}</Th>
            <Th>{t('admin.body.shortName')}</Th>
            <Th>{t('admin.body.kind')}</Th>
            <Th>{t('admin.body.creditCode')}</Th>
            <Th>{t('admin.body.regionCode')}</Th>
            <Th>{t('admin.state')}</Th>
            <RowVerbsHead />
          </tr>
        </thead>
        <tbody>
          {bodies.map((masked) => (
            <BodyRow
              key={readFragment(BodyRowFragment, masked).id}
              body={masked}
              onOpen={(verb) => setOpened({ verb, body: masked })}
            />
          ))}
        </tbody>
      </Table>
      {opened?.verb === 'edit' && <BodyDialog body={opened.body} onClose={close} />}
      {opened?.verb === 'supervise' && <SupervisionDialog group={opened.body} inspected={inspected} onClose={close} />}
    </>
  );
}

function BodyRow({ body: masked, onOpen }: { body: Opened['body']; onOpen: (verb: Opened['verb']) => void }) {
  const { t } = useTranslation();
  const body = readFragment(BodyRowFragment, masked);
  return (
    <tr className={body.active ? undefined : css.gone}>
      <Td label={t('admin.body.name')}>
        <Link to="/directory" search={{ tab: 'departments', body: body.id }} className={css.strong}>
          {body.name}
        </Link>
        {body.kind === 'DISCIPLINE_GROUP' && (
          <p className={css.quiet}>
            {body.supervises.length === 0
              ? t('admin.body.supervisesNone')
              : t('admin.body.supervisesThese', { names: body.supervises.map((one) => one.shortName).join('、') })}
          </p>
        )}
      </Td>
      <Td label={t('admin.body.shortName')}>{body.shortName}</Td>
      <Td label={t('admin.body.kind')}>{t(`vocabulary.bodyKind.${body.kind}`)}</Td>
      <Td label={t('admin.body.creditCode')}>{body.creditCode ?? '—'}</Td>
      <Td label={t('admin.body.regionCode')}>{body.regionCode ?? '—'}</Td>
      <Td label={t('admin.state')}>
        <State tone={body.active ? 'ok' : 'calm'}>{t(body.active ? 'admin.body.inUse' : 'admin.body.closed')}</State>
      </Td>
      <Td>
        <div className={css.verbs}>
          {body.kind === 'DISCIPLINE_GROUP' && (
            <Button look="quiet" onClick={() => onOpen('supervise')}>
              {t('admin.body.supervise')}
            </Button>
          )}
          <Button look="quiet" onClick={() => onOpen('edit')}>
            {t('admin.edit')}
          </Button>
        </div>
      </Td>
    </tr>
  );
}

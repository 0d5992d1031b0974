import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { dateTime } from '../../format.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { TemplateVerb } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './templates.module.css';

const VersionFragment = graphql(`
  fragment VersionTable_version on DocumentTemplate {
    id
    number
    fileName
    state
    uploadedByName
    uploadedAt
    inForceByName
    inForceAt
    retiredByName
    retiredAt
    viewerCan
  }
`);

const PutTemplateInForce = graphql(`
  mutation PutTemplateInForce($input: TemplateVerbInput!) {
    putTemplateInForce(input: $input) {
      shelf {
        bodyId
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const RemoveTemplate = graphql(`
  mutation RemoveTemplate($input: TemplateVerbInput!) {
    removeTemplate(input: $input) {
      shelf {
        bodyId
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const PAGE = ['TemplatesPage'] as const;

type VersionTableProps = { caption: string; versions: readonly FragmentType<typeof VersionFragment>[] };

/** The versions, the newest first: to look at, filled or as they are, to put in force and to take out. */
export function VersionTable({ caption, versions: masked }: VersionTableProps) {
  const { t } = useTranslation();
  const put = useOperation(PutTemplateInForce, PAGE);
  const remove = useOperation(RemoveTemplate, PAGE);
  const versions = readFragment(VersionFragment, masked);
  const run = async (verb: TemplateVerb, templateId: string, number: number) => {
    const operation = verb === 'putTemplateInForce' ? put : remove;
    if (await operation.run({ input: { templateId } })) toast(t(`template.done.${verb}`, { number }));
  };
  return (
    <>
      <Table caption={caption} cards>
        <thead>
          <tr>
            <Th>{t('template.version')}</Th>
            <Th>{t('template.file')}</Th>
            <Th>{t('template.state')}</Th>
            <Th>{t('template.uploaded')}</Th>
            <Th>{t('template.changed')}</Th>
            <Th>
              <span className="visually-hidden">{t('admin.verbs')}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {versions.map((one) => (
            <tr key={one.id}>
              <Td label={t('template.version')}>{t('template.numbered', { number: one.number })}</Td>
              <Td label={t('template.file')}>
                <a href={`/export/template.docx?templateId=${one.id}`} download>
                  {one.fileName}
                </a>
              </Td>
              <Td label={t('template.state')}>{t(`vocabulary.templateState.${one.state}`)}</Td>
              <Td label={t('template.uploaded')}>{`${one.uploadedByName} ${dateTime(one.uploadedAt)}`}</Td>
              <Td label={t('template.changed')}>{lastChange(one)}</Td>
              <Td className={css.verbs}>
                <a
                  href={`/export/template-preview.docx?templateId=${one.id}`}
                  aria-label={t('template.previewOf', { number: one.number })}
                  download
                >
                  {t('template.preview')}
                </a>
                {one.viewerCan.map((verb) => (
                  <Button
                    key={verb}
                    look="quiet"
                    busy={put.busy || remove.busy}
                    onClick={() => void run(verb, one.id, one.number)}
                  >
                    {t(`vocabulary.templateVerb.${verb}`)}
                  </Button>
                ))}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <OperationErrors operation={put} fields={[]} />
      <OperationErrors operation={remove} fields={[]} />
    </>
  );
}

type Instants = {
  inForceByName: string | null;
  inForceAt: string | null;
  retiredByName: string | null;
  retiredAt: string | null;
  state: string;
};

/** Who put it where it stands now, and when. */
function lastChange({ state, inForceByName, inForceAt, retiredByName, retiredAt }: Instants): string {
  const [name, at] = state === 'RETIRED' ? [retiredByName, retiredAt] : [inForceByName, inForceAt];
  return at === null ? '' : `${name ?? ''} ${dateTime(at)}`;
}

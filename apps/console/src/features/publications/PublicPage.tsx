import { LIMITS } from '@closeout/domain/limits';
import { REPORTING_HOTLINE } from '@closeout/domain/vocabulary';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { dateTime } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { Form } from '../../ui/Form.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import { mayNow, seen, type PublicationData } from './publication-fragment.ts';
import css from './publications.module.css';

const SetPublicPage = graphql(`
  mutation SetPublicPage($input: SetPublicPageInput!) {
    setPublicPage(input: $input) {
      publication {
        id
        ...PublicationPage_publication
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** Whether the built-in page shows it and takes comments, and whom the public tells what it thinks. */
export function PublicPage({ publication }: { publication: PublicationData }) {
  const { t } = useTranslation();
  const { slug, publishedAt, takenDownAt, pageOn, commentsOn, replyDays, contactPhone, contactAddress } = publication;
  const draft = useDraft(`publication:page:${publication.id}:${publication.version}`, {
    pageOn,
    commentsOn,
    replyDays: replyDays as number | null,
    contactPhone: contactPhone ?? '',
    contactAddress: contactAddress ?? '',
  });
  const operation = useOperation(SetPublicPage);
  const values = draft.value;
  const changes = mayNow(publication, 'setPublicPage');
  const submit = async () => {
    if (!(await operation.run({ input: { ...seen(publication), ...values } }))) return;
    draft.clear();
    toast(t('publication.done.setPublicPage'));
  };
  return (
    <Form onSubmit={submit} className={css.form}>
      <p>
        {publishedAt
          ? t('publication.upSince', { at: dateTime(publishedAt) })
          : takenDownAt
            ? t('publication.downSince', { at: dateTime(takenDownAt) })
            : t('publication.notUp')}
      </p>
      {pageOn && publishedAt && (
        <p>
          <a href={`/public/${slug}`} target="_blank" rel="noreferrer">
            {t('publication.openPage')}
          </a>
        </p>
      )}
      <CheckBox
        label={t('publication.pageOn')}
        hint={t('publication.pageOnHint')}
        checked={values.pageOn}
        onChange={(on) => draft.put('pageOn', on)}
        disabled={!changes}
      />
      <CheckBox
        label={t('publication.commentsOn')}
        hint={t('publication.commentsOnHint')}
        checked={values.commentsOn && values.pageOn}
        onChange={(on) => draft.put('commentsOn', on)}
        disabled={!changes || !values.pageOn}
      />
      {changes && values.commentsOn && (
        <NumberField
          label={t('publication.replyDays')}
          hint={t('publication.replyDaysHint')}
          unit={t('publication.workingDays')}
          min={1}
          max={60}
          value={values.replyDays}
          onChange={(days) => draft.put('replyDays', days)}
          error={operation.fields.replyDays}
        />
      )}
      <TextField
        label={t('publication.contactPhone')}
        hint={t('publication.contactHint', { hotline: REPORTING_HOTLINE })}
        optional
        maxLength={LIMITS.name}
        value={values.contactPhone}
        onChange={(words) => draft.put('contactPhone', words)}
        disabled={!changes}
        error={operation.fields.contactPhone}
      />
      <TextField
        label={t('publication.contactAddress')}
        optional
        maxLength={LIMITS.title}
        value={values.contactAddress}
        onChange={(words) => draft.put('contactAddress', words)}
        disabled={!changes}
        error={operation.fields.contactAddress}
      />
      <OperationErrors
        operation={operation}
        fields={['replyDays', 'contactPhone', 'contactAddress']}
        onRetry={() => void submit()}
      />
      {changes && (
        <span>
          <Button type="submit" busy={operation.busy} off={draft.dirty ? null : t('publication.unchanged')}>
            {t('publication.save')}
          </Button>
        </span>
      )}
    </Form>
  );
}

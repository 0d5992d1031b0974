import { FIELD_CLASSES, type FieldClass } from '@closeout/domain/vocabulary';
import { LIMITS } from '@closeout/domain/limits';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { CurlSample } from '../developer/CurlSample.tsx';
import { BodyOptions } from './body-options.ts';
import { Secret } from './OneTimePassword.tsx';
import { nodes } from './pages.ts';
import css from './admin.module.css';

const CreateApiToken = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      apiToken {
        ...TokenRow_apiToken
      }
      secret
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const LISTS = ['Tokens'];

/** Half a year ahead, the suggestion: long enough to work, short enough to be looked at again. */
function halfAYearOn(): string {
  const day = new Date(`${today()}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + 182);
  return day.toISOString().slice(0, 10);
}

/** A bearer token for one body; its secret is shown once, with a first request that runs as it stands. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [bodyId, setBodyId] = useState<string | null>(null);
  const [classes, setClasses] = useState<readonly FieldClass[]>(['STATISTICS']);
  const [expiresOn, setExpiresOn] = useState<string | null>(halfAYearOn);
  const [secret, setSecret] = useState<string | null>(null);
  const bodies = useQuery(BodyOptions);
  const operation = useOperation(CreateApiToken, LISTS);
  const inspected = nodes(bodies.data?.bodies).filter((body) => body.kind === 'INSPECTED' && body.active);
  const submit = async () => {
    const input = { name, bodyId: bodyId ?? '', classes: [...classes], expiresOn: expiresOn ?? '' };
    const payload = await operation.run({ input });
    if (payload) setSecret(payload.secret ?? '');
  };
  if (secret) {
    return (
      <Dialog
        title={t('admin.token.secretTitle', { name })}
        open
        mustDecide
        shape="wide"
        onClose={onClose}
        actions={
          <Button look="ink" onClick={onClose}>
            {t('admin.token.noted')}
          </Button>
        }
      >
        <Secret value={secret} />
        <MarginNote kind="check">{t('admin.token.secretHint')}</MarginNote>
        <CurlSample secret={secret} />
      </Dialog>
    );
  }
  const off = !bodyId ? t('admin.token.chooseBody') : !expiresOn ? t('admin.token.chooseDay') : null;
  return (
    <VerbDialog
      title={t('admin.token.create')}
      verb={t('admin.token.create')}
      operation={operation}
      fields={['name', 'bodyId', 'classes', 'expiresOn']}
      onSubmit={submit}
      onClose={onClose}
      off={off}
    >
      <TextField
        label={t('admin.token.name')}
        placeholder={t('admin.token.nameExample')}
        value={name}
        onChange={setName}
        error={operation.fields.name}
        maxLength={LIMITS.name}
        autoFocus
      />
      <SelectField
        label={t('admin.token.body')}
        emptyLabel={t('admin.token.chooseBody')}
        value={bodyId}
        onChange={setBodyId}
        options={inspected.map((body) => ({ value: body.id, label: body.name }))}
        error={operation.fields.bodyId}
      />
      <fieldset>
        <legend className={css.legend}>{t('admin.token.classes')}</legend>
        <div className={css.checks}>
          {FIELD_CLASSES.map((one) => (
            <CheckBox
              key={one}
              label={t(`admin.token.class.${one}`)}
              checked={classes.includes(one)}
              onChange={(on) => setClasses(on ? [...classes, one] : classes.filter((other) => other !== one))}
            />
          ))}
        </div>
        {operation.fields.classes && <p role="alert">{operation.fields.classes}</p>}
      </fieldset>
      <DateField
        label={t('admin.token.expiresOn')}
        hint={t('admin.token.expiresHint')}
        value={expiresOn}
        onChange={setExpiresOn}
        error={operation.fields.expiresOn}
      />
    </VerbDialog>
  );
}

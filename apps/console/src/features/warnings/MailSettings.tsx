import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { Form } from '../../ui/Form.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './MailSettings.module.css';

const OwnMailSettings = graphql(`
  query OwnMailSettings {
    mailSettings {
      mail
      mailOn
    }
  }
`);

const ChangeMailSettings = graphql(`
  mutation ChangeMailSettings($input: ChangeMailSettingsInput!) {
    changeMailSettings(input: $input) {
      mailSettings {
        mail
        mailOn
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const AFTERWARDS = ['OwnMailSettings'];

/** Whether and where the viewer gets the daily mail. */
export function MailSettings() {
  const { data } = useQuery(OwnMailSettings);
  const settings = data?.mailSettings;
  if (!settings) return null;
  return <MailForm key={`${settings.mail} ${settings.mailOn}`} {...settings} />;
}

function MailForm({ mail: saved, mailOn: savedOn }: { mail?: string | null; mailOn: boolean }) {
  const { t } = useTranslation();
  const [mail, setMail] = useState(saved ?? '');
  const [mailOn, setMailOn] = useState(savedOn && saved !== null);
  const change = useOperation(ChangeMailSettings, AFTERWARDS);
  const save = async () => {
    if (change.busy) return;
    const payload = await change.run({ input: { mail: mail.trim() || null, mailOn } });
    if (payload) toast(t('warnings.mailSaved'));
  };
  return (
    <section className={`${css.mail} no-print`}>
      <h2>{t('warnings.mailTitle')}</h2>
      <Form onSubmit={save}>
        <CheckBox label={t('warnings.mailOn')} hint={t('warnings.mailHint')} checked={mailOn} onChange={setMailOn} />
        <TextField
          label={t('warnings.mailAddress')}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={mail}
          onChange={setMail}
          error={change.fields.mail}
        />
        <OperationErrors operation={change} fields={['mail']} />
        <Button type="submit" busy={change.busy}>
          {t('warnings.mailSave')}
        </Button>
      </Form>
    </section>
  );
}

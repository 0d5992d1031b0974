import { LIMITS } from '@closeout/domain/limits';
import { FIELD_CLASSES, TOKEN_VERBS, type FieldClass, type TokenVerb } from '@closeout/domain/vocabulary';
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { today } from '../../format.ts';
import { graphql } from '../../gql/index.ts';
import { DateField } from '../../ui/DateField.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { BodyOptions } from '../admin/body-options.ts';
import { nodes } from '../admin/pages.ts';
import { Checks } from './Checks.tsx';
import { TokenMade } from './TokenMade.tsx';

const CreateApiToken = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      apiToken {
        ...TokenFacts_apiToken
      }
      secret
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const Approvers = graphql(`
  query Approvers($bodyId: ID!) {
    roleGrants(first: 100, filter: { bodyId: $bodyId, role: [SECRETARY], standing: true }) {
      edges {
        cursor
        node {
          id
          account {
            id
            person {
              id
              name
            }
          }
        }
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

const START = {
  name: '',
  purpose: '',
  bodyId: null as string | null,
  verbs: ['readOutline', 'readFinding'] as readonly TokenVerb[],
  classes: ['STATISTICS'] as readonly FieldClass[],
  approverId: null as string | null,
};

/** A bearer token for one body; its secret is shown once, with a first request that runs as it stands. */
export function TokenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(START);
  const [expiresOn, setExpiresOn] = useState<string | null>(halfAYearOn);
  const [secret, setSecret] = useState<string | null>(null);
  const bodies = useQuery(BodyOptions);
  const approvers = useQuery(Approvers, { variables: { bodyId: wanted.bodyId ?? '' }, skip: !wanted.bodyId });
  const operation = useOperation(CreateApiToken, LISTS);
  const put = (change: Partial<typeof START>) => setWanted((old) => ({ ...old, ...change }));
  const inspected = nodes(bodies.data?.bodies).filter((body) => body.kind === 'INSPECTED' && body.active);
  const submit = async () => {
    const { name, purpose, bodyId, verbs, classes, approverId } = wanted;
    const scope = { verbs: [...verbs], classes: [...classes], approverId, expiresOn: expiresOn ?? '' };
    const payload = await operation.run({ input: { name, purpose, bodyId: bodyId ?? '', ...scope } });
    if (payload) setSecret(payload.secret ?? '');
  };
  if (secret) return <TokenMade name={wanted.name} secret={secret} verbs={wanted.verbs} onClose={onClose} />;
  const off = !wanted.bodyId ? t('token.chooseBody') : !expiresOn ? t('token.chooseDay') : null;
  return (
    <VerbDialog
      title={t('token.create')}
      verb={t('token.create')}
      operation={operation}
      fields={['name', 'purpose', 'bodyId', 'verbs', 'classes', 'approverId', 'expiresOn']}
      onSubmit={submit}
      onClose={onClose}
      off={off}
    >
      <TextField
        label={t('token.name')}
        placeholder={t('token.nameExample')}
        value={wanted.name}
        onChange={(name) => put({ name })}
        error={operation.fields.name}
        maxLength={LIMITS.name}
        autoFocus
      />
      <TextArea
        label={t('token.purpose')}
        hint={t('token.purposeHint')}
        value={wanted.purpose}
        onChange={(purpose) => put({ purpose })}
        limit={LIMITS.reason}
        rows={2}
        error={operation.fields.purpose}
        optional
      />
      <SelectField
        label={t('token.body')}
        emptyLabel={t('token.chooseBody')}
        value={wanted.bodyId}
        onChange={(bodyId) => put({ bodyId, approverId: null })}
        options={inspected.map((body) => ({ value: body.id, label: body.name }))}
        error={operation.fields.bodyId}
      />
      <Checks
        legend={t('token.verbs')}
        all={TOKEN_VERBS}
        labelOf={(one) => t(`vocabulary.tokenVerb.${one}`)}
        chosen={wanted.verbs}
        onChange={(verbs) => put({ verbs })}
        error={operation.fields.verbs}
      />
      <Checks
        legend={t('token.classes')}
        all={FIELD_CLASSES}
        labelOf={(one) => t(`vocabulary.fieldClass.${one}`)}
        chosen={wanted.classes}
        onChange={(classes) => put({ classes })}
        error={operation.fields.classes}
      />
      <SelectField
        label={t('token.approver')}
        hint={t('token.approverHint')}
        emptyLabel={t('token.noApprover')}
        value={wanted.approverId}
        onChange={(approverId) => put({ approverId })}
        options={(approvers.data?.roleGrants.edges ?? []).map(({ node: { account } }) => ({
          value: account.id,
          label: account.person.name,
        }))}
        error={operation.fields.approverId}
      />
      <DateField
        label={t('token.expiresOn')}
        hint={t('token.expiresHint')}
        value={expiresOn}
        onChange={setExpiresOn}
        error={operation.fields.expiresOn}
      />
    </VerbDialog>
  );
}

import { useTranslation } from 'react-i18next';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { toast } from '../../ui/toast-store.ts';
import type { TokenFacts } from './token-facts.ts';

const RevokeApiToken = graphql(`
  mutation RevokeApiToken($input: RevokeApiTokenInput!) {
    revokeApiToken(input: $input) {
      apiToken {
        ...TokenFacts_apiToken
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** Ends a token for good, after a question. */
export function RevokeTokenDialog({ token, onClose }: { token: TokenFacts; onClose: () => void }) {
  const { t } = useTranslation();
  const operation = useOperation(RevokeApiToken);
  const submit = async () => {
    if (!(await operation.run({ input: { apiTokenId: token.id } }))) return;
    toast(t('token.done.revoked', { name: token.name }));
    onClose();
  };
  return (
    <VerbDialog
      title={t('token.revokeTitle', { name: token.name })}
      verb={t('vocabulary.tokenAct.revoke')}
      grave
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{t('token.revokeHint')}</p>
    </VerbDialog>
  );
}

import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Td } from '../../ui/Table.tsx';
import css from '../admin/admin.module.css';
import { TOKEN_TONES, type TokenFacts } from './token-facts.ts';

export type Asked = 'decide' | 'revoke' | 'curl';

const OVER: readonly TokenFacts['state'][] = ['REVOKED', 'EXPIRED'];

/** One token: what it asks for and gives, until when, and the verbs that the server allows. */
export function TokenRow({ token, onAsk }: { token: TokenFacts; onAsk: (asked: Asked) => void }) {
  const { t } = useTranslation();
  const over = OVER.includes(token.state);
  const decides = token.viewerCan.includes('approve') || token.viewerCan.includes('refuse');
  const waits = token.state === 'REQUESTED' || token.state === 'LAPSED';
  return (
    <tr className={over ? css.gone : undefined}>
      <Td label={t('token.name')} className={css.strong}>
        {token.name}
        {token.purpose && <div className={css.quiet}>{token.purpose}</div>}
      </Td>
      <Td label={t('token.body')}>{token.body.shortName}</Td>
      <Td label={t('token.classes')}>
        {token.classes.map((one) => t(`vocabulary.fieldClass.${one}`)).join('、')}
        <div className={css.quiet}>{token.verbs.map((one) => t(`vocabulary.tokenVerb.${one}`)).join('、')}</div>
      </Td>
      <Td label={t('token.made')}>
        {dateTime(token.createdAt)} <span className={css.quiet}>{token.createdByName ?? t('token.commandLine')}</span>
      </Td>
      <Td label={t('token.lastUsed')}>{token.lastUsedAt ? dateTime(token.lastUsedAt) : t('token.unused')}</Td>
      <Td label={t('token.expiresOn')}>{dateTime(token.expiresAt).slice(0, 10)}</Td>
      <Td label={t('admin.state')}>
        <State tone={TOKEN_TONES[token.state]}>{t(`vocabulary.tokenState.${token.state}`)}</State>
        <div className={css.quiet}>
          {waits && token.approverName && t('token.waitsFor', { name: token.approverName })}
          {!waits && token.decidedByName && [token.decidedByName, token.decisionReason].filter(Boolean).join(':')}
        </div>
      </Td>
      <Td>
        <div className={css.verbs}>
          {!over && (
            <Button look="quiet" onClick={() => onAsk('curl')}>
              {t('token.curl')}
            </Button>
          )}
          {decides && (
            <Button look="quiet" onClick={() => onAsk('decide')}>
              {t(token.viewerCan.includes('approve') ? 'token.decide' : 'token.takeBack')}
            </Button>
          )}
          {token.viewerCan.includes('revoke') && (
            <Button look="quiet" onClick={() => onAsk('revoke')}>
              {t('vocabulary.tokenAct.revoke')}
            </Button>
          )}
        </div>
      </Td>
    </tr>
  );
}

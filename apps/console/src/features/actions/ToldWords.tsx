import { useLazyQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { FaultPanel } from '../../forms/FaultPanel.tsx';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import css from './ToldWords.module.css';

const ActionWordsDocument = graphql(`
  query ActionWords($id: ID!) {
    actionWords(actionId: $id) {
      text
      live
    }
  }
`);

/** 照此生成整改情况文字: the evidence in the words of a report, its figures marked, to be taken into the text and changed there. */
export function ToldWords({ actionId, onTake }: { actionId: string; onTake: (words: string) => void }) {
  const { t } = useTranslation();
  const [tell, { data, error, loading, called }] = useLazyQuery(ActionWordsDocument, { fetchPolicy: 'no-cache' });
  const ask = () => void tell({ variables: { id: actionId } });
  const stretches = data?.actionWords ?? [];
  return (
    <div className={css.told} aria-live="polite">
      <Button look="quiet" busy={loading} onClick={ask}>
        {t('action.told.ask')}
      </Button>
      {error && <FaultPanel error={error} onRetry={ask} />}
      {called && data && stretches.length === 0 && <p className={css.quiet}>{t('action.told.none')}</p>}
      {stretches.length > 0 && (
        <>
          <p className={css.words}>
            {stretches.map(({ text, live }, at) => (live ? <mark key={at}>{text}</mark> : text))}
          </p>
          <p className={css.quiet}>{t('action.told.check')}</p>
          <Button onClick={() => onTake(stretches.map(({ text }) => text).join(''))}>{t('action.told.take')}</Button>
        </>
      )}
    </div>
  );
}

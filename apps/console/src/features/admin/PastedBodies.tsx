import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { matchLines, type ListedBody, type Matched, type OwnFacts } from './match-lines.ts';
import css from './admin.module.css';

const ownWords = (t: TFunction, { feedbackOn, plans }: OwnFacts): string[] => [
  ...(feedbackOn ? [t('filing.feedbackOn', { day: feedbackOn })] : []),
  ...(plans ? [plans.map((one) => t(`vocabulary.planKind.${one}`)).join('、')] : []),
];

type PastedBodiesProps = { bodies: readonly ListedBody[]; onFound: (found: Matched) => void };

/** A list pasted from Excel, a body a line with its own feedback day and plans if it has them: ticks those that are known and says of each other line what is wrong. */
export function PastedBodies({ bodies, onFound }: PastedBodiesProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<Matched | null>(null);
  const check = () => {
    const result = matchLines(text, bodies, today());
    setChecked(result);
    onFound(result);
  };
  return (
    <details>
      <summary>{t('rounds.paste')}</summary>
      <TextArea
        label={t('rounds.pasteLabel')}
        hint={t('rounds.pasteHint')}
        optional
        value={text}
        onChange={(value) => {
          setText(value);
          setChecked(null);
        }}
      />
      <Button onClick={check}>{t('rounds.pasteCheck')}</Button>
      {checked && (
        <div role="status">
          <p>{t('rounds.pasteFound', { count: checked.ids.length })}</p>
          {Object.keys(checked.own).length > 0 && (
            <ul>
              {bodies
                .filter(({ id }) => checked.own[id])
                .map(({ id, shortName }) => (
                  <li key={id}>{[shortName, ...ownWords(t, checked.own[id]!)].join(' · ')}</li>
                ))}
            </ul>
          )}
          {checked.wrong.length > 0 && (
            <ul className={css.quiet}>
              {checked.wrong.map(({ row, words, why }) => (
                <li key={row}>{t(`rounds.pasteWrong.${why}`, { row, words })}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </details>
  );
}

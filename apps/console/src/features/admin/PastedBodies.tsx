import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { matchLines, type ListedBody } from './match-lines.ts';
import css from './admin.module.css';

type PastedBodiesProps = { bodies: readonly ListedBody[]; onFound: (ids: string[]) => void };

/** A list pasted from Excel, a body a line: ticks those that are known and says of each other line what is wrong. */
export function PastedBodies({ bodies, onFound }: PastedBodiesProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [checked, setChecked] = useState<ReturnType<typeof matchLines> | null>(null);
  const check = () => {
    const result = matchLines(text, bodies);
    setChecked(result);
    onFound(result.ids);
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

import { useTranslation } from 'react-i18next';
import { amount } from '../../format.ts';
import { CardItem, CardRow, DropButton } from './CardRow.tsx';
import type { CardContext } from './card-context.ts';
import { markId } from './source-marks.ts';
import { SourceValue } from './SourceValue.tsx';
import css from './SumRows.module.css';

/** Refunds, the sums the finding states, other sums: in figures, with the words they were read from. */
export function SumRows({ context }: { context: CardContext }) {
  const { t } = useTranslation();
  const { finding, showing, editable, busy, correct } = context;
  const { seq, refunds, problemAmounts, otherAmounts } = finding;
  const sum = (fen: number) => amount(t, String(fen));
  return (
    <>
      {refunds.length > 0 && (
        <CardRow label={t('imports.row.refunds')}>
          <ul>
            {refunds.map(({ fen, quote, verb, date }, index) => (
              <CardItem
                key={index} // equal sums occur
                verbs={
                  editable && (
                    <DropButton
                      label={t('imports.edit.drop', { what: t('imports.row.refunds') })}
                      busy={busy}
                      onDrop={() => void correct([{ dropRefund: { seq, index } }])}
                    />
                  )
                }
              >
                <SourceValue id={markId('refunds', index)} kind="sum" showing={showing}>
                  {sum(fen)}
                </SourceValue>{' '}
                <span className={css.words}>
                  {[quote, verb.replaceAll('/', '、'), date].filter(Boolean).join(' · ')}
                </span>
              </CardItem>
            ))}
          </ul>
        </CardRow>
      )}
      <CardRow label={t('imports.row.problemAmounts')} quiet={problemAmounts.length === 0}>
        {problemAmounts.length === 0 && t('imports.row.noAmounts')}
        <Sums list="problemAmounts" context={context} />
      </CardRow>
      {otherAmounts.length > 0 && (
        <CardRow label={t('imports.row.otherAmounts')}>
          <Sums list="otherAmounts" context={context} />
        </CardRow>
      )}
    </>
  );
}

function Sums({ list, context }: { list: 'problemAmounts' | 'otherAmounts'; context: CardContext }) {
  const { t } = useTranslation();
  return (
    <ul>
      {context.finding[list].map((each, index) => (
        <CardItem key={index}>
          <SourceValue id={markId(list, index)} kind="sum" showing={context.showing}>
            {amount(t, String(each.fen))}
          </SourceValue>{' '}
          <span className={css.words}>
            {each.quote}
            {'perHead' in each && each.perHead && ` · ${t('imports.row.perHead')}`}
          </span>
        </CardItem>
      ))}
    </ul>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { IndicatorPart_IndicatorFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { toast } from '../../ui/toast-store.ts';
import { PartHead } from '../findings/Panel.tsx';
import { IndicatorDialog } from './IndicatorDialog.tsx';
import { ReadingDialog } from './ReadingDialog.tsx';
import { ReadingWordsFragment, valueWords } from './reading-words.ts';
import css from './indicators.module.css';

const IndicatorFragment = graphql(`
  fragment IndicatorPart_indicator on Indicator {
    id
    name
    unit
    target
    removable
    readings {
      id
      ...ReadingWords_reading
    }
  }
`);

const IndicatorPartFragment = graphql(`
  fragment IndicatorPart_finding on Finding {
    id
    version
    seq
    viewerCan
    indicators {
      id
      ...IndicatorPart_indicator
    }
  }
`);

const RemoveIndicator = graphql(`
  mutation RemoveIndicator($input: RemoveIndicatorInput!) {
    removeIndicator(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Opened = { kind: 'note' | 'read'; indicator: IndicatorPart_IndicatorFragment | null };

/** 指标: each figure that the finding names, with its baseline and every value read since. */
export function IndicatorPart({ finding: masked }: { finding: FragmentType<typeof IndicatorPartFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(IndicatorPartFragment, masked);
  const [opened, setOpened] = useState<Opened | null>(null);
  const remove = useOperation(RemoveIndicator);
  const may = finding.viewerCan.includes('noteIndicator');
  const indicators = finding.indicators.map((each) => readFragment(IndicatorFragment, each));
  if (indicators.length === 0 && !may) return null;
  const takeBack = async (indicatorId: string) => {
    if (await remove.run({ input: { indicatorId } })) toast(t('indicator.removed'));
  };
  const close = () => setOpened(null);
  const read = opened?.indicator?.readings ?? [];
  const last = read[read.length - 1];
  return (
    <section id="indicators" tabIndex={-1} aria-label={t('indicator.title')}>
      <PartHead
        title={t('indicator.title')}
        actions={
          may && (
            <Button look="quiet" onClick={() => setOpened({ kind: 'note', indicator: null })}>
              {t('indicator.add')}
            </Button>
          )
        }
      />
      {indicators.map((each) => (
        <div key={each.id} className={css.indicator}>
          <header className={css.head}>
            <h3>{each.name}</h3>
            {each.target && <span className={css.quiet}>{t('indicator.targetIs', { target: each.target })}</span>}
            {may && (
              <span className={`${css.verbs} no-print`}>
                <Button look="quiet" onClick={() => setOpened({ kind: 'read', indicator: each })}>
                  {t('indicator.addReading')}
                </Button>
                <Button look="quiet" onClick={() => setOpened({ kind: 'note', indicator: each })}>
                  {t('finding.change')}
                </Button>
                {each.removable && (
                  <Button look="quiet" busy={remove.busy} onClick={() => void takeBack(each.id)}>
                    {t('indicator.remove')}
                  </Button>
                )}
              </span>
            )}
          </header>
          <Readings indicator={each} />
        </div>
      ))}
      <OperationErrors operation={remove} />
      {opened?.kind === 'note' && <IndicatorDialog finding={finding} indicator={opened.indicator} onClose={close} />}
      {opened?.kind === 'read' && opened.indicator && (
        <ReadingDialog
          indicator={opened.indicator}
          definition={last ? readFragment(ReadingWordsFragment, last).definition : ''}
          onClose={close}
        />
      )}
    </section>
  );
}

function Readings({ indicator }: { indicator: IndicatorPart_IndicatorFragment }) {
  const { t } = useTranslation();
  const readings = indicator.readings.map((each) => readFragment(ReadingWordsFragment, each));
  if (readings.length === 0) return <p className={css.quiet}>{t('indicator.noReading')}</p>;
  return (
    <Table caption={t('indicator.readingsOf', { name: indicator.name })} cards>
      <thead>
        <tr>
          <Th>{t('indicator.asOf')}</Th>
          <Th right>{t('indicator.value')}</Th>
          <Th>{t('indicator.definition')}</Th>
          <Th>{t('indicator.source')}</Th>
        </tr>
      </thead>
      <tbody>
        {readings.map((each) => (
          <tr key={each.id}>
            <Td label={t('indicator.asOf')}>
              {[each.kind === 'BASELINE' && t('vocabulary.readingKind.BASELINE'), each.asOf].filter(Boolean).join(' ')}
            </Td>
            <Td right label={t('indicator.value')}>
              {valueWords(t, each, indicator.unit)}
            </Td>
            <Td label={t('indicator.definition')}>{each.definition}</Td>
            <Td label={t('indicator.source')}>{each.source ?? each.createdByName ?? '—'}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

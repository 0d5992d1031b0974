import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RowVerbsHead } from '../../forms/RowVerbs.tsx';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { StepsPart_InspectionFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { PartHead } from '../findings/Panel.tsx';
import { StepDialog } from './StepDialog.tsx';

const StepsPartFragment = graphql(`
  fragment StepsPart_inspection on Inspection {
    id
    viewerCan
    body {
      id
    }
    prescribedSteps {
      code
      dueOn
      overdue
      done
      date {
        on
        to
        text
      }
      proof
      evidenceId
      evidenceTitle
      version
    }
  }
`);

type Step = StepsPart_InspectionFragment['prescribedSteps'][number];

/** 规定动作: each step with its due day, when it was done, and what proves it. */
export function StepsPart({ inspection: masked }: { inspection: FragmentType<typeof StepsPartFragment> }) {
  const { t } = useTranslation();
  const inspection = readFragment(StepsPartFragment, masked);
  const [opened, setOpened] = useState<Step | null>(null);
  const may = inspection.viewerCan.includes('keepInspection');
  const steps = inspection.prescribedSteps;
  // The office is told days, no words: then there is no column of dashes.
  const proven = may || steps.some((step) => step.proof || step.evidenceTitle);
  const done = steps.filter((step) => step.done).length;
  return (
    <section aria-label={t('step.steps')}>
      <PartHead title={t('step.steps')} note={t('step.doneOf', { done, total: steps.length })} />
      <Table caption={t('step.steps')} cards>
        <thead>
          <tr>
            <Th>{t('step.step')}</Th>
            <Th>{t('step.due')}</Th>
            <Th>{t('step.doneOn')}</Th>
            {proven && <Th>{t('step.proof')}</Th>}
            {may && <RowVerbsHead />}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.code}>
              <Td label={t('step.step')}>{t(`vocabulary.prescribedStepCode.${step.code}`)}</Td>
              <Td label={t('step.due')}>{step.dueOn ?? '—'}</Td>
              <Td label={t('step.doneOn')}>
                <StepState step={step} />
              </Td>
              {proven && (
                <Td label={t('step.proof')}>{[step.evidenceTitle, step.proof].filter(Boolean).join(';') || '—'}</Td>
              )}
              {may && (
                <Td className="no-print">
                  <Button
                    look="quiet"
                    aria-label={t('step.title', { step: t(`vocabulary.prescribedStepCode.${step.code}`) })}
                    onClick={() => setOpened(step)}
                  >
                    {t(step.done ? 'finding.change' : 'step.record')}
                  </Button>
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      {opened && (
        <StepDialog
          inspection={{ id: inspection.id, bodyId: inspection.body.id }}
          step={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </section>
  );
}

function StepState({ step }: { step: Step }) {
  const { t } = useTranslation();
  if (!step.done)
    return <State tone={step.overdue ? 'late' : 'calm'}>{t(step.overdue ? 'step.late' : 'step.open')}</State>;
  const days = [step.date?.on, step.date?.to].filter(Boolean).join(t('admin.inspection.until'));
  return <State tone="ok">{step.date?.text ?? days}</State>;
}

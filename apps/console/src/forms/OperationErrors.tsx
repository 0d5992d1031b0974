import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import { FaultPanel } from './FaultPanel.tsx';
import type { OperationState } from './use-operation.ts';
import { generalErrors, missingOf, refusalWords } from './user-errors.ts';

type OperationErrorsProps = {
  operation: OperationState;
  /** Fields that show their own errors. */
  fields?: readonly string[];
  onRetry?: () => void;
  draftKept?: boolean;
};

/** Why the server refused, above the buttons of a form: the rule's own words and what is still missing. */
export function OperationErrors({ operation, fields = [], onRetry, draftKept }: OperationErrorsProps) {
  const { t } = useTranslation();
  if (operation.fault) {
    return <FaultPanel error={operation.fault} title={t('errors.refused')} onRetry={onRetry} draftKept={draftKept} />;
  }
  const refusals = generalErrors(operation.errors, fields);
  if (refusals.length === 0) return null;
  const missing = missingOf(t, refusals);
  return (
    <ErrorPanel title={t('errors.refused')} saved={draftKept ? t('errors.draftSaved') : undefined}>
      {refusals.map((refusal) => (
        <p key={`${refusal.rule} ${refusal.message}`}>{refusalWords(t, refusal)}</p>
      ))}
      {missing.length > 0 && (
        <ul>
          {missing.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      )}
    </ErrorPanel>
  );
}

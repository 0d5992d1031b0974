import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../ui/ErrorPanel.tsx';
import { faultOf, type Fault } from './fault.ts';

function advice(t: TFunction, fault: Fault): string {
  switch (fault.kind) {
    case 'network':
      return t('errors.networkText');
    case 'limit':
      return fault.seconds ? t('errors.tooMany', { count: fault.seconds }) : t('errors.tooManyPlain');
    case 'refused':
      return t(
        `refusals.rule.${fault.rule.replace('.', '_')}` as never,
        {
          ...fault.params,
          defaultValue: t('errors.pageText'),
        } as never,
      ) as unknown as string;
    case 'timeout':
      return t('errors.timeout');
    case 'server':
      return t('errors.pageText');
  }
}

type FaultPanelProps = {
  error: unknown;
  onRetry?: () => void;
  /** What was being done; 没有读到数据 unless said. */
  title?: string;
  /** The form's text is kept on this computer. */
  draftKept?: boolean;
};

/** A failed query or mutation in plain words. Use it wherever a `useQuery` has an `error`. */
export function FaultPanel({ error, onRetry, title, draftKept }: FaultPanelProps) {
  const { t } = useTranslation();
  const fault = faultOf(error);
  return (
    <ErrorPanel
      title={fault.kind === 'network' ? t('errors.network') : (title ?? t('errors.load'))}
      saved={draftKept ? t('errors.draftSaved') : undefined}
      onRetry={fault.kind === 'refused' ? undefined : onRetry}
      code={fault.kind === 'server' ? fault.code : null}
    >
      {advice(t, fault)}
    </ErrorPanel>
  );
}

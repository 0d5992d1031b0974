import { useTranslation } from 'react-i18next';
import type { PlanKind } from '../../gql/graphql.ts';
import { useCapability, useViewer } from '../../session/viewer.ts';
import type { MenuEntry } from '../../ui/Menu.tsx';
import { nameOf, paperHref } from './paper-href.ts';

/** What goes out of an inspection beside its report: ledger, lists, plans, the principal's own report, plain text. */
export function useOtherFiles(query: string, plans: readonly PlanKind[]): MenuEntry[] {
  const { t } = useTranslation();
  const { printsPdf } = useViewer();
  const lists = useCapability('EXPORT_LISTS');
  const file = (name: string, label: string): MenuEntry => ({ id: name, label, download: `/export/${name}?${query}` });
  const paper = (name: string, of: string, label: string): MenuEntry[] => [
    { id: `${of} docx`, label, download: paperHref(name, 'docx', of) },
    ...(printsPdf
      ? [{ id: `${of} pdf`, label: t('report.pdfOf', { name: nameOf(label) }), download: paperHref(name, 'pdf', of) }]
      : []),
  ];
  return [
    file('ledger.xlsx', t('report.xlsx')),
    ...(lists ? [file('close-out-list.xlsx', t('report.list.close-out-list'))] : []),
    ...plans.flatMap((plan) =>
      paper(
        'plan',
        `${query}&plan=${plan}`,
        plans.length > 1 ? t('report.planOf', { plan: t(`vocabulary.planKind.${plan}`) }) : t('report.plan'),
      ),
    ),
    ...paper('principal-report', query, t('report.principal')),
    file('report.txt', t('report.txt')),
  ];
}

import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { MarginNote } from '../../ui/MarginNote.tsx';

const FindingHintsFragment = graphql(`
  fragment FindingHints_finding on Finding {
    hints {
      code
      subject
    }
  }
`);

/** 请核对: what looks odd about a finding, for those whom the API shows it; it blocks nothing. */
export function FindingHints({ finding: masked }: { finding: FragmentType<typeof FindingHintsFragment> }) {
  const { t } = useTranslation();
  const { hints } = readFragment(FindingHintsFragment, masked);
  if (hints.length === 0) return null;
  const words = hints.map(({ code, subject }) => t(`vocabulary.findingHintCode.${code}`, { subject: subject ?? '' }));
  return <MarginNote kind="check">{t('ui.pleaseCheck', { what: words.join(';') })}</MarginNote>;
}

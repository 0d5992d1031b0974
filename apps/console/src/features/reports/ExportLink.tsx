import { useTranslation } from 'react-i18next';
import { useCapability } from '../../session/viewer.ts';
import { buttonClass } from '../../ui/button-class.ts';

type List = 'close-out-form' | 'archive-list' | 'meetings' | 'refunds' | 'decisions';

/** A printed list as a file, for who may take the ledger out; others are not offered it. */
export function ExportLink({ list, query }: { list: List; query: Readonly<Record<string, string>> }) {
  const { t } = useTranslation();
  if (!useCapability('EXPORT_LISTS')) return null;
  return (
    <a className={buttonClass()} href={`/export/${list}.xlsx?${new URLSearchParams(query).toString()}`} download>
      {t(`report.list.${list}`)}
    </a>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { NewSumDialog } from './EstablishSumDialog.tsx';

const NewSumButtonFragment = graphql(`
  fragment NewSumButton_finding on Finding {
    id
    seq
    version
    viewerCan
    points {
      id
      ordinal
      text
    }
  }
`);

/** 添加金额, where the viewer may establish sums. */
export function NewSumButton({ finding: masked }: { finding: FragmentType<typeof NewSumButtonFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(NewSumButtonFragment, masked);
  const [open, setOpen] = useState(false);
  if (!finding.viewerCan.includes('establishSum')) return null;
  return (
    <>
      <Button look="quiet" className="no-print" onClick={() => setOpen(true)}>
        {t('sums.add')}
      </Button>
      {open && <NewSumDialog finding={finding} points={finding.points} onClose={() => setOpen(false)} />}
    </>
  );
}

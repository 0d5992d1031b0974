import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FileText } from './FileText.tsx';
import { PdfPages } from './PdfPages.tsx';

type PreviewedFile = { fileName: string; mediaType: string; path: string };

const VIEWS: Readonly<Record<string, typeof PdfPages>> = {
  'application/pdf': PdfPages,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': FileText,
};

/** 预览: a PDF in the browser's reader, a .docx by its words; nothing for files that only their own program opens. */
export function FilePreview({ file }: { file: PreviewedFile }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const View = VIEWS[file.mediaType];
  if (View === undefined) return null;
  return (
    <>
      <Button look="quiet" aria-label={t('preview.of', { name: file.fileName })} onClick={() => setOpen(true)}>
        {t('preview.open')}
      </Button>
      {open && (
        <Dialog title={file.fileName} open shape="wide" onClose={() => setOpen(false)}>
          <View path={file.path} name={file.fileName} />
        </Dialog>
      )}
    </>
  );
}

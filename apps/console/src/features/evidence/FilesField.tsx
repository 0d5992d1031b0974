import { FileDrop } from '../../ui/FileDrop.tsx';
import type { Files } from './use-files.ts';

const ACCEPT = '.pdf,.doc,.docx,.wps,.xls,.xlsx,.et,.ppt,.pptx,.ofd,.zip,.jpg,.jpeg,.png,.tif,.tiff,.heic,image/*';

type FilesFieldProps = { label: string; hint?: string; files: Files; optional?: boolean; error?: string | null };

/** The drop area of a form over its held files; a stored one can no longer be taken out here. */
export function FilesField({ label, hint, files, optional, error }: FilesFieldProps) {
  const open = files.items.some((item) => item.state === 'waiting' || item.state === 'refused');
  return (
    <FileDrop
      label={label}
      hint={hint}
      error={error}
      optional={optional}
      items={files.items}
      onFiles={files.add}
      onRemove={open ? files.remove : undefined}
      accept={ACCEPT}
      pasteAnywhere
    />
  );
}

import { useState } from 'react';
import { Button } from '../src/ui/Button.tsx';
import { Dialog } from '../src/ui/Dialog.tsx';
import { toast } from '../src/ui/toast-store.ts';
import { ToastRegion } from '../src/ui/ToastRegion.tsx';
import { FormSamples } from './FormSamples.tsx';
import { LedgerSample } from './LedgerSample.tsx';
import { MessageSamples } from './MessageSamples.tsx';
import { RowsSample } from './RowsSample.tsx';
import css from './Gallery.module.css';

/** Every primitive once, with the words and densities of the real screens: looked at, and checked by axe. */
export function Gallery({ open, rows = 0 }: { open: string | null; rows?: number }) {
  const [dialog, setDialog] = useState(open);
  const close = () => setDialog(null);
  return (
    <main className={css.page}>
      <h1>部件</h1>
      <LedgerSample />
      <div className={css.columns}>
        <FormSamples />
        <MessageSamples />
      </div>
      <section className={css.row} aria-label="对话框">
        <Button onClick={() => setDialog('dialog')}>退回</Button>
        <Button onClick={() => setDialog('drawer')}>打开第 28 号</Button>
        <Button onClick={() => toast('已改为 2024-06-26', { undo: () => undefined })}>改时限</Button>
        <Button onClick={() => toast('没有保存:网络断开', { tone: 'error' })}>出错</Button>
      </section>
      <Dialog
        title="退回第 28 号问题"
        open={dialog === 'dialog'}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>取消</Button>
            <Button look="ink" off="请先写明理由">
              退回
            </Button>
          </>
        }
      >
        <p>退回后由计划财务部重新整改,理由会显示在问题页边。</p>
      </Dialog>
      <Dialog shape="drawer" title="28 “过紧日子”要求落实不严" open={dialog === 'drawer'} onClose={close}>
        <p>列表留在旁边。</p>
      </Dialog>
      {rows > 0 && <RowsSample count={rows} />}
      <ToastRegion />
    </main>
  );
}

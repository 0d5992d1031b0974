import { Button } from '../src/ui/Button.tsx';
import { EmptyState } from '../src/ui/EmptyState.tsx';
import { ErrorPanel } from '../src/ui/ErrorPanel.tsx';
import { Kbd } from '../src/ui/Kbd.tsx';
import { MarginNote } from '../src/ui/MarginNote.tsx';
import { PartsBar, ProgressBar } from '../src/ui/ProgressBar.tsx';
import { Seal } from '../src/ui/Seal.tsx';
import { State } from '../src/ui/State.tsx';
import { Tag } from '../src/ui/Tag.tsx';
import css from './Gallery.module.css';

const none = () => undefined;

/** What the console says, and how. */
export function MessageSamples() {
  return (
    <section aria-label="状态与提示" className={css.stack}>
      <div className={css.row}>
        <State tone="ok">正常</State>
        <State tone="warn">还剩 5 天</State>
        <State tone="late">逾期 2 天</State>
        <State tone="calm">待认领</State>
        <Tag>会议 28-1-01</Tag>
        <Tag>屡改屡犯</Tag>
      </div>
      <div className={css.row}>
        <Seal size="page" signer="闻予知" date="2024-06-18" />
        <Seal signer="闻予知" date="2024-06-18" />
        <Kbd keys="J K" />
        <Kbd keys="Ctrl K" />
      </div>
      <MarginNote title="退回" by="吴蔚然 06-03 16:20" actions={<Button>答复</Button>}>
        服装费 1.5 万元与收款 15,150 元对不上,请说明。
      </MarginNote>
      <MarginNote kind="check">请核对:9 月 12 日没有年份,按前文取 2023 年。</MarginNote>
      <MarginNote kind="note">已恢复 06-18 09:30 未提交的填写。</MarginNote>
      <ErrorPanel title="没有读到数据" saved="已填写的内容保存在本机,不会丢失。" code="R-7F3K2Q" onRetry={none}>
        服务器一时忙不过来,请稍后重试。
      </ErrorPanel>
      <EmptyState title="本部门没有待办" action={<Button>看本部门全部问题</Button>}>
        6 个问题中 2 个已销号,4 个在整改中;下一个时限 2024-06-26。
      </EmptyState>
      <ProgressBar label="导入进度" value={21} max={33} showCount />
      <PartsBar
        total={9}
        parts={[
          { id: 'c', label: '已销号', value: 6, tone: 'closed' },
          { id: 'o', label: '整改中', value: 1, tone: 'open' },
          { id: 's', label: '临期', value: 1, tone: 'soon' },
          { id: 'l', label: '逾期', value: 1, tone: 'late' },
        ]}
      />
      <p className={css.prose}>
        党组会研究决定,对违规发放的服装费、行车安全奖、纪检工作津贴予以清退,上缴市财政专户;对经办人和分管领导进行提醒谈话,责令作出书面检查,并组织全体干部学习有关规定。
      </p>
    </section>
  );
}

import { useState } from 'react';
import { Button } from '../src/ui/Button.tsx';
import { Menu } from '../src/ui/Menu.tsx';
import { Seal } from '../src/ui/Seal.tsx';
import { State } from '../src/ui/State.tsx';
import { GroupRow, SortableTh, Table, Td, Th, type SortDirection } from '../src/ui/Table.tsx';
import { Tabs } from '../src/ui/Tabs.tsx';
import { Tag } from '../src/ui/Tag.tsx';
import css from './Gallery.module.css';

const none = () => undefined;

/** The head of the ledger and rows in each state. */
export function LedgerSample() {
  const [sort, setSort] = useState<SortDirection | null>('ascending');
  const [view, setView] = useState('ledger');
  return (
    <section aria-label="问题台账">
      <div className={css.bar}>
        <Menu
          look="chip"
          placement="bottom start"
          entries={[
            { id: 'all', label: '全部', checked: true, onPick: none },
            { id: 'a', label: '柏舟', checked: false, onPick: none },
          ]}
        >
          责任领导:全部
        </Menu>
        <Tag onRemove={none} removeLabel="去掉筛选 状态:未销号">
          状态:未销号
        </Tag>
        <Tag onRemove={none} removeLabel="去掉筛选 时限:30 日内">
          时限:30 日内
        </Tag>
        <span className={css.push} />
        <Button>从 Excel 粘贴</Button>
        <Menu
          entries={[
            { id: 'x', label: '按所见', detail: '12 列 33 行', onPick: none },
            { id: 'y', label: '正式台账', onPick: none, off: '方案尚未通过' },
          ]}
        >
          导出台账
        </Menu>
        <Button look="ink">登记问题</Button>
      </div>
      <Tabs
        label="视图"
        selected={view}
        onSelect={setView}
        tabs={[
          { id: 'ledger', label: '台账', count: 33, content: <Rows sort={sort} onSort={setSort} /> },
          { id: 'findings', label: '问题清单', content: '' },
          { id: 'tasks', label: '任务清单', content: '' },
          { id: 'duties', label: '责任清单', content: '' },
        ]}
      />
    </section>
  );
}

function Rows({ sort, onSort }: { sort: SortDirection | null; onSort: (next: SortDirection) => void }) {
  return (
    <Table caption="问题台账" cards>
      <thead>
        <tr>
          <SortableTh direction={sort} onSort={onSort} right>
            序号
          </SortableTh>
          <Th>问题 / 措施</Th>
          <Th>责任领导</Th>
          <SortableTh direction={null} onSort={none}>
            时限
          </SortableTh>
          <Th>状态</Th>
          <Th right>佐证</Th>
          <Th right>应清退 元</Th>
        </tr>
      </thead>
      <tbody>
        <GroupRow columns={7} note="8 个问题 · 已销号 5">
          四、履行全面从严治党责任有待压实
        </GroupRow>
        <tr>
          <Td right>23</Td>
          <th scope="row">
            <b>专项经费使用不规范,白条入账</b>
            <span className={css.sub}>一 报送部门预算 · 二 提醒谈话 · 三 学习财务制度</span>
          </th>
          <Td label="责任领导">柏舟</Td>
          <Td label="时限">2024-03-31</Td>
          <Td label="状态">
            <Seal signer="闻予知" date="2024-04-02" />
          </Td>
          <Td right label="佐证">
            6
          </Td>
          <Td right label="应清退 元">
            —
          </Td>
        </tr>
        <tr aria-selected="true">
          <Td right>28</Td>
          <th scope="row">
            <b>“过紧日子”要求落实不严,违规发放 5 项</b>
            <span className={css.sub}>一 学习规定 · 二 清退安全奖、津贴 · 三 清退服装费</span>
          </th>
          <Td label="责任领导">柏舟</Td>
          <Td label="时限">2024-06-26</Td>
          <Td label="状态">
            <State tone="warn">待书记签批</State>
          </Td>
          <Td right label="佐证">
            9
          </Td>
          <Td right label="应清退 元">
            27,470.00
          </Td>
        </tr>
        <tr>
          <Td right>29</Td>
          <th scope="row">
            <b>“两新”党建重视不够</b>
            <span className={css.sub}>一 工作要点 · 二 督查发展党员</span>
          </th>
          <Td label="责任领导">许临川</Td>
          <Td label="时限">2024-05-31</Td>
          <Td label="状态">
            <State tone="late">逾期 3 个工作日</State>
          </Td>
          <Td right label="佐证">
            2
          </Td>
          <Td right label="应清退 元">
            —
          </Td>
        </tr>
      </tbody>
    </Table>
  );
}

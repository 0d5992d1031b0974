import { useState } from 'react';
import { AmountField } from '../src/ui/AmountField.tsx';
import { Button } from '../src/ui/Button.tsx';
import { CheckBox } from '../src/ui/CheckBox.tsx';
import { ChoiceField } from '../src/ui/ChoiceField.tsx';
import { ComboField } from '../src/ui/ComboField.tsx';
import { DateField } from '../src/ui/DateField.tsx';
import { Disclosure } from '../src/ui/Disclosure.tsx';
import { FileDrop } from '../src/ui/FileDrop.tsx';
import { Form } from '../src/ui/Form.tsx';
import { NumberField } from '../src/ui/NumberField.tsx';
import { SelectField } from '../src/ui/SelectField.tsx';
import { TextArea } from '../src/ui/TextArea.tsx';
import { TextField } from '../src/ui/TextField.tsx';
import css from './Gallery.module.css';

const none = () => undefined;
const MEETINGS = ['党组会', '主席办公会', '专题民主生活会', '推进会'].map((label) => ({ value: label, label }));
const PEOPLE = [
  { id: '1', label: '柏舟', detail: '副主席' },
  { id: '2', label: '沈默', detail: '计划财务部' },
];

/** The short form of a meeting, four fields first, the rest folded; and every other kind of field. */
export function FormSamples() {
  const [date, setDate] = useState<string | null>('2024-06-18');
  const [type, setType] = useState<string | null>('党组会');
  const [kind, setKind] = useState<'new' | 'revised' | 'repealed' | null>('revised');
  const [fen, setFen] = useState<string | null>('1515000');
  const [people, setPeople] = useState<number | null>(21);
  const [leader, setLeader] = useState<string | null>('1');
  const [title, setTitle] = useState('');
  const [agreed, setAgreed] = useState(true);
  return (
    <section aria-label="会议佐证">
      <Form onSubmit={none} className={css.sheet}>
        <h2>会议佐证</h2>
        <div className={css.pair}>
          <DateField label="日期" value={date} onChange={setDate} warning="早于进驻日 2023-07-25" today="2024-06-20" />
          <SelectField label="类型" value={type} onChange={setType} options={MEETINGS} emptyLabel="请选择" />
        </div>
        <TextField label="名称" value={title} onChange={setTitle} error="请写会议名称,如“党组会第 12 次会议”" />
        <FileDrop
          label="扫描件"
          items={[
            { id: '1', name: '党组会记录 2024-06-18.pdf', size: 1_843_200, state: 'stored', href: '#' },
            { id: '2', name: '签到表.jpg', size: 5_242_880, state: 'sending', sent: 2_900_000 },
            { id: '3', name: '新建文件.exe', size: 20_480, state: 'refused', reason: '不收此类文件,请转成 PDF' },
          ]}
          onFiles={none}
          onRemove={none}
          onRetry={none}
        />
        <Disclosure label="更多" note="地点、主持、出缺席、议题" open>
          <div className={css.stack}>
            <div className={css.pair}>
              <ComboField label="主持人" value={leader} onChange={setLeader} options={PEOPLE} optional />
              <NumberField label="出席" value={people} onChange={setPeople} unit="人" optional />
            </div>
            <AmountField label="认定金额" value={fen} onChange={setFen} hint="与原文取整一致" />
            <ChoiceField
              label="制度"
              value={kind}
              onChange={setKind}
              options={[
                { value: 'new', label: '新建' },
                { value: 'revised', label: '修订' },
                { value: 'repealed', label: '废止' },
              ]}
            />
            <TextArea label="议题" value={''} onChange={none} optional hint="一行一项" />
            <CheckBox label="本次会议形成集体决议" checked={agreed} onChange={setAgreed} />
          </div>
        </Disclosure>
        <div className={css.row}>
          <Button look="ink" type="submit">
            保存
          </Button>
          <Button>存草稿</Button>
          <Button look="quiet">放弃</Button>
          <Button off="措施四还没有佐证">提请销号</Button>
          <Button busy>正在提交</Button>
        </div>
      </Form>
    </section>
  );
}

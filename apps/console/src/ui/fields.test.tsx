import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { AmountField } from './AmountField.tsx';
import { DateField } from './DateField.tsx';
import { Form } from './Form.tsx';
import { NumberField } from './NumberField.tsx';

function DateForm({ onSubmit }: { onSubmit: (date: string | null) => void }) {
  const [date, setDate] = useState<string | null>(null);
  return (
    <Form onSubmit={() => onSubmit(date)}>
      <DateField label="日期" value={date} onChange={setDate} today="2024-06-20" />
      <button type="submit">保存</button>
    </Form>
  );
}

it('takes a pasted Chinese date and sets it as 2024-06-18', async () => {
  const sent: (string | null)[] = [];
  render(<DateForm onSubmit={(date) => sent.push(date)} />);
  const input = screen.getByLabelText('日期');
  await userEvent.click(input);
  await userEvent.paste('2024年6月18日');
  await userEvent.tab();
  expect(input).toHaveValue('2024-06-18');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(sent).toEqual(['2024-06-18']));
});

it('names what is missing, refuses to send, and takes the reader back to the field', async () => {
  const sent: unknown[] = [];
  render(<DateForm onSubmit={(date) => sent.push(date)} />);
  const input = screen.getByLabelText('日期');
  await userEvent.type(input, '2024年6月');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(input).toHaveAccessibleDescription('还缺哪一日,请写成 2024-06-18');
  expect(input).toBeInvalid();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(input).toHaveFocus();
  expect(sent).toEqual([]);
});

it('says which year it took', async () => {
  render(<DateForm onSubmit={() => undefined} />);
  const input = screen.getByLabelText('日期');
  await userEvent.type(input, '6月8日');
  await userEvent.tab();
  expect(input).toHaveValue('2024-06-08');
  expect(input).toHaveAccessibleDescription('请核对:没有写年份,按 2024 年');
});

it('picks a day from the calendar by keyboard', async () => {
  render(<DateForm onSubmit={() => undefined} />);
  await userEvent.click(screen.getByRole('button', { name: '从日历选:日期' }));
  await screen.findByRole('grid');
  await userEvent.keyboard('{ArrowLeft}{Enter}');
  expect(screen.getByLabelText('日期')).toHaveValue('2024-06-19');
});

function Amount({ onFen }: { onFen: (fen: string | null) => void }) {
  const [fen, setFen] = useState<string | null>(null);
  const change = (next: string | null) => {
    setFen(next);
    onFen(next);
  };
  return <AmountField label="金额" value={fen} onChange={change} />;
}

it('keeps an amount in fen and sets it as figures', async () => {
  const seen: (string | null)[] = [];
  render(<Amount onFen={(fen) => seen.push(fen)} />);
  const input = screen.getByLabelText('金额');
  await userEvent.type(input, '1.6万');
  await userEvent.tab();
  expect(seen[seen.length - 1]).toBe('1600000');
  expect(input).toHaveValue('16,000.00');
});

it('refuses what is finer than a fen, and an empty amount is not zero', async () => {
  const seen: (string | null)[] = [];
  render(<Amount onFen={(fen) => seen.push(fen)} />);
  const input = screen.getByLabelText('金额');
  await userEvent.type(input, '1.234');
  await userEvent.tab();
  expect(input).toHaveAccessibleDescription('最多写到分(两位小数)');
  expect(input).toHaveValue('1.234');
  await userEvent.clear(input);
  await userEvent.tab();
  expect(seen[seen.length - 1]).toBeNull();
  expect(input).not.toBeInvalid();
});

it('takes whole numbers only', async () => {
  const seen: (number | null)[] = [];
  render(<NumberField label="人数" value={null} onChange={(value) => seen.push(value)} unit="人" max={500} />);
  const input = screen.getByLabelText('人数');
  await userEvent.type(input, '２１');
  expect(seen[seen.length - 1]).toBe(21);
  await userEvent.clear(input);
  await userEvent.type(input, '2.5');
  expect(seen[seen.length - 1]).toBeNull();
  expect(input).toHaveAccessibleDescription('请写 0 到 500 之间的整数');
});

import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu, type MenuEntry } from '../../ui/Menu.tsx';
import { Tag } from '../../ui/Tag.tsx';
import type { InspectionInReach } from './inspections.ts';
import {
  addDays,
  FINDING_STATES,
  isFiltered,
  OPEN_STATES,
  REMEDIATION_TYPES,
  withoutFilters,
  type LedgerSearch,
} from './ledger-search.ts';
import css from './LedgerFilters.module.css';

type LedgerFiltersProps = {
  inspection: InspectionInReach;
  search: LedgerSearch;
  onChange: (next: LedgerSearch) => void;
};

/** What narrows the list, one chip each; all of it stands in the URL. */
export function LedgerFilters({ inspection, search, onChange }: LedgerFiltersProps) {
  const { t } = useTranslation();
  const set = (change: Partial<LedgerSearch>) => onChange({ ...search, ...change });
  const leaders = inspection.body.leaders.map((post) => ({
    id: post.id,
    label: post.holder?.name ?? post.title,
    detail: post.holder ? post.title : undefined,
  }));
  const departments = inspection.body.departments
    .filter((each) => each.active)
    .map((each) => ({ id: each.id, label: each.name }));
  const aspects = inspection.aspects.map((each) => ({ id: each.id, label: each.title }));
  return (
    <div className={css.filters} role="group" aria-label={t('ledger.filters')}>
      <Chip
        name={t('ledger.column.leader')}
        options={leaders}
        value={search.leader}
        onPick={(leader) => set({ leader })}
      />
      <Chip
        name={t('ledger.column.anyDepartment')}
        options={departments}
        value={search.department}
        onPick={(department) => set({ department })}
      />
      <StateChip search={search} set={set} />
      <DueChip search={search} set={set} />
      <Chip
        name={t('ledger.column.type')}
        options={REMEDIATION_TYPES.map((each) => ({ id: each, label: t(`vocabulary.remediationType.${each}`) }))}
        value={search.type}
        onPick={(type) => set({ type })}
      />
      {(inspection.plans.length > 1 || search.plan) && (
        <Chip
          name={t('rounds.plan')}
          options={inspection.plans.map((each) => ({ id: each, label: t(`vocabulary.planKind.${each}`) }))}
          value={search.plan}
          onPick={(plan) => set({ plan })}
        />
      )}
      {aspects.length > 0 && (
        <Chip
          name={t('ledger.column.aspect')}
          options={aspects}
          value={search.aspect}
          onPick={(aspect) => set({ aspect })}
        />
      )}
      <MoreChip search={search} set={set} />
      {search.q && (
        <Tag onRemove={() => set({ q: undefined })} removeLabel={t('ledger.removeText', { text: search.q })}>
          {t('ledger.containing', { text: search.q })}
        </Tag>
      )}
      {isFiltered(search) && (
        <Button look="quiet" onClick={() => onChange(withoutFilters(search))}>
          {t('ledger.clearFilters')}
        </Button>
      )}
    </div>
  );
}

type ChipProps<V extends string> = {
  name: string;
  options: readonly { id: V; label: string; detail?: string }[];
  value: V | undefined;
  onPick: (value: V | undefined) => void;
};

function Chip<V extends string>({ name, options, value, onPick }: ChipProps<V>) {
  const { t } = useTranslation();
  const chosen = options.find((option) => option.id === value);
  const words = chosen?.label ?? (value ? t('ledger.chosen') : t('ledger.all'));
  const entries: MenuEntry[] = [
    { id: 'all', label: t('ledger.all'), checked: !value, onPick: () => onPick(undefined) },
    ...options.map((option) => ({ ...option, checked: option.id === value, onPick: () => onPick(option.id) })),
  ];
  return <FilterMenu name={name} words={words} on={Boolean(value)} entries={entries} />;
}

type FilterMenuProps = { name: string; words: string; on: boolean; entries: readonly MenuEntry[] };

function FilterMenu({ name, words, on, entries }: FilterMenuProps) {
  return (
    <span className={on ? css.on : undefined}>
      <Menu look="chip" placement="bottom start" label={`${name}:${words}`} entries={entries}>
        {on ? `${name}:${words}` : name}
      </Menu>
    </span>
  );
}

type PartProps = { search: LedgerSearch; set: (change: Partial<LedgerSearch>) => void };

const same = (a: readonly string[] | undefined, b: readonly string[]) =>
  a?.length === b.length && b.every((each) => a.includes(each));

/** One state, several, or the usual question: what is not closed yet. */
function StateChip({ search, set }: PartProps) {
  const { t } = useTranslation();
  const chosen = search.state ?? [];
  const open = same(search.state, OPEN_STATES);
  const toggle = (state: (typeof FINDING_STATES)[number]) => {
    const next = chosen.includes(state) ? chosen.filter((each) => each !== state) : [...chosen, state];
    set({ state: next.length > 0 ? next : undefined });
  };
  const words = open
    ? t('ledger.open')
    : chosen.length > 0
      ? chosen.map((each) => t(`vocabulary.findingState.${each}`)).join('、')
      : t('ledger.all');
  const entries: MenuEntry[] = [
    { id: 'all', label: t('ledger.all'), checked: chosen.length === 0, onPick: () => set({ state: undefined }) },
    { id: 'open', label: t('ledger.open'), checked: open, onPick: () => set({ state: [...OPEN_STATES] }) },
    { separator: true },
    ...FINDING_STATES.map((state) => ({
      id: state,
      label: t(`vocabulary.findingState.${state}`),
      checked: chosen.includes(state),
      onPick: () => toggle(state),
    })),
  ];
  return <FilterMenu name={t('ledger.column.state')} words={words} on={chosen.length > 0} entries={entries} />;
}

const WITHIN = [10, 30, 90] as const;

function DueChip({ search, set }: PartProps) {
  const { t } = useTranslation();
  const now = today();
  const none = { from: undefined, to: undefined, overdue: undefined };
  const days = WITHIN.find((each) => search.from === now && search.to === addDays(now, each));
  const range = search.from ?? search.to;
  const words = search.overdue
    ? t('ledger.overdue')
    : days
      ? t('ledger.within', { count: days })
      : range
        ? t('ledger.range', { from: search.from ?? '…', to: search.to ?? '…' })
        : t('ledger.all');
  const entries: MenuEntry[] = [
    { id: 'all', label: t('ledger.all'), checked: !search.overdue && !range, onPick: () => set(none) },
    {
      id: 'overdue',
      label: t('ledger.overdue'),
      checked: Boolean(search.overdue),
      onPick: () => set({ ...none, overdue: true }),
    },
    ...WITHIN.map((count) => ({
      id: String(count),
      label: t('ledger.within', { count }),
      checked: days === count,
      onPick: () => set({ ...none, from: now, to: addDays(now, count) }),
    })),
  ];
  return (
    <FilterMenu name={t('ledger.column.due')} words={words} on={Boolean(search.overdue ?? range)} entries={entries} />
  );
}

const FLAGS = ['returned', 'outstanding', 'mine'] as const;

function MoreChip({ search, set }: PartProps) {
  const { t } = useTranslation();
  const on = FLAGS.filter((flag) => search[flag]);
  const entries: MenuEntry[] = FLAGS.map((flag) => ({
    id: flag,
    label: t(`ledger.flag.${flag}`),
    checked: Boolean(search[flag]),
    onPick: () => set({ [flag]: search[flag] ? undefined : true }),
  }));
  const words = on.map((flag) => t(`ledger.flag.${flag}`)).join('、');
  return (
    <FilterMenu name={t('ledger.moreFilters')} words={words || t('ledger.all')} on={on.length > 0} entries={entries} />
  );
}

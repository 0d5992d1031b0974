import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayoutProfile, MarkerKind, ProfileOverride } from '@closeout/report/types';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { LayoutProfileInput } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { ImportConflict } from './ImportConflict.tsx';
import css from './LayoutButton.module.css';

const LayoutButtonFragment = graphql(`
  fragment LayoutButton_import on Import {
    id
    version
  }
`);

const ReparseDocument = graphql(`
  mutation ReparseImport($input: ReparseInput!) {
    reparse(input: $input) {
      import {
        id
        version
        checkedSeqs
        parsed
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

const MARKERS: readonly MarkerKind[] = [
  'body',
  'part',
  'cnParen',
  'num',
  'numParen',
  'circled',
  'problem',
  'label',
  'table',
];
const LABELS = ['finding', 'measures', 'status', 'leader', 'department', 'person', 'deadline'] as const;
const RESULTS = {
  completed: 'COMPLETED',
  basically: 'BASICALLY',
  partial: 'PARTIAL',
  ongoing: 'ONGOING',
  notDone: 'NOT_DONE',
} as const;
type ResultField = keyof typeof RESULTS;
const RESULT_FIELDS = Object.keys(RESULTS) as ResultField[];
type Choice = {
  results: Record<ResultField, string>;
  findingLevel: MarkerKind | null;
  categoryLevel: MarkerKind | 'NONE' | null;
} & Record<(typeof LABELS)[number], string>;

const split = (words: string): string[] => words.split(/[、,,;;\s]+/u).filter((word) => word !== '');

/** What the person chose, and of the labels only what differs from the detected ones. */
function inputOf(choice: Choice, profile: LayoutProfile): LayoutProfileInput {
  const labels = Object.fromEntries(
    LABELS.flatMap((kind) => {
      const words = split(choice[kind]);
      return words.join() === profile.labels[kind].join() && !profile.corrected.labels?.[kind] ? [] : [[kind, words]];
    }),
  );
  return {
    ...(choice.findingLevel === null ? {} : { findingLevel: choice.findingLevel }),
    ...(choice.categoryLevel === null
      ? {}
      : { categoryLevel: choice.categoryLevel === 'NONE' ? null : choice.categoryLevel }),
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
    results: Object.fromEntries(RESULT_FIELDS.map((field) => [field, split(choice.results[field])])),
  };
}

const wordsOf = ({ labels }: LayoutProfile): Record<(typeof LABELS)[number], string> => ({
  finding: labels.finding.join('、'),
  measures: labels.measures.join('、'),
  status: labels.status.join('、'),
  leader: labels.leader.join('、'),
  department: labels.department.join('、'),
  person: labels.person.join('、'),
  deadline: labels.deadline.join('、'),
});

/** The words that stated results when the text was read: those of the inspection's settings, or of an earlier correction. */
const resultsOf = ({ results = {} }: ProfileOverride): Choice['results'] => {
  const words = (field: ResultField) => (results[RESULTS[field]] ?? []).join('、');
  return {
    completed: words('completed'),
    basically: words('basically'),
    partial: words('partial'),
    ongoing: words('ongoing'),
    notDone: words('notDone'),
  };
};

/** Corrections made before stay chosen; what was detected is left to be detected again. */
const choiceOf = (profile: LayoutProfile, corrected: ProfileOverride): Choice => ({
  findingLevel: corrected.findingLevel ?? null,
  categoryLevel: corrected.categoryLevel === undefined ? null : (corrected.categoryLevel ?? 'NONE'),
  ...wordsOf(profile),
  results: resultsOf(corrected),
});

type LayoutButtonProps = { import: FragmentType<typeof LayoutButtonFragment>; profile: LayoutProfile; checked: number };

/** 版式: how the text was taken to be laid out, on the button; behind it the correction, and the text is read again. */
export function LayoutButton({ import: masked, profile, checked }: LayoutButtonProps) {
  const { t } = useTranslation();
  const { id, version } = readFragment(LayoutButtonFragment, masked);
  const [choice, setChoice] = useState<Choice | null>(null);
  const operation = useOperation(ReparseDocument);
  const levels = [profile.categoryLevel, profile.findingLevel].flatMap((level) =>
    level ? [t(`vocabulary.markerKind.${level}`)] : [],
  );
  const close = () => {
    setChoice(null);
    operation.reset();
  };
  const run = async () => {
    if (choice && (await operation.run({ input: { importId: id, version, profile: inputOf(choice, profile) } })))
      close();
  };
  return (
    <>
      <Button onClick={() => setChoice(choiceOf(profile, profile.corrected))}>
        {t('imports.layout.button', { words: levels.join('/') })}
      </Button>
      <Dialog
        title={t('imports.layout.title')}
        open={choice !== null}
        onClose={close}
        shape="wide"
        actions={
          <>
            <Button onClick={close}>{t('ui.cancel')}</Button>
            <Button look="ink" busy={operation.busy} onClick={() => void run()}>
              {t('imports.layout.run')}
            </Button>
          </>
        }
      >
        {choice && <LayoutFields choice={choice} onChange={setChoice} profile={profile} />}
        <MarginNote kind="check">{t('imports.layout.loses', { count: checked })}</MarginNote>
        <OperationErrors operation={operation} />
        <ImportConflict operations={[operation]} />
      </Dialog>
    </>
  );
}

type LayoutFieldsProps = { choice: Choice; onChange: (choice: Choice) => void; profile: LayoutProfile };

function LayoutFields({ choice, onChange, profile }: LayoutFieldsProps) {
  const { t } = useTranslation();
  const markers = MARKERS.map((value) => ({ value, label: t(`vocabulary.markerKind.${value}`) }));
  const now = (level: MarkerKind | null) =>
    level ? `${t('imports.layout.auto')}(${t(`vocabulary.markerKind.${level}`)})` : t('imports.layout.auto');
  return (
    <div className={css.fields}>
      <p className={css.text}>{t('imports.layout.text')}</p>
      <p className={css.text}>
        {t('imports.layout.detected', {
          evidence: t(`vocabulary.reportEvidence.${profile.evidence}`),
          enumerator: profile.enumerator ?? t('imports.layout.noEnumerator'),
          status: t(`vocabulary.reportStatusPosition.${profile.statusPosition}`),
        })}
      </p>
      <div className={css.pair}>
        <SelectField
          label={t('imports.layout.findingLevel')}
          emptyLabel={now(profile.findingLevel)}
          value={choice.findingLevel}
          options={markers}
          onChange={(findingLevel) => onChange({ ...choice, findingLevel })}
        />
        <SelectField
          label={t('imports.layout.categoryLevel')}
          emptyLabel={now(profile.categoryLevel)}
          value={choice.categoryLevel}
          options={[...markers, { value: 'NONE' as const, label: t('imports.layout.none') }]}
          onChange={(categoryLevel) => onChange({ ...choice, categoryLevel })}
        />
      </div>
      <div className={css.pair}>
        {LABELS.map((kind) => (
          <TextField
            key={kind}
            optional
            label={t(`imports.layout.${kind}`)}
            hint={kind === 'status' ? t('imports.layout.labelsHint') : undefined}
            value={choice[kind]}
            onChange={(words) => onChange({ ...choice, [kind]: words })}
          />
        ))}
      </div>
      <p className={css.text}>{t('imports.layout.resultsText')}</p>
      <div className={css.pair}>
        {RESULT_FIELDS.map((field) => (
          <TextField
            key={field}
            optional
            label={t(`vocabulary.result.${RESULTS[field]}`)}
            value={choice.results[field]}
            onChange={(words) => onChange({ ...choice, results: { ...choice.results, [field]: words } })}
          />
        ))}
      </div>
    </div>
  );
}

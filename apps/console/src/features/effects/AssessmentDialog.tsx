import { ASSESSMENT_GRADES, type AssessmentGrade } from '@closeout/domain/vocabulary';
import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { today } from '../../format.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { useOperation } from '../../forms/use-operation.ts';
import { VerbDialog } from '../../forms/VerbDialog.tsx';
import { graphql } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ChoiceField } from '../../ui/ChoiceField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './effects.module.css';

const AssessEffect = graphql(`
  mutation AssessEffect($input: AssessEffectInput!) {
    assessEffect(input: $input) {
      inspection {
        ...InspectionFacts_inspection
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type Item = { title: string; score: string; fullScore: string };
const EMPTY_ITEM: Item = { title: '', score: '', fullScore: '' };
const words = (text: string) => text.trim() || null;

/** 登记成效评估: who, when, grade or score, items; entered beside those before. */
export function AssessmentDialog({ inspectionId, onClose }: { inspectionId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const draft = useDraft(`assessment:${inspectionId}`, {
    assessedOn: today(),
    assessor: '',
    grade: null as AssessmentGrade | null,
    gradeText: '',
    score: '',
    fullScore: '',
    remark: '',
    items: [] as Item[],
  });
  const operation = useOperation(AssessEffect);
  const { assessedOn, assessor, grade, gradeText, score, fullScore, remark, items } = draft.value;
  const submit = async () => {
    const listed = items
      .filter((item) => item.title.trim() !== '')
      .map((item) => ({ title: item.title.trim(), score: words(item.score), fullScore: words(item.fullScore) }));
    const figures = { grade, gradeText: words(gradeText), score: words(score), fullScore: words(fullScore) };
    const input = { inspectionId, assessedOn, assessor: assessor.trim(), ...figures, items: listed };
    if (!(await operation.run({ input: { ...input, remark: words(remark) } }))) return;
    draft.clear();
    toast(t('effect.assessed'));
    onClose();
  };
  const line = (key: 'assessor' | 'gradeText' | 'score' | 'fullScore', optional = true) => (
    <TextField
      label={t(`effect.${key}`)}
      optional={optional}
      value={draft.value[key]}
      onChange={(text) => draft.put(key, text)}
      maxLength={LIMITS.name}
      error={operation.fields[key]}
    />
  );
  return (
    <VerbDialog
      title={t('effect.assess')}
      verb={t('ui.save')}
      shape="wide"
      operation={operation}
      onSubmit={submit}
      onClose={onClose}
      draft={draft}
      fields={['assessedOn', 'assessor', 'grade', 'gradeText', 'score', 'fullScore', 'remark']}
      off={assessor.trim() === '' || (grade === null && score.trim() === '') ? t('effect.assessFirst') : null}
    >
      {line('assessor', false)}
      <DateField
        label={t('effect.assessedOn')}
        value={assessedOn}
        onChange={(day) => draft.put('assessedOn', day ?? today())}
        error={operation.fields.assessedOn}
      />
      <ChoiceField
        label={t('effect.grade')}
        optional
        value={grade}
        onChange={(next) => draft.put('grade', next)}
        options={ASSESSMENT_GRADES.map((value) => ({ value, label: t(`vocabulary.assessmentGrade.${value}`) }))}
        error={operation.fields.grade}
      />
      {line('gradeText')}
      {line('score')}
      {line('fullScore')}
      <Items items={items} onChange={(next) => draft.put('items', next)} errors={operation.fields} />
      <TextArea
        label={t('effect.remark')}
        optional
        value={remark}
        onChange={(text) => draft.put('remark', text)}
        limit={LIMITS.text}
        rows={2}
        error={operation.fields.remark}
      />
    </VerbDialog>
  );
}

type ItemsProps = {
  items: readonly Item[];
  onChange: (items: Item[]) => void;
  errors: Readonly<Record<string, string>>;
};

function Items({ items, onChange, errors }: ItemsProps) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<Item>) =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...change } : item)));
  return (
    <fieldset className={css.items}>
      <legend>{t('effect.items')}</legend>
      {items.map((item, index) => (
        // The place is the item: rows are neither moved nor taken out of the middle.
        <div key={index} className={css.item}>
          {(['title', 'score', 'fullScore'] as const).map((key) => (
            <TextField
              key={key}
              label={t(key === 'title' ? 'effect.itemTitle' : `effect.${key}`)}
              value={item[key]}
              onChange={(text) => put(index, { [key]: text })}
              error={errors[`items.${index}.${key}`]}
            />
          ))}
        </div>
      ))}
      <div>
        <Button look="quiet" onClick={() => onChange([...items, EMPTY_ITEM])}>
          {t('effect.addItem')}
        </Button>
      </div>
    </fieldset>
  );
}

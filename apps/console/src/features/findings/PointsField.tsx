import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { ordinalWords } from './ordinal.ts';
import css from './PointsField.module.css';

/** `fixed`: the point has an outcome or a sum and does not go silently. */
export type PointForm = { id: string | null; text: string; fixed: boolean };

type PointsFieldProps = { value: PointForm[]; onChange: (points: PointForm[]) => void; error?: string };

/** The specific points of a finding, in order; one with an outcome or a sum can be reworded but not taken away. */
export function PointsField({ value, onChange, error }: PointsFieldProps) {
  const { t } = useTranslation();
  const change = (index: number, text: string) =>
    onChange(value.map((point, i) => (i === index ? { ...point, text } : point)));
  return (
    <fieldset className={css.points}>
      <legend className={css.legend}>{t('fields.points')}</legend>
      {value.map((point, index) => (
        <div key={point.id ?? `new ${index}`} className={css.point}>
          <TextArea
            label={t('finding.pointNumber', { ordinal: ordinalWords(t, index + 1) })}
            value={point.text}
            onChange={(text) => change(index, text)}
            limit={LIMITS.text}
            rows={1}
          />
          <Button
            look="quiet"
            off={point.fixed ? t('finding.pointFixed') : null}
            offQuietly
            aria-label={t('finding.removePoint', { ordinal: index + 1 })}
            onClick={() => onChange(value.filter((_, i) => i !== index))}
          >
            {t('ui.remove')}
          </Button>
        </div>
      ))}
      {error && <p role="alert">{error}</p>}
      <Button onClick={() => onChange([...value, { id: null, text: '', fixed: false }])}>
        {t('finding.addPoint')}
      </Button>
    </fieldset>
  );
}

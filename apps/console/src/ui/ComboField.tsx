import { useContext, useId } from 'react';
import {
  Button,
  ComboBox,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FieldProps } from './Field.tsx';
import field from './Field.module.css';
import css from './ComboField.module.css';

export type ComboOption = { id: string; label: string; detail?: string };

type ComboFieldProps = FieldProps & {
  value: string | null;
  onChange: (id: string | null) => void;
  options: readonly ComboOption[];
  /** Called as the reader types, where the list is searched on the server. */
  onSearch?: (text: string) => void;
  placeholder?: string;
  /** The options are still on their way: nothing can be typed yet that their arrival would throw away. */
  loading?: boolean;
};

/** A click into the field opens the list; arriving by Tab does not, so that a form can be tabbed through. */
function OpeningInput({ placeholder, required }: { placeholder?: string; required: boolean }) {
  const state = useContext(ComboBoxStateContext);
  return (
    <Input
      className={field.control}
      placeholder={placeholder}
      aria-required={required || undefined}
      onFocus={(event) => event.currentTarget.select()} // typing replaces the old choice
      onClick={() => state?.open(null, 'manual')}
    />
  );
}

/** A long list to be typed into: people, departments, findings. */
export function ComboField(props: ComboFieldProps) {
  const {
    label,
    hint,
    error,
    warning,
    optional,
    hideLabel,
    className,
    value,
    onChange,
    options,
    onSearch,
    placeholder,
    loading = false,
  } = props;
  const { t } = useTranslation();
  const id = useId();
  return (
    <ComboBox
      className={[field.field, className].filter(Boolean).join(' ')}
      {...(onSearch ? { items: options } : { defaultItems: options })}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      onInputChange={onSearch}
      isInvalid={Boolean(error)}
      isDisabled={loading}
      allowsEmptyCollection
      aria-describedby={[hint && `${id}-hint`, warning && `${id}-warning`, error && `${id}-error`]
        .filter(Boolean)
        .join(' ')}
    >
      <Label className={hideLabel ? 'visually-hidden' : field.label}>
        {label}
        {optional && <span className={field.optional}>{t('ui.optional')}</span>}
      </Label>
      <span className={css.line}>
        <OpeningInput placeholder={placeholder} required={!optional} />
        <Button className={css.open} aria-label={t('ui.showList')}>
          <svg viewBox="0 0 10 6" width="10" height="6" aria-hidden="true">
            <path d="M1 1l4 4 4-4" fill="none" stroke="currentColor" strokeWidth="1.4" />
          </svg>
        </Button>
      </span>
      {hint && (
        <p id={`${id}-hint`} className={field.hint}>
          {hint}
        </p>
      )}
      {warning && (
        <p id={`${id}-warning`} className={field.warning}>
          {t('ui.pleaseCheck', { what: warning })}
        </p>
      )}
      <div aria-live="polite" className={field.live}>
        {error && (
          <p id={`${id}-error`} className={field.error}>
            {error}
          </p>
        )}
      </div>
      <Popover className={css.popover}>
        <ListBox className={css.list} renderEmptyState={() => <p className={css.none}>{t('ui.noMatch')}</p>}>
          {(option: ComboOption) => (
            <ListBoxItem id={option.id} textValue={option.label} className={css.item}>
              <Text slot="label">{option.label}</Text>
              {option.detail && (
                <Text slot="description" className={css.detail}>
                  {option.detail}
                </Text>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

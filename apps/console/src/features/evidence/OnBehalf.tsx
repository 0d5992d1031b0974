import { LIMITS } from '@closeout/domain/limits';
import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { useViewer } from '../../session/viewer.ts';
import { SelectField } from '../../ui/SelectField.tsx';
import { TextField } from '../../ui/TextField.tsx';

const OnBehalfFragment = graphql(`
  fragment OnBehalf_finding on Finding {
    body {
      id
    }
    leadDepartment {
      id
      name
    }
    supportingDepartments {
      id
      name
    }
  }
`);

export type OnBehalfForm = { onBehalfOf: string | null; onBehalfSource: string };

/**
 * 代录: whoever works on the finding only as clerk writes for a department and says where it came from. The server
 * requires it of the clerk and refuses it of everybody else.
 */
export function useOnBehalf(masked: FragmentType<typeof OnBehalfFragment>) {
  const finding = readFragment(OnBehalfFragment, masked);
  const { roles } = useViewer();
  const here = roles.filter((role) => role.body?.id === finding.body.id);
  const needed = here.length > 0 && here.every((role) => role.role === 'CLERK');
  const departments = [finding.leadDepartment, ...finding.supportingDepartments].filter((each) => Boolean(each));
  const empty: OnBehalfForm = { onBehalfOf: needed ? (finding.leadDepartment?.id ?? null) : null, onBehalfSource: '' };
  const input = (form: OnBehalfForm) =>
    needed ? { onBehalfOf: form.onBehalfOf, onBehalfSource: form.onBehalfSource.trim() || null } : {};
  return { needed, departments: departments as { id: string; name: string }[], empty, input };
}

type OnBehalfFieldsProps = {
  behalf: ReturnType<typeof useOnBehalf>;
  value: OnBehalfForm;
  onChange: (part: Partial<OnBehalfForm>) => void;
  errors: Readonly<Record<string, string>>;
};

/** For whom, and from which paper or call; nothing at all for those who write for themselves. */
export function OnBehalfFields({ behalf, value, onChange, errors }: OnBehalfFieldsProps) {
  const { t } = useTranslation();
  if (!behalf.needed) return null;
  return (
    <>
      <SelectField
        label={t('piece.onBehalfOf')}
        emptyLabel={t('piece.choose')}
        value={value.onBehalfOf}
        onChange={(id) => onChange({ onBehalfOf: id })}
        options={behalf.departments.map((each) => ({ value: each.id, label: each.name }))}
        error={errors.onBehalfOf}
      />
      <TextField
        label={t('piece.onBehalfSource')}
        hint={t('piece.onBehalfHint')}
        value={value.onBehalfSource}
        onChange={(source) => onChange({ onBehalfSource: source })}
        maxLength={LIMITS.title}
        error={errors.onBehalfSource}
      />
    </>
  );
}

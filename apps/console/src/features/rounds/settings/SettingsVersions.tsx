import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../../gql/index.ts';
import { dateTime } from '../../../format.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { settingsChanges } from './changes.ts';
import { valuesOf } from './values.ts';

export const SettingsVersionFragment = graphql(`
  fragment SettingsVersions_version on SettingsVersion {
    id
    from
    byName
    settingsInForce
  }
`);

/** 历次设置: who changed what and when; what was decided under an earlier one stays as it was. */
export function SettingsVersions(props: { versions: readonly FragmentType<typeof SettingsVersionFragment>[] }) {
  const { t } = useTranslation();
  const versions = props.versions.map((one) => readFragment(SettingsVersionFragment, one));
  if (versions.length < 2) return null;
  return (
    <Disclosure label={t('rounds.versions')} note={t('rounds.versionsCount', { count: versions.length })}>
      <ol>
        {versions.map((version, index) => {
          const earlier = versions[index + 1];
          const changed = earlier
            ? settingsChanges(t, valuesOf(earlier.settingsInForce), valuesOf(version.settingsInForce))
            : [];
          return (
            <li key={version.id}>
              {t('rounds.versionBy', {
                at: dateTime(version.from),
                by: version.byName ?? t('rounds.versionFirst'),
              })}
              <ul>
                {changed.map((line) => (
                  <li key={line.what}>{t('rounds.change', line)}</li>
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </Disclosure>
  );
}

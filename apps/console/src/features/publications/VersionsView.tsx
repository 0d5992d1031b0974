import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SelectField } from '../../ui/SelectField.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import { ComparisonView } from './ComparisonView.tsx';
import type { PublicationData } from './publication-fragment.ts';
import css from './publications.module.css';

const route = getRouteApi('/publication');
type Version = PublicationData['versions'][number];

/** Every frozen version with who signed it and the figures of its moment, and what changed between two of them. */
export function VersionsView({ publication }: { publication: PublicationData }) {
  const { t } = useTranslation();
  const { versions } = publication;
  if (versions.length === 0)
    return <EmptyState title={t('publication.noVersions')}>{t('publication.noVersionsText')}</EmptyState>;
  return (
    <>
      <Table caption={t('publication.view.versions')} cards>
        <thead>
          <tr>
            <Th>{t('publication.version')}</Th>
            <Th>{t('publication.signatures')}</Th>
            <Th>{t('publication.figures')}</Th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.id}>
              <Td label={t('publication.version')}>
                <b>{t('publication.numberOf', { number: version.number })}</b>
                <span className={css.line}>{dateTime(version.frozenAt)}</span>
                <span className={css.line} title={`SHA-256 ${version.sha256}`}>
                  SHA-256 {version.sha256.slice(0, 12)}…
                </span>
              </Td>
              <Td label={t('publication.signatures')}>
                <Signatures version={version} />
              </Td>
              <Td label={t('publication.figures')}>
                <Figures version={version} />
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {versions.length > 1 && <Compare versions={versions} />}
    </>
  );
}

function Signatures({ version }: { version: Version }) {
  const { t } = useTranslation();
  return (
    <ul className={css.plain}>
      {version.signatures.map((one) => (
        <li key={one.id}>
          {t(`vocabulary.signatureRole.${one.role}`)} <b>{one.personName}</b> {one.personPost} {one.signedOn}
          {one.scan && (
            <>
              {' '}
              <a href={one.scan.path} title={one.scan.fileName}>
                {t('vocabulary.signatureMethod.PAPER')}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function Figures({ version }: { version: Version }) {
  return (
    <ul className={css.figures}>
      {version.figures.map(({ code, name, value, definition }) => (
        <li key={code} title={definition}>
          {name} <b>{value === null ? '—' : code === 'RATE' ? `${(value / 100).toFixed(2)} %` : value}</b>
        </li>
      ))}
    </ul>
  );
}

/** Two versions to lay over each other; the last two unless others are chosen. */
function Compare({ versions }: { versions: readonly Version[] }) {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const to = versions.find(({ id }) => id === search.to) ?? versions[0]!;
  const from = versions.find(({ id }) => id === search.from) ?? versions[1]!;
  const options = versions.map((one) => ({ value: one.id, label: t('publication.numberOf', { number: one.number }) }));
  const choose = (side: 'from' | 'to') => (id: string | null) =>
    id && void navigate({ search: { ...search, [side]: id }, replace: true });
  return (
    <section className={css.compare} aria-label={t('publication.compare')}>
      <h2>{t('publication.compare')}</h2>
      <div className={css.bar}>
        <SelectField
          label={t('publication.earlier')}
          emptyLabel="—"
          value={from.id}
          onChange={choose('from')}
          options={options}
        />
        <SelectField
          label={t('publication.later')}
          emptyLabel="—"
          value={to.id}
          onChange={choose('to')}
          options={options}
        />
      </div>
      <ComparisonView from={from.id} to={to.id} />
    </section>
  );
}

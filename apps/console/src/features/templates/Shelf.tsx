import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { buttonClass } from '../../ui/button-class.ts';
import { PlaceholderTable } from './PlaceholderTable.tsx';
import { UploadTemplate } from './UploadTemplate.tsx';
import { VersionTable } from './VersionTable.tsx';
import css from './templates.module.css';

const ShelfFragment = graphql(`
  fragment Shelf_shelf on TemplateShelf {
    bodyId
    bodyName
    kind
    versions {
      id
      number
      fileName
      state
      ...VersionTable_version
    }
    ...PlaceholderTable_shelf
  }
`);

type ShelfProps = { shelf: FragmentType<typeof ShelfFragment>; onKept: () => void };

/** One document: by what it is laid out now, a file to begin with, a place for a new version, and the versions. */
export function Shelf({ shelf: masked, onKept }: ShelfProps) {
  const { t } = useTranslation();
  const shelf = readFragment(ShelfFragment, masked);
  const { bodyId, bodyName, kind, versions } = shelf;
  const name = t(`vocabulary.templateKind.${kind}`);
  const inForce = versions.find(({ state }) => state === 'IN_FORCE');
  return (
    <section className={css.shelf} aria-label={name}>
      <header className={css.head}>
        <h2>{name}</h2>
        <p className={css.quiet}>
          {[
            bodyName,
            inForce ? t('template.own', { number: inForce.number, file: inForce.fileName }) : t('template.builtin'),
          ].join(' · ')}
        </p>
        <a className={`${buttonClass()} ${css.start}`} href={`/export/template-start.docx?kind=${kind}`} download>
          {t('template.start')}
        </a>
      </header>
      <UploadTemplate bodyId={bodyId} kind={kind} onKept={onKept} />
      {versions.length > 0 && <VersionTable caption={t('template.versionsOf', { name })} versions={versions} />}
      <PlaceholderTable shelf={shelf} />
    </section>
  );
}

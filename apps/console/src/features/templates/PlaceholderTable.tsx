import { useTranslation } from 'react-i18next';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import css from './templates.module.css';

const PlaceholderFragment = graphql(`
  fragment PlaceholderTable_shelf on TemplateShelf {
    placeholders {
      name
      within
      isList
      means
      meansInEnglish
    }
  }
`);

/** Every placeholder as it is typed, where it may stand, and what comes in its place. */
export function PlaceholderTable({ shelf }: { shelf: FragmentType<typeof PlaceholderFragment> }) {
  const { t, i18n } = useTranslation();
  const { placeholders } = readFragment(PlaceholderFragment, shelf);
  return (
    <Disclosure label={t('template.placeholders', { count: placeholders.length })}>
      <p className={css.quiet}>{t('template.howTo', { name: '{标题}', list: '{#问题}…{/问题}' })}</p>
      <Table caption={t('template.placeholders', { count: placeholders.length })} cards>
        <thead>
          <tr>
            <Th>{t('template.written')}</Th>
            <Th>{t('template.where')}</Th>
            <Th>{t('template.means')}</Th>
          </tr>
        </thead>
        <tbody>
          {placeholders.map(({ name, within, isList, means, meansInEnglish }) => (
            <tr key={`${within ?? ''} ${name}`}>
              <Td label={t('template.written')}>
                <code className={css.code}>{isList ? `{#${name}} … {/${name}}` : `{${name}}`}</code>
              </Td>
              <Td label={t('template.where')}>
                {within === null ? t('template.anywhere') : t('template.within', { name: within })}
              </Td>
              <Td label={t('template.means')}>{i18n.language === 'zh' ? means : meansInEnglish}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Disclosure>
  );
}

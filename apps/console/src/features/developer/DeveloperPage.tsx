import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCapability } from '../../session/viewer.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { Table, Td, Th } from '../../ui/Table.tsx';
import css from '../admin/admin.module.css';
import { CurlSample } from '../tokens/CurlSample.tsx';

const CLASSES = ['STATISTICS', 'TEXT', 'NAMES', 'MONEY'] as const;
/** What a token reads from the start. */
const READS = { verbs: ['readFinding'], classes: ['STATISTICS'] } as const;
const LIMIT_KEYS = ['read', 'body', 'pages', 'rates', 'errors'] as const;

/** How another system reads the ledger: a token, a first request, what it may see, what to expect of an answer. */
export function DeveloperPage() {
  const { t } = useTranslation();
  const grantsTokens = useCapability('ADMIN_GRANTS');
  return (
    <>
      <PageHeader title={t('shell.nav.developer')} sub={t('developer.sub')} />
      <section>
        <h2>{t('developer.token.title')}</h2>
        <p className={css.prose}>{t('developer.token.text')}</p>
        {grantsTokens && (
          <p>
            <Link to="/tokens">{t('developer.token.make')}</Link>
          </p>
        )}
      </section>
      <section className={css.section}>
        <h2>{t('developer.first.title')}</h2>
        <p className={css.prose}>{t('developer.first.text')}</p>
        <CurlSample secret="$CLOSEOUT_TOKEN" reads={READS} />
        <p className={css.prose}>{t('developer.first.explorerText')}</p>
        <p>
          {/* a page of its own, served beside the console */}
          <a href="/explorer">{t('developer.first.explorer')}</a>
        </p>
      </section>
      <section className={css.section}>
        <h2>{t('developer.classes.title')}</h2>
        <Table caption={t('developer.classes.title')} cards>
          <thead>
            <tr>
              <Th>{t('developer.classes.name')}</Th>
              <Th>{t('developer.classes.code')}</Th>
              <Th>{t('developer.classes.what')}</Th>
            </tr>
          </thead>
          <tbody>
            {CLASSES.map((one) => (
              <tr key={one}>
                <Td className={css.strong}>{t(`vocabulary.fieldClass.${one}`)}</Td>
                <Td label={t('developer.classes.code')}>
                  <code>{one}</code>
                </Td>
                <Td label={t('developer.classes.what')}>{t(`developer.classes.${one}`)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
      <section className={css.section}>
        <h2>{t('developer.expect.title')}</h2>
        <ul className={css.prose}>
          {LIMIT_KEYS.map((key) => (
            <li key={key}>· {t(`developer.expect.${key}`)}</li>
          ))}
        </ul>
        <p className={css.prose}>{t('developer.docs')}</p>
      </section>
    </>
  );
}

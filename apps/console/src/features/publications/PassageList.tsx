import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { CheckBox } from '../../ui/CheckBox.tsx';
import { Tag } from '../../ui/Tag.tsx';
import { PassageDialog } from './PassageDialog.tsx';
import { PendingChange } from './PendingChange.tsx';
import { mayNow, type PassageData, type PublicationData } from './publication-fragment.ts';
import css from './publications.module.css';

const isMarked = (one: PassageData): boolean =>
  one.edited || one.decision !== 'KEEP' || one.pending !== null || one.pendingGone || one.internal !== one.publicText;

/** Both texts, paragraph by paragraph: the internal one left, what the public reads right. */
export function PassageList({ publication }: { publication: PublicationData }) {
  const { t } = useTranslation();
  const [marked, setMarked] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const { passages } = publication;
  const shown = marked ? passages.filter(isMarked) : passages;
  const edits = mayNow(publication, 'editPassage');
  const chosen = passages.find((one) => one.key === open);
  return (
    <>
      <div className={css.bar}>
        <CheckBox label={t('publication.onlyMarked')} checked={marked} onChange={setMarked} />
        <span className={css.quiet}>{t('publication.passages', { count: passages.length })}</span>
      </div>
      <div className={css.columns} aria-hidden="true">
        <b>{t('publication.internal')}</b>
        <b>{t('publication.public')}</b>
      </div>
      <ol className={css.passages} aria-label={t('publication.view.text')}>
        {shown.map((passage) => (
          <li
            key={passage.key}
            className={css.passage}
            data-decision={passage.decision}
            data-same={isMarked(passage) ? undefined : ''}
          >
            <div className={css.internal}>
              <p className={css[passage.style] ?? css.text}>{passage.internal}</p>
              <Marks passage={passage} />
              <PendingChange publication={publication} passage={passage} />
            </div>
            <div className={css.public} data-label={t('publication.public')}>
              <PublicSide publication={publication} passage={passage} />
            </div>
            {edits && (
              <Button
                look="quiet"
                onClick={() => setOpen(passage.key)}
                aria-label={t('publication.decideOf', { words: passage.internal.slice(0, 16) })}
              >
                {t('publication.decide')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      {shown.length === 0 && <p className={css.quiet}>{t('publication.nothingMarked')}</p>}
      {chosen && <PassageDialog publication={publication} passage={chosen} onClose={() => setOpen(null)} />}
    </>
  );
}

function Marks({ passage }: { passage: PassageData }) {
  const { t } = useTranslation();
  const { edited, editedByName, previous } = passage;
  return (
    <>
      {edited && <Tag>{t('publication.edited', { name: editedByName })}</Tag>}
      {previous === '' && <Tag>{t('publication.new')}</Tag>}
      {previous && <Tag title={previous}>{t('publication.taken')}</Tag>}
    </>
  );
}

/** What the public reads, its masked places marked; or why nothing. */
function PublicSide({ publication, passage }: { publication: PublicationData; passage: PassageData }) {
  const { t } = useTranslation();
  const { decision, ground, publicText, decidedByName } = passage;
  const open = publication.hits.filter((one) => one.key === passage.key && one.undecided).length;
  return (
    <>
      {publicText === null ? (
        <p className={css.withheld}>{t('publication.withheld')}</p>
      ) : (
        <p className={css[passage.style] ?? css.text}>{publicText}</p>
      )}
      {decision !== 'KEEP' && ground && (
        <p className={css.ground}>
          <b>{t(`vocabulary.passageDecision.${decision}`)}</b> {t(`vocabulary.withholdingGround.${ground}`)}
          {decidedByName && ` · ${decidedByName}`}
        </p>
      )}
      {open > 0 && <p className={css.open}>{t('publication.openHere', { count: open })}</p>}
    </>
  );
}

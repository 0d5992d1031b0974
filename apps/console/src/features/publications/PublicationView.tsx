import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { PageHeader } from '../../shell/PageHeader.tsx';
import { MarginNote } from '../../ui/MarginNote.tsx';
import { State, type Tone } from '../../ui/State.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { CommentInbox } from './CommentInbox.tsx';
import { HitList } from './HitList.tsx';
import { PassageList } from './PassageList.tsx';
import type { PublicationData } from './publication-fragment.ts';
import type { PublicationView as View } from './publication-search.ts';
import { PublicationSteps } from './PublicationSteps.tsx';
import { PublicationVerbs } from './PublicationVerbs.tsx';
import { PublicPage } from './PublicPage.tsx';
import { VersionsView } from './VersionsView.tsx';

const route = getRouteApi('/publication');

const TONES: Record<PublicationData['state'], Tone> = {
  DRAFT: 'calm',
  PROPOSED: 'warn',
  REVIEWED: 'warn',
  APPROVED: 'warn',
  PUBLISHED: 'ok',
  TAKEN_DOWN: 'plain',
};

/** One public text: where it stands, what waits for whom, both texts, personal data, versions, the public page. */
export function PublicationView({ publication, children }: { publication: PublicationData; children: ReactNode }) {
  const { t } = useTranslation();
  const { inspection: asked, view = 'text' } = route.useSearch();
  const navigate = route.useNavigate();
  const { state, hits, returnReason, returnedByName, returnedAt, versions, readsComments } = publication;
  const open = hits.filter((one) => one.undecided).length;
  const select = (next: string) =>
    void navigate({ search: { inspection: asked, view: next === 'text' ? undefined : (next as View) } });
  return (
    <>
      <PageHeader
        title={t('publication.title')}
        sub={<State tone={TONES[state]}>{t(`vocabulary.publicationState.${state}`)}</State>}
        actions={<PublicationVerbs publication={publication} />}
      />
      {children}
      <PublicationSteps publication={publication} />
      {returnReason && (
        <MarginNote
          title={t('publication.returned')}
          by={`${returnedByName} ${returnedAt ? dateTime(returnedAt) : ''}`}
        >
          {returnReason}
        </MarginNote>
      )}
      <Tabs
        label={t('publication.views')}
        selected={view}
        onSelect={select}
        tabs={[
          { id: 'text', label: t('publication.view.text'), content: <PassageList publication={publication} /> },
          {
            id: 'hits',
            label: open > 0 ? t('publication.hitsOpen', { count: open }) : t('publication.view.hits'),
            content: <HitList publication={publication} />,
          },
          {
            id: 'versions',
            label: t('publication.versionsCount', { count: versions.length }),
            content: <VersionsView publication={publication} />,
          },
          { id: 'page', label: t('publication.view.page'), content: <PublicPage publication={publication} /> },
          ...(readsComments
            ? [
                {
                  id: 'comments',
                  label: t('publication.view.comments'),
                  content: <CommentInbox publication={publication} />,
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

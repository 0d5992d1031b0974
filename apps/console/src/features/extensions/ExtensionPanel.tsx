import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../../format.ts';
import { blockedReason } from '../../forms/missing.ts';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import type { ExtensionFacts_ExtensionFragment } from '../../gql/graphql.ts';
import { Button } from '../../ui/Button.tsx';
import { State } from '../../ui/State.tsx';
import { toast } from '../../ui/toast-store.ts';
import { Panel } from '../findings/Panel.tsx';
import { DecideExtensionDialog } from './DecideExtensionDialog.tsx';
import { EXTENSION_TONES, ExtensionFactsFragment } from './extension-facts.ts';
import { RequestExtensionDialog } from './RequestExtensionDialog.tsx';
import css from './extensions.module.css';

const ExtensionPanelFragment = graphql(`
  fragment ExtensionPanel_finding on Finding {
    id
    seq
    version
    deadline {
      dueOn
    }
    extensions {
      id
      ...ExtensionFacts_extension
    }
    transitions {
      verb
      allowed
      reason
      missing {
        code
        count
        subject
      }
    }
    ...RequestExtensionDialog_finding
  }
`);

const WithdrawExtension = graphql(`
  mutation WithdrawExtension($input: FindingVerbInput!) {
    withdrawExtension(input: $input) {
      finding {
        ...FindingPage_finding
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

/** 延期: every request with its decision, the first due day in sight, and the verbs of those who have them. */
export function ExtensionPanel({ finding: masked }: { finding: FragmentType<typeof ExtensionPanelFragment> }) {
  const { t } = useTranslation();
  const finding = readFragment(ExtensionPanelFragment, masked);
  const [open, setOpen] = useState<'request' | 'decide' | null>(null);
  const withdraw = useOperation(WithdrawExtension);
  const requests = finding.extensions.map((each) => readFragment(ExtensionFactsFragment, each));
  const granted = requests.filter((each) => each.state === 'GRANTED');
  const pending = requests.find((each) => each.state === 'PENDING');
  const verb = (name: string) => finding.transitions.find((each) => each.verb === name);
  const asks = verb('requestExtension');
  if (requests.length === 0 && !asks) return null;
  const first = granted[granted.length - 1];
  const takeBack = async () => {
    if (await withdraw.run({ input: { findingId: finding.id, version: finding.version } }))
      toast(t('extension.done.withdrawn'));
  };
  return (
    <Panel
      id="extensions"
      title={t('extension.title')}
      note={granted.length > 0 ? t('extension.granted', { count: granted.length }) : undefined}
    >
      {first && <p className={css.quiet}>{t('extension.original', { day: first.fromDueOn })}</p>}
      {requests.length === 0 && <p className={css.quiet}>{t('extension.none')}</p>}
      <ol className={css.requests}>
        {requests.map((each) => (
          <Request key={each.id} request={each} />
        ))}
      </ol>
      <div className={`${css.verbs} no-print`}>
        {pending?.waitsForMe && (
          <Button look="ink" onClick={() => setOpen('decide')}>
            {t('extension.decide')}
          </Button>
        )}
        {verb('withdrawExtension')?.allowed && (
          <Button busy={withdraw.busy} onClick={() => void takeBack()}>
            {t('vocabulary.findingVerb.withdrawExtension')}
          </Button>
        )}
        {asks && !pending && (
          <Button off={blockedReason(t, finding.transitions, 'requestExtension')} onClick={() => setOpen('request')}>
            {t('vocabulary.findingVerb.requestExtension')}
          </Button>
        )}
      </div>
      <OperationErrors operation={withdraw} />
      {open === 'request' && <RequestExtensionDialog finding={finding} onClose={() => setOpen(null)} />}
      {open === 'decide' && pending && (
        <DecideExtensionDialog request={pending} about={String(finding.seq)} onClose={() => setOpen(null)} />
      )}
    </Panel>
  );
}

function Request({ request }: { request: ExtensionFacts_ExtensionFragment }) {
  const { t } = useTranslation();
  return (
    <li className={css.request}>
      <p>
        {t('extension.fromTo', { from: request.fromDueOn, to: request.toDueOn, count: request.days })}{' '}
        <State tone={EXTENSION_TONES[request.state]}>{t(`vocabulary.extensionState.${request.state}`)}</State>
      </p>
      <p>{request.reason}</p>
      <p className={css.quiet}>
        {[request.requestedByName, request.requestedByPost, dateTime(request.requestedAt)].filter(Boolean).join(' · ')}
      </p>
      {request.state === 'PENDING' && (
        <p className={css.quiet}>
          {t('extension.waitsFor', { who: t(`vocabulary.extensionApprover.${request.approver}`) })}
        </p>
      )}
      {request.decidedByName && (
        <p className={css.quiet}>
          {[request.decidedByName, request.decidedByPost, request.decidedAt && dateTime(request.decidedAt)]
            .filter(Boolean)
            .join(' · ')}
          {request.opinion && `:“${request.opinion}”`}
        </p>
      )}
    </li>
  );
}

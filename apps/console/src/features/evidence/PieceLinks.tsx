import { useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OperationErrors } from '../../forms/OperationErrors.tsx';
import { useOperation } from '../../forms/use-operation.ts';
import { graphql, readFragment, type FragmentType } from '../../gql/index.ts';
import { Button } from '../../ui/Button.tsx';
import { ComboField } from '../../ui/ComboField.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { toast } from '../../ui/toast-store.ts';
import css from './Piece.module.css';
import { PIECE_PAGES } from './piece-pages.ts';

const PieceLinksFragment = graphql(`
  fragment PieceLinks_piece on Evidence {
    id
    version
    acceptance
    actions(first: 100) {
      edges {
        node {
          id
          ordinal
          text
          finding {
            id
            seq
          }
        }
      }
    }
    viewerCan
  }
`);

const LinkableActions = graphql(`
  query LinkableActions {
    findings(filter: { state: [RECTIFYING] }, first: 100) {
      edges {
        node {
          id
          seq
          viewerCan
          actions(first: 100) {
            edges {
              node {
                id
                ordinal
                text
              }
            }
          }
        }
      }
    }
  }
`);

const LinkEvidence = graphql(`
  mutation LinkEvidence($input: LinkEvidenceInput!) {
    linkEvidence(input: $input) {
      evidence {
        ...PieceDrawer_piece
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const UnlinkEvidence = graphql(`
  mutation UnlinkEvidence($input: LinkEvidenceInput!) {
    unlinkEvidence(input: $input) {
      evidence {
        ...PieceDrawer_piece
      }
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);
const RemoveEvidence = graphql(`
  mutation RemoveEvidence($input: EvidenceVerbInput!) {
    removeEvidence(input: $input) {
      userErrors {
        ...UserErrors_fields
      }
    }
  }
`);

type PieceLinksProps = { piece: FragmentType<typeof PieceLinksFragment>; onGone: () => void };

/** What a piece proves: one piece can prove actions of several findings. Taking it back is the undo of who entered it. */
export function PieceLinks({ piece: masked, onGone }: PieceLinksProps) {
  const { t } = useTranslation();
  const piece = readFragment(PieceLinksFragment, masked);
  const may = piece.viewerCan.includes('linkEvidence');
  const unlink = useOperation(UnlinkEvidence, PIECE_PAGES);
  const remove = useOperation(RemoveEvidence, PIECE_PAGES);
  const verb = { evidenceId: piece.id, version: piece.version };
  const actions = piece.actions.edges.map((edge) => edge.node);
  const takeBack = async () => {
    if (!(await remove.run({ input: verb }))) return;
    toast(t('piece.done.removed'));
    onGone();
  };
  return (
    <section className={css.part}>
      <h3>{t('piece.proves')}</h3>
      <ul className={css.links}>
        {actions.map((action) => (
          <li key={action.id} className={css.file}>
            <Link to="/findings/$findingId" params={{ findingId: action.finding.id }} hash={`action-${action.ordinal}`}>
              {t('piece.actionOf', { finding: action.finding.seq, ordinal: action.ordinal })}
            </Link>
            <span className={css.clip}>{action.text}</span>
            {may && actions.length > 1 && (
              <Button
                look="quiet"
                busy={unlink.busy}
                onClick={() => void unlink.run({ input: { ...verb, actionIds: [action.id] } })}
              >
                {t('piece.unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <OperationErrors operation={unlink} />
      {may && (
        <Disclosure label={t('piece.linkMore')}>
          <LinkMore verb={verb} linked={actions.map((action) => action.id)} />
        </Disclosure>
      )}
      {piece.viewerCan.includes('removeEvidence') && (
        <Button look="grave" busy={remove.busy} onClick={() => void takeBack()}>
          {t('piece.takeBack')}
        </Button>
      )}
      <OperationErrors operation={remove} />
    </section>
  );
}

function LinkMore({ verb, linked }: { verb: { evidenceId: string; version: number }; linked: readonly string[] }) {
  const { t } = useTranslation();
  const { data } = useQuery(LinkableActions);
  const [chosen, setChosen] = useState<string | null>(null);
  const operation = useOperation(LinkEvidence, PIECE_PAGES);
  const options = (data?.findings.edges ?? [])
    .filter(({ node }) => node.viewerCan.includes('addEvidence'))
    .flatMap(({ node }) =>
      node.actions.edges
        .filter((edge) => !linked.includes(edge.node.id))
        .map((edge) => ({
          id: edge.node.id,
          label: `${node.seq}-${edge.node.ordinal} ${edge.node.text.slice(0, 40)}`,
        })),
    );
  const link = async () => {
    if (chosen === null || operation.busy) return;
    if (await operation.run({ input: { ...verb, actionIds: [chosen] } })) setChosen(null);
  };
  return (
    <div className={css.linkMore}>
      <ComboField
        key={`${options.length} ${linked.length}`}
        loading={data === undefined}
        label={t('piece.linkTo')}
        value={chosen}
        onChange={setChosen}
        options={options}
      />
      <Button busy={operation.busy} off={chosen === null ? t('piece.chooseAction') : null} onClick={() => void link()}>
        {t('piece.link')}
      </Button>
      <OperationErrors operation={operation} />
    </div>
  );
}

import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { TODAY, type Api } from '../api.ts';
import type { Records } from './world.ts';

/** Ids of the finding that the table speaks of, and of what belongs to it. */
const WORLD = `
  SELECT 'fnd_' || f.id AS "findingId", 'ins_' || f.inspection_id AS "inspectionId", 'bdy_' || f.body_id AS "bodyId",
    'dep_' || f.lead_department_id AS "departmentId", 'pst_' || f.leader_post_id AS "postId", 'psn_' || f.handler_id AS "personId",
    (SELECT 'act_' || a.id FROM action a WHERE a.finding_id = f.id AND a.handler_id = f.handler_id ORDER BY a.ordinal LIMIT 1) AS "actionId",
    (SELECT 'pnt_' || p.id FROM finding_point p WHERE p.finding_id = f.id LIMIT 1) AS "pointId",
    (SELECT 'sum_' || s.id FROM money_sum s WHERE s.finding_id = f.id AND s.established_fen > 0 LIMIT 1) AS "sumId",
    (SELECT 'evd_' || ea.evidence_id FROM evidence_action ea JOIN action a ON a.id = ea.action_id JOIN evidence e ON e.id = ea.evidence_id WHERE a.finding_id = f.id AND NOT e.restricted ORDER BY e.id LIMIT 1) AS "evidenceId",
    (SELECT 'rec_' || r.id FROM recovery r JOIN money_sum s ON s.id = r.sum_id WHERE s.finding_id = f.id LIMIT 1) AS "recoveryId",
    (SELECT 'wvr_' || w.id FROM waiver w JOIN money_sum s ON s.id = w.sum_id WHERE s.finding_id = f.id LIMIT 1) AS "waiverId",
    (SELECT 'att_' || t.id FROM attachment t JOIN evidence_action ea ON ea.evidence_id = t.evidence_id JOIN action a ON a.id = ea.action_id WHERE a.finding_id = f.id LIMIT 1) AS "attachmentId",
    (SELECT 'evd_' || m.evidence_id FROM meeting m JOIN evidence e ON e.id = m.evidence_id WHERE e.body_id = f.body_id LIMIT 1) AS "meetingId",
    (SELECT 'ext_' || x.id FROM extension x WHERE x.finding_id = f.id) AS "extensionId",
    (SELECT 'rpt_' || r.id FROM finding_repeat r WHERE r.finding_id = f.id) AS "repeatId",
    (SELECT 'fil_' || x.id FROM filing x WHERE x.inspection_id = f.inspection_id AND x.kind = 'PERIODIC' AND x.number = 2) AS "filingId",
    (SELECT 'rcm_' || r.id FROM recommendation r WHERE r.inspection_id = f.inspection_id AND r.number = 99) AS "recommendationId",
    (SELECT 'bdy_' || b.id FROM body b WHERE b.short_name = '市体总') AS "thirdId",
    (SELECT 'tpl_' || t.id FROM document_template t WHERE t.file_name = '矩阵1.docx') AS "templateId",
    (SELECT 'tpl_' || t.id FROM document_template t WHERE t.file_name = '矩阵2.docx') AS "usedTemplateId",
    (SELECT 'ind_' || i.id FROM indicator i WHERE i.finding_id = f.id AND i.name = 'y') AS "indicatorId",
    (SELECT 'pty_' || p.id FROM external_party p WHERE p.finding_id = f.id AND p.name = 'x') AS "partyId",
    (SELECT 'psn_' || n.id FROM person n JOIN account a ON a.person_id = n.id WHERE a.login = 'secretary') AS "signerId",
    (SELECT 'psn_' || n.id FROM person n JOIN account a ON a.person_id = n.id WHERE a.login = 'head4') AS "deputyId",
    (SELECT 'psn_' || n.id FROM person n JOIN account a ON a.person_id = n.id WHERE a.login = 'handler2') AS "incomingId",
    (SELECT 'grt_' || g.id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = 'head') AS "headGrantId",
    (SELECT 'bdy_' || b.id FROM body b WHERE b.short_name = '驻市文旅局纪检监察组') AS "groupId",
    (SELECT 'bdy_' || b.id FROM body b WHERE b.short_name = '市委巡察办') AS "officeId",
    (SELECT 'rnd_' || i.round_id FROM inspection i WHERE i.id = f.inspection_id) AS "roundId",
    (SELECT 'acc_' || a.id FROM account a WHERE a.login = 'handler7') AS "accountId",
    (SELECT 'acc_' || a.id FROM account a WHERE a.login = 'secretary') AS "approverId",
    (SELECT 'grt_' || g.id FROM role_grant g JOIN account a ON a.id = g.account_id WHERE a.login = 'handler7') AS "grantId"
  FROM finding f JOIN body b ON b.id = f.body_id WHERE b.short_name = '市侨青会' AND f.seq = 28`;

export type World = Record<string, string>;

/** Values that get through the checks of the input, so that what is left to refuse is the caller. */
const SCALARS: Record<string, unknown> = {
  ID: 'none',
  String: 'x',
  Int: 1,
  Boolean: true,
  Fen: '100',
  Date: TODAY,
  DateTime: `${TODAY}T00:00:00Z`,
  JSON: {},
};
const NAMED: Record<string, unknown> = {
  version: 1,
  year: 2031,
  login: 'table.test',
  fileName: 'x.pdf',
  number: 7,
  size: 100,
  month: 6,
  title: '标题',
  nextReviewOn: '2027-01-31',
  dueOn: '2027-01-31',
  replyDueOn: '2027-01-31',
  score: '95',
  fullScore: '100',
  fromOn: '2027-03-05',
  toOn: '2027-03-06',
};
/** Inputs of which one optional field must be given. */
const ONE_OF: Record<string, string> = {
  EventDateInput: 'on',
  ImportEditInput: 'markChecked',
  RefundPaymentInput: 'sumId',
};
const ALSO: Record<string, Record<string, string>> = {
  grantRole: { bodyId: 'bodyId' },
  removeTemplate: { templateId: 'usedTemplateId' },
  appointDeputy: { grantId: 'headGrantId' },
  recordPublicationSignature: { scanId: 'sheetId' },
  issueNotice: { recipientIds: 'postId', findingIds: 'outlineId' },
  requestUpload: { evidenceId: 'evidenceId' },
  openInspections: { bodyIds: 'thirdId' },
  retryJob: { jobId: 'failedJobId' },
  ...Object.fromEntries(
    ['receiveFiling', 'reviewFiling', 'returnFiling', 'acceptFiling'].map((verb) => [verb, { filingId: 'filedId' }]),
  ),
};
const FIXED: Record<string, Record<string, unknown>> = {
  grantRole: { role: 'CLERK' },
  requestUpload: { purpose: 'SCAN' },
  changeMailSettings: { mailOn: false },
  createRound: { number: 7 },
  noteRepeat: { earlierText: 'x' },
  assessEffect: { grade: 'GOOD' },
  saveRecommendation: { state: 'ANSWERED', answer: 'x', answeredOn: TODAY },
  prepareFiling: { kind: 'PERIODIC', number: 3 },
  recordPaper: { number: '7' },
  decideHit: { key: 'x', kind: 'PHONE', subject: '13812345678' },
  unmaskHit: { key: 'x', kind: 'PHONE', subject: '13812345678' },
  decideSight: { toOn: '2026-12-01' },
  addIndicatorReading: { numerator: 1, asOf: TODAY },
  editCalendarYear: { year: 2027, version: 0 },
  ...Object.fromEntries(
    ['addMeeting', 'addDocument', 'addTalk', 'addOtherEvidence', 'addRefund', 'recordStep'].map((verb) => [
      verb,
      { date: { on: TODAY } },
    ]),
  ),
};

/** A mutation in another form, under a verb of its own: `drawSample` is `drawRecheck` before the close-out, `exportArchive` packs the archive. */
export const VARIANTS: Record<string, { mutation: string; input: Record<string, unknown> }> = {
  drawSample: { mutation: 'drawRecheck', input: { stage: 'IN_REVIEW' } },
  exportArchive: { mutation: 'startExport', input: { kind: 'ARCHIVE' } },
};

function valueOf(world: World, name: string, type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueOf(world, name, type.ofType);
  if (isListType(type)) return [valueOf(world, name.replace(/Ids$/, 'Id'), type.ofType)];
  const named = getNamedType(type);
  if (isInputObjectType(named)) return inputOf(world, named.getFields(), ONE_OF[named.name]);
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (named.name === 'ID')
    return (
      world[name] ??
      world[name.replace(/^lead(?=D)|^supporting(?=D)/, '').replace(/^D/, 'd')] ??
      (name === 'handlerId' ? world['personId'] : 'none')
    );
  const value = NAMED[name] ?? SCALARS[named.name];
  return named.name === 'String' && typeof value === 'number' ? String(value) : value;
}

const inputOf = (
  world: World,
  fields: Record<string, { type: GraphQLInputType }>,
  also?: string,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, { type }]) =>
      isNonNullType(type) || name === also ? [[name, valueOf(world, name, type)]] : [],
    ),
  );

/** The table and key column behind the prefix of an id: what `version` in an input is the version of. */
const VERSIONED: Record<string, string> = {
  fnd: 'finding',
  act: 'action',
  pnt: 'finding_point',
  evd: 'evidence',
  sum: 'money_sum',
  imp: 'import',
  bdy: 'body',
  dep: 'department',
  psn: 'person',
  pst: 'post',
  acc: 'account',
  rnd: 'round',
  ins: 'inspection',
  rck: 'recheck',
  fil: 'filing',
  pub: 'publication',
  pcm: 'publication_comment',
  rcm: 'recommendation',
  ntc: 'notice',
  ppr: 'recorded_paper',
  sgt: 'sight',
  dpt: 'deputation',
  hov: 'handover',
  tok: 'api_token',
  ind: 'indicator',
  pty: 'external_party',
};

/** The ids that inputs name, and under `version:id` the version of each. */
export async function readWorld(api: Api, records: Records): Promise<World> {
  const [row] = await api.sql<World>(WORLD);
  const ids = {
    ...row,
    evidenceId: records['Evidence'],
    meetingId: records['Evidence'],
    attachmentId: records['Attachment'],
    actionId: records['Action'],
    importId: records['Import'],
    apiTokenId: records['ApiToken'],
    warningId: records['Warning'],
    jobId: records['waitingJob'],
    failedJobId: records['failedJob'],
    recheckId: records['Recheck'],
    submissionId: records['Submission'],
    filedId: records['undecidedFiling'],
    publicationId: records['Publication'],
    commentId: records['PublicationComment'],
    sheetId: records['sheet'],
    noticeId: records['Notice'],
    followsId: records['Notice'],
    noticeReplyId: records['draft'],
    paperId: records['RecordedPaper'],
    urgeId: records['Urge'],
    sightId: records['Sight'],
    deputationId: records['Deputation'],
    handoverId: records['Handover'],
    outlineId: records['FindingOutline'],
    scanId: records['scan'],
    consentId: records['WaiverConsent'],
    earlierId: records['earlier'],
    // The same kind of record under another name.
    onBehalfOf: row?.['departmentId'],
    inChargeOf: row?.['departmentId'],
    leaderId: row?.['postId'],
    subjectId: row?.['personId'],
  } as World;
  const missing = Object.entries(ids).flatMap(([name, id]) => (id === null || id === undefined ? [name] : []));
  if (missing.length > 0) throw new Error(`the world lacks ${missing.join(', ')}`);
  for (const id of new Set(Object.values(ids))) {
    const table = VERSIONED[id.slice(0, 3)];
    if (table === undefined) continue;
    const [found] = await api.sql<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id.slice(4)]);
    ids[`version:${id}`] = String(found?.version ?? 1);
  }
  return ids;
}

/** Every input says the true version of the first record it names, so that nothing but the caller is left to refuse. */
function withVersions(world: World, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withVersions(world, one));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, one]) => [name, withVersions(world, one)] as const);
  const version = entries.map(([, one]) => world[`version:${String(one)}`]).find((one) => one !== undefined);
  return Object.fromEntries(
    entries.map(([name, one]) => [name, name === 'version' && version !== undefined ? Number(version) : one]),
  );
}

export interface Request {
  document: string;
  variables: { input: Record<string, unknown> };
}

/** Sets one further field, also of an input inside the input: `date.precision`, `recoveries.newSum`. */
function setFurther(
  world: World,
  input: Record<string, unknown>,
  type: GraphQLInputObjectType,
  path: readonly string[],
): void {
  const [name = '', ...rest] = path;
  const field = type.getFields()[name];
  if (field === undefined) throw new Error(`${type.name} has no field ${name}`);
  if (rest.length === 0) {
    if (input[name] === undefined) input[name] = valueOf(world, name, field.type);
    return;
  }
  const inner = getNamedType(field.type);
  if (!isInputObjectType(inner)) throw new Error(`${type.name}.${name} is no input`);
  const within = {
    ...inputOf(world, inner.getFields()),
    ...(Array.isArray(input[name]) ? {} : (input[name] as object | undefined)),
  };
  setFurther(world, within, inner, rest);
  input[name] = isListType(getNullableType(field.type)) ? [within] : within;
}

/** A mutation with everything that its input requires, and one further field where one is named. */
export function requestFor(schema: GraphQLSchema, world: World, verb: string, further?: string, mark = 'M'): Request {
  const { mutation, input: fixed } = VARIANTS[verb] ?? { mutation: verb, input: {} };
  const field = schema.getMutationType()?.getFields()[mutation];
  const [argument] = field?.args ?? [];
  const type = argument === undefined ? null : getNamedType(argument.type);
  if (!isInputObjectType(type)) throw new Error(`${verb} has no input`);
  const input = inputOf(world, type.getFields());
  for (const [name, from] of Object.entries(ALSO[verb] ?? {}))
    input[name] = name.endsWith('s') ? [world[from]] : world[from];
  Object.assign(input, FIXED[mutation], fixed);
  if (further !== undefined) setFurther(world, input, type, further.split('.'));
  return {
    document: `mutation ${mark}($input: ${type.name}!) { ${verb}: ${mutation}(input: $input) { userErrors { code rule field message } } }`,
    variables: { input: withVersions(world, input) as Record<string, unknown> },
  };
}

import { randomUUID } from 'node:crypto';
import type { Product } from './product.ts';

export const FRESH_ROUND = '中共澜川市委2026年专项巡察';

/** A second inspection of the demo's main body, with an empty ledger: its people work on it as on the first one. */
export async function freshInspection(product: Product): Promise<string> {
  const [roundId, id] = [randomUUID(), randomUUID()];
  await product.sql(
    `INSERT INTO round (id, level, name, year, number, office_id) SELECT $1, 'XUNCHA', $2, 2026, 9, office_id FROM round LIMIT 1`,
    [roundId, FRESH_ROUND],
  );
  await product.sql(
    `INSERT INTO inspection (id, round_id, body_id, type, team, on_site_from, on_site_to, feedback_on)
     SELECT $1, $2, id, 'SPECIAL', '市委第二巡察组', '2026-04-07', '2026-05-15', '2026-06-18' FROM body WHERE short_name = '市侨青会'`,
    [id, roundId],
  );
  return `ins_${id}`;
}

/** A published report of that inspection, in the genre's words; every name and figure is invented. */
export const REPORT = `中共澜川市侨界青年联合会党组关于专项巡察整改进展情况的通报
根据市委部署，2026年4月7日至5月15日，市委第二巡察组对市侨青会党组开展了专项巡察，2026年6月18日反馈了意见。现将整改进展情况予以公布。
一、整改组织情况
市侨青会党组召开党组会1次，研究整改事项。
二、整改落实情况
（一）财务管理不严格
1.违规发放值班补助。2025年向5名工作人员多发值班补助3600元。
整改情况：一是召开党组会研究清退。二是清退值班补助3600元。
整改结果：正在整改。
2.固定资产账实不符，3台设备没有入账。
整改情况：一是完成资产清查，补登设备台账。
整改结果：已整改到位。
三、下一步打算
继续抓好未完成事项。
联系电话：5550100
`;

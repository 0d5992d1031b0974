import { allOf, type Found } from './view.ts';

const NUMBER = '[\\d一二三四五六七八九十百〇零]{1,8}';
/** A character of a road's or village's own name: none that ends a region, leads to a place or counts. */
const NAME =
  '(?![省市州盟县区旗镇乡住在于到至从由和与及的址往经位处了个各该本每全对查多为将是有个第几两道])[\\u3400-\\u9fff]';
const BUILDING = '(?:号楼|栋|幢|座)';
const ROOM = '(?:室|号|房)';

/** 3栋2单元501室 · 3栋501室 · 2单元501 · 501室; a number of buildings or households alone is none. */
const UNIT = [
  `${NUMBER}${BUILDING}${NUMBER}单元(?:${NUMBER}(?:层|楼))?(?:${NUMBER}${ROOM}?)?`,
  `${NUMBER}${BUILDING}(?:${NUMBER}(?:层|楼))?-?${NUMBER}${ROOM}`,
  `${NUMBER}单元(?:${NUMBER}(?:层|楼))?${NUMBER}${ROOM}?`,
  `(?<![\\d年-])\\d{3,4}室`,
].join('|');
const MORE = `(?:[ ,，]?(?:${UNIT}|${NUMBER}${BUILDING}))?`;

const ROAD = `(?:${NAME}){1,6}(?:路|大街|街|大道|巷|胡同|弄)(?:[东西南北中]段?)?(?:附)?${NUMBER}(?:-${NUMBER})?(?:号院|号)${MORE}`;
/** Kinds of housing estates, not the name of one: 老旧小区改造 is no address. */
const KINDS =
  '老旧|住宅|居民|智慧|安置|城市|农村|城区|无物业|物业|封闭|回迁|保障房|示范|试点|美丽|文明|平安|部分|有关|相关|高档|新建|所有|全部|辖区|改造|改建|整治|创建|管理|服务|涉及';
const ESTATE = `(?:${NAME}){2,6}(?<!${KINDS})小区${MORE}|(?:${NAME}){2,8}(?:花园|家园|公寓|新村|苑|社区)(?:${UNIT}|${NUMBER}${BUILDING}(?!楼))`;
const VILLAGE = `(?:${NAME}){1,5}村(?:第)?${NUMBER}(?:村民小组|小组|组|社|屯)(?!织|会)(?:${NUMBER}号)?`;

const PATTERN = new RegExp([ROAD, ESTATE, VILLAGE, UNIT].join('|'), 'gu');

/** Addresses below the town: 解放路12号3栋501室, 阳光小区, 长青村三组. What stands before (city, county, town) is no part of it. */
export const addressesIn = (view: string): Found[] => allOf(view, PATTERN);

/** To town level: nothing where the region stands before it, else a word in its place. */
export function maskedAddress(address: string, before: string): string {
  if (/村/.test(address) && !/[路街巷弄]/.test(address)) return '某村';
  return /[省市州盟县区旗镇乡]$|街道$/.test(before) ? '' : '某处';
}

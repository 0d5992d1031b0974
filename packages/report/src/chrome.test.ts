import { describe, expect, it } from 'vitest';
import { chromeOf } from './chrome.ts';
import { parseReport } from './parse.ts';
import { viewOf } from './text.ts';

describe('lines of the web page around a report', () => {
  it.each([
    ['当前位置：首页 > 政务公开 > 巡察整改', 'PLACE'],
    ['您现在的位置是：首页>>公告', 'PLACE'],
    ['首页 » 信息公开 » 通知', 'PLACE'],
    ['【字体：大 中 小】', 'BUTTONS'],
    ['字号：[大] [中] [小]  打印', 'BUTTONS'],
    ['打印本页 | 关闭窗口', 'BUTTONS'],
    ['分享到： 微信 微博', 'BUTTONS'],
    ['2024-10-11 16:20  来源：县水利局', 'BUTTONS'],
    ['上一篇：关于召开会议的通知', 'END'],
    ['相关链接', 'END'],
    ['版权所有：某县人民政府', 'END'],
    ['京ICP备00000001号-1', 'END'],
  ])('%s', (line, kind) => expect(chromeOf(viewOf(line))).toBe(kind));

  it.each([
    '关闭小煤矿3家。',
    '打印纸采购不规范',
    '分享经验做法5次',
    '中心组学习不深入',
    '1.关于“网站更新不及时”的问题',
    '整改情况：一是在首页>公开栏公布；二是登录系统核对。',
  ])('%s belongs to the report', (line) => expect(chromeOf(viewOf(line))).toBe(null));

  it('is listed in a warning, with its first words', () => {
    const text = '当前位置：首页 > 公开\n1.关于“甲”的问题\n整改情况：一是乙。二是丙。已完成整改。\n上一篇：丁';
    const { warnings, findings } = parseReport(text, { setAside: [{ kind: 'HIDDEN', text: '草稿' }] });
    expect(findings[0]?.resultText).toBe('已完成整改');
    expect(warnings.filter(({ code }) => code === 'SET_ASIDE').map(({ message }) => message)).toEqual([
      '另存、不算正文：网页的导航、按钮和页脚2处（当前位置：首页 > 公开、上一篇：丁）。',
      '另存、不算正文：隐藏、已删除的文字和水印1处（草稿）。',
    ]);
  });
});

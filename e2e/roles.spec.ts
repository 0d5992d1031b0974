import { expect, test } from './fixtures.ts';

test.use({ journey: 'shared' });

/** Who sees which home and which navigation, written by hand from domain.md section 8. */
const NAVIGATION: Record<string, { home: string; daily: string; more: string }> = {
  handler: { home: '今天要办的', daily: '首页 问题台账 佐证', more: '会议 清退' },
  head: { home: '今天要办的', daily: '首页 问题台账 佐证 待我签批', more: '会议 清退 全单位进展' },
  leader: { home: '我分管的整改', daily: '首页 问题台账 佐证 待我签批', more: '会议 清退 统计 公开稿' },
  secretary: {
    home: '整改进展',
    daily: '首页 问题台账 佐证 待我签批',
    more: '报告 会议 清退 统计 抽查复核 催报 督办通知 报送 令牌 公开稿',
  },
  clerk: {
    home: '整改办',
    daily: '首页 问题台账 佐证 待我签批 导入',
    more: '报告 会议 清退 统计 抽查复核 催报 督办通知 报送 公开稿 公文模板',
  },
  discipline: { home: '监督单位整改情况', daily: '首页 问题台账 佐证', more: '会议 清退 统计 抽查复核 督办通知 报送' },
  office: {
    home: '各单位整改情况',
    daily: '首页 待我签批 轮次与设置',
    more: '统计 抽查复核 督办通知 全单位进展 报送 公文模板',
  },
  integrator: { home: '首页', daily: '首页 开发者', more: '' },
  sysadmin: { home: '首页', daily: '首页 人员与部门 账号 轮次与设置 工作日历', more: '' },
  secadmin: { home: '首页', daily: '首页 授权 开发者', more: '令牌' },
  auditadmin: { home: '首页', daily: '首页 审计', more: '' },
  otherhead: { home: '今天要办的', daily: '首页 问题台账 佐证 待我签批', more: '会议 清退 全单位进展' },
};

/** Where each entry leads; what is not in somebody's navigation is not his page. */
const PAGES: Record<string, string> = {
  问题台账: '/ledger',
  佐证: '/evidence',
  待我签批: '/inbox',
  导入: '/import',
  报告: '/report',
  会议: '/meetings',
  清退: '/money',
  统计: '/statistics',
  抽查复核: '/rechecks',
  报送: '/filings',
  公开稿: '/publication',
  催报: '/urging',
  公文模板: '/templates',
  督办通知: '/notices',
  全单位进展: '/outline',
  人员与部门: '/directory',
  账号: '/accounts',
  轮次与设置: '/rounds',
  工作日历: '/calendar',
  授权: '/grants',
  令牌: '/tokens',
  审计: '/audit',
  开发者: '/developer',
};

for (const [login, { home, daily, more }] of Object.entries(NAVIGATION))
  test(`${login}: the own home, exactly the own navigation, and the words of 403 elsewhere`, async ({ as }) => {
    const own = `${daily} ${more}`.trim().split(' ');
    const page = await as(login);
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(home);
    const entries = page.getByRole('navigation', { name: '主导航' }).first().getByRole('link');
    await expect(entries).toHaveCount(own.length);
    expect((await entries.allInnerTexts()).toSorted()).toEqual(own.toSorted());
    const goTo = (address: string) => page.evaluate((to) => window.history.pushState({}, '', to), address);
    for (const [entry, address] of Object.entries(PAGES)) {
      await goTo('/');
      await expect(page.getByRole('heading', { level: 1 })).toContainText(home);
      await goTo(address);
      const refused = page.getByRole('heading', { name: '这一页不在您的职责范围内' });
      if (own.includes(entry)) {
        await expect(page.getByRole('heading', { level: 1 })).not.toContainText(home);
        await expect(refused).toBeHidden();
        await expect(page.getByText('报修时请报编号')).toBeHidden();
      } else await expect(refused, `${login} on ${address}`).toBeVisible();
    }
  });

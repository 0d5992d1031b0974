import { describe, expect, test } from 'vitest';
import { DomainError } from '../errors.ts';
import { demandPassword, passwordProblem } from './password.ts';

describe('passwords', () => {
  test.each([
    ['', 'clerk', 'password.short'],
    ['123456789', 'clerk', 'password.short'],
    ['四个字的口令还不够', 'clerk', 'password.short'],
    ['x'.repeat(201), 'clerk', 'password.long'],
    ['1234567890', 'clerk', 'password.common'],
    ['P@ssw0rd123', 'clerk', 'password.common'],
    ['aaaaaaaaaaab', 'clerk', 'password.common'],
    ['administrator1', 'administrator1', 'password.login'],
    ['zhangsanfeng1', 'ZhangSanFeng', 'password.login'],
  ])('%s for %s is refused: %s', (password, login, problem) => {
    expect(passwordProblem(password, login)).toBe(problem);
  });

  test.each([
    ['closeout-demo', 'clerk'],
    ['一二三四五六七八九十句话', 'clerk'],
    ['clerk walks over nine bridges', 'clerk'],
    ['correct horse', ''],
  ])('%s for %s is accepted', (password, login) => {
    expect(passwordProblem(password, login)).toBeNull();
  });

  test('the refusal names field and rule, never the password', () => {
    const refused = (): void => demandPassword('1234567890', 'clerk', 'new');
    expect(refused).toThrow(DomainError);
    try {
      refused();
    } catch (error) {
      expect((error as DomainError).refusals[0]).toMatchObject({
        code: 'INVALID',
        field: 'new',
        rule: 'password.common',
      });
      expect(JSON.stringify((error as DomainError).refusals)).not.toContain('1234567890');
    }
  });
});

import { Router, type Request, type Response } from 'express';
import { clientOf, jsonRoute, refuse, textOf } from '../../http/json-route.ts';
import type { Services } from '../../server.ts';
import { changePassword } from './change-password.ts';
import { SESSION_COOKIE, sessionCookieOf } from './credentials.ts';
import { accountOfSession, endSession, SESSION_SECONDS } from './session-store.ts';
import { signIn, type SignIn } from './sign-in.ts';
import { createSignInLimits } from './sign-in-limits.ts';

/** A proxy that ends TLS says so; who lies about it only marks his own cookie. */
const overTls = (request: Request): boolean => request.secure || request.headers['x-forwarded-proto'] === 'https';

function setCookie(services: Services, request: Request, response: Response, secret: string): void {
  services.rateLimits.know(secret);
  response.cookie(SESSION_COOKIE, secret, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: overTls(request),
    maxAge: SESSION_SECONDS * 1_000,
  });
}

function answer(services: Services, request: Request, response: Response, outcome: SignIn): void {
  const now = services.now();
  if (outcome.kind === 'in') {
    setCookie(services, request, response, outcome.secret);
    response.json({ ok: true, mustChangePassword: outcome.mustChangePassword });
  } else if (outcome.kind === 'locked') {
    response
      .status(outcome.status)
      .set('Retry-After', String(Math.ceil((outcome.retryAt.getTime() - now.getTime()) / 1_000)))
      .json({ code: 'LOCKED', retryAt: outcome.retryAt.toISOString(), message: 'too many failed attempts' });
  } else response.status(401).json({ code: 'WRONG_PASSWORD', message: 'account or password is wrong' });
}

/** POST /session signs in, DELETE /session signs out and wipes, POST /session/password changes the own password. */
export function sessionRouter(services: Services): Router {
  const router = Router();
  const limits = createSignInLimits();
  router.post('/session', jsonRoute, async (request: Request, response: Response) => {
    const [login, password] = [textOf(request, 'login'), textOf(request, 'password')];
    if (login.trim() === '' || password === '') {
      response.status(400).json({ code: 'BAD_REQUEST', message: 'send login and password' });
      return;
    }
    try {
      answer(
        services,
        request,
        response,
        await signIn(services, limits, { login, password, client: clientOf(request), old: sessionCookieOf(request) }),
      );
    } catch (error) {
      refuse(response, error);
    }
  });
  router.delete('/session', jsonRoute, async (request: Request, response: Response) => {
    const secret = sessionCookieOf(request);
    if (secret !== null) await endSession(services, secret, clientOf(request));
    response.clearCookie(SESSION_COOKIE, { httpOnly: true, sameSite: 'strict', path: '/', secure: overTls(request) });
    response.set('Clear-Site-Data', '"cache", "storage"').status(204).end();
  });
  router.post('/session/password', jsonRoute, async (request: Request, response: Response) => {
    const account = await accountOfSession(services.database.query, sessionCookieOf(request), services.now());
    if (account === null) {
      response.status(401).json({ code: 'UNAUTHENTICATED', message: 'sign in first' });
      return;
    }
    try {
      const passwords = { old: textOf(request, 'old'), new: textOf(request, 'new') };
      const secret = await changePassword(services, account, passwords, clientOf(request));
      setCookie(services, request, response, secret);
      response.json({ ok: true });
    } catch (error) {
      refuse(response, error);
    }
  });
  return router;
}

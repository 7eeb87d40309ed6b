import type { User, UserManager } from 'oidc-client-ts';
import { paths } from '@/config/paths';
import { siteConfig } from '@/config/site-config';

export type Role = 'buyer' | 'photographer' | 'moderator' | 'admin';

export interface SignedIn {
  id: string;
  name: string;
  roles: readonly string[];
  expiresAt: number;
  /** The sign-in has run out. Who it was is still known, so that what they were doing stays on the page. */
  expired: boolean;
}

/** The page that a buyer's link leads to is the purchase service's own: it looks for the token here. */
const LANDING_TOKEN = 'safelight.access_token';

// The router clears out of the address what no page asks for, and a code must not stay there either.
const arrival = location.href;

type Listener = (user: SignedIn | undefined) => void;

/**
 * Who uses the site, by OpenID Connect (authorization code with PKCE). Tokens live in the tab's session storage and go
 * with the tab; never in local storage.
 */
export class Session {
  private manager: Promise<UserManager> | undefined;
  private readonly listeners = new Set<Listener>();
  current: SignedIn | undefined;

  subscribe = (listener: Listener) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Finds out who is signed in already. */
  async restore(): Promise<void> {
    if (!sessionStorage.getItem(LANDING_TOKEN)) return;
    this.accept(await (await this.open()).getUser());
  }

  /** Goes to the identity provider, and comes back to where the user was. */
  async signIn(returnTo = location.pathname + location.search): Promise<void> {
    await (await this.open()).signinRedirect({ state: { returnTo } });
  }

  /** Without leaving the page: something is under way that must not be lost. */
  async signInAgain(): Promise<void> {
    const before = this.current?.id;
    const user = await (await this.open()).signinPopup();
    this.accept(user);
    // Somebody else must not find what the other one left.
    if (before !== undefined && before !== user.profile.sub) location.reload();
  }

  /** Ends a sign-in that came back. @returns where the user was */
  async finish(): Promise<string> {
    const manager = await this.open();
    if (window.opener) {
      await manager.signinPopupCallback(arrival);
      return '/';
    }
    const user = await manager.signinRedirectCallback(arrival);
    this.accept(user);
    return (user.state as { returnTo?: string } | undefined)?.returnTo ?? '/';
  }

  async signOut(): Promise<void> {
    sessionStorage.removeItem(LANDING_TOKEN);
    await (await this.open()).signoutRedirect();
  }

  /**
   * For calls to the services. A stranger's call waits for nothing, and does not fail because nobody can sign in.
   * @param patient waits for the next sign-in where the last one has run out, instead of being refused
   */
  async token(patient: boolean): Promise<string | undefined> {
    if (this.current?.expired && patient) await this.signedInAgain();
    if (!sessionStorage.getItem(LANDING_TOKEN)) return undefined;
    const user = await (await this.open()).getUser();
    if (user && !user.expired) return user.access_token;
    this.expire();
    return this.current?.expired && patient ? this.token(patient) : undefined;
  }

  private signedInAgain(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.subscribe((user) => {
        if (user?.expired) return;
        stop();
        resolve();
      });
    });
  }

  private open(): Promise<UserManager> {
    // Loaded after the page: strangers look at photos without it.
    this.manager ??= Promise.all([siteConfig(), import('oidc-client-ts')])
      .then(([{ issuer, clientId }, { UserManager, WebStorageStateStore }]) => {
        const manager = new UserManager({
          authority: issuer,
          client_id: clientId,
          redirect_uri: `${location.origin}${paths.callback}`,
          popup_redirect_uri: `${location.origin}${paths.callback}`,
          post_logout_redirect_uri: `${location.origin}/`,
          scope: 'openid profile email',
          userStore: new WebStorageStateStore({ store: sessionStorage }),
          stateStore: new WebStorageStateStore({ store: sessionStorage }),
          automaticSilentRenew: false,
        });
        manager.events.addAccessTokenExpired(() => this.expire());
        return manager;
      })
      .catch((reason: unknown) => {
        this.manager = undefined;
        throw reason;
      });
    return this.manager;
  }

  private accept(user: User | null): void {
    if (user && !user.expired) {
      sessionStorage.setItem(LANDING_TOKEN, user.access_token);
      const roles: unknown = user.profile.roles ?? claims(user.access_token).roles;
      this.current = {
        id: user.profile.sub,
        name: user.profile.name ?? user.profile.preferred_username ?? user.profile.sub,
        roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
        expiresAt: (user.expires_at ?? 0) * 1000,
        expired: false,
      };
    } else {
      sessionStorage.removeItem(LANDING_TOKEN);
      this.current = undefined;
    }
    this.tell();
  }

  private expire(): void {
    sessionStorage.removeItem(LANDING_TOKEN);
    if (!this.current || this.current.expired) return;
    this.current = { ...this.current, expired: true };
    this.tell();
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener(this.current));
  }
}

/** Only to decide what to show: the services check the token themselves. */
function claims(jwt: string): Record<string, unknown> {
  try {
    const part = jwt.split('.')[1] ?? '';
    return JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))) as Record<string, unknown>;
  } catch {
    return {};
  }
}

export const session = new Session();

import { lazyRouteComponent } from '@tanstack/react-router';
import { Unreachable } from '@/lib/problem';

/**
 * A page whose script comes when it is wanted. The router reloads the site once for a script that is missing, as a newer
 * site may be there; without a network that would leave nothing but the browser's own words.
 */
export const lazyPage: typeof lazyRouteComponent = (load, name) =>
  lazyRouteComponent(
    () =>
      load().catch((reason: unknown) => {
        throw navigator.onLine ? reason : new Unreachable('The page could not be fetched.', { cause: reason });
      }),
    name,
  );

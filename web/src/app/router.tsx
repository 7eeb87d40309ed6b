import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
} from '@tanstack/react-router';
import { getPage } from '@/features/pages/api/get-page';
import { getPhoto } from '@/features/photo/api/get-photo';
import { searchPhotos } from '@/features/search/api/search-photos';
import { readSearchParams } from '@/features/search/search-params';
import { ErrorPage } from './error-page';
import { lazyPage } from './lazy-page';
import { HomePage } from './routes/home';
import { PhotoPage } from './routes/photo';
import { SearchPage } from './routes/search';
import { NotFoundPage } from './not-found-page';
import { SiteBanners } from './site-banners';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: () => (
    <>
      <SiteHeader />
      <Outlet />
      <SiteFooter />
      <SiteBanners />
    </>
  ),
  notFoundComponent: NotFoundPage,
  errorComponent: ErrorPage,
});

// What pages show is asked for while their code is on its way; but not when somebody only points at a link.

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  loader: ({ context: { queries }, preload }) => {
    if (preload) return;
    void queries.prefetchQuery(getPage('home'));
    // Most of what a home page has lives on these.
    void queries.prefetchInfiniteQuery(searchPhotos({ sort: 'newest' }));
  },
  component: HomePage,
});

const search = createRoute({
  getParentRoute: () => root,
  path: '/search',
  validateSearch: readSearchParams,
  loaderDeps: ({ search: params }) => params,
  loader: ({ context, deps, preload }) => void (preload || context.queries.prefetchInfiniteQuery(searchPhotos(deps))),
  component: SearchPage,
});

const photo = createRoute({
  getParentRoute: () => root,
  path: '/photos/$photoId',
  loader: ({ context, params, preload }) => void (preload || context.queries.prefetchQuery(getPhoto(params.photoId))),
  component: PhotoPage,
});

const purchases = createRoute({
  getParentRoute: () => root,
  path: '/purchases',
  validateSearch: ({ licence }: Record<string, unknown>): { licence?: string } =>
    typeof licence === 'string' ? { licence } : {},
  component: lazyPage(() => import('./routes/purchases'), 'PurchasesPage'),
});

// Mails name the licence in the path.
const purchase = createRoute({
  getParentRoute: () => root,
  path: '/purchases/$licenceId',
  component: lazyPage(() => import('./routes/purchases'), 'PurchasePage'),
});

const uploads = createRoute({
  getParentRoute: () => root,
  path: '/uploads',
  component: lazyPage(() => import('./routes/uploads'), 'UploadsPage'),
});

const uploadRoute = createRoute({
  getParentRoute: () => root,
  path: '/uploads/$photoId',
  component: lazyPage(() => import('./routes/upload'), 'UploadPage'),
});

const moderation = createRoute({
  getParentRoute: () => root,
  path: '/moderation',
  component: lazyPage(() => import('./routes/moderation'), 'ModerationPage'),
});

const notifications = createRoute({
  getParentRoute: () => root,
  path: '/notifications',
  component: lazyPage(() => import('./routes/notifications'), 'NotificationsPage'),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyPage(() => import('./routes/admin-frame'), 'AdminFrame'),
});

const adminOverview = createRoute({
  getParentRoute: () => admin,
  path: '/',
  component: lazyPage(() => import('./routes/admin'), 'AdminPage'),
});

const adminFlow = createRoute({
  getParentRoute: () => admin,
  path: '/flow',
  validateSearch: ({ photo }: Record<string, unknown>): { photo?: string } => (typeof photo === 'string' ? { photo } : {}),
  component: lazyPage(() => import('./routes/admin-flow'), 'AdminFlowPage'),
});

const adminParked = createRoute({
  getParentRoute: () => admin,
  path: '/parked',
  validateSearch: ({ service, id }: Record<string, unknown>): { service?: string; id?: string } => ({
    ...(typeof service === 'string' ? { service } : {}),
    ...(typeof id === 'string' ? { id } : {}),
  }),
  component: lazyPage(() => import('./routes/admin-parked'), 'AdminParkedPage'),
});

const adminAudit = createRoute({
  getParentRoute: () => admin,
  path: '/audit',
  component: lazyPage(() => import('./routes/admin-audit'), 'AdminAuditPage'),
});

const adminRoles = createRoute({
  getParentRoute: () => admin,
  path: '/roles',
  component: lazyPage(() => import('./routes/admin-roles'), 'AdminRolesPage'),
});

const adminPacks = createRoute({
  getParentRoute: () => admin,
  path: '/packs',
  component: lazyPage(() => import('./routes/admin-packs'), 'AdminPacksPage'),
});

const adminPages = createRoute({
  getParentRoute: () => admin,
  path: '/pages',
  component: lazyPage(() => import('./routes/admin-pages'), 'AdminPagesPage'),
});

const adminPageEditor = createRoute({
  getParentRoute: () => admin,
  path: '/pages/$page',
  // What a new page was called: its address has only some of the letters.
  validateSearch: ({ title }: Record<string, unknown>): { title?: string } =>
    typeof title === 'string' || typeof title === 'number' ? { title: String(title) } : {},
  component: lazyPage(() => import('./routes/admin-page-editor'), 'AdminPageEditorPage'),
});

const adminPagePreview = createRoute({
  getParentRoute: () => admin,
  path: '/pages/$page/preview',
  validateSearch: ({ version }: Record<string, unknown>): { version?: number } =>
    Number.isInteger(version) ? { version: version as number } : {},
  component: lazyPage(() => import('./routes/admin-page-preview'), 'AdminPagePreviewPage'),
});

const packs = createRoute({
  getParentRoute: () => root,
  path: '/packs',
  component: lazyPage(() => import('./routes/packs'), 'PacksPage'),
});

const pack = createRoute({
  getParentRoute: () => root,
  path: '/packs/$packId',
  component: lazyPage(() => import('./routes/pack'), 'PackPage'),
});

const sales = createRoute({
  getParentRoute: () => root,
  path: '/sales',
  component: lazyPage(() => import('./routes/sales'), 'SalesPage'),
});

const sitePage = createRoute({
  getParentRoute: () => root,
  path: '/pages/$page',
  component: lazyPage(() => import('./routes/site-page'), 'SitePage'),
});

const callback = createRoute({
  getParentRoute: () => root,
  path: '/callback',
  component: lazyPage(() => import('./routes/callback'), 'CallbackPage'),
});

const routes = root.addChildren([
  home,
  search,
  photo,
  purchases,
  purchase,
  uploads,
  uploadRoute,
  moderation,
  notifications,
  admin.addChildren([adminOverview, adminFlow, adminParked, adminAudit, adminRoles, adminPacks, adminPages, adminPageEditor, adminPagePreview]),
  packs,
  pack,
  sales,
  sitePage,
  callback,
]);

export const createSiteRouter = (queries: QueryClient) =>
  createRouter({ routeTree: routes, context: { queries }, defaultPreload: 'intent', scrollRestoration: true, search: { strict: true } });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createSiteRouter>;
  }
}

/** Every page for administrators: its address, and the key of its name and of what it is for in `admin.pages`. */
export const adminPages = [
  { to: '/admin', key: 'overview' },
  { to: '/admin/flow', key: 'flow' },
  { to: '/admin/parked', key: 'parked' },
  { to: '/admin/audit', key: 'audit' },
  { to: '/admin/roles', key: 'roles' },
  { to: '/admin/pages', key: 'pages' },
  { to: '/admin/packs', key: 'packs' },
] as const;

export type AdminPage = (typeof adminPages)[number];

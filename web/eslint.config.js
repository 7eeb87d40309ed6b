import boundaries from 'eslint-plugin-boundaries';
import a11y from 'eslint-plugin-jsx-a11y';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Imports go one way: app → features → components, lib, config. A feature does not know another, except the
// few that are made to be used by all (session, photo).
const layers = [
  { type: 'app', pattern: 'src/app/**', partialMatch: false },
  { type: 'feature', pattern: 'src/features/*', capture: ['name'] },
  { type: 'components', pattern: 'src/components/**', partialMatch: false },
  { type: 'lib', pattern: 'src/(lib|config|i18n|api)/**', partialMatch: false },
  { type: 'testing', pattern: 'src/testing/**', partialMatch: false },
];

const SHARED = ['session', 'photo'];

const allow = (from, ...to) => ({
  from: { element: { type: from } },
  allow: to.map((type) => ({ to: { element: { type } } })),
});

export default tseslint.config(
  { ignores: ['target', 'src/api', 'node_modules', 'public', 'screenshots'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { boundaries, 'react-hooks': hooks, 'jsx-a11y': a11y },
    settings: {
      'boundaries/elements': layers,
      'boundaries/include': ['src/**/*'],
      'import/resolver': { typescript: { project: './tsconfig.json' } },
    },
    rules: {
      ...hooks.configs.recommended.rules,
      ...a11y.flatConfigs.recommended.rules,
      // The site is not compiled by React's compiler, which cannot see through the virtual lists.
      'react-hooks/incompatible-library': 'off',
      // What scrolls must be reachable by keyboard.
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region', 'tabpanel'] }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Routers redirect by throwing.
      '@typescript-eslint/only-throw-error': 'off',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            allow('app', 'app', 'feature', 'components', 'lib'),
            allow('feature', 'components', 'lib'),
            {
              from: { element: { type: 'feature' } },
              allow: [
                { to: { element: { type: 'feature', captured: { name: '{{from.element.captured.name}}' } } } },
                ...SHARED.map((name) => ({ to: { element: { type: 'feature', captured: { name } } } })),
              ],
            },
            allow('components', 'components', 'lib'),
            allow('lib', 'lib'),
            allow('testing', 'app', 'feature', 'components', 'lib', 'testing'),
          ],
        },
      ],
    },
  },
  { files: ['**/*.test.{ts,tsx}', 'e2e/**'], rules: { 'boundaries/dependencies': 'off' } },
  { files: ['**/*.{js,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
);

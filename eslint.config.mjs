import js from '@eslint/js';
import importX from 'eslint-plugin-import-x';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import ts from 'typescript-eslint';

/** The house (README, "The house"): who may import whom. Arrows only point down. */
const floors = [
  ['src/define', ['./src/loader']],
  ['src/widgets', ['./src/define', './src/loader']],
  ['src/ui', ['./src/widgets', './src/define', './src/loader']],
  ['src/core', ['./src/ui', './src/widgets', './src/define', './src/loader']],
  ['src/api', ['./src/core', './src/ui', './src/widgets', './src/define', './src/loader']],
  ['src/money', ['./src/api', './src/core', './src/ui', './src/widgets', './src/define', './src/loader']],
  ['src/i18n', ['./src/api', './src/core', './src/ui', './src/widgets', './src/define', './src/loader']],
  ['src', ['./mock-backend', './stories', './demo']],
  [
    'mock-backend/engine',
    [
      './mock-backend/api',
      './mock-backend/world',
      './mock-backend/store',
      './mock-backend/adapters',
      './mock-backend/scenarios',
    ],
  ],
  ['mock-backend/store', ['./mock-backend/api', './mock-backend/world', './mock-backend/adapters']],
  [
    'mock-backend',
    [
      './stories',
      './demo',
      './src/core',
      './src/ui',
      './src/widgets',
      './src/define',
      './src/loader',
      './src/money',
      './src/i18n',
    ],
  ],
];

export default ts.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.cache/',
      'storybook-static/',
      'coverage/',
      'src/api/schema.d.ts',
      'demo/react/',
      'demo/vue/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-ignore': true, 'ts-expect-error': true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
    },
  },
  {
    files: [
      'scripts/**',
      'mock-backend/scenarios/cli.*',
      'mock-backend/server.ts',
      'mock-backend/bench/**',
      'mock-backend/api/generate.ts',
    ],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { lit, wc, 'lit-a11y': litA11y },
    rules: {
      ...lit.configs['flat/recommended'].rules,
      ...wc.configs['flat/recommended'].rules,
      ...litA11y.configs.recommended.rules,
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'mock-backend/**/*.ts'],
    ignores: ['**/*.test.ts', 'src/testing/**'],
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver': { node: { extensions: ['.ts', '.js'] } } },
    rules: {
      'import-x/no-restricted-paths': [
        'error',
        {
          zones: floors.map(([target, from]) => ({
            target: `./${target}`,
            from,
            message: 'Arrows point down only (README, "The house").',
          })),
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: { '@typescript-eslint/no-unused-expressions': 'off' },
  },
);

// The page's JavaScript: modules for a browser, bundled by esbuild; its tests run under node. Paths are those of the
// project's root, where `npm run lint` starts.
import js from '@eslint/js';
import globals from 'globals';

// Text of articles reaches the page: it is set by textContent, never parsed as HTML or run.
const unsafe = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write'];

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: 'module' },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        ...unsafe.map((property) => ({ property: property.split('.').pop(), message: 'use textContent' })),
      ],
    },
  },
  {
    files: ['geomap/render/static/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['tests/**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
  },
];

import compat from 'eslint-plugin-compat';
import vue from 'eslint-plugin-vue';
import tseslint from 'typescript-eslint';

/**
 * What the compiler does not see. Rules that need types are few: they are what takes time. Circles of imports and
 * the order of the rooms are held by test/architecture.test.ts.
 */
export default tseslint.config(
  { ignores: ['dist/', 'data/', 'web/graphql/', 'test/fixtures/', 'examples/'] },
  {
    files: ['src/**/*.ts', 'entities/**/*.ts', 'importers/**/*.ts', 'resolvers/**/*.ts', 'test/**/*.ts'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-expressions': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  // More than four arguments are an object, but for those that the schema names one by one.
  {
    files: ['src/**/*.ts', 'entities/**/*.ts', 'importers/**/*.ts', 'resolvers/**/*.ts', 'web/**/*.ts'],
    ignores: ['resolvers/*/*Resolver.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { '@typescript-eslint/max-params': ['error', { max: 4 }] },
  },
  // The desk: Vue, and nothing that the browsers of offices do not know (browserslist in package.json).
  ...vue.configs['flat/essential'].map((config) => ({ ...config, files: ['web/**/*.vue'] })),
  {
    files: ['web/**/*.vue'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
  {
    files: ['web/**/*.vue', 'web/**/*.ts'],
    plugins: { compat },
    rules: { 'compat/compat': 'error' },
  },
  {
    files: ['**/*.ts', '**/*.js'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-fallthrough': 'error',
      'no-unreachable': 'error',
      'no-constant-binary-expression': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-empty': 'error',
      'no-var': 'error',
      'no-debugger': 'error',
      'no-dupe-keys': 'error',
      'no-self-compare': 'error',
      'no-unsafe-finally': 'error',
      'no-useless-catch': 'error',
      'prefer-const': 'error',
      'require-yield': 'error',
    },
  },
);

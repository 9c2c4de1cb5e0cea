import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// Types are checked by tsc, arrows between rooms by tests/architecture; here stands what is left. No rule needs type
// information, so that the whole project is read in seconds.
export default tseslint.config(
  {
    ignores: [
      "build/",
      "data/",
      ".cache/",
      "coverage/",
      "test-results/",
      "playwright-report/",
      "app/platform/generated/",
      // A package as strangers make them.
      "tests/e2e/content/",
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ["**/*.tsx", "app/ui/**/*.ts"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-unused-vars": [
        "error",
        {
          argsIgnorePattern: "^_",
          caughtErrors: "none",
          destructuredArrayIgnorePattern: "^_",
          ignoreRestSiblings: true,
        },
      ],
      "no-console": "error",
      "no-debugger": "error",
      "no-else-return": ["error", { allowElseIf: false }],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-globals": ["error", { name: "event", message: "Name the argument of the handler." }],
      "no-template-curly-in-string": "error",
      "no-unneeded-ternary": "error",
      "no-useless-rename": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    // What a command says is printed by these; the platform has its log.
    files: ["scripts/**", "app/commands/**", "prisma/seed.ts"],
    rules: { "no-console": "off" },
  },
);

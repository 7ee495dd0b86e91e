/** What every page needs, and pages that open later need too: left to itself the bundler would cut it
 *  into dozens of scripts, which compress badly, since each is what a certain set of pages shares. */
export const firstLoadTogether = {
  groups: [
    {
      name: 'ground',
      test: /node_modules\/(dexie|valibot|uuidv7|zustand)\/|\/shared\/src\/(errors|limits|chunk-plan|case-fold|names|free-name|natural-order|utf8|derived-names|wire\/(problem|primitives|users|nodes|uploads))\.ts|\/worker\/src\/(net\/(api|api-error|send|auth-api|node-api|upload-api|metered)|local\/(database|account|wipe|nodes|presence|connection|settings|transfer-limits|node-writes|listings)|page\/tab)\.ts/,
    },
  ],
};

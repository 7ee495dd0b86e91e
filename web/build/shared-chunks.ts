/** Three scripts for all that is not one page's own: what the first list needs, what several of those
 *  share that are loaded beside and after it, and what opens over a page. Left to itself the bundler makes
 *  a script of each set of modules that a certain set of pages shares: dozens, which compress badly, and
 *  each of which takes a browser as long to ask for, to check and to keep for offline as a large one. */
export const sharedChunks = {
  groups: [
    { name: 'app', tags: ['$initial' as const], priority: 1 },
    { name: 'beside', minShareCount: 2 },
    { name: 'dialogs', test: /(Dialog|Sheet)\.tsx$/ },
  ],
};

/**
 * Of much that is printed nothing is kept for long: V8 would let 50 MB of it lie about in each of its spaces, the new and
 * the old. And most of what a line takes runs a few times in the life of a child: compiled when it is first called, it
 * needs a fifth less time.
 */
export const childFlags = ['--max-semi-space-size=4', '--heap-growing-percent=100', '--always-sparkplug'] as const;

// The one kind of error that a build reports to whoever runs it; anything else that is thrown is a bug.

/** What went wrong, in words: a missing source, a file that does not compile, a bundle over its budget, a wrong flag. */
export class BuildError extends Error {}

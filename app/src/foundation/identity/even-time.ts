/**
 * Answers no sooner than this, so that the time does not tell whether there was an account to do work for. Well above what the work takes on an
 * unloaded server, and short enough not to be felt.
 */
const evenMilliseconds = 250;

export async function inEvenTime<R>(work: Promise<R>): Promise<R> {
  const [result] = await Promise.all([work, new Promise((resolve) => setTimeout(resolve, evenMilliseconds))]);
  return result;
}

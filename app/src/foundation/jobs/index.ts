export { addJob, type JobOptions, type JobPayload } from './job.store.ts';
export { createJobs, type JobRun, type Jobs, prepareJobs, type Recurring, type Task } from './jobs.ts';

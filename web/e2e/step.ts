import { afterEach, beforeEach } from 'vitest';
import { photographEverybody } from './browser';

let broken = false;

// The tests of a file are steps of one story: once one has failed, what comes after it says nothing.
beforeEach(({ skip }) => skip(broken, 'an earlier step has failed'));

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  broken = true;
  await photographEverybody(task.name.replace(/\W+/g, '-'));
});

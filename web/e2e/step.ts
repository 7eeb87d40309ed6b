import { afterEach, beforeEach } from 'vitest';

let broken = false;

// The tests of a file are steps of one story: once one has failed, what comes after it says nothing.
beforeEach(({ skip }) => skip(broken, 'an earlier step has failed'));

afterEach(({ task }) => {
  broken ||= task.result?.state === 'fail';
});

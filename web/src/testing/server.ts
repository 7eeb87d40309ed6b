import { setupServer } from 'msw/node';
import { handlers } from './handlers';

/** Answers in the place of the services; a question that no handler knows fails the test. */
export const server = setupServer(...handlers);

import { answerOnceThrown } from './throwingOnce.ts';

// A scan worker that throws the first time it is asked anything in a home, and answers from then on.
answerOnceThrown('scan');

import { answerOnceThrown } from './throwingOnce.ts';

// A scan worker that throws the first time it is asked anything in a home, and from then on answers a scan when it is
// asked a question.
answerOnceThrown('ask');

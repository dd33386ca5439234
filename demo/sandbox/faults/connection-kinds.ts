import { type Answer, jsonAnswer } from './answer.ts';
import { after, apiPaths, before, instead } from './fault-kind.ts';
import { choice, number } from './params.ts';

const work = choice('skipped', 'done');

const delivered = (answer: Answer, delivery: Answer['delivery']): Answer => ({ ...answer, delivery });

/** Connections that say nothing, too late, or only half of it. */
export const connectionKinds = {
  hang: instead({
    id: 'Tidak pernah menjawab; pekerjaannya dilewati atau tetap dilakukan.',
    en: 'Never answers; the work is skipped, or done all the same.',
    paths: apiPaths,
    params: { work },
    apply: () => delivered(jsonAnswer(''), 'hang'),
  }),
  reset: instead({
    id: 'Koneksi diputus sebelum menjawab; pekerjaannya dilewati atau tetap dilakukan.',
    en: 'The connection is reset before an answer; the work is skipped, or done all the same.',
    paths: apiPaths,
    params: { work },
    apply: () => delivered(jsonAnswer(''), 'reset'),
  }),
  'slow-answer': after({
    id: 'Dikerjakan langsung, dijawab terlambat.',
    en: 'Done at once, answered late.',
    paths: apiPaths,
    params: { ms: number(3_000) },
    apply: (answer, { ms }) => ({ ...answer, delayMs: answer.delayMs + ms }),
  }),
  'slow-work': before({
    id: 'Baru dikerjakan setelah jeda, mungkin saat pemanggil sudah menyerah.',
    en: 'Done only after a while, when the caller may have given up.',
    paths: apiPaths,
    params: { ms: number(3_000) },
    apply: (twist, { ms }) => {
      twist.delayMs = (twist.delayMs ?? 0) + ms;
      return true;
    },
  }),
  'answer-cut': after({
    id: 'Koneksi ditutup di tengah jawaban.',
    en: 'The connection is closed in the middle of the answer.',
    paths: apiPaths,
    params: {},
    apply: (answer) => delivered(answer, 'cut'),
  }),
  'answer-stalls': after({
    id: 'Jawaban berhenti di tengah dan tidak pernah selesai.',
    en: 'The answer stops in the middle and never ends.',
    paths: apiPaths,
    params: {},
    apply: (answer) => delivered(answer, 'stall'),
  }),
};

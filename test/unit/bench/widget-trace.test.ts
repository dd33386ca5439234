import { expect, test } from 'vitest';
import { scriptTime, type TraceEvent } from '../../bench/widget/trace.ts';

const WIDGET = 'http://127.0.0.1:8787';

/** An event of the page's main thread; times in milliseconds by the thread's clock, which by the wall is another. */
function event(name: string, from: number, to: number, url?: string, tid = 1): TraceEvent {
  const args = url === undefined ? {} : { data: { url } };
  return {
    name,
    ph: 'X',
    ts: 9 * from * 1000,
    tts: from * 1000,
    tdur: (to - from) * 1000,
    pid: 7,
    tid,
    args,
  };
}

const thread: TraceEvent = {
  name: 'thread_name',
  ph: 'M',
  ts: 0,
  pid: 7,
  tid: 1,
  args: { name: 'CrRendererMain' },
};
const compile = event('v8.compileModule', 10, 14, `${WIDGET}/zul-topup.js`);

test('time that nests is counted once, and microtasks are the only script’s', () => {
  const trace = [
    thread,
    compile,
    event('v8.evaluateModule', 20, 40),
    event('FunctionCall', 25, 30, `${WIDGET}/zul-topup.js`),
    event('RunMicrotasks', 50, 60),
  ];
  expect(scriptTime(trace, WIDGET)).toBe(34);
});

test('layout, other threads and scripts from elsewhere are not counted, not even inside', () => {
  const trace = [
    thread,
    compile,
    event('Layout', 15, 19),
    event('RunMicrotasks', 20, 40),
    event('FunctionCall', 22, 25, ''),
    event('EvaluateScript', 50, 60, 'http://elsewhere.example/a.js'),
    event('RunMicrotasks', 20, 99, undefined, 2),
  ];
  expect(scriptTime(trace, WIDGET)).toBe(21);
});

test('what comes after the mark is cut off', () => {
  const mark = { ...event('shown', 30, 30), ph: 'I' };
  const trace = [thread, compile, event('RunMicrotasks', 20, 40), event('RunMicrotasks', 50, 60), mark];
  expect(scriptTime(trace, WIDGET, 'shown')).toBe(14);
});

test('a trace without the script or without the mark is refused, so that nothing is measured as nothing', () => {
  expect(() => scriptTime([thread, compile], 'http://nowhere.example')).toThrow('no script');
  expect(() => scriptTime([thread, compile], WIDGET, 'shown')).toThrow('no mark');
});

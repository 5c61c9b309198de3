// The demo's page: the clock, the strip of jobs, and the story's buttons.
import { Story } from './story.js';

const ASK_EVERY = 1_000;
const FRESH_FOR = 4_000;

const part = id => document.getElementById(id);
const clock = part('clock');
const steps = [...document.querySelectorAll('[data-step]')];
const story = new Story(part('villager'), part('officer'), wind);
const seen = new Map();

clock.addEventListener('submit', submit => {
  submit.preventDefault();
  wind(submit.submitter.value).catch(() => tell('Đồng hồ chưa tua được, thử lại nhé.', true));
});
steps.forEach((step, place) => step.querySelector('button').addEventListener('click', () => play(place)));
part('again').addEventListener('click', () => goTo(0, true));
goTo(0, false);
setInterval(look, ASK_EVERY);
look();

async function play(place) {
  const step = steps[place];
  const button = step.querySelector('button');
  button.disabled = true;
  button.textContent = 'Đang làm…';
  tell('');
  showPhone(step.dataset.on);
  try {
    const words = await story[step.dataset.step]();
    goTo(place + 1, true);
    tell(words);
  } catch {
    button.disabled = false;
    tell('Chưa thấy bot trả lời. Bấm lại, hoặc tự làm trên máy.', true);
  } finally {
    button.textContent = 'Làm giúp';
  }
}

// Where the phones do not stand beside the story, the one that acts comes into sight.
function showPhone(name) {
  if (name && !matchMedia('(min-width: 1120px)').matches) {
    part(name).scrollIntoView({ block: 'end', behavior: 'smooth' });
  }
}

function goTo(place, isFocused) {
  steps.forEach((step, number) => {
    step.classList.toggle('done', number < place);
    step.toggleAttribute('aria-current', number === place);
    if (number === place) {
      step.setAttribute('aria-current', 'step');
    }
    step.querySelector('button').disabled = number !== place;
  });
  part('again').hidden = place < steps.length;
  if (isFocused) {
    (steps[place]?.querySelector('button') ?? part('again')).focus({ preventScroll: true });
  }
  tell('');
}

function tell(words, isTrouble = false) {
  part('told').textContent = words;
  part('told').classList.toggle('trouble', isTrouble);
}

async function wind(by) {
  const buttons = [...clock.querySelectorAll('button')];
  const body = new FormData(clock);
  body.set('by', by);
  buttons.forEach(button => { button.disabled = true; });
  try {
    const answer = await fetch(clock.action, { method: 'POST', body, redirect: 'manual' });
    if (answer.type !== 'opaqueredirect') {
      throw new Error(answer.status);
    }
    await look();
  } finally {
    buttons.forEach(button => { button.disabled = false; });
  }
}

async function look() {
  if (document.hidden) {
    return;
  }
  try {
    const now = await (await fetch('/demo/now', { cache: 'no-store' })).json();
    part('now').textContent = now.clock;
    show(now);
  } catch {
    // The host is restarting; the next look finds it.
  }
}

function show({ running, runs }) {
  const isFirst = seen.size === 0;
  const moment = Date.now();
  for (const run of runs) {
    if (!seen.has(run.key)) {
      seen.set(run.key, isFirst ? 0 : moment);
    }
  }
  const chips = [
    ...running.map(name => chip(`${name}…`, 'running')),
    ...runs.toReversed().map(run => {
      const classes = `${moment - seen.get(run.key) < FRESH_FOR ? 'fresh' : ''} ${run.hasFailed ? 'failed' : ''}`;
      return chip(`${run.words} `, classes, run.at);
    }),
  ];
  if (chips.length > 0) {
    part('jobs').replaceChildren(...chips);
  }
}

function chip(words, classes, at) {
  const item = document.createElement('li');
  item.className = classes.trim();
  item.textContent = words;
  if (at) {
    const time = document.createElement('time');
    time.textContent = at;
    item.append(time);
  }
  return item;
}

// Counts what was not seen yet, in the title and, where it is switched on, with a soft ring.
import { words } from './words.js';

export class Ring {
  #button;
  #key;
  #unseen = 0;
  #sound = null;

  constructor(button, seat) {
    this.#button = button;
    this.#key = `ring${seat && '-'}${seat}`;
    button.hidden = false;
    button.addEventListener('click', () => this.#switch(!this.isOn));
    button.setAttribute('aria-pressed', String(this.isOn));
    addEventListener('focus', () => this.seen());
    document.addEventListener('visibilitychange', () => document.hidden || this.seen());
    // A browser lets nothing sound before the first touch.
    addEventListener('pointerdown', () => this.isOn && this.#wake(), { once: true });
  }

  get isOn() {
    return localStorage.getItem(this.#key) === 'on';
  }

  /** Something new was said. */
  told(isSilent) {
    if (document.hasFocus() && !document.hidden) {
      return;
    }
    this.#unseen++;
    this.#show();
    if (this.isOn && !isSilent) {
      this.#play();
    }
  }

  seen() {
    this.#unseen = 0;
    this.#show();
  }

  #switch(isOn) {
    localStorage.setItem(this.#key, isOn ? 'on' : 'off');
    this.#button.setAttribute('aria-pressed', String(isOn));
    if (isOn) {
      this.#wake();
      this.#play();
    }
  }

  #show() {
    document.title = this.#unseen > 0 ? `(${this.#unseen}) ${words.title}` : words.title;
    if (parent !== window) {
      parent.postMessage({ unseen: this.#unseen }, location.origin);
    }
  }

  #wake() {
    this.#sound ??= new AudioContext();
    this.#sound.resume();
  }

  // Two short soft tones; nothing to download.
  #play() {
    if (this.#sound?.state !== 'running') {
      return;
    }
    [660, 880].forEach((pitch, number) => {
      const start = this.#sound.currentTime + number * 0.18;
      const tone = this.#sound.createOscillator();
      const volume = this.#sound.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.0001, start);
      volume.gain.exponentialRampToValueAtTime(0.15, start + 0.02);
      volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.3);
      tone.connect(volume).connect(this.#sound.destination);
      tone.start(start);
      tone.stop(start + 0.32);
    });
  }
}

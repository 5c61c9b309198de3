// Records a voice note; at most two minutes, small enough for a weak network.
const LONGEST = 120;
const KINDS = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];

export class Voice {
  #recorder = null;
  #startedAt = 0;
  #timer = 0;

  /** Begins; tells every second how long it is, and stops by itself at the end. */
  async start(tick, full) {
    const microphone = await navigator.mediaDevices.getUserMedia({ audio: true });
    const mimeType = KINDS.find(kind => MediaRecorder.isTypeSupported(kind));
    const recorder = new MediaRecorder(microphone, { mimeType, audioBitsPerSecond: 24_000 });
    const parts = [];
    recorder.ondataavailable = part => parts.push(part.data);
    recorder.done = new Promise(resolve => {
      recorder.onstop = () => {
        microphone.getTracks().forEach(track => track.stop());
        resolve(new Blob(parts, { type: recorder.mimeType.split(';')[0] }));
      };
    });
    recorder.start();
    this.#recorder = recorder;
    this.#startedAt = Date.now();
    this.#timer = setInterval(() => this.seconds >= LONGEST ? full() : tick(this.seconds), 1000);
    tick(0);
  }

  get seconds() {
    return Math.round((Date.now() - this.#startedAt) / 1000);
  }

  /** Ends; returns what was said and how long it took. */
  async stop() {
    clearInterval(this.#timer);
    const recorder = this.#recorder;
    const seconds = this.seconds;
    this.#recorder = null;
    recorder?.stop();
    return { blob: await recorder?.done, seconds };
  }
}

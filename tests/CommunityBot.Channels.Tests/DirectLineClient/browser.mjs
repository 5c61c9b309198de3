// Just enough of a browser for the client: it asks for XMLHttpRequest and WebSocket.
import WebSocket from 'ws';

class Request {
  readyState = 0;
  status = 0;
  responseType = '';
  response = null;
  responseText = '';
  #headers = {};
  #answer = null;
  #method = '';
  #address = '';

  open(method, address) {
    this.#method = method;
    this.#address = address;
    this.readyState = 1;
  }

  setRequestHeader(name, value) {
    this.#headers[name] = value;
  }

  getResponseHeader(name) {
    return this.#answer?.headers.get(name) ?? null;
  }

  getAllResponseHeaders() {
    return [...(this.#answer?.headers ?? [])].map(([name, value]) => `${name}: ${value}`).join('\r\n');
  }

  abort() {
  }

  async send(body) {
    if (body instanceof FormData) {
      delete this.#headers['Content-Type'];
    }
    try {
      this.#answer = await fetch(this.#address, { method: this.#method, headers: this.#headers, body: this.#method === 'GET' ? undefined : body });
      this.responseText = await this.#answer.text();
      this.status = this.#answer.status;
      this.response = this.responseType === 'json' && this.responseText ? JSON.parse(this.responseText) : this.responseText;
    } catch {
      this.status = 0;
    }
    this.readyState = 4;
    this.onreadystatechange?.();
    this.onload?.();
  }
}

globalThis.XMLHttpRequest = Request;
globalThis.WebSocket = WebSocket;
// The client waits 3 to 15 s before it comes back; the shortest is enough for a test.
Math.random = () => 0;

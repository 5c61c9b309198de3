// Talks to the server like a page with Microsoft's client; tells the test line by line what it saw.
import './browser.mjs';
import directLine from 'botframework-directlinejs';

const [domain, token, mode] = process.argv.slice(2);
const client = new directLine.DirectLine({ domain, token, webSocket: mode === 'stream', pollingInterval: 200 });
const tell = (what, more = {}) => console.log(JSON.stringify({ what, ...more }));
const waiting = [];
const seen = [];

client.connectionStatus$.subscribe(status => tell('status', { status: directLine.ConnectionStatus[status] }));
client.activity$.subscribe(activity => {
  if (activity.type === 'message') {
    seen.push(activity);
    tell('activity', { activity });
    waiting.filter(one => one.isMet()).forEach(one => one.resolve());
  }
});

const until = isMet => new Promise(resolve => isMet() ? resolve() : waiting.push({ isMet, resolve }));
const post = activity => new Promise((resolve, reject) => client.postActivity({ from: { id: 'page' }, ...activity }).subscribe(resolve, reject));
const said = text => () => seen.some(activity => activity.from.role === 'bot' && activity.text === text);

tell('posted', { id: await post({ type: 'message', text: 'Vòi nước bị vỡ', channelData: { clientActivityID: 'c1' } }) });
await until(said('Bà con nói: Vòi nước bị vỡ'));
tell('posted', { id: await post({ type: 'message', text: 'bao-nuoc', channelData: { clientActivityID: 'c2', postBack: true } }) });
await until(said('Đã chọn bao-nuoc'));
const jpeg = 'data:image/jpeg;base64,/9j/2Q==';
tell('posted', {
  id: await post({
    type: 'message',
    text: 'ống nước hỏng',
    channelData: { clientActivityID: 'c3' },
    attachments: [{ contentType: 'image/jpeg', contentUrl: jpeg, name: 'a.jpg' }, { contentType: 'image/jpeg', contentUrl: jpeg, name: 'a.jpg' }],
  }),
});
await until(said('Đã nhận 2 tệp'));
tell('hang-up');
await until(said('Có tin mới'));
tell('posted', { id: await post({ type: 'message', text: 'còn đó không', channelData: { clientActivityID: 'c4' } }) });
await until(said('Bà con nói: còn đó không'));
client.end();
tell('done');
process.exit(0);

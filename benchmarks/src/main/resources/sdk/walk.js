// Walks from the API's home to the store with Foxy's own client. Arguments: API address, client id, client secret,
// authorization code. For each line with a number of milliseconds on standard input it walks for that long and prints
// the mean nanoseconds of one walk.
'use strict';

const readline = require('readline');
const { API } = require('@foxy.io/sdk/backend');

async function walk(api, milliseconds) {
  const begun = process.hrtime.bigint();
  const end = begun + BigInt(milliseconds) * 1000000n;
  let walks = 0;
  do {
    const store = await (await api.follow('fx:store').get()).json();
    if (store.store_name !== 'Example Store') throw new Error('That is not the store: ' + JSON.stringify(store));
    walks++;
  } while (process.hrtime.bigint() < end);
  return Number(process.hrtime.bigint() - begun) / walks;
}

async function main([address, clientId, clientSecret, code]) {
  const client = { base: new URL(address), clientId, clientSecret };
  const { refresh_token: refreshToken } = await API.getToken({ ...client, code }, true);
  const api = new API({ ...client, refreshToken, level: 0 });
  console.log('ready');
  for await (const line of readline.createInterface({ input: process.stdin })) console.log(await walk(api, Number(line)));
}

main(process.argv.slice(2)).catch(error => {
  console.error(error);
  process.exit(1);
});

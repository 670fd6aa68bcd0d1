// Drives a sandbox with Foxy's own client. Arguments: API address, client id, client secret, authorization code.
// Prints one JSON object of what it found.
'use strict';

const { API } = require('@foxy.io/sdk/backend');

// The SDK's own responses say 200 whatever came (1.16.2), so errors are told by their documents.
async function read(response) {
  const body = await response.json();
  if (body.error || body._embedded?.['fx:errors']) throw new Error(JSON.stringify(body));
  return body;
}

// The SDK's post() and patch() send their JSON as text/plain (1.16.2), which Foxy's documentation does not allow.
const json = body => ({ headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });

async function main([address, clientId, clientSecret, code]) {
  const client = { base: new URL(address), clientId, clientSecret };

  const exchanged = await API.getToken({ ...client, code }, true);
  const refreshed = await API.getToken({ ...client, refreshToken: exchanged.refresh_token }, true);

  const api = new API({ ...client, refreshToken: exchanged.refresh_token, level: 0 });
  const storeNode = api.follow('fx:store');
  const store = await read(await storeNode.get());

  const customersNode = storeNode.follow('fx:customers');
  let page = await read(await customersNode.get({ limit: 20 }));
  const emails = page._embedded['fx:customers'].map(customer => customer.email);
  while (page.offset + page.returned_items < Number(page.total_items)) {
    page = await read(await page._links.next.get());
    emails.push(...page._embedded['fx:customers'].map(customer => customer.email));
  }

  const customers = store._links['fx:customers'].href;
  const noa = { email: 'noa@example.com', first_name: 'Noa' };
  const created = await read(await api.fetch(customers, { method: 'POST', ...json(noa) }));
  const self = created._links.self.href;
  const changed = await read(await api.fetch(self, { method: 'PATCH', ...json({ last_name: 'Ng' }) }));
  const found = await read(await customersNode.get({ filters: ['email=noa@example.com'], fields: ['last_name'] }));
  const deleted = await read(await found._embedded['fx:customers'][0]._links.self.delete());

  await fetch(new URL('_sandbox/events', address), {
    method: 'POST',
    body: JSON.stringify({ event: 'expire_access_tokens' }),
  });
  const afterExpiry = await read(await storeNode.get());

  console.log(
    JSON.stringify({
      scope: exchanged.scope,
      sameRefreshToken: refreshed.refresh_token === exchanged.refresh_token,
      sameAccessToken: refreshed.access_token === exchanged.access_token,
      storeName: store.store_name,
      emails: new Set(emails).size,
      created: created.message,
      changed: `${changed.first_name} ${changed.last_name}`,
      found: found._embedded['fx:customers'].map(customer => customer.last_name),
      deleted: deleted.message,
      storeNameAfterExpiry: afterExpiry.store_name,
    })
  );
}

main(process.argv.slice(2)).catch(error => {
  console.error(error);
  process.exit(1);
});

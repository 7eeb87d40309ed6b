import { createHash, createHmac } from 'node:crypto';
import { site } from './shop';

/** Puts something into a service's queue, past every topic and every rule. */
export async function sayToQueue(queue: string, said: string): Promise<void> {
  const account = await endpoint();
  const body = JSON.stringify({ QueueUrl: `${account}/000000000000/${queue}`, MessageBody: said });
  const response = await fetch(`${account}/`, { method: 'POST', headers: signed(new URL(account).host, body), body });
  if (!response.ok) throw new Error(`${queue} took nothing: ${response.status} ${await response.text()}`);
}

/** The account has one endpoint for everything, and the site's policy lets photos be sent there. */
async function endpoint(): Promise<string> {
  const policy = (await fetch(site)).headers.get('content-security-policy') ?? '';
  const [, account] = /connect-src 'self' \S+ ([^\s;]+)/.exec(policy) ?? [];
  if (!account) throw new Error(`Where is the account? ${policy}`);
  return account;
}

/** AWS's signature, version 4, by the keys of the development account. */
function signed(host: string, body: string): Record<string, string> {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    host,
    'x-amz-date': new Date().toISOString().replace(/[-:]|\.\d+/g, ''),
    'x-amz-target': 'AmazonSQS.SendMessage',
  };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}`);
  const request = ['POST', '/', '', ...lines, '', names, sha256(body)].join('\n');
  const scope = `${headers['x-amz-date'].slice(0, 8)}/us-east-1/sqs/aws4_request`;
  const key = scope.split('/').reduce<Buffer | string>((from, part) => createHmac('sha256', from).update(part).digest(), 'AWS4test');
  const signature = createHmac('sha256', key)
    .update(['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n'))
    .digest('hex');
  return { ...headers, authorization: `AWS4-HMAC-SHA256 Credential=test/${scope}, SignedHeaders=${names}, Signature=${signature}` };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

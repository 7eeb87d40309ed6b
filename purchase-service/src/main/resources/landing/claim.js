// Claims the link when the buyer presses the button, and never by itself: whoever merely opens the page uses nothing up.
// The site keeps the buyer's access token in the session storage under this name.
const TOKEN = 'safelight.access_token';

// And whether it was told to be light or dark.
const theme = localStorage.getItem('safelight.theme');
if (theme) document.documentElement.dataset.theme = theme;

const api = document.body.dataset.api;
const button = document.getElementById('claim');
const status = document.getElementById('status');
const linkId = location.pathname.split('/').pop();
const secret = location.hash.slice(1);
// One key for this page: a claim whose answer was lost can be repeated.
const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const token = () => sessionStorage.getItem(TOKEN);
const say = (words) => { status.textContent = words; };

async function problem(response) {
  try {
    return (await response.json()).detail;
  } catch {
    return `The server answered ${response.status}.`;
  }
}

async function claim() {
  button.disabled = true;
  say('Claiming…');
  const response = await fetch(`${api}/v1/links/${encodeURIComponent(linkId)}/claim`, {
    method: 'POST',
    headers: {
      'Authorization': `Bearer ${token()}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    },
    body: JSON.stringify({ secret }),
    credentials: 'same-origin',
    referrerPolicy: 'no-referrer',
  });
  if (!response.ok) {
    say(await problem(response));
    button.disabled = response.status !== 429;
    return;
  }
  const { claimId } = await response.json();
  say('Your download begins. If it breaks off, your browser can resume it within 15 minutes.');
  // The cookie that came with the claim goes along.
  location.assign(`${api}/v1/claims/${encodeURIComponent(claimId)}/content`);
}

if (!secret) {
  say('This address is not complete: the part after the # is missing. Copy the whole link.');
} else if (token()) {
  button.disabled = false;
  say('Press the button to download.');
}
button.addEventListener('click', () => claim().catch(() => {
  say('The server could not be reached. Press the button again.');
  button.disabled = false;
}));

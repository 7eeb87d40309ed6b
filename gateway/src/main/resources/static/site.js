"use strict";

// Everything that came from people goes into the page as text, never as markup.

const byId = (id) => document.getElementById(id);

async function get(path) {
	const response = await fetch(path, { headers: { Accept: "application/json" } });
	const body = await response.json();
	if (!response.ok) {
		throw new Error(body.detail ?? `${path} answered ${response.status}`);
	}
	return body;
}

const preview = (id, width) => `/media/${encodeURIComponent(id)}/w${width}.jpg`;

const titleOf = (photo) => photo.title || photo.description || "Untitled";

function card(photo) {
	const image = document.createElement("img");
	image.src = preview(photo.id, 320);
	image.alt = "";
	image.loading = "lazy";
	const title = document.createElement("span");
	title.textContent = titleOf(photo);
	const link = document.createElement("a");
	link.href = `/photos/${encodeURIComponent(photo.id)}`;
	link.append(image, title);
	const item = document.createElement("li");
	item.append(link);
	return item;
}

async function showNewest() {
	try {
		const page = await get("/api/search/v1/images/search?sort=newest&per_page=24");
		byId("photos").replaceChildren(...page.data.map(card));
		byId("message").textContent = page.data.length
			? `${page.total_count} photos are on sale.`
			: "No photo is on sale yet. Upload one: the API page tells how.";
	} catch (error) {
		byId("message").textContent = error.message;
	}
}

async function showServices() {
	const { services } = await get("/status");
	byId("services").replaceChildren(...Object.entries(services).map(([name, health]) => {
		const item = document.createElement("li");
		item.textContent = health === "UP" ? name : `${name}: ${health.toLowerCase().replace("_", " ")}`;
		item.className = health === "UP" ? "up" : "not-up";
		return item;
	}));
}

async function showPhoto(id) {
	const section = byId("photo");
	section.hidden = false;
	try {
		const photo = await get(`/api/catalog/v1/photos/${encodeURIComponent(id)}`);
		document.title = `${titleOf(photo)} · Safelight`;
		byId("photo-title").textContent = titleOf(photo);
		byId("photo-text").textContent = photo.description ?? "";
		byId("photo-preview").alt = titleOf(photo);
		byId("photo-preview").src = preview(id, 800);
	} catch (error) {
		byId("photo-title").textContent = error.message;
		byId("photo-preview").remove();
	}
}

const [, place, id] = location.pathname.split("/");
if (place === "photos" && id) {
	showPhoto(decodeURIComponent(id));
}
showNewest();
showServices();

package io.safelight.catalog.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.safelight.catalog.page.PageContent.Block;

/**
 * What may be on a page. Pages are shown to everybody, so nothing on them may be more
 * than text: no markup, no link that is a script.
 */
final class PageRules {

	static final int MOST_BLOCKS = 40;

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

	private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{6})?");

	private static final Pattern MARKUP = Pattern.compile("<[A-Za-z!/?]");

	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t\\u200c\\u200d]]");

	private static final Set<String> ORIENTATIONS = Set.of("", "horizontal", "vertical", "square");

	private final Set<String> categories;

	private final List<Fault> faults = new ArrayList<>();

	private PageRules(List<String> categories) {
		this.categories = Set.copyOf(categories);
	}

	/**
	 * What is wrong with a page.
	 * @param content the page
	 * @param categories those that the shop has
	 * @return nothing if it may be shown
	 */
	static List<Fault> faults(PageContent content, List<String> categories) {
		PageRules rules = new PageRules(categories);
		rules.words("title", content.title(), 120);
		if (content.title().isEmpty()) {
			rules.fault("title", "a page needs a title");
		}
		rules.blocks(content.blocks());
		return List.copyOf(rules.faults);
	}

	private void blocks(List<Block> blocks) {
		if (blocks.size() > MOST_BLOCKS) {
			fault("blocks", "a page has at most " + MOST_BLOCKS + " blocks");
			return;
		}
		Set<String> ids = new HashSet<>();
		for (int i = 0; i < blocks.size(); i++) {
			String path = "blocks[" + i + "].";
			Block block = blocks.get(i);
			id(path + "id", block.id());
			if (!ids.add(block.id())) {
				fault(path + "id", "two blocks must not have the same id");
			}
			block(path, block);
		}
	}

	private void block(String path, Block block) {
		switch (block) {
			case PageContent.Hero hero -> {
				words(path + "headline", hero.headline(), 120);
				words(path + "lead", hero.lead(), 300);
			}
			case PageContent.Collection collection -> collection(path, collection);
			case PageContent.Mosaic mosaic -> mosaic(path, mosaic);
			case PageContent.Trends trends -> listed(path, trends.heading(), trends.limit(), 24);
			case PageContent.JustApproved newest -> listed(path, newest.heading(), newest.limit(), 60);
			case PageContent.MostBought popular -> listed(path, popular.heading(), popular.limit(), 60);
			case PageContent.Text text -> text(path, text);
			case PageContent.PackBlock pack -> {
				words(path + "heading", pack.heading(), 120);
				id(path + "packId", pack.packId());
			}
		}
	}

	private void collection(String path, PageContent.Collection collection) {
		listed(path, collection.heading(), collection.limit(), 60);
		words(path + "query", collection.query(), 200);
		if (!HEX.matcher(collection.color()).matches()) {
			fault(path + "color", "a colour has six hex digits, such as 1f4e79");
		}
		if (!ORIENTATIONS.contains(collection.orientation())) {
			fault(path + "orientation", "a shape is horizontal, vertical or square");
		}
		if (!collection.category().isEmpty() && !this.categories.contains(collection.category())) {
			fault(path + "category", "there is no such category");
		}
	}

	private void mosaic(String path, PageContent.Mosaic mosaic) {
		words(path + "heading", mosaic.heading(), 120);
		List<String> photos = mosaic.photoIds();
		if (photos.isEmpty() || photos.size() > 24) {
			fault(path + "photoIds", "choose 1 to 24 photos");
			return;
		}
		for (int i = 0; i < photos.size(); i++) {
			id(path + "photoIds[" + i + "]", photos.get(i));
		}
	}

	private void text(String path, PageContent.Text text) {
		words(path + "heading", text.heading(), 120);
		words(path + "text", text.text(), 5000);
		words(path + "linkLabel", text.linkLabel(), 120);
		if (!text.linkHref().isEmpty() && !SafeLink.isSafe(text.linkHref())) {
			fault(path + "linkHref",
					"a link is the address of a page here, such as /search, or begins with https:// or http://");
		}
		if (text.linkLabel().isEmpty() != text.linkHref().isEmpty()) {
			fault(path + "linkLabel", "a link needs both what it says and where it leads");
		}
		if (text.heading().isEmpty() && text.text().isEmpty()) {
			fault(path + "text", "a text needs words");
		}
	}

	private void listed(String path, String heading, int limit, int most) {
		words(path + "heading", heading, 120);
		if (limit < 1 || limit > most) {
			fault(path + "limit", "choose 1 to " + most);
		}
	}

	private void words(String path, String words, int most) {
		if (words.length() > most) {
			fault(path, "at most " + most + " characters");
		}
		if (MARKUP.matcher(words).find()) {
			fault(path, "words are shown as they are written: leave out HTML");
		}
		if (CONTROL.matcher(words).find()) {
			fault(path, "there is a character in it that cannot be seen");
		}
	}

	private void id(String path, String id) {
		if (!ID.matcher(id).matches()) {
			fault(path, "an id has 1 to 80 letters, digits, - or _");
		}
	}

	private void fault(String path, String message) {
		this.faults.add(new Fault(path, message));
	}

	/**
	 * Something that is wrong.
	 *
	 * @param path where
	 * @param message what
	 */
	record Fault(String path, String message) {
	}

}

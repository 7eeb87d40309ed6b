package io.safelight.catalog.page;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is on a page: blocks, one under the other. Every word in it is plain text; there
 * is no place for markup. Words that are left out stand for the site's own, which it has
 * in each of its languages.
 *
 * @param title what the page is called in the tab and in lists
 * @param blocks what is on it
 */
record PageContent(String title, List<Block> blocks) {

	PageContent {
		title = Words.of(title);
		blocks = (blocks != null) ? List.copyOf(blocks) : List.of();
	}

	/**
	 * A part of a page. Its kind is its {@code type}.
	 */
	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Hero.class, name = "hero"),
			@JsonSubTypes.Type(value = Collection.class, name = "collection"),
			@JsonSubTypes.Type(value = Mosaic.class, name = "mosaic"),
			@JsonSubTypes.Type(value = Trends.class, name = "trends"),
			@JsonSubTypes.Type(value = JustApproved.class, name = "just-approved"),
			@JsonSubTypes.Type(value = MostBought.class, name = "most-bought"),
			@JsonSubTypes.Type(value = Text.class, name = "text"),
			@JsonSubTypes.Type(value = PackBlock.class, name = "pack") })
	@Schema(name = "Block")
	sealed interface Block {

		/** Tells blocks of one page apart. */
		String id();

	}

	/**
	 * The top of the page, with the search.
	 *
	 * @param id tells blocks apart
	 * @param headline in large letters
	 * @param lead a sentence or two below it
	 * @param categories whether categories are offered as well
	 */
	@Schema(name = "HeroBlock")
	record Hero(String id, String headline, String lead, boolean categories) implements Block {

		Hero {
			id = Words.of(id);
			headline = Words.of(headline);
			lead = Words.of(lead);
		}

	}

	/**
	 * What a search finds.
	 *
	 * @param id tells blocks apart
	 * @param heading what stands above it
	 * @param query words
	 * @param category one of the shop's categories, or nothing
	 * @param color six hex digits, or nothing
	 * @param orientation {@code horizontal}, {@code vertical}, {@code square} or nothing
	 * @param limit how many photos
	 */
	@Schema(name = "CollectionBlock")
	record Collection(String id, String heading, String query, String category, String color, String orientation,
			int limit) implements Block {

		Collection {
			id = Words.of(id);
			heading = Words.of(heading);
			query = Words.of(query);
			category = Words.of(category);
			color = Words.of(color);
			orientation = Words.of(orientation);
		}

	}

	/**
	 * Photos that somebody chose.
	 *
	 * @param id tells blocks apart
	 * @param heading what stands above them
	 * @param photoIds which, in their order
	 */
	@Schema(name = "MosaicBlock")
	record Mosaic(String id, String heading, List<String> photoIds) implements Block {

		Mosaic {
			id = Words.of(id);
			heading = Words.of(heading);
			photoIds = (photoIds != null) ? List.copyOf(photoIds) : List.of();
		}

	}

	/**
	 * What people want just now.
	 *
	 * @param id tells blocks apart
	 * @param heading what stands above it
	 * @param limit how many words
	 */
	@Schema(name = "TrendsBlock")
	record Trends(String id, String heading, int limit) implements Block {

		Trends {
			id = Words.of(id);
			heading = Words.of(heading);
		}

	}

	/**
	 * Photos that went on sale last.
	 *
	 * @param id tells blocks apart
	 * @param heading what stands above them
	 * @param limit how many photos
	 * @param endless whether more come as one scrolls
	 */
	@Schema(name = "JustApprovedBlock")
	record JustApproved(String id, String heading, int limit, boolean endless) implements Block {

		JustApproved {
			id = Words.of(id);
			heading = Words.of(heading);
		}

	}

	/**
	 * Photos that were licensed most often.
	 *
	 * @param id tells blocks apart
	 * @param heading what stands above them
	 * @param limit how many photos
	 */
	@Schema(name = "MostBoughtBlock")
	record MostBought(String id, String heading, int limit) implements Block {

		MostBought {
			id = Words.of(id);
			heading = Words.of(heading);
		}

	}

	/**
	 * Words.
	 *
	 * @param id tells blocks apart
	 * @param heading what stands above them
	 * @param text paragraphs, with an empty line between them
	 * @param linkLabel what a link says, or nothing
	 * @param linkHref where it leads: a page of this site, or https
	 */
	@Schema(name = "TextBlock")
	record Text(String id, String heading, String text, String linkLabel, String linkHref) implements Block {

		Text {
			id = Words.of(id);
			heading = Words.of(heading);
			text = Words.of(text);
			linkLabel = Words.of(linkLabel);
			linkHref = Words.of(linkHref);
		}

	}

	/**
	 * A pack that is offered.
	 *
	 * @param id tells blocks apart
	 * @param heading what stands above it
	 * @param packId which
	 */
	@Schema(name = "PackBlock")
	record PackBlock(String id, String heading, String packId) implements Block {

		PackBlock {
			id = Words.of(id);
			heading = Words.of(heading);
			packId = Words.of(packId);
		}

	}

	/** What was typed, without what surrounds it. */
	private static final class Words {

		private Words() {
		}

		private static String of(@Nullable String given) {
			return (given != null) ? given.strip() : "";
		}

	}

}

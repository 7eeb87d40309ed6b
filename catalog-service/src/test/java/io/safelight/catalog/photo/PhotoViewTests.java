package io.safelight.catalog.photo;

import io.safelight.catalog.CatalogScenario;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PhotoViewTests {

	private final CatalogScenario catalog = new CatalogScenario();

	@Test
	void showsNoBucketNoKeyAndNoHashOfAFileForSale() {
		this.catalog.list(CatalogScenario.aPhoto("p1"), 4);

		String json = JsonMapper.shared().writeValueAsString(view());

		assertThat(json).contains("\"offers\"").doesNotContain("safelight-sale", "secret-key", "9f86d0", "fingerprint");
	}

	@Test
	void pointsToThePreviewsThroughTheGateway() {
		this.catalog.list(CatalogScenario.aPhoto("p1"), 4);

		assertThat(view().urls()).containsEntry("thumb", "/media/p1/w320.jpg")
			.containsEntry("small", "/media/p1/w800.jpg")
			.containsEntry("regular", "/media/p1/w1600.jpg");
	}

	private PhotoView view() {
		return PhotoView.of((ListedPhoto) this.catalog.photos().find("p1").orElseThrow());
	}

}

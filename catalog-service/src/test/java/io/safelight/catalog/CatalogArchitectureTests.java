package io.safelight.catalog;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

class CatalogArchitectureTests {

	private static final ArchRule WEB_STAYS_AT_THE_EDGE = noClasses().that()
		.resideInAnyPackage("..photo", "..pack", "..message")
		.and()
		.haveSimpleNameNotEndingWith("Controller")
		.and()
		.haveSimpleNameNotEndingWith("Problems")
		.and()
		.doNotHaveSimpleName("PhotoVersions")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.safelight.service..")
		.because("rules about photos and packs must be testable without a web server");

	private static final ArchRule TIME_IS_GIVEN = noClasses().should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(Clock.class, "systemUTC")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("a hidden clock cannot be set by a test");

	private static final ArchRule FEATURES_ARE_FREE_OF_CYCLES = slices().matching("io.safelight.catalog.(*)..")
		.should()
		.beFreeOfCycles();

	private static final ArchRule NOTHING_OF_OTHER_SERVICES = classes().should()
		.onlyDependOnClassesThat()
		.resideOutsideOfPackages("io.safelight.upload..", "io.safelight.publication..", "io.safelight.imaging..",
				"io.safelight.search..", "io.safelight.purchase..", "io.safelight.notification..")
		.because("services share messages, never classes");

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.safelight.catalog");

	@Test
	void keepsTheWebAtTheEdge() {
		WEB_STAYS_AT_THE_EDGE.check(MAIN);
	}

	@Test
	void takesTimeFromAClock() {
		TIME_IS_GIVEN.check(MAIN);
	}

	@Test
	void keepsFeaturesFreeOfCycles() {
		FEATURES_ARE_FREE_OF_CYCLES.check(MAIN);
	}

	@Test
	void sharesNoClassWithOtherServices() {
		NOTHING_OF_OTHER_SERVICES.check(MAIN);
	}

	@Test
	void noticesAHiddenClock() {
		JavaClasses bad = new ClassFileImporter().importClasses(HiddenClock.class);

		assertThat(TIME_IS_GIVEN.evaluate(bad).hasViolation()).isTrue();
	}

	@Test
	void noticesTheWebBesideTheEdge() {
		JavaClasses bad = new ClassFileImporter().importClasses(io.safelight.catalog.photo.ARuleThatKnowsTheWeb.class);

		assertThat(WEB_STAYS_AT_THE_EDGE.evaluate(bad).hasViolation()).isTrue();
	}

	static class HiddenClock {

		Instant time() {
			return Instant.now();
		}

	}

}

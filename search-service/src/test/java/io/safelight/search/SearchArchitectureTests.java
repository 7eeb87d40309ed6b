package io.safelight.search;

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

class SearchArchitectureTests {

	private static final ArchRule LUCENE_STAYS_IN_THE_INDEX = noClasses().that()
		.resideOutsideOfPackage("io.safelight.search.index")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("org.apache.lucene..")
		.because("another search engine must fit behind the same questions");

	private static final ArchRule SPRING_STAYS_OUTSIDE = noClasses().that()
		.resideInAnyPackage("io.safelight.search.index", "io.safelight.search.colour", "io.safelight.search.document",
				"io.safelight.search.message")
		.should()
		.dependOnClassesThat()
		.resideInAnyPackage("org.springframework..", "io.safelight.service..")
		.because("searching must be testable without a web server");

	private static final ArchRule TIME_IS_GIVEN = noClasses().should()
		.callMethod(Instant.class, "now")
		.orShould()
		.callMethod(Clock.class, "systemUTC")
		.orShould()
		.callMethod(System.class, "currentTimeMillis")
		.because("a hidden clock cannot be set by a test");

	private static final ArchRule PACKAGES_ARE_FREE_OF_CYCLES = slices().matching("io.safelight.search.(*)..")
		.should()
		.beFreeOfCycles();

	private static final ArchRule NOTHING_OF_OTHER_SERVICES = classes().should()
		.onlyDependOnClassesThat()
		.resideOutsideOfPackages("io.safelight.upload..", "io.safelight.publication..", "io.safelight.imaging..",
				"io.safelight.catalog..", "io.safelight.purchase..", "io.safelight.notification..")
		.because("services share messages, never classes");

	private static final JavaClasses MAIN = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.safelight.search");

	@Test
	void keepsLuceneInTheIndex() {
		LUCENE_STAYS_IN_THE_INDEX.check(MAIN);
	}

	@Test
	void keepsSpringOutside() {
		SPRING_STAYS_OUTSIDE.check(MAIN);
	}

	@Test
	void takesTimeFromAClock() {
		TIME_IS_GIVEN.check(MAIN);
	}

	@Test
	void keepsPackagesFreeOfCycles() {
		PACKAGES_ARE_FREE_OF_CYCLES.check(MAIN);
	}

	@Test
	void sharesNoClassWithOtherServices() {
		NOTHING_OF_OTHER_SERVICES.check(MAIN);
	}

	@Test
	void noticesLuceneOutsideTheIndexAndAHiddenClock() {
		JavaClasses bad = new ClassFileImporter().importClasses(Intruder.class);

		assertThat(LUCENE_STAYS_IN_THE_INDEX.evaluate(bad).hasViolation()).isTrue();
		assertThat(TIME_IS_GIVEN.evaluate(bad).hasViolation()).isTrue();
	}

	static class Intruder {

		String version() {
			return Instant.now() + org.apache.lucene.util.Version.LATEST.toString();
		}

	}

}
